"""The pane at the right: beside the article where there is room, over it where there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

WIDTH = 340
NARROW = 1000
"""Below this width of the window, in device-independent pixels, the pane lies over the article."""


class SidePane(QWidget):
    """A stack of panels with tabs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePane")
        self.setAutoFillBackground(True)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self.setMinimumWidth(260)


class Split(QSplitter):
    """Library, article and side pane; the last floats over the article while the window is narrow."""

    def __init__(self, library: QWidget, article: QWidget, side: SidePane) -> None:
        super().__init__()
        self._side = side
        self._article = article
        self.floating = False
        for pane in (library, article, side):
            self.addWidget(pane)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setStretchFactor(2, 0)
        self.setChildrenCollapsible(False)
        self.setSizes([280, 820, WIDTH])
        article.installEventFilter(self)

    def adapt(self, width: int) -> None:
        """Float or dock the side pane, as a window of this width wants it."""
        floating = width < NARROW
        if floating == self.floating:
            return
        self.floating = floating
        visible = not self._side.isHidden()
        if floating:
            self._side.setParent(self._article)
        else:
            self.addWidget(self._side)
            self.setSizes([self.sizes()[0], max(300, width - self.sizes()[0] - WIDTH), WIDTH])
        self._side.setProperty("floating", floating)
        self._side.style().polish(self._side)
        self._side.setVisible(visible and not floating)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the floating pane at its edge."""
        super().resizeEvent(event)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the article's pane, over which the side pane may lie."""
        if watched is self._article and event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if self.floating:
            width = min(WIDTH, max(260, self._article.width() - 80))
            self._side.setGeometry(self._article.width() - width, 0, width, self._article.height())
            self._side.raise_()
