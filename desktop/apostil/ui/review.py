"""The bar below the article in which doubtful names are gone through, by keys alone."""

from __future__ import annotations

from functools import partial
from html import escape
from math import floor
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout

from apostil.domain.entity import Kind
from apostil.services.reviewing import Decision, Order, decided, sentence_of
from apostil.ui import icons
from apostil.ui.forms import APART, BESIDE
from apostil.ui.models.words import kind_name, shortened
from apostil.ui.panels.rows import SAMPLE, article_font, kind_icon
from apostil.ui.panels.wrap import WrapLayout
from apostil.ui.reader.hearing import announce
from apostil.ui.review_keys import Step, step_of
from apostil.ui.review_queue import Queue
from apostil.ui.theme import Tone
from apostil.ui.wording import counted, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from apostil.domain.edits import Changes
    from apostil.domain.spans import Span
    from apostil.services.reviewing import Doubt
    from apostil.ui.correcting import Corrector
    from apostil.ui.theme import Theme

CONTEXT = 160
"""Characters of a long sentence that are shown on either side of the name."""


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
        for kind, button in self.kinds.items():
            button.setIcon(kind_icon(kind, theme))
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
                self.everywhere.setChecked(self.everywhere.isVisible() and not self.everywhere.isChecked())
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
        decision = Decision(doubt, kind, span, self.everywhere.isChecked())
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
        self._sentence.setText(self._marked(article.text, sentence_of(article, sentences, doubt.span), span))
        number, total = self._queue.number, self._queue.total
        self.progress.setText(self.tr("{number} of {total}").format(number=written(number), total=written(total)))
        percent = floor(100 * doubt.confidence)
        facts = [kind_name(doubt.kind).capitalize(), self.tr("guessed, {percent} % sure").format(percent=percent)]
        words = " ".join(span.cut(article.text).split())
        if doubt.entity.name != words:
            facts.append(self.tr("taken for {name}").format(name=shortened(doubt.entity.name)))
        places = len(doubt.entity.mentions)
        self.facts.setText(" · ".join(facts))
        self.everywhere.setText(self.tr("A  All {n} places of this name").format(n=written(places)))
        self.everywhere.setVisible(places > 1)
        if places == 1:
            self.everywhere.setChecked(False)
        for kind, button in self.kinds.items():
            button.setChecked(kind is doubt.kind)
        self.looked_at.emit(span)
        announce(self, f"{words}, {self.facts.text()}, {self.progress.text()}")

    def _marked(self, text: str, sentence: Span, span: Span) -> str:
        """The sentence with the name marked, cut where it is long."""
        start, end = max(min(sentence.start, span.start), span.start - CONTEXT), span.end + CONTEXT
        end = min(max(sentence.end, span.end), end)
        color, tint = self._theme.color(Tone.INK).name(), self._theme.color(Tone.LINE).name()
        before, name, after = (
            escape(text[a:b]) for a, b in ((start, span.start), (span.start, span.end), (span.end, end))
        )
        more = "…" if start > sentence.start else ""
        rest = "…" if end < sentence.end else ""
        return f'{more}{before}<b style="color: {color}; background: {tint}">&nbsp;{name}&nbsp;</b>{after}{rest}'

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
        column.addWidget(self._build_steps())

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
        self.dismiss.setText("×")
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

    def _build_steps(self) -> QFrame:
        frame = QFrame()
        line = WrapLayout(frame)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        self.steps = {
            step: self._button(words, tip, partial(self.take, step)) for step, words, tip in self._step_words()
        }
        self.kinds = {kind: self._kind_button(number, kind) for number, kind in enumerate(Kind, 1)}
        self.everywhere = QCheckBox()
        self.everywhere.setObjectName("reviewEverywhere")
        self.everywhere.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.everywhere.setToolTip(self.tr("Decide for every place of this name in the article (A)"))
        steps = list(self.steps.values())
        for part in (*steps[:2], *self.kinds.values(), *steps[2:], self.everywhere):
            line.addWidget(part)
        return frame

    def _step_words(self) -> tuple[tuple[Step, str, str], ...]:
        return (
            (Step.ACCEPT, self.tr("↵ Right"), self.tr("It is as it was guessed (Enter or Y)")),
            (Step.REJECT, self.tr("N Not a name"), self.tr("It is no name (N or Delete)")),
            (Step.SKIP, self.tr("S Skip"), self.tr("Look at it another time (S, Space or Right); back with Left")),
            (Step.START_BACK, self.tr("{ ← start"), self.tr("Begin one word earlier ({)")),
            (Step.START_ON, self.tr("} start →"), self.tr("Begin one word later (})")),
            (Step.END_BACK, self.tr("[ ← end"), self.tr("End one word earlier ([)")),
            (Step.END_ON, self.tr("] end →"), self.tr("End one word later (])")),
            (Step.UNDO, self.tr("U Undo"), self.tr("Take the last decision back (U or Ctrl+Z)")),
        )

    def _button(self, words: str, tip: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setText(words)
        button.setAccessibleName(tip)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda _checked: act())
        return button

    def _kind_button(self, number: int, kind: Kind) -> QToolButton:
        tip = self.tr("It is of this kind: {kind} ({number})").format(kind=kind_name(kind), number=number)
        button = self._button(f"{number} {kind_name(kind).capitalize()}", tip, lambda: self.take(Step.RETYPE, kind))
        button.setIcon(kind_icon(kind, self._theme))
        button.setIconSize(SAMPLE)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        return button
