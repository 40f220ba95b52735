"""The six lines that tell the kinds of entities apart without their colours, strong under what a person confirmed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from apostil.domain.entity import Kind

Stroke = Callable[[QPainter, QColor, float, float, float, float], None]
"""Draws in a colour from x to x, its upper edge at y, with so much of the usual weight."""

THICK = 2.0

STRONG = 1.3
"""The weight of the line under what a person confirmed."""

THIN = 0.6
"""The weight of the line under what a program guessed."""

GUESSED = 0.75
"""The strength of its colour; less could no longer be seen on the paper."""


def underline(
    painter: QPainter, kind: Kind, color: QColor, left: float, right: float, y: float, weight: float = 1.0
) -> None:
    """Draw the line of this kind under what stands between left and right."""
    if right - left < 1:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _STROKES[kind](painter, color, left, right, y, weight)
    painter.restore()


def _stroke(painter: QPainter, pen: QPen, left: float, right: float, y: float) -> None:
    painter.setPen(pen)
    middle = y + pen.widthF() / 2
    painter.drawLine(QLineF(left, middle, right, middle))


def _solid(painter: QPainter, color: QColor, left: float, right: float, y: float, weight: float) -> None:
    _stroke(painter, _pen(color, THICK * weight), left, right, y)


def _double(painter: QPainter, color: QColor, left: float, right: float, y: float, weight: float) -> None:
    _stroke(painter, _pen(color, weight), left, right, y - 1)
    _stroke(painter, _pen(color, weight), left, right, y + 2)


def _dotted(painter: QPainter, color: QColor, left: float, right: float, y: float, weight: float) -> None:
    pen = _pen(color, THICK * weight, (0.01, 2.0))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    _stroke(painter, pen, left + 1, right, y)


def _dashed(painter: QPainter, color: QColor, left: float, right: float, y: float, weight: float) -> None:
    _stroke(painter, _pen(color, THICK * weight, (3.0, 2.0)), left, right, y)


def _dash_dot(painter: QPainter, color: QColor, left: float, right: float, y: float, weight: float) -> None:
    _stroke(painter, _pen(color, THICK * weight, (4.0, 1.5, 1.0, 1.5)), left, right, y)


def _wave(painter: QPainter, color: QColor, left: float, right: float, y: float, weight: float) -> None:
    path = QPainterPath(QPointF(left, y + 1))
    x, up = left, True
    while x < right:
        path.quadTo(QPointF(x + 2, y - 1.6 if up else y + 3.6), QPointF(x + 4, y + 1))
        x, up = x + 4, not up
    painter.setClipRect(QRectF(left, y - 3, right - left, 9))
    painter.setPen(_pen(color, 1.4 * weight))
    painter.drawPath(path)


def _pen(color: QColor, width: float, dashes: tuple[float, ...] = ()) -> QPen:
    pen = QPen(color, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes:
        # Qt counts in widths of the pen; here a dash is as long in a thin line as in a strong one.
        pen.setDashPattern([dash * THICK / width for dash in dashes])
    return pen


_STROKES: dict[Kind, Stroke] = {
    Kind.PERSON: _solid,
    Kind.ORGANIZATION: _double,
    Kind.LOCATION: _dotted,
    Kind.GROUP: _dashed,
    Kind.EVENT: _wave,
    Kind.WORK: _dash_dot,
}
