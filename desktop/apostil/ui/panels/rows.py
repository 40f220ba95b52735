"""How rows of the panels' lists are drawn: their ground, their words, their chips and lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontInfo,
    QIcon,
    QIconEngine,
    QPainter,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate

from apostil.ui.icons import PictureEngine
from apostil.ui.reader.fonts import LEAST, SERIFS
from apostil.ui.reader.underlines import underline
from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from apostil.domain.annotation import Color
    from apostil.domain.entity import Kind
    from apostil.ui.theme import Theme

PAD = 8
"""Pixels inside a row, and between its parts."""

SAMPLE = QSize(24, 18)
"""The size of the sample of a line."""

STRIPE = 4
"""Pixels of a mark's colour at the edge of its card."""


def article_font(base: QFont, scale: float = 1.05) -> QFont:
    """The face of the article, for its words in a panel."""
    font = QFont(list(SERIFS))
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(round(QFontInfo(base).pixelSize() * scale))
    return font


def small_font(base: QFont) -> QFont:
    """The face of facts: a little smaller, never below 11 pixels."""
    font = QFont(base)
    font.setPixelSize(max(LEAST, round(QFontInfo(base).pixelSize() * 0.9)))
    return font


def draw_line(painter: QPainter, start: QPointF, width: float, kind: Kind, color: QColor, weight: float = 1.0) -> None:
    """Draw the line of a kind, two pixels strong at the usual weight, from this point to the right."""
    underline(painter, kind, color, start.x(), start.x() + width, round(start.y() - 1), weight)


def kind_icon(kind: Kind, theme: Theme) -> QIcon:
    """A sample of the line that stands under entities of this kind."""
    return QIcon(LineEngine(kind, theme))


class LineEngine(PictureEngine):
    """Draws the line of a kind at any size, so that it stays sharp where a menu makes it small."""

    def __init__(self, kind: Kind, theme: Theme) -> None:
        super().__init__()
        self._kind = kind
        self._theme = theme

    def clone(self) -> QIconEngine:
        """Another engine of the same line, for Qt's copies of the icon."""
        return LineEngine(self._kind, self._theme)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        """Draw the line through the middle of this place; on the accent of a chosen row, in the colour of paper."""
        color = self._theme.color(Tone.PAPER) if mode is QIcon.Mode.Selected else self._theme.kind(self._kind)
        if mode is QIcon.Mode.Disabled:
            color.setAlphaF(0.5)
        strength = max(1.0, rect.height() / SAMPLE.height())
        painter.save()
        painter.translate(rect.left(), rect.top() + rect.height() / 2)
        painter.scale(strength, strength)
        draw_line(painter, QPointF(1, 0), rect.width() / strength - 2, self._kind, color)
        painter.restore()


def color_icon(color: Color, theme: Theme, ratio: float = 2.0) -> QIcon:
    """A sample of the colour of a mark: its tint, edged with its hue."""
    pixmap = _blank(QSize(18, 18), ratio)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(color.hue), 1.5))
    painter.setBrush(theme.tint(color))
    painter.drawRoundedRect(QRectF(2, 2, 14, 14), 3, 3)
    painter.end()
    return QIcon(pixmap)


def _blank(size: QSize, ratio: float) -> QPixmap:
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def draw_chip(painter: QPainter, place: QRectF, words: str, theme: Theme) -> None:
    """Draw a tag: its name in a rounded frame."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color(Tone.LINE), 1))
    painter.setBrush(theme.color(Tone.CHROME))
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
    painter.setPen(theme.color(Tone.INK))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


class RowDelegate(QStyledItemDelegate):
    """Draws the ground of a row as every list of the window has it; the words are for those who inherit."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.theme = theme

    def draw_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        """Draw what lies under the words: hover and selection as tints, focus as a ring."""
        state = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, self._accent(0.16))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(option.rect, self._accent(0.07))
        if state & QStyle.StateFlag.State_HasFocus:
            self._draw_ring(painter, option.rect)

    def _accent(self, strength: float) -> QColor:
        color = self.theme.color(Tone.ACCENT)
        color.setAlphaF(strength)
        return color

    def _draw_ring(self, painter: QPainter, rect: QRect) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.color(Tone.ACCENT), 2))
        painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), 4, 4)
        painter.restore()


class RowView(QListView):
    """A list as every panel has it: its rows lead to places, by a click as by Enter.

    `name` is what style sheets call it; `uniform` says that all rows are equally high, so that only one is measured.

    Signals:
        wanted: the row that was clicked, or on which a key of `OPENING` was pressed.
    """

    wanted = Signal(object)

    OPENING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})

    def __init__(self, name: str, parent: QWidget | None = None, *, uniform: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setUniformItemSizes(uniform)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        if not uniform:
            self.setResizeMode(QListView.ResizeMode.Adjust)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of `OPENING` do what a click does."""
        if event.key() in self.OPENING and self.currentIndex().isValid():
            self.open_row(self.currentIndex().row(), event.modifiers())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens its row."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid():
            self.open_row(index.row(), event.modifiers())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew, where rows are as high as their words need."""
        super().resizeEvent(event)
        if not self.uniformItemSizes():
            self.scheduleDelayedItemsLayout()

    def open_row(self, row: int, modifiers: Qt.KeyboardModifier) -> None:  # noqa: ARG002 for those who inherit
        """Do what a click on this row does, with these modifiers held."""
        self.wanted.emit(row)
