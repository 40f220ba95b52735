"""The place for what can be opened and closed below a list, which leaves the list its room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent


class Sections(QScrollArea):
    """As high as its sections, up to what the panel can spare; beyond that they scroll, below a head that does not."""

    SHARE = 0.36
    """How much of the panel the sections may take at most."""

    def __init__(self, head: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sections")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._head = head
        self._held = held = QWidget()
        held.setObjectName("sectionsHeld")
        self.column = QVBoxLayout(held)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.setWidget(held)
        held.installEventFilter(self)
        if head is not None:
            head.setParent(self)
            head.installEventFilter(self)
            self._place_head()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take another height where a section was opened, closed or filled, or where the head comes or goes."""
        if watched is self._held and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        elif watched is self._head and event.type() in {
            QEvent.Type.LayoutRequest,
            QEvent.Type.ShowToParent,
            QEvent.Type.HideToParent,
        }:
            self._place_head()
        return super().eventFilter(watched, event)

    def bring(self, widget: QWidget, top: Callable[[], int] | None = None, least: int = 0) -> None:
        """Scroll so that this is seen, once it has its place: as much as there is room for, from its head on.

        What begins at `top`, which is asked for then, stays seen above it, if `least` pixels of this are seen below it.
        """
        QTimer.singleShot(0, self, lambda: self._bring(widget, top, least))

    def _take_height(self) -> None:
        """Be as high at once as what is shown wants it."""
        self.column.activate()
        self.updateGeometry()
        panel = self.parentWidget()
        layout = panel.layout() if panel is not None else None
        if layout is not None:
            layout.activate()

    def height_of(self, widget: QWidget, place: QPoint) -> int:
        """How far below the beginning of all sections this place of a widget is."""
        return widget.mapTo(self._held, place).y()

    def _bring(self, widget: QWidget, top: Callable[[], int] | None, least: int) -> None:
        self._take_height()
        place = self.height_of(widget, QPoint(0, 0))
        above = place if top is None else top()
        room = self.viewport().height()
        fits = place + min(least, widget.height()) <= above + room
        self.verticalScrollBar().setValue(above if fits else min(place, max(0, place + widget.height() - room)))

    def sizeHint(self) -> QSize:
        """As high as everything in it, within its share of the panel."""
        wanted = self._head_height() + self._wanted()
        panel = self.parentWidget()
        return QSize(120, min(wanted, round(panel.height() * self.SHARE)) if panel is not None else wanted)

    def minimumSizeHint(self) -> QSize:
        """Where there is anything in it, a line of it stays to be seen."""
        return QSize(0, self._head_height() + min(28, self._wanted()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower section may be higher."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._place_head()

    def _place_head(self) -> None:
        height = self._head_height()
        self.setViewportMargins(0, height, 0, 0)
        if self._head is not None:
            self._head.setGeometry(0, 0, self.width(), height)
        self.updateGeometry()

    def _head_height(self) -> int:
        return 0 if self._head is None or self._head.isHidden() else self._head.sizeHint().height()

    def _wanted(self) -> int:
        column = self.column
        if column.hasHeightForWidth():
            return column.totalHeightForWidth(max(1, self.viewport().width()))
        return column.totalSizeHint().height()
