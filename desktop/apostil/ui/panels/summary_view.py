"""The list of the summary: what keys, clicks and drags do with its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from apostil.ui.panels.rows import RowView
from apostil.ui.panels.summary_layout import Deed
from apostil.ui.panels.summary_rows import SummaryDelegate

if TYPE_CHECKING:
    from apostil.ui.models.index import Index


class SummaryView(RowView):
    """A click, Enter or Space goes to the place of a sentence; other keys and the signs in a row change the summary.

    Signals:
        asked: (row, Deed) as a tuple.
        placed: (row, place) as a tuple: the row was dragged to this place, counted among all rows without it.
    """

    asked = Signal(object)
    placed = Signal(object)

    OPENING = RowView.OPENING | {Qt.Key.Key_Space}
    DEEDS: ClassVar = {
        (Qt.Key.Key_P, Qt.KeyboardModifier.NoModifier): Deed.KEEP,
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): Deed.LEAVE_OUT,
        (Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier): Deed.BEFORE,
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier): Deed.WHY,
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier): Deed.ENOUGH,
        (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier): Deed.UP,
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier): Deed.DOWN,
    }

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("summaryList", parent)
        # A third of a long article may be chosen: its rows are measured a hundred at a time.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of `DEEDS` change the summary."""
        pressed = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        deed = next((one for (key, held), one in self.DEEDS.items() if key == event.key() and held == pressed), None)
        if deed is not None and self.currentIndex().isValid():
            self.asked.emit((self.currentIndex().row(), deed))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a sign does what it says; one on the sentence goes to its place."""
        deed = self._deed_at(event.position().toPoint()) if event.button() is Qt.MouseButton.LeftButton else None
        if deed is None:
            super().mouseReleaseEvent(event)
            return
        row = self.indexAt(event.position().toPoint()).row()
        QListView.mouseReleaseEvent(self, event)
        self.asked.emit((row, deed))

    def dropEvent(self, event: QDropEvent) -> None:
        """The row that was dragged goes where it was dropped."""
        if event.source() is not self or not self.currentIndex().isValid():
            event.ignore()
            return
        row, place = self.currentIndex().row(), self._drop_row(event.position().toPoint())
        event.accept()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        self.placed.emit((row, place - 1 if place > row else place))

    def _drop_row(self, place: QPoint) -> int:
        """Before which row a drop at this place falls."""
        index = self.indexAt(place)
        if not index.isValid():
            return self.model().rowCount()
        return index.row() + int(place.y() > self.visualRect(index).center().y())

    def _deed_at(self, place: QPoint) -> Deed | None:
        index, delegate = self.indexAt(place), self.itemDelegate()
        if not index.isValid() or not isinstance(delegate, SummaryDelegate):
            return None
        return delegate.deed_at(place, self.row_option(index), index)

    def row_option(self, index: Index) -> QStyleOptionViewItem:
        """How a row is drawn."""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        return option
