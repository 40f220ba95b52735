"""The list of the summary: what keys, clicks and drags do with its sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

from apostil.ui.keeping import Deed
from apostil.ui.panels.rows import RowView
from apostil.ui.panels.summary_rows import SummaryDelegate
from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from apostil.ui.models.index import Index


HANDLE = QSize(220, 48)
"""So much of a row hangs below the pointer that drags it, and hides no more of the others."""

FAINT = 0.7
"""How strong that is drawn."""

LINE = 3
"""How thick the line is that says where a row would fall."""


class SummaryView(RowView):
    """A click, Enter or Space goes to the place of a sentence; other keys and the signs in a row change the summary.

    Where it is `unhurried`, as where going there hides the list, a click chooses a sentence and a double one goes.

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

    def __init__(self, parent: QWidget | None = None, *, unhurried: bool = False) -> None:
        super().__init__("summaryList", parent)
        self._unhurried = unhurried
        # A third of a long article may be chosen: its rows are measured a hundred at a time.
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(False)
        self._falls_before = -1

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
        if deed is None and not self._unhurried:
            super().mouseReleaseEvent(event)
            return
        row = self.indexAt(event.position().toPoint()).row()
        QListView.mouseReleaseEvent(self, event)
        if deed is not None:
            self.asked.emit((row, deed))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Where a click only chooses a sentence, two go to its place."""
        super().mouseDoubleClickEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        left = event.button() is Qt.MouseButton.LeftButton
        if self._unhurried and left and index.isValid() and self._deed_at(place) is None:
            self.open_row(index.row(), event.modifiers())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As the list gets lower, the chosen row stays seen whole where it was."""
        index, before = self.currentIndex(), event.oldSize().height()
        place = self.visualRect(index)
        whole = index.isValid() and 0 <= place.top() <= place.bottom() < before
        super().resizeEvent(event)
        if whole and event.size().height() < before:
            self.executeDelayedItemsLayout()
            self.scrollTo(index)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """The beginning of the row hangs at the pointer."""
        index = self.currentIndex()
        if not index.isValid():
            return
        drag = QDrag(self)
        drag.setMimeData(self.model().mimeData([index]))
        drag.setPixmap(self.handle(index))
        drag.setHotSpot(QPoint(-LINE * 4, -LINE * 4))
        drag.exec(Qt.DropAction.MoveAction)

    def handle(self, index: Index) -> QPixmap:
        """The beginning of a row, faint, so that what lies below it is seen."""
        size = self.visualRect(index).size().boundedTo(HANDLE)
        pixmap = QPixmap(size * self.devicePixelRatioF())
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        pixmap.fill(Qt.GlobalColor.transparent)
        option = self.row_option(index)
        option.rect.moveTo(0, 0)
        painter = QPainter(pixmap)
        painter.setOpacity(FAINT)
        painter.fillRect(QRect(QPoint(), size), option.palette.base())
        self.itemDelegate().paint(painter, option, index)
        painter.end()
        return pixmap

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """A line says where the row would fall."""
        super().dragMoveEvent(event)
        self._show_drop(self._drop_row(event.position().toPoint()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Outside of the list it falls nowhere."""
        super().dragLeaveEvent(event)
        self._show_drop(-1)

    def dropEvent(self, event: QDropEvent) -> None:
        """The row that was dragged goes where it was dropped."""
        self._show_drop(-1)
        if event.source() is not self or not self.currentIndex().isValid():
            event.ignore()
            return
        row, place = self.currentIndex().row(), self._drop_row(event.position().toPoint())
        event.accept()
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        self.placed.emit((row, place - 1 if place > row else place))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and where the one that is dragged would fall."""
        super().paintEvent(event)
        delegate = self.itemDelegate()
        if self._falls_before < 0 or not isinstance(delegate, SummaryDelegate):
            return
        painter = QPainter(self.viewport())
        painter.fillRect(self.drop_line(self._falls_before), delegate.theme.color(Tone.ACCENT))

    def drop_line(self, row: int) -> QRect:
        """Where the line stands that says that something falls before this row, or behind all of them."""
        last = self.model().rowCount() - 1
        above = self.visualRect(self.model().index(min(row, last), 0))
        middle = above.top() if row <= last else above.bottom()
        top = max(0, min(middle - LINE // 2, self.viewport().height() - LINE))
        return QRect(0, top, self.viewport().width(), LINE)

    def _show_drop(self, row: int) -> None:
        if row != self._falls_before:
            self._falls_before = row
            self.viewport().update()

    def _drop_row(self, place: QPoint) -> int:
        """Before which row a drop at this place falls: of a row that is cut off, what is seen of it counts."""
        index = self.indexAt(place)
        if not index.isValid():
            return self.model().rowCount()
        seen = self.visualRect(index).intersected(self.viewport().rect())
        return index.row() + int(place.y() > seen.center().y())

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
