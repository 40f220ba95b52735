"""The six lines that tell the kinds of entities apart without their colours, strong under what a person confirmed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import cycle

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from apostil.domain.entity import Kind

Stroke = Callable[[QPainter, QColor, float, float, float, float], None]
"""Draws in a colour from x to x, its upper edge at y, with so much of the usual weight."""

THICK = 2.0

STRONG = 1.3
"""The weight of the line under what a person confirmed."""

THIN = 0.6
"""The weight of the line under what a program guessed: it is thinner, never fainter."""

_WAVE = 1.7


def underline(
    painter: QPainter, kind: Kind, color: QColor, left: float, right: float, y: float, weight: float = 1.0
) -> None:
    """Draw the line of this kind under what stands between left and right."""
    if right - left < 1:
        return
    painter.save()
    # Straight lines are whole pixels: half covered ones would be fainter than their colour.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, kind is Kind.EVENT)
    _STROKES[kind](painter, color, left, right, y, weight)
    painter.restore()


def _bars(painter: QPainter, color: QColor, spans: Iterable[tuple[float, float]], y: float, height: float) -> None:
    for left, right in spans:
        painter.fillRect(QRectF(left, y, right - left, height), color)


def _broken(left: float, right: float, dashes: tuple[float, ...]) -> Iterator[tuple[float, float]]:
    """The parts of a line that are drawn: dashes and gaps in turn, in pixels, the last one cut at the end."""
    steps = cycle(dashes)
    while left < right:
        dash, gap = next(steps), next(steps)
        yield left, min(left + dash, right)
        left += dash + gap


def _height(weight: float, usual: float = THICK) -> int:
    return max(1, round(usual * weight))


def _solid(painter: QPainter, color: QColor, left: float, right: float, y: float, weight: float) -> None:
    _bars(painter, color, [(left, right)], y, _height(weight))


def _double(painter: QPainter, color: QColor, left: float, right: float, y: float, weight: float) -> None:
    for top in (y - 1, y + 2):
        _bars(painter, color, [(left, right)], top, _height(weight, 1.4))


def _dotted(painter: QPainter, color: QColor, left: float, right: float, y: float, weight: float) -> None:
    # A dot is as wide as it is high, and not below two pixels: a single one is lost between words.
    dot = max(2, _height(weight))
    _bars(painter, color, _broken(round(left), right, (dot, 3.0)), y, dot)


def _dashed(painter: QPainter, color: QColor, left: float, right: float, y: float, weight: float) -> None:
    _bars(painter, color, _broken(round(left), right, (6.0, 4.0)), y, _height(weight))


def _dash_dot(painter: QPainter, color: QColor, left: float, right: float, y: float, weight: float) -> None:
    _bars(painter, color, _broken(round(left), right, (8.0, 3.0, 2.0, 3.0)), y, _height(weight))


def _wave(painter: QPainter, color: QColor, left: float, right: float, y: float, weight: float) -> None:
    path = QPainterPath(QPointF(left, y + 1))
    x, up = left, True
    while x < right:
        path.quadTo(QPointF(x + 2, y - 1.6 if up else y + 3.6), QPointF(x + 4, y + 1))
        x, up = x + 4, not up
    painter.setClipRect(QRectF(left, y - 3, right - left, 9))
    painter.setPen(QPen(color, max(1.3, _WAVE * weight), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawPath(path)


_STROKES: dict[Kind, Stroke] = {
    Kind.PERSON: _solid,
    Kind.ORGANIZATION: _double,
    Kind.LOCATION: _dotted,
    Kind.GROUP: _dashed,
    Kind.EVENT: _wave,
    Kind.WORK: _dash_dot,
}
