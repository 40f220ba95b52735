"""The list of cards: what keys and clicks do there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from apostil.ui.panels.rows import RowView

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget


class NoteView(RowView):
    """The list of cards: a click or Enter goes to the place and opens the card, Del removes the mark.

    Signals:
        unwanted: the row that is to go.
    """

    unwanted = Signal(object)

    OPENING = RowView.OPENING | {Qt.Key.Key_F2}

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("noteList", parent)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del removes."""
        if event.key() == Qt.Key.Key_Delete and self.currentIndex().isValid():
            self.unwanted.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)
