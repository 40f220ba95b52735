"""The bar below the article in which doubtful names are gone through, by keys alone."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout

from apostil.domain.concordance import surroundings
from apostil.services.corrections.reviewing import Decision, Order, decided
from apostil.ui import icons
from apostil.ui.forms import APART, BESIDE
from apostil.ui.models.words import kind_name, shortened
from apostil.ui.panels.rows import article_font
from apostil.ui.reader.hearing import announce
from apostil.ui.review.keys import Step, step_of
from apostil.ui.review.queue import Queue
from apostil.ui.review.sentence import marked_sentence
from apostil.ui.review.steps import Steps
from apostil.ui.wording import counted, written

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from apostil.domain.edits import Changes
    from apostil.domain.entity import Kind
    from apostil.domain.spans import Span
    from apostil.services.corrections.reviewing import Doubt
    from apostil.ui.correcting import Corrector
    from apostil.ui.theme import Theme


class ReviewBar(QFrame):
    """Shows one doubtful name after the other in its sentence; what is decided is kept as a correction at once.

    Signals:
        closed: a sentence about what was done, empty where there was nothing to do.
        looked_at: the Span of the name that is looked at.
    """

    closed = Signal(object)
    looked_at = Signal(object)

    def __init__(self, corrector: Corrector, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewBar")
        self.setAccessibleName(self.tr("Review of doubtful names"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._corrector = corrector
        self._desk = corrector.desk
        self._theme = theme
        self._queue = Queue()
        self._deciding = False
        self._build()
        self.hide()
        self.order.currentIndexChanged.connect(self._restart)
        self.all_guesses.toggled.connect(self._restart)
        self._desk.changed.connect(self._follow)
        self._desk.opened.connect(lambda _article: self._leave_article())

    def start(self) -> None:
        """Begin with the first name, or say that none is doubtful."""
        self._queue.fill(self._desk.entities, self._order(), everything=self.all_guesses.isChecked())
        if not self._queue.total and not self.all_guesses.isChecked():
            self.all_guesses.setChecked(True)  # which begins anew
            return
        if not self._queue.total:
            self.hide()
            self.closed.emit(self.tr("No name in this article is in doubt: all are confirmed."))
            return
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        icons.dress(self.dismiss, "close", theme)
        self.steps.set_theme(theme)
        if self.isVisible():
            self._show()

    @property
    def doubt(self) -> Doubt | None:
        """The name that is looked at."""
        return self._queue.current

    @property
    def span(self) -> Span | None:
        """Where it is, after its ends were moved."""
        return self._queue.span

    # What is decided

    def take(self, step: Step, kind: Kind | None = None) -> None:
        """Do one step, as its key does."""
        if self.doubt is None and step not in {Step.UNDO, Step.END}:
            return
        match step:
            case Step.ACCEPT:
                self._decide(self.doubt.kind if self.doubt else None)
            case Step.RETYPE:
                self._decide(kind)
            case Step.REJECT:
                self._decide(None)
            case Step.SKIP | Step.BACK:
                self._queue.go(1 if step is Step.SKIP else -1)
                self._show()
            case Step.EVERYWHERE:
                self.steps.toggle_everywhere()
            case Step.UNDO:
                self._undo()
            case Step.END:
                self.end()
            case _:
                self._move(step)

    def end(self) -> None:
        """Stop, and say what was done."""
        self.hide()
        self.closed.emit(self._summary())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Each key is a step."""
        found = step_of(event.key(), event.modifiers(), event.text())
        if found is None:
            super().keyPressEvent(event)
        else:
            self.take(*found)

    def _decide(self, kind: Kind | None) -> None:
        doubt, span, article, current = self.doubt, self.span, self._desk.article, self._desk.current
        if doubt is None or span is None or article is None or current is None:
            return
        decision = Decision(doubt, kind, span, self.steps.everywhere.isChecked())
        edit = decided(self._desk.library, current, article.text, decision)
        self._deciding = True
        done = self._desk.do(edit)
        self._deciding = False
        if done:
            self._queue.decide(self._desk.entities)
            self._go_on()

    def _undo(self) -> None:
        if not self._queue.decided:
            return
        self._deciding = True
        self._desk.undo_stack.undo()
        self._deciding = False
        self._queue.take_back(self._desk.entities)
        self._show()

    def _move(self, step: Step) -> None:
        if self._desk.article is not None:
            start = step in {Step.START_BACK, Step.START_ON}
            self._queue.move(self._desk.article, start=start, forward=step in {Step.START_ON, Step.END_ON})
            self._show()

    def _go_on(self) -> None:
        if self._queue.current is None:
            self.end()
        else:
            self._show()

    # What is shown

    def _follow(self, changes: Changes) -> None:
        """What others change may settle a doubt, or make the article another one."""
        if self.isVisible() and not self._deciding and self._desk.current in changes.articles:
            self._queue.follow(self._desk.entities)
            self._go_on()

    def _leave_article(self) -> None:
        if self.isVisible():
            self.hide()
            self.closed.emit("")

    def _restart(self, _event: object = None) -> None:
        # Hidden, it begins anew all the same when nothing was in doubt and all guesses are to be looked at.
        self.start()

    def _order(self) -> Order:
        return Order(self.order.currentData())

    def _show(self) -> None:
        doubt, span, article = self.doubt, self.span, self._desk.article
        if doubt is None or span is None or article is None:
            return
        sentences = self._desk.analysis.sentences if self._desk.analysis else ()
        around = surroundings(article, sentences, doubt.span)
        self._sentence.setText(marked_sentence(article.text, around, span, self._theme))
        number, total = self._queue.number, self._queue.total
        self.progress.setText(self.tr("{number} of {total}").format(number=written(number), total=written(total)))
        percent = floor(100 * doubt.confidence)
        facts = [kind_name(doubt.kind).capitalize(), self.tr("guessed, {percent} % sure").format(percent=percent)]
        words = " ".join(span.cut(article.text).split())
        if doubt.entity.name != words:
            facts.append(self.tr("taken for {name}").format(name=shortened(doubt.entity.name)))
        self.facts.setText(" · ".join(facts))
        self.steps.show_name(doubt.entity, doubt.kind)
        self.looked_at.emit(span)
        announce(self, f"{words}, {self.facts.text()}, {self.progress.text()}")

    def _summary(self) -> str:
        decided_words = counted(self._queue.decided, self.tr("decision is kept"), self.tr("decisions are kept"))
        left = self._queue.left
        if left:
            return self.tr("Review ended: {decided}, {left} still in doubt.").format(
                decided=decided_words, left=counted(left, self.tr("place is"), self.tr("places are"))
            )
        return self.tr("Review finished: {decided}, nothing is left in doubt.").format(decided=decided_words)

    # How it is made

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(APART, BESIDE, APART, BESIDE)
        column.setSpacing(BESIDE)
        column.addLayout(self._build_head())
        self._sentence = QLabel()
        self._sentence.setObjectName("reviewSentence")
        self._sentence.setTextFormat(Qt.TextFormat.RichText)
        self._sentence.setWordWrap(True)
        self._sentence.setFont(article_font(self.font(), 1.1))
        self._sentence.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._sentence.setAccessibleName(self.tr("The sentence"))
        column.addWidget(self._sentence)
        self.facts = QLabel()
        self.facts.setObjectName("soft")
        self.facts.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self.facts)
        self.steps = Steps(self._theme)
        self.steps.taken.connect(lambda taken: self.take(*taken))
        column.addWidget(self.steps)

    def _build_head(self) -> QHBoxLayout:
        title = QLabel(self.tr("Doubtful names"))
        font = title.font()
        font.setWeight(font.Weight.DemiBold)
        title.setFont(font)
        self.progress = QLabel()
        self.order = QComboBox()
        self.order.setAccessibleName(self.tr("Order"))
        self.order.addItem(self.tr("Least sure first"), Order.DOUBT)
        self.order.addItem(self.tr("In the order of the text"), Order.TEXT)
        self.all_guesses = QCheckBox(self.tr("All guesses"))
        self.all_guesses.setToolTip(self.tr("Also those that the program is almost sure of"))
        self.dismiss = QToolButton()
        icons.dress(self.dismiss, "close", self._theme)
        self.dismiss.setAccessibleName(self.tr("End the review"))
        self.dismiss.setToolTip(self.tr("End the review (Escape)"))
        self.dismiss.setAutoRaise(True)
        self.dismiss.clicked.connect(lambda _checked: self.end())
        row = QHBoxLayout()
        row.setSpacing(BESIDE)
        for part in (title, self.progress):
            row.addWidget(part)
        row.addStretch(1)
        for choice in (self.order, self.all_guesses, self.dismiss):
            row.addWidget(choice)
        return row
