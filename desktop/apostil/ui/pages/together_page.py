"""The summary of several articles, in the place of the article: each sentence with its source."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QWidget

from apostil.domain.names import Passage
from apostil.domain.summary import Method
from apostil.services import together as summarising_together
from apostil.ui.history import TogetherPlace
from apostil.ui.icons import dress
from apostil.ui.models.together_model import TogetherModel
from apostil.ui.pages.page import LibraryPage
from apostil.ui.pages.together_head import TogetherHead
from apostil.ui.pages.together_rows import TogetherDelegate
from apostil.ui.panels.coverage_section import CoverageSection
from apostil.ui.panels.empty import EmptyState, lay_out
from apostil.ui.panels.sections import Sections
from apostil.ui.panels.summary_list import SummaryList
from apostil.ui.panels.summary_view import SummaryView
from apostil.ui.together import Together
from apostil.ui.wording import counted, written

if TYPE_CHECKING:
    from apostil.domain.article import ArticleId
    from apostil.domain.choices import Extract
    from apostil.services.together import Manner
    from apostil.ui.desk import Desk
    from apostil.ui.gathering import Gatherer
    from apostil.ui.theme import Theme


ROOM_FOR_COVERAGE = 680
"""On a page lower than this, what the summary leaves out is folded until somebody unfolds it."""

ROOM_FOR_FULL_HEAD = 600
"""On a page lower than this, everything around the sentences is brief."""


class TogetherPage(LibraryPage):
    """The page of one summary of several articles.

    Signals:
        export_wanted: the Digest that is to be written into a file.
        told: a sentence about what was just done, for the status line.
    """

    export_wanted = Signal(object)
    told = Signal(object)

    def __init__(
        self, desk: Desk, gatherer: Gatherer, theme: Theme, manner: Manner | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__("togetherPage", parent)
        self._folding: bool | None = None
        self.state = Together(desk, gatherer, manner, self)
        self.model = TogetherModel(self)
        self._wanted: tuple[ArticleId, ...] = ()
        self._failure = ""
        self._build(theme)
        self._connect()
        self.set_theme(theme)
        self._show()

    # What the window asks of it

    @property
    def place(self) -> TogetherPlace:
        """What is shown here."""
        return TogetherPlace(self._wanted)

    def show_articles(self, articles: tuple[ArticleId, ...]) -> None:
        """Show the summary of these articles; one that is there already stays as it was left."""
        if articles != self._wanted:
            self.sentences.begin()
        self._wanted, self._failure = articles, ""
        self.state.open(articles)
        if self.state.digest is None:
            self._show()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        for part in (self.head, self.sentences, self.coverage, self.empty):
            part.set_theme(theme)
        dress(self.close_button, "close", theme)

    def focus(self) -> None:
        """Take the keyboard where it is of most use."""
        there = not self.sentences.is_empty
        (self.view if there else self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)
        if there and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0))

    # How it is made

    def _build(self, theme: Theme) -> None:
        self.head = TogetherHead(self.state, self.close_button)
        self.view = SummaryView(unhurried=True)
        self.delegate = TogetherDelegate(theme, self.view, self.model)
        self.sentences = SummaryList(self.state, self.model, self.view, self.delegate)
        self.empty = EmptyState(theme)
        self.cancel_button = self.empty.offer(self.tr("Cancel"), "close", self.state.cancel)
        self.pages = lay_out(self, self.head, self.sentences, self.empty)
        self.coverage = CoverageSection(theme)
        below = Sections()  # of many articles a summary leaves out more than a page has room for
        below.column.addWidget(self.coverage)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(below)

    def _connect(self) -> None:
        state, head = self.state, self.head
        state.changed.connect(self._show)
        state.progressed.connect(self._show_progress)
        state.failed.connect(self._fail)
        state.stopped.connect(self._leave)
        head.method.activated.connect(lambda row: state.set_method(Method(head.method.itemData(row))))
        head.grouping_chosen.connect(state.set_grouping)
        head.copy_button.clicked.connect(lambda _checked: self.copy())
        head.export_button.clicked.connect(lambda _checked: self._export())
        self.view.wanted.connect(self._read)
        self.sentences.told.connect(self.told)
        self.coverage.missed.connect(lambda missing: self.sentences.keeper.keep(missing.best))
        self.coverage.told.connect(self.told)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be brief, and fold what is left out away, where the page is low, so that sentences have room."""
        super().resizeEvent(event)
        height = event.size().height()
        if (height < ROOM_FOR_COVERAGE) is not self._folding:
            self._folding = height < ROOM_FOR_COVERAGE
            self.coverage.unfold(not self._folding)
        self.head.make_room(low=height < ROOM_FOR_FULL_HEAD)

    # What is shown

    def _show(self) -> None:
        state = self.state
        rows = partial(self.model.show_digest, state.digest, state.survey, state.names)
        self.sentences.fill(rows, state.survey, state.names)
        self.head.show_state(self._wanted)
        self.coverage.show_coverage(state.coverage(), self._cut)
        if not self.sentences.is_empty:
            self.pages.setCurrentWidget(self.sentences)
            if self.sentences.current is None:
                self.sentences.choose_row(0)
            if self.isVisible() and self.close_button.hasFocus():
                self.focus()
        else:
            self._say_why()

    def _say_why(self) -> None:
        """Say why there are no sentences, or what they wait for."""
        waiting = self.state.digest is None and not self._failure and bool(self.state.articles or not self._wanted)
        self.cancel_button.setVisible(waiting)
        if self._failure:
            self.empty.say(self.tr("These articles could not be summarised"), self._failure)
        elif waiting:
            self._show_progress(0)
        elif self.state.digest is None:
            self.empty.say(
                self.tr("These articles are no longer in the library"),
                self.tr(
                    "Undo (Ctrl+Z) brings them back as long as their deletion can be undone. "
                    "Otherwise open their files or paste their text again."
                ),
            )
        else:
            self.empty.say(
                self.tr("There are no sentences to choose from"),
                self.tr(
                    "Headings, bylines, teasers and lists of a few words are not summarised, "
                    "and sentences you left out stay out."
                ),
            )
        self.pages.setCurrentWidget(self.empty)

    def _show_progress(self, done: int) -> None:
        total = len(self.state.articles)
        if self.state.digest is not None:
            return
        words = self.tr("Reading article {n} of {total}…").format(n=written(min(done + 1, total)), total=written(total))
        if done == total:
            words = self.tr("Comparing the sentences of {}…").format(
                counted(total, self.tr("article"), self.tr("articles"))
            )
        self.empty.say(words, self.tr("The summary will be here when all of them have been read."))

    def _fail(self, words: str) -> None:
        if self.state.digest is None:
            self._failure = words
            self._show()
        else:
            self.told.emit(self.tr("The summary was not made anew. {why}").format(why=words))

    def _leave(self) -> None:
        """Nothing more comes to this page."""
        if self.isVisible():
            self.closed.emit()

    def _cut(self, extract: Extract) -> str:
        digest = self.state.digest
        return extract.span.cut(digest.voices[extract.owner].article.text) if digest else ""

    # What is done with it

    def copy(self) -> None:
        """Put the sentences with their sources on the clipboard."""
        if self.state.digest is not None:
            QGuiApplication.clipboard().setText(summarising_together.copied(self.state.digest))
            self.told.emit(self.tr("The summary is on the clipboard, with its sources"))

    def _export(self) -> None:
        if self.state.digest is not None:
            self.export_wanted.emit(self.state.digest)

    def _read(self, row: int) -> None:
        """Read a sentence in its article."""
        voice, chosen = self.model.voice(row), self.model.at(row)
        known = voice.article.metadata
        passage = Passage(voice.id, voice.title, known.outlet, known.published, chosen.sentence.span, (), chosen.words)
        self.passage_wanted.emit(passage)
