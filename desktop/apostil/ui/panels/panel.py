"""What the panels beside the article have in common: each hands the keyboard on to the part of it that matters most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent


class Panel(QWidget):
    """A widget that hands the keyboard on to its `first` part, while the Tab key reaches all the others.

    With a focus proxy, which would hand it on too, the Tab key passes by everything that stands before the proxy.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first: QWidget | None = None

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on."""
        super().focusInEvent(event)
        if self.first is not None:
            self.first.setFocus(event.reason())
