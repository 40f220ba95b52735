"""The place for what can be opened and closed below a list, which leaves the list its room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Sections(QScrollArea):
    """As high as its sections, up to what the panel can spare; beyond that they scroll."""

    SHARE = 0.4
    """How much of the panel the sections may take at most."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sections")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._held = held = QWidget()
        held.setObjectName("sectionsHeld")
        self.column = QVBoxLayout(held)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.setWidget(held)
        held.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take another height where a section was opened, closed or filled."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def bring(self, widget: QWidget) -> None:
        """Scroll so that the head of this is seen, once it has its place."""
        QTimer.singleShot(
            0, self, lambda: self.verticalScrollBar().setValue(widget.mapTo(self._held, QPoint(0, 0)).y())
        )

    def sizeHint(self) -> QSize:
        """As high as everything in it, within its share of the panel."""
        wanted = self._wanted()
        panel = self.parentWidget()
        return QSize(120, min(wanted, round(panel.height() * self.SHARE)) if panel is not None else wanted)

    def minimumSizeHint(self) -> QSize:
        """Where there is anything in it, a line of it stays to be seen."""
        return QSize(0, min(28, self._wanted()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower section may be higher."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _wanted(self) -> int:
        column = self.column
        if column.hasHeightForWidth():
            return column.totalHeightForWidth(max(1, self.viewport().width()))
        return column.totalSizeHint().height()
