"""The small bar at a selection: eight colours, a note, a tag, a quotation to copy."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QToolButton, QWidget

from apostil.domain.annotation import Color
from apostil.ui import icons
from apostil.ui.models.words import color_name
from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from apostil.domain.spans import Span
    from apostil.ui.reader.view import ReaderView
    from apostil.ui.theme import Theme

GAP = 8
EDGE = 4
RADIUS = 6
BUTTON = 28
SWATCH = 18
NARROW = 440


class SelectionBar(QFrame):
    """Floats beside the reader's selection once it is made, never on it, and says what is chosen there.

    Signals:
        color_chosen: the `Color` to mark the selection with.
        note_chosen, tag_chosen, copy_chosen: nothing.
    """

    color_chosen = Signal(object)
    note_chosen = Signal()
    tag_chosen = Signal()
    copy_chosen = Signal()

    def __init__(self, reader: ReaderView, theme: Theme) -> None:
        super().__init__(reader.viewport())
        self._reader = reader
        self._theme = theme
        self.setAccessibleName(self.tr("Selection"))
        self._colors = {color: self._color_button(number, color) for number, color in enumerate(Color, 1)}
        self._actions = {
            "note-edit-outline": self._button(self.tr("Note"), "N", self.note_chosen.emit),
            "tag-outline": self._button(self.tr("Tag"), "T", self.tag_chosen.emit),
            "format-quote-close": self._button(self.tr("Copy as quotation"), "Ctrl+Shift+C", self.copy_chosen.emit),
        }
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        self._box.setSpacing(EDGE)
        self._box.addWidget(_strip(list(self._colors.values())))
        self._box.addWidget(_strip(list(self._actions.values())))
        self.set_theme(theme)
        self.hide()
        reader.selection_changed.connect(self._selection_changed)
        reader.selection_settled.connect(self._selection_settled)
        reader.scrolled.connect(self._follow)

    def set_theme(self, theme: Theme) -> None:
        """Take these colours."""
        self._theme = theme
        for color, button in self._colors.items():
            button.setIcon(_swatch(theme, color))
        for name, button in self._actions.items():
            icons.dress(button, name, theme)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a card with a hairline around it."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color(Tone.LINE), 1))
        painter.setBrush(self._theme.color(Tone.SURFACE))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()

    def _color_button(self, number: int, color: Color) -> QToolButton:
        name = color_name(color)
        return self._button(name, str(number), partial(self.color_chosen.emit, color))

    def _button(self, name: str, key: str, chosen: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({key})")
        button.setAutoRaise(True)
        button.setFixedSize(BUTTON, BUTTON)
        button.setIconSize(QSize(SWATCH, SWATCH))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.clicked.connect(lambda: self._choose(chosen))
        return button

    def _choose(self, chosen: Callable[[], None]) -> None:
        self.hide()
        chosen()

    def _selection_changed(self, _span: Span | None) -> None:
        self.hide()

    def _selection_settled(self, span: Span | None) -> None:
        if span is None:
            self.hide()
        else:
            self._raise()

    def _follow(self) -> None:
        if self.isVisible():
            self._raise()

    def _raise(self) -> None:
        area = self._reader.viewport().rect()
        across = area.width() >= NARROW
        self._box.setDirection(QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom)
        self._box.activate()
        self.resize(self.sizeHint())
        corner = place_beside(self._reader.selection_rects(), self.size(), area)
        if corner is None:
            self.hide()
            return
        self.move(corner)
        self.show()
        self.raise_()


def place_beside(rects: Sequence[QRectF], size: QSize, area: QRect) -> QPoint | None:
    """Where a card of this size stands in the area beside these rectangles: above, below, right or left; else None."""
    if not rects:
        return None
    around = rects[0].toAlignedRect()
    for rect in rects[1:]:
        around = around.united(rect.toAlignedRect())
    middle = rects[0].toAlignedRect().center().x() - size.width() // 2
    inside = area.adjusted(EDGE, EDGE, -EDGE, -EDGE)
    x = max(inside.left(), min(middle, inside.right() + 1 - size.width()))
    y = max(inside.top(), min(around.top(), inside.bottom() + 1 - size.height()))
    places = (
        QPoint(x, around.top() - GAP - size.height()),
        QPoint(x, around.bottom() + 1 + GAP),
        QPoint(around.right() + 1 + GAP, y),
        QPoint(around.left() - GAP - size.width(), y),
    )
    return next((corner for corner in places if inside.contains(QRect(corner, size))), None)


def _strip(buttons: list[QToolButton]) -> QWidget:
    strip = QWidget()
    row = QHBoxLayout(strip)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return strip


def _swatch(theme: Theme, color: Color) -> QIcon:
    picture = QPixmap(2 * SWATCH, 2 * SWATCH)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color(Tone.SOFT), 1))
    painter.setBrush(QColor(color.hue))
    painter.drawRoundedRect(QRectF(1.5, 1.5, SWATCH - 3, SWATCH - 3), 4, 4)
    painter.end()
    return QIcon(picture)
