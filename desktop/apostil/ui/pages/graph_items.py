"""What the graph is drawn with: nodes in the shape and the colour of their kind, and ties between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsLineItem

from apostil.domain.entity import Kind
from apostil.exporters.graph_picture import CORNERS
from apostil.ui.models.words import shortened
from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

    from apostil.domain.labels import Box
    from apostil.domain.names import Named, Tie
    from apostil.ui.theme import Theme

LEAST, MOST = 6.0, 17.0
"""The radius of a node, from the least to the most frequent."""

SMALLEST = 4.0
"""The radius of the least frequent in a crowd."""

THIN, THICK = 1.0, 6.0
"""The width of a tie, from the weakest to the strongest."""

LONGEST = 32
"""So many letters of a name stand beside its node."""

FADED = 0.22
RING = 5.0


def shape(kind: Kind, radius: float) -> QPainterPath:
    """The shape of a kind around the origin: kinds are told apart without their colours."""
    path = QPainterPath()
    match kind:
        case Kind.PERSON:
            path.addEllipse(QPointF(0, 0), radius, radius)
        case Kind.ORGANIZATION:
            side = 0.88 * radius
            path.addRect(QRectF(-side, -side, 2 * side, 2 * side))
        case Kind.WORK:
            path.addRoundedRect(QRectF(-0.75 * radius, -radius, 1.5 * radius, 2 * radius), 3, 3)
        case _:
            path.addPolygon(QPolygonF([QPointF(x * radius, y * radius) for x, y in CORNERS[kind]]))
            path.closeSubpath()
    return path


class Node(QGraphicsItem):
    """An entity of the graph, as large at any zoom; filled where a person confirmed it."""

    def __init__(self, named: Named, frequent: int, theme: Theme) -> None:
        super().__init__()
        self.named = named
        # The larger lie over the smaller: their names may.
        self._share = named.mentions / max(1, frequent + 1)
        self._whole = LEAST + (MOST - LEAST) * self._share**0.5
        self.radius = self._whole
        self._theme = theme
        self._box: Box | None = None
        self._font = QFont()
        self.chosen = False
        self.faded = False
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setZValue(1 + self._share)

    def shrink(self, part: float) -> None:
        """Be so much of the usual size, where there is little room."""
        self.prepareGeometryChange()
        self.radius = max(SMALLEST, part * self._whole)

    def show_label(self, box: Box | None, font: QFont) -> None:
        """Write the name at this place, counted from the middle of the node; or do not write it."""
        self.prepareGeometryChange()
        self._box, self._font = box, font
        self.setZValue(2 if self.chosen else 1 + self._share)
        self.update()

    @property
    def words(self) -> str:
        """The name as it is written beside the node."""
        return shortened(self.named.name, LONGEST)

    @property
    def label(self) -> QRectF:
        """Where the name stands, from the middle of the node; empty where it does not."""
        if self._box is None:
            return QRectF()
        left, top, right, bottom = self._box
        return QRectF(left, top, right - left, bottom - top)

    def boundingRect(self) -> QRectF:
        """The node with its ring and its name."""
        out = 1.2 * self.radius + RING + 2
        return QRectF(-out, -out, 2 * out, 2 * out).united(self.label.adjusted(-4, -2, 4, 2))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,  # noqa: ARG002 Qt's own signature
        widget: QWidget | None = None,  # noqa: ARG002
    ) -> None:
        """Draw the node and its name."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(FADED if self.faded else 1.0)
        color = self._theme.kind(self.named.kind)
        if self.chosen:
            painter.setPen(QPen(self._theme.color(Tone.ACCENT), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(shape(self.named.kind, self.radius + RING))
        painter.setPen(QPen(color, 2))
        painter.setBrush(color if self.named.confirmed else mixed(color, self._theme.color(Tone.PAPER), 0.25))
        painter.drawPath(shape(self.named.kind, self.radius))
        self._draw_name(painter)

    def _draw_name(self, painter: QPainter) -> None:
        place = self.label
        if place.isEmpty():
            return
        ground = self._theme.color(Tone.PAPER)
        ground.setAlphaF(1.0 if self.chosen else 0.82)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(place, 3, 3)
        painter.setFont(self._font)
        painter.setPen(self._theme.color(Tone.INK))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, self.words)


class Edge(QGraphicsLineItem):
    """A tie of the graph, the wider the more sentences it rests on, whatever the zoom."""

    def __init__(self, tie: Tie, line: QLineF, most: int, theme: Theme) -> None:
        super().__init__(line)
        self.tie = tie
        self.wide = THIN + (THICK - THIN) * tie.sentences / max(1, most)
        self._theme = theme
        self.paint_as(chosen=False, near=False, faded=False)

    def paint_as(self, *, chosen: bool, near: bool, faded: bool) -> None:
        """Draw it as the chosen one, as one at the chosen node, or as one that is neither."""
        tone = Tone.ACCENT if chosen or near else Tone.SOFT
        color = QColor(self._theme.color(tone))
        color.setAlphaF(1.0 if chosen else 0.75 if near else 0.1 if faded else 0.36)
        pen = QPen(color, self.wide + (2 if chosen else 0))
        pen.setCosmetic(True)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self.setPen(pen)
        self.setZValue(0.5 if chosen or near else 0)


def mixed(color: QColor, ground: QColor, strength: float) -> QColor:
    """So much of a colour on a ground."""
    ones = color.redF(), color.greenF(), color.blueF()
    others = ground.redF(), ground.greenF(), ground.blueF()
    red, green, blue = (strength * one + (1 - strength) * other for one, other in zip(ones, others, strict=True))
    return QColor.fromRgbF(red, green, blue)
