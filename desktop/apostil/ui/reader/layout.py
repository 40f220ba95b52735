"""One row's words as lines, and the way from a position to a point and back."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextLayout, QTextOption

from apostil.ui.reader.offsets import Units

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from apostil.ui.reader.rows import Words


@dataclass(frozen=True, slots=True)
class Line:
    """A line from unit to unit; `top` and `height` are its strip, `base` is where the letters stand."""

    start: int
    end: int
    left: float
    right: float
    top: int
    height: int
    base: float
    ascent: float
    descent: float

    @property
    def band(self) -> tuple[float, float]:
        """Top and height of what a tint covers: the letters, within the line's strip."""
        top = max(float(self.top), self.base - self.ascent)
        bottom = min(float(self.top + self.height), self.base + self.descent)
        return top, bottom - top


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a span on one line: the rectangle of its tint, and the line's base."""

    rect: QRectF
    base: float
    line: Line
    opens: bool
    closes: bool


class Laid:
    """A row's words, laid out at a width; points count from the row's own corner, positions from its start.

    All lines but the first stand `hang` pixels in: Qt answers wrongly for what lies left of a layout.
    """

    __slots__ = ("_starts", "height", "layout", "lines", "units", "words")

    def __init__(self, words: Words, font: QFont, width: float, leading: int, hang: float = 0.0) -> None:
        self.words = words
        self.units = Units(words.text)
        self.layout = QTextLayout(words.text, font)
        self.layout.setCacheEnabled(True)
        self.layout.setTextOption(_wrapping())
        self.lines: list[Line] = []
        self.height = self._lay_out(width, leading, hang)
        self._starts = [line.start for line in self.lines]

    def _lay_out(self, width: float, leading: int, hang: float) -> int:
        y = 0
        self.layout.beginLayout()
        line = self.layout.createLine()
        while line.isValid():
            left = hang if self.lines else 0.0
            line.setLineWidth(max(1.0, width - left))
            height = max(leading, ceil(line.height() - 0.3 * leading)) if leading else ceil(line.height())
            top = y + round((height - line.height()) / 2)
            line.setPosition(QPointF(left, top))
            start, ascent = line.textStart(), line.ascent()
            right = left + line.naturalTextWidth()
            end = start + line.textLength()
            self.lines.append(Line(start, end, left, right, y, height, top + ascent, ascent, line.descent()))
            y += height
            line = self.layout.createLine()
        self.layout.endLayout()
        return y

    def line_of(self, position: int) -> int:
        """The index of the line that holds this position."""
        return max(0, bisect_right(self._starts, self.units.unit(position)) - 1)

    def line_at(self, y: float) -> int:
        """The index of the line at this height, the nearest one where there is none."""
        for index, line in enumerate(self.lines):
            if y < line.top + line.height:
                return index
        return max(0, len(self.lines) - 1)

    def x(self, position: int) -> float:
        """How far from the left the caret stands at this position."""
        return self._x(self.line_of(position), self.units.unit(position))

    def _x(self, index: int, unit: int) -> float:
        x, _ = cast("tuple[float, int]", self.layout.lineAt(index).cursorToX(unit))
        return x

    def position_in(self, index: int, x: float) -> int:
        """The position on this line that is nearest to x."""
        if not self.lines:
            return 0
        unit = self.layout.lineAt(index).xToCursor(x)
        line = self.lines[index]
        if unit >= line.end and index + 1 < len(self.lines):
            unit = self.layout.previousCursorPosition(line.end)
        return self.units.position(max(line.start, unit))

    def position_at(self, x: float, y: float) -> int:
        """The position nearest to this point."""
        return self.position_in(self.line_at(y), x)

    def line_bounds(self, index: int) -> tuple[int, int]:
        """The first and the last position where the caret stands on this line."""
        line = self.lines[index]
        end = line.end
        if index + 1 < len(self.lines):
            end = max(line.start, self.layout.previousCursorPosition(end))
        return self.units.position(line.start), self.units.position(end)

    def character_at(self, x: float, y: float) -> int | None:
        """The position of the character that is drawn at this point, where there is one."""
        index = self.line_at(y)
        if not self.lines or not self.lines[index].top <= y < self.lines[index].top + self.lines[index].height:
            return None
        line = self.lines[index]
        if not line.left <= x < line.right:
            return None
        unit = self.layout.lineAt(index).xToCursor(x)
        if unit > line.start and (self._x(index, unit) > x or unit >= line.end):
            unit = self.layout.previousCursorPosition(unit)
        return self.units.position(unit)

    def pieces(self, start: int, end: int) -> list[Piece]:
        """The parts of the span from position to position, line by line."""
        first, last = self.units.unit(start), self.units.unit(end)
        found = []
        for index in range(self.line_of(start), len(self.lines)):
            line = self.lines[index]
            if line.start >= last:
                break
            found.append(self._piece(index, line, max(first, line.start), min(last, line.end), (first, last)))
        return found

    def _piece(self, index: int, line: Line, start: int, end: int, whole: tuple[int, int]) -> Piece:
        one, other = self._x(index, start), self._x(index, end)
        left, right = min(one, other), min(max(one, other), max(line.right, line.left))
        top, height = line.band
        rect = QRectF(left, top, max(0.0, right - left), height)
        return Piece(rect, line.base, line, start == whole[0], end == whole[1])


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
