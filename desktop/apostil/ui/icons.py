"""Icons of one family: Material outlines, drawn in the theme's ink.

The font comes with qtawesome, but qtawesome itself is not imported: it loads every family it has, which costs a tenth
of a second at start. A glyph is read when its icon is first drawn, so that making an icon costs nothing.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPainterPath, QPixmap, QRawFont, QTransform

from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QAbstractButton

    from apostil.ui.theme import Theme

SIZE = 18
"""The side of an icon, in pixels."""

STRENGTH = 0.8
"""How much of the ink an icon takes."""

FAMILY = "materialdesignicons6"
PREFIX = "mdi6."
GRID = 512
"""The em of the family: every glyph lies on a square of this many units."""


class IconMissingError(LookupError):
    """The icon font is not installed, or has no glyph of this name."""


def icon(name: str, theme: Theme, tone: Tone = Tone.INK) -> QIcon:
    """The icon of this name, such as `tag-outline` or `mdi6.tag-outline`, in the ink of the theme.

    Raises:
        IconMissingError: where the family has no such glyph.
    """
    name = name.removeprefix(PREFIX)
    character(name)
    color = theme.color(tone)
    color.setAlphaF(STRENGTH)
    return QIcon(GlyphEngine(name, color))


def dress(button: QAbstractButton, name: str, theme: Theme) -> None:
    """Give a button this icon, in its size."""
    button.setIcon(icon(name, theme))
    button.setIconSize(QSize(SIZE, SIZE))


class PictureEngine(QIconEngine):
    """An engine that only has to paint: its pictures are painted on nothing."""

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """The icon as a picture of this size."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, pixmap.rect(), mode, state)
        painter.end()
        return pixmap


class GlyphEngine(PictureEngine):
    """Draws one glyph in one colour, at any size."""

    def __init__(self, name: str, color: QColor) -> None:
        super().__init__()
        self._name = name
        self._color = color

    def clone(self) -> QIconEngine:
        """Another engine of the same glyph, for Qt's copies of the icon."""
        return GlyphEngine(self._name, self._color)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:  # noqa: ARG002
        """Draw the glyph into this square."""
        color = QColor(self._color)
        if mode is QIcon.Mode.Disabled:
            color.setAlphaF(color.alphaF() / 2)
        side = min(rect.width(), rect.height())
        place = QRectF(0, 0, side, side)
        place.moveCenter(QRectF(rect).center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(place.topLeft())
        painter.scale(side / GRID, side / GRID)
        painter.fillPath(glyph(self._name), color)
        painter.restore()


@cache
def glyph(name: str) -> QPainterPath:
    """The outline of a glyph on its square of `GRID` units.

    Raises:
        IconMissingError: where the family has no such glyph.
    """
    font = _font()
    path = font.pathForGlyph(font.glyphIndexesForString(character(name))[0])
    # The family stands on a descent of an eighth of the em, below the baseline.
    return QTransform.fromTranslate(0, GRID * 7 / 8).map(path)


@cache
def character(name: str) -> str:
    """The character under which the font keeps this glyph.

    Raises:
        IconMissingError: where the family has no such glyph.
    """
    # A search in the text takes a fraction of the time of parsing 7,000 names as JSON.
    names, key = _names(), f'"{name}": "'
    start = names.find(key)
    if start < 0:
        raise IconMissingError(f"There is no icon named {name}.")
    start += len(key)
    return chr(int(names[start : names.index('"', start)], 16))


@cache
def _names() -> str:
    return _file("-charmap-*.json").read_text("utf-8")


@cache
def _font() -> QRawFont:
    return QRawFont(str(_file("-webfont-*.ttf")), GRID)


def _file(pattern: str) -> Path:
    found = find_spec("qtawesome")
    for folder in (found.submodule_search_locations or ()) if found else ():
        for path in (Path(folder) / "fonts").glob(f"{FAMILY}*{pattern}"):
            return path
    raise IconMissingError("The icons are missing: please install Apostil again.")
