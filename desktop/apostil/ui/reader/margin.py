"""The margin: glyphs of notes, stripes of tags and bars of summary sentences beside the lines they belong to."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from apostil.domain.spans import Span

if TYPE_CHECKING:
    from apostil.domain.annotation import Annotation
    from apostil.ui.reader.decorations import Decorations, Mark
    from apostil.ui.reader.page import Page

WIDTH = 40
_BAR = QRectF(-9, 0, 3, 0)
_STRIPE = QRectF(-18, 0, 2, 0)
_STRIPE_STEP = 4
_DASH = 5
_DASH_GAP = 3
_STRIPES = 2
_GLYPH = QRectF(-36, 0, 13, 13)


class Thing(Enum):
    """What stands in the margin."""

    NOTE = "note"
    TAG = "tag"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Item:
    """Something in the margin: where, what words it belongs to, and whose mark it is; `marks` is empty for a bar."""

    thing: Thing
    rect: QRectF
    span: Span
    marks: tuple[Annotation, ...] = ()

    @property
    def tip(self) -> str:
        """What it says when it is pointed at."""
        from html import escape

        if self.thing is Thing.SUMMARY:
            return QCoreApplication.translate("Reader", "In the summary")
        if self.thing is Thing.TAG:
            return escape(", ".join(self.marks[0].tags))
        return "<hr>".join(escape(mark.note).replace("\n", "<br>") for mark in self.marks)


def items(page: Page, decorations: Decorations, top: int, bottom: int) -> list[Item]:
    """What stands in the margin between these heights, in the column's coordinates."""
    found: list[Item] = []
    for index in page.rows_between(top, bottom):
        found += _row_items(page, decorations, index)
    return found


def _row_items(page: Page, decorations: Decorations, index: int) -> list[Item]:
    span = page.rows[index].span
    if not len(span):
        return []
    marks = decorations.marks.over(span)
    found = [
        Item(Thing.SUMMARY, strip, bar)
        for bar in decorations.summary.over(span)
        for strip in _strip(page, index, bar, _BAR)
    ]
    return found + _stripes(page, index, marks) + _glyphs(page, index, marks)


def _strip(page: Page, index: int, span: Span, place: QRectF) -> list[QRectF]:
    pieces = page.pieces(index, span)
    if not pieces:
        return []
    top = page.top(index)
    first, last = pieces[0].rect, pieces[-1].rect
    return [QRectF(place.x(), top + first.top(), place.width(), last.bottom() - first.top())]


def _stripes(page: Page, index: int, marks: list[Mark]) -> list[Item]:
    found: list[Item] = []
    for number, mark in enumerate(mark for mark in marks if mark.annotation.tags):
        place = _STRIPE.translated(-_STRIPE_STEP * (number % _STRIPES), 0)
        found += [
            Item(Thing.TAG, rect, mark.span, (mark.annotation,)) for rect in _strip(page, index, mark.span, place)
        ]
    return found


def _glyphs(page: Page, index: int, marks: list[Mark]) -> list[Item]:
    by_line: dict[int, list[Mark]] = {}
    row = page.rows[index]
    for mark in marks:
        if mark.annotation.note and row.span.start <= mark.span.start:
            for piece in page.pieces(index, mark.span)[:1]:
                by_line.setdefault(page.top(index) + round(piece.rect.center().y()), []).append(mark)
    return [
        Item(
            Thing.NOTE,
            QRectF(_GLYPH.x(), y - _GLYPH.height() / 2, _GLYPH.width(), _GLYPH.height()),
            Span(min(mark.span.start for mark in group), max(mark.span.end for mark in group)),
            tuple(mark.annotation for mark in group),
        )
        for y, group in by_line.items()
    ]


def at(things: list[Item], point: QPointF) -> Item | None:
    """What stands at this point; a few pixels beside it count."""
    near = [item for item in things if item.rect.adjusted(-3, -2, 3, 2).contains(point)]
    return min(near, key=lambda item: abs(item.rect.center().x() - point.x()), default=None)


def dashes(stripe: QRectF) -> list[QRectF]:
    """A stripe in dashes, so that its shape tells it from a bar where their colours are alike."""
    found = []
    top = stripe.top()
    while top < stripe.bottom():
        found.append(QRectF(stripe.left(), top, stripe.width(), min(_DASH, stripe.bottom() - top)))
        top += _DASH + _DASH_GAP
    return found


def draw_glyph(painter: QPainter, rect: QRectF, ink: QColor, fill: QColor, count: int) -> None:
    """Draw a leaf with a turned corner; where it stands for several notes, with their number."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    leaf = rect.adjusted(0.5, 0.5, -0.5, -0.5)
    corner = 4.0
    path = QPainterPath(leaf.topLeft())
    for point in (
        leaf.topRight(),
        QPointF(leaf.right(), leaf.bottom() - corner),
        QPointF(leaf.right() - corner, leaf.bottom()),
        leaf.bottomLeft(),
    ):
        path.lineTo(point)
    path.closeSubpath()
    painter.setPen(QPen(ink, 1.2))
    painter.setBrush(fill)
    painter.drawPath(path)
    if count > 1:
        _number(painter, leaf, ink, count)
    else:
        for y in (leaf.top() + 4, leaf.top() + 7):
            painter.drawLine(QPointF(leaf.left() + 3, y), QPointF(leaf.right() - 3, y))
    painter.restore()


def _number(painter: QPainter, leaf: QRectF, ink: QColor, count: int) -> None:
    font = painter.font()
    font.setPixelSize(11)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(leaf, 0x84, str(min(count, 9)))
