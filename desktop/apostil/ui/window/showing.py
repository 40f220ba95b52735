"""Shows in the reader, and at the foot of the window, what lies on the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from apostil.domain.edits import Topic
from apostil.ui.reader.facts import facts_of

if TYPE_CHECKING:
    from apostil.domain.edits import Changes
    from apostil.ui.desk import Desk
    from apostil.ui.panels.library_panel import LibraryPanel
    from apostil.ui.reader.view import ReaderView
    from apostil.ui.window.late import Late
    from apostil.ui.window.status_line import StatusLine


class Showing(QObject):
    """Keeps the reader at what is known of the open article: its text, marks, sentences, entities and summary."""

    def __init__(
        self, desk: Desk, reader: ReaderView, status: StatusLine, library: Late[LibraryPanel], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reader = reader
        self._status = status
        self._library = library
        desk.kinds_changed.connect(self._show_entities)
        desk.summary_changed.connect(self._show_summary)
        reader.map.wanted.connect(desk.reveal)

    def show_article(self) -> None:
        """Show what lies open, from its beginning."""
        article = self._desk.article
        self._reader.show_article(article)
        self._reader.set_facts("" if article is None else facts_of(article))
        self._show_findings()

    def follow(self, changes: Changes) -> None:
        """Show what became of the open article."""
        if self._desk.current is None or self._desk.current not in changes.articles:
            return
        if changes.topics & {Topic.METADATA, Topic.BLOCKS}:
            self._show_article_again()
        else:
            self._show_findings()

    def show_hint(self) -> None:
        """Show what an empty page says."""
        if self._library.made is None:
            return
        if self._library.made.model.total:
            words = self.tr("Choose an article from the list.")
        else:
            words = self.tr("Open a file, drop one here, or paste a text.")
        self._reader.set_hint(self.tr("Nothing is open"), words)

    def _show_article_again(self) -> None:
        top, caret = self._reader.top_position(), self._reader.caret
        self.show_article()
        self._reader.set_caret(caret)
        self._reader.scroll_to(top)

    def _show_findings(self) -> None:
        desk = self._desk
        self._reader.set_marks(desk.annotations)
        self._reader.set_sentences(() if desk.analysis is None else desk.analysis.sentences)
        self._show_entities()
        self._show_summary()

    def _show_entities(self) -> None:
        self._reader.set_entities(self._desk.shown_entities, self._desk.visible_kinds)
        self._status.show_facts(self._desk)

    def _show_summary(self, _summary: object = None) -> None:
        sentences = () if self._desk.summary is None else self._desk.summary.sentences
        pinned = {sentence.span for sentence in sentences if sentence.pinned}
        self._reader.set_summary([sentence.span for sentence in sentences], pinned)
