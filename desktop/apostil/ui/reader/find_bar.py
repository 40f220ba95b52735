"""The bar that finds words in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from apostil.ui import icons
from apostil.ui.reader.searching import Search

if TYPE_CHECKING:
    from collections.abc import Callable

    from apostil.domain.spans import Span
    from apostil.ui.reader.searching import Matches
    from apostil.ui.theme import Theme

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindBar(QFrame):
    """Finds what is typed, with `matches(text, query)`, and goes from hit to hit.

    Signals:
        query_changed: the words that are looked for.
        hits_changed: a tuple of all hits so far and the index of the current one, or None.
        moved: the `Span` of the hit that was gone to.
        closed: nothing.
    """

    query_changed = Signal(str)
    hits_changed = Signal(object)
    moved = Signal(object)
    closed = Signal()

    def __init__(self, matches: Matches, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._near = 0
        self._current: int | None = None
        self._search = Search(matches, self)
        self._search.found.connect(self._show_found)
        self.setObjectName("find-bar")
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Find in this article"))
        self.field.setAccessibleName(self.tr("Find in this article"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._look)
        self.count = QLabel()
        self.previous = self._button("↑", self.tr("Previous match"), "Shift+F3", self.go_previous)
        self.next = self._button("↓", self.tr("Next match"), "F3", self.go_next)
        self.dismiss = self._button("×", self.tr("Close"), "Escape", self.leave)
        self._lay_out()
        self._count()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        for part in (self.count, self.previous, self.next, self.dismiss):
            row.addWidget(part)
        self.setFocusProxy(self.field)

    def _button(self, sign: str, name: str, key: str, pressed: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({key})")
        button.setAutoRaise(True)
        button.clicked.connect(pressed)
        return button

    def set_theme(self, theme: Theme) -> None:
        """Take the icons in these colours."""
        icons.dress(self.previous, "chevron-up", theme)
        icons.dress(self.next, "chevron-down", theme)
        icons.dress(self.dismiss, "close", theme)

    @property
    def query(self) -> str:
        """What is looked for."""
        return self.field.text()

    @property
    def hit(self) -> Span | None:
        """The hit that was gone to last."""
        hits = self._search.hits
        return hits[self._current] if self._current is not None and self._current < len(hits) else None

    def set_text(self, text: str) -> None:
        """Look through this text from now on."""
        self._text = text
        self._near = 0
        self._search.stop()
        if self.isVisible() and self.query:
            self._look(self.query)

    def start(self, near: int = 0) -> None:
        """Show the bar, ready for typing; the first hit at this position or after it is gone to first."""
        self._near = near
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        if self.query:
            self._look(self.query)

    def go_next(self) -> None:
        """Go to the next hit, and from the last one to the first."""
        self._step(1)

    def go_previous(self) -> None:
        """Go to the hit before, and from the first one to the last."""
        self._step(-1)

    def leave(self) -> None:
        """Close the bar."""
        self.hide()
        self.closed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing running."""
        super().hideEvent(event)
        self._search.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and F3 go on, with Shift back; Escape closes."""
        backward = bool(event.modifiers() & _SHIFT)
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in _ENTER or event.key() == Qt.Key.Key_F3:
            self._step(-1 if backward else 1)
        else:
            super().keyPressEvent(event)

    def _look(self, query: str) -> None:
        if self._current is not None and self._current < len(self._search.hits):
            self._near = self._search.hits[self._current].start
        self._current = None
        self.query_changed.emit(query)
        self._search.start(self._text, query)
        self._count()

    def _show_found(self, done: bool) -> None:
        hits = self._search.hits
        if hits and self._current is None:
            after = (i for i, hit in enumerate(hits) if hit.start >= self._near)
            found = next(after, None)
            self._current = 0 if found is None and done else found
        self._tell()

    def _step(self, by: int) -> None:
        if not self.isVisible():
            self.start(self._near)
            return
        if not self._search.hits:
            return
        start = -1 if by > 0 else 0
        self._current = ((start if self._current is None else self._current) + by) % len(self._search.hits)
        self._tell()
        self.moved.emit(self._search.hits[self._current])

    def _tell(self) -> None:
        self._count()
        hits: tuple[Span, ...] = tuple(self._search.hits)
        self.hits_changed.emit((hits, self._current))

    def _count(self) -> None:
        total = len(self._search.hits)
        if not self.query.strip():
            words = ""
        elif not total:
            words = self.tr("Searching…") if self._search.running else self.tr("Nothing found")
        else:
            more = "…" if self._search.running else ""
            number = 0 if self._current is None else self._current + 1
            words = self.tr("{number} of {total}").format(number=number, total=total) + more
        self.count.setText(words)
