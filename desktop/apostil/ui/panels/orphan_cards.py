"""A mark that waits for a place, as a card: its words, what was said about it, and where it might belong."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from apostil.domain.citing import cited
from apostil.domain.spans import Span
from apostil.ui.forms import BESIDE, soft
from apostil.ui.models.words import color_name, shortened
from apostil.ui.panels.rows import PAD, STRIPE, article_font, small_font
from apostil.ui.reader.tints import legible
from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from apostil.domain.annotation import Annotation
    from apostil.domain.article import Article
    from apostil.services.anchoring import Guess
    from apostil.ui.theme import Theme

CONTEXT = 40
"""Characters that are shown on either side of a guess."""
LONGEST = 160
"""Characters of the words themselves that are shown."""


class GuessRow(QFrame):
    """A place in the text where a mark might belong.

    Signals:
        looked_at: the Span, to be gone to.
        taken: the Span, at which the mark is to be placed.
    """

    looked_at = Signal(object)
    taken = Signal(object)

    def __init__(self, article: Article, guess: Guess, because: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guess")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.span = guess.span
        words = QLabel(in_context(article.text, guess.span))
        words.setTextFormat(Qt.TextFormat.RichText)
        words.setWordWrap(True)
        words.setFont(article_font(self.font(), 1.0))
        facts = soft(_facts(article, guess))
        facts.setFont(small_font(self.font()))
        self.setAccessibleName(self.tr("Guess: {}").format(shortened(guess.span.cut(article.text), LONGEST)))
        self.setAccessibleDescription(facts.text())
        self.take = QPushButton(self.tr("Place here"))
        self.take.setAccessibleName(self.tr("Place the highlight here"))
        self.take.setEnabled(not because)
        self.take.setToolTip(because)
        self.take.clicked.connect(lambda _checked: self.taken.emit(self.span))
        foot = QHBoxLayout()
        foot.setSpacing(BESIDE)
        foot.addWidget(facts, 1)
        foot.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAD, 4, 4, 4)
        column.setSpacing(4)
        column.addWidget(words)
        column.addLayout(foot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space look at the place."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.looked_at.emit(self.span)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click looks at the place."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.looked_at.emit(self.span)


class OrphanCard(QFrame):
    """One mark; it is open while its guesses are shown.

    Signals:
        opened: the card was clicked while it was closed.
        looked_at: the Span of a guess, to be gone to.
        taken: the Span at which the mark is to be placed.
        selection_wanted: the mark is to be placed at what is selected in the text.
        removed: the mark is to be deleted.
    """

    opened = Signal()
    looked_at = Signal(object)
    taken = Signal(object)
    selection_wanted = Signal()
    removed = Signal()

    def __init__(self, orphan: Annotation, theme: Theme, because: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("orphanCard")
        self.orphan = orphan
        self._theme = theme
        self._because = because
        self.guesses: list[GuessRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(STRIPE + PAD, PAD, PAD, PAD)
        self._column.setSpacing(4)
        self._build_head()
        self._body = QWidget()
        self._body.hide()
        self._column.addWidget(self._body)

    @property
    def is_open(self) -> bool:
        """Whether the guesses are shown."""
        return not self._body.isHidden()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self.update()

    def unfold(self) -> None:
        """Show what can be done, and that places are looked for."""
        if self.is_open:
            return
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(4)
        self.state = soft(self.tr("Looking for places…"))
        column.addWidget(self.state)
        self._places = QVBoxLayout()
        self._places.setSpacing(4)
        column.addLayout(self._places)
        column.addLayout(self._buttons())
        self._body.show()

    def show_guesses(self, article: Article, guesses: Sequence[Guess]) -> None:
        """Show where the mark might belong."""
        self.state.setText(
            self.tr("It might belong here:")
            if guesses
            else self.tr("Nothing like it was found. Select its words in the text, and place it there.")
        )
        for guess in guesses:
            row = GuessRow(article, guess, self._because)
            row.looked_at.connect(self.looked_at)
            row.taken.connect(self.taken)
            self.guesses.append(row)
            self._places.addWidget(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the card, Del deletes the mark."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_Delete and not self._because:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens the card."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground, and the mark's colour at its edge."""
        super().paintEvent(event)
        painter = QPainter(self)
        hue = legible(QColor(self.orphan.color.hue), self._theme.color(Tone.SURFACE), self._theme.color(Tone.INK))
        painter.fillRect(1, 1, STRIPE, self.height() - 2, hue)
        painter.end()

    def _build_head(self) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        quoted = QLabel(shortened(self.orphan.anchor.exact, LONGEST))
        quoted.setTextFormat(Qt.TextFormat.PlainText)
        quoted.setWordWrap(True)
        quoted.setFont(article_font(self.font(), 1.0))
        self._column.addWidget(quoted)
        facts = soft(" · ".join([color_name(self.orphan.color), *self.orphan.tags]))
        facts.setTextFormat(Qt.TextFormat.PlainText)
        facts.setFont(small_font(self.font()))
        self._column.addWidget(facts)
        color = self.tr("{} highlight that waits for a place").format(color_name(self.orphan.color))
        self.setAccessibleName(f"{color}: {quoted.text()}")
        if self.orphan.note.strip():
            note = QLabel(shortened(self.orphan.note, LONGEST))
            note.setTextFormat(Qt.TextFormat.PlainText)
            note.setWordWrap(True)
            self._column.addWidget(note)

    def _buttons(self) -> QHBoxLayout:
        self.place = QPushButton(self.tr("Place at selection"))
        self.place.clicked.connect(lambda _checked: self.selection_wanted.emit())
        self.delete = QPushButton(self.tr("Delete"))
        self.delete.setAccessibleName(self.tr("Delete the highlight"))
        self.delete.clicked.connect(lambda _checked: self.removed.emit())
        tip = self.tr("Select its words in the text, then place it there")
        row = QHBoxLayout()
        row.setSpacing(BESIDE)
        for button, words in ((self.place, tip), (self.delete, "")):
            button.setEnabled(not self._because)
            button.setToolTip(self._because or words)
            row.addWidget(button)
        row.addStretch(1)
        return row


def in_context(text: str, span: Span) -> str:
    """The words of a place in bold between those around it, as HTML in which nothing of the text is markup."""
    start, end = max(0, span.start - CONTEXT), min(len(text), span.end + CONTEXT)
    before, after = text[start : span.start], text[span.end : end]
    # Words that are cut through are left out; where there is no space, there is nothing better than to cut.
    if _inside_a_word(text, start) and len(before.split()) > 1:
        before = before[len(before.split()[0]) :]
    if _inside_a_word(text, end) and len(after.split()) > 1:
        after = after[: -len(after.split()[-1])]
    words = shortened(span.cut(text), LONGEST)
    opening = "…" if start > 0 else ""
    closing = "…" if end < len(text) else ""
    return f"{opening}{_flat(before)}<b>{_flat(words)}</b>{_flat(after)}{closing}"


def _inside_a_word(text: str, place: int) -> bool:
    return 0 < place < len(text) and not (text[place - 1].isspace() or text[place].isspace())


def _flat(words: str) -> str:
    return escape(words.replace("\n", " "))


def _facts(article: Article, guess: Guess) -> str:
    alike = f"{round(100 * guess.score)}\u00a0%"
    return " · ".join(filter(None, [cited(article, guess.span), f"{alike} alike"]))
