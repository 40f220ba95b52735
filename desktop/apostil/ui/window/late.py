"""Panels that are made when they are first needed, so that the window is there before them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from apostil.domain.errors import ApostilError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QFocusEvent, QShowEvent

P = TypeVar("P", bound=QWidget)

MOMENT_MS = 30
"""How long after its place is seen a panel is made: by then the window has been drawn and takes keys."""


class _Place(QWidget):
    seen = Signal()
    focused = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard came; as a focus proxy would, but that one breaks the chain of the Tab key."""
        super().focusInEvent(event)
        self.focused.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the panel is wanted."""
        super().showEvent(event)
        self.seen.emit()


class Late(Generic[P]):
    """A panel and the place that is kept for it; it is made a moment after that is seen, or when it is asked for.

    `failed` is told where it could not be made a moment after; whoever asks for it is told by the error itself.
    """

    def __init__(self, make: Callable[[], P], failed: Callable[[ApostilError], None]) -> None:
        self._failed = failed
        self.place = _Place()
        self.made: P | None = None
        self._make = make
        layout = QVBoxLayout(self.place)
        layout.setContentsMargins(0, 0, 0, 0)
        self.place.seen.connect(self._make_soon)
        self.place.focused.connect(self._hand_on)

    @property
    def panel(self) -> P:
        """The panel, which is made now where it was not there yet."""
        if self.made is None:
            self.made = self._make()
            layout = self.place.layout()
            if layout is not None:
                layout.addWidget(self.made)
        return self.made

    def _hand_on(self) -> None:
        self.panel.setFocus()

    def _make_soon(self) -> None:
        if self.made is None:
            QTimer.singleShot(MOMENT_MS, self.place, self._make_now)

    def _make_now(self) -> None:
        try:
            self.panel.show()
        except ApostilError as error:
            self._failed(error)
