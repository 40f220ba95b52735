"""The panes of the window; the one at the right lies beside the article where there is room, over it where not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent

LIBRARY_WIDTH = 280
SIDE_WIDTH = 340
LEAST_SIDE_WIDTH = 260
LEAST_ARTICLE_WIDTH = 300
NARROW = 1000
"""Below this width of the window, in device-independent pixels, the pane lies over the article."""


class SidePane(QWidget):
    """A stack of panels with tabs.

    Signals:
        shown: it is to be seen, or no longer.
    """

    shown = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        self.setMinimumWidth(LEAST_SIDE_WIDTH)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that it is to be seen."""
        super().showEvent(event)
        self.shown.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it is not to be seen."""
        super().hideEvent(event)
        self.shown.emit(False)


class _Room(QWidget):
    """The room that is kept for the side pane beside the article."""

    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell of the new size."""
        super().resizeEvent(event)
        self.resized.emit()


class Panes(QWidget):
    """Library, article and side pane; the last floats over the article while the window is narrow.

    The side pane never changes its parent: it lies on the room that the splitter keeps for it, or over the article.

    Signals:
        moved: a person gave a pane another width.
    """

    moved = Signal()

    def __init__(self, library: QWidget, article: QWidget, side: SidePane) -> None:
        super().__init__()
        self.floating = False
        self._widths: tuple[int, ...] = (LIBRARY_WIDTH, SIDE_WIDTH)
        self._side = side
        self._article = article
        self._room = _Room()
        self._room.setMinimumWidth(LEAST_SIDE_WIDTH)
        self._splitter = QSplitter(self)
        self._splitter.setChildrenCollapsible(False)
        for stretch, pane in ((0, library), (1, article), (0, self._room)):
            self._splitter.addWidget(pane)
            self._splitter.setStretchFactor(self._splitter.count() - 1, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._splitter)
        side.setParent(self)
        side.shown.connect(self._make_room)
        self._room.resized.connect(self._place)
        self._splitter.splitterMoved.connect(self._note_widths)
        self._apply_widths()

    def adapt(self, width: int) -> bool:
        """Float or dock the side pane, as a window of this width wants it, and say whether that is new."""
        floating = width < NARROW
        if floating == self.floating:
            return False
        self.floating = floating
        self._side.setProperty("floating", floating)
        self._side.style().polish(self._side)
        self._make_room(not self._side.isHidden())
        return True

    def state(self) -> tuple[int, ...]:
        """The widths of library and side pane, in device-independent pixels, as they are when both are docked."""
        return self._widths

    def restore(self, widths: Sequence[int]) -> None:
        """Give library and side pane the widths that they had."""
        if len(widths) == 2 and all(width > 0 for width in widths):
            self._widths = tuple(widths)
            self._apply_widths()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the floating pane at its edge."""
        super().resizeEvent(event)
        self._place()

    def _make_room(self, shown: bool) -> None:
        wanted = shown and not self.floating
        if self._room.isHidden() == wanted:
            self._room.setVisible(wanted)
            self._apply_widths()
        self._place()

    def _apply_widths(self) -> None:
        library, side = self._widths
        room = 0 if self._room.isHidden() else side
        self._splitter.setSizes([library, max(LEAST_ARTICLE_WIDTH, self.width() - library - room), room])

    def _note_widths(self, _place: int = 0, _index: int = 0) -> None:
        library, _, side = self._splitter.sizes()
        self._widths = (library or self._widths[0], side or self._widths[1])
        self.moved.emit()

    def _place(self) -> None:
        if self.floating:
            width = min(self._widths[1], max(LEAST_SIDE_WIDTH, self.width() - 80))
            self._side.setGeometry(self.width() - width, 0, width, self.height())
        else:
            self._side.setGeometry(QRect(self._room.mapTo(self, QPoint(0, 0)), self._room.size()))
        self._side.raise_()
