"""The panes of the window; the one at the right lies beside the article where there is room, over it where not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QTabWidget, QToolButton, QVBoxLayout, QWidget

from apostil.ui import icons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent

    from apostil.ui.theme import Theme

LIBRARY_WIDTH = 280
SIDE_WIDTH = 340
LEAST_SIDE_WIDTH = 260
LEAST_ARTICLE_WIDTH = 300
VISIBLE_ARTICLE_WIDTH = 220
"""What a pane that floats leaves of the article, where there is room for both."""
LEAST_FLOATING_WIDTH = 320
"""What such a pane has at least, since sentences want lines of some length; for that the library gives way, too."""
LEAST_LIBRARY_WIDTH = 200
SHADOW_WIDTH = 12
NARROW = 1000
"""Below this width of the window, in device-independent pixels, the pane lies over the article."""


class SidePane(QWidget):
    """A stack of panels with tabs; while it floats it can be closed with a button, or with Escape.

    Signals:
        shown: it is to be seen, or no longer.
        closed: a person closed it where it floated; it is hidden already.
    """

    shown = Signal(bool)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs = QTabWidget(self)
        self.tabs.tabBar().setDrawBase(False)
        self.dismiss = self._close_button()
        self._corner, self._nothing = QWidget(self), QWidget(self)
        row = QHBoxLayout(self._corner)
        row.setContentsMargins(0, 4, 4, 4)
        row.addWidget(self.dismiss)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        # What stands in no corner would lie over the first tab and take its clicks.
        self.set_floating(False)
        self.setMinimumWidth(LEAST_SIDE_WIDTH)

    def _close_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setText("×")
        button.setAccessibleName(self.tr("Close the side panel"))
        button.setToolTip(self.tr("Close the side panel (Escape)"))
        button.setAutoRaise(True)
        button.clicked.connect(self.leave)
        return button

    def set_theme(self, theme: Theme) -> None:
        """Take the icons in these colours."""
        icons.dress(self.dismiss, "close", theme)

    def set_floating(self, floating: bool) -> None:
        """Be a pane over the article, which can be closed, or one beside it."""
        self.floating = floating
        # The tabs show whatever stands in their corner, so that it stands there only while it is wanted.
        self.tabs.setCornerWidget(self._corner if floating else self._nothing)
        self._corner.setVisible(floating)

    def leave(self) -> None:
        """Close the pane, as its button does."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the pane where it floats, unless what has the keyboard wants it."""
        if self.floating and event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

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


class _Edge(QWidget):
    """A hairline and a soft shadow at the left of what floats."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint both."""
        from PySide6.QtGui import QLinearGradient

        del event
        line = self.width() - 1
        dark = self.palette().color(QPalette.ColorRole.Window).lightness() < 128
        shadow = QLinearGradient(0, 0, line, 0)
        shadow.setColorAt(0, QColor(0, 0, 0, 0))
        shadow.setColorAt(1, QColor(0, 0, 0, 110 if dark else 48))
        painter = QPainter(self)
        painter.fillRect(QRect(0, 0, line, self.height()), shadow)
        painter.fillRect(QRect(line, 0, 1, self.height()), self.palette().color(QPalette.ColorRole.Mid))
        painter.end()


class Panes(QWidget):
    """Library, article and side pane; the last floats over the article while the window is narrow.

    The side pane never changes its parent: it lies on the room that the splitter keeps for it, or over the article,
    below the bar that is to be kept clear.

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
        self._clear: QWidget | None = None
        self._edge = _Edge(self)
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
        self._side.set_floating(floating)
        self._make_room(not self._side.isHidden())
        self._apply_widths()
        return True

    def keep_clear(self, bar: QWidget) -> None:
        """Never cover this bar, which stands above the article, while it is to be seen."""
        self._clear = bar
        bar.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the bar that is kept clear."""
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.Resize, QEvent.Type.Move}:
            self._place()
        return super().eventFilter(watched, event)

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
        if self.floating:
            self._apply_widths()
        self._place()

    def _make_room(self, shown: bool) -> None:
        wanted = shown and not self.floating
        if self._room.isHidden() == wanted:
            self._room.setVisible(wanted)
            self._apply_widths()
        self._place()

    def _apply_widths(self) -> None:
        library, side = self._widths
        if self.floating:
            spare = self.width() - VISIBLE_ARTICLE_WIDTH - LEAST_FLOATING_WIDTH - self._splitter.handleWidth()
            library = min(library, max(LEAST_LIBRARY_WIDTH, spare))
        room = 0 if self._room.isHidden() else side
        self._splitter.setSizes([library, max(LEAST_ARTICLE_WIDTH, self.width() - library - room), room])

    def _note_widths(self, _place: int = 0, _index: int = 0) -> None:
        library, _, side = self._splitter.sizes()
        self._widths = (library or self._widths[0], side or self._widths[1])
        self.moved.emit()

    def _place(self) -> None:
        self._edge.setVisible(self.floating and not self._side.isHidden())
        if self.floating:
            self._float()
        else:
            self._side.setGeometry(QRect(self._room.mapTo(self, QPoint(0, 0)), self._room.size()))
        self._edge.raise_()
        self._side.raise_()

    def _float(self) -> None:
        article = self.width() - self._article.mapTo(self, QPoint(0, 0)).x()
        wanted = max(self._widths[1], LEAST_FLOATING_WIDTH)
        width = min(wanted, max(LEAST_FLOATING_WIDTH, article - VISIBLE_ARTICLE_WIDTH))
        left, top = self.width() - width, self._kept_clear()
        self._side.setGeometry(left, top, width, self.height() - top)
        self._edge.setGeometry(left - SHADOW_WIDTH, top, SHADOW_WIDTH, self.height() - top)

    def _kept_clear(self) -> int:
        """How much at the upper edge is not covered."""
        bar = self._clear
        return 0 if bar is None or bar.isHidden() else bar.mapTo(self, QPoint(0, bar.height())).y()
