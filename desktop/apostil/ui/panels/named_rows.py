"""The rows of entities of the library: how a name is drawn with its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from apostil.ui.forms import APART
from apostil.ui.models.named_model import Roles
from apostil.ui.panels.rows import PAD, RowDelegate, draw_line, small_font
from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QStyleOptionViewItem

    from apostil.domain.names import Named
    from apostil.ui.models.index import Index
    from apostil.ui.theme import Theme


class NamedDelegate(RowDelegate):
    """Draws a name above the line of its kind, and what is said of it below; on one line where it is to be `flat`."""

    def __init__(self, theme: Theme, parent: QObject | None = None, *, flat: bool = False) -> None:
        super().__init__(theme, parent)
        self._flat = flat

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 Qt's own signature
        """Every row is as high as the others."""
        name = QFontMetricsF(option.font).height() + 4
        facts = 0.0 if self._flat else QFontMetricsF(small_font(option.font)).height() + 2
        return QSize(120, round(name + facts) + (PAD if self._flat else 2 * PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one entity."""
        named: Named = index.data(Roles.NAMED)
        painter.save()
        self.draw_ground(painter, option)
        pad = PAD + 4 if self._flat else APART
        left, width = option.rect.left() + pad, float(option.rect.width() - 2 * pad)
        small = QFontMetricsF(small_font(option.font))
        facts: str = index.data(Roles.FACTS)
        room = max(width * 0.45, width - small.horizontalAdvance(facts) - PAD) if self._flat else width
        used = self._draw_name(painter, option, named, left, room)
        if self._flat:
            place = QPointF(left + used + PAD, option.rect.top() + PAD / 2 + QFontMetricsF(option.font).ascent())
            width -= used + PAD
        else:
            top = option.rect.top() + PAD + QFontMetricsF(option.font).height() + 6
            place = QPointF(left, top + small.ascent())
        painter.setFont(small_font(option.font))
        painter.setPen(self.theme.color(Tone.SOFT))
        painter.drawText(place, small.elidedText(facts, Qt.TextElideMode.ElideRight, width))
        painter.restore()

    def _draw_name(
        self, painter: QPainter, option: QStyleOptionViewItem, named: Named, left: int, room: float
    ) -> float:
        """Draw the name, and say how wide it is."""
        font = QFont(option.font)
        if named.confirmed:
            font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetricsF(font)
        top = option.rect.top() + (PAD / 2 if self._flat else PAD)
        name = metrics.elidedText(named.name, Qt.TextElideMode.ElideRight, room)
        wide = metrics.horizontalAdvance(name)
        painter.setFont(font)
        painter.setPen(self.theme.color(Tone.INK))
        painter.drawText(QPointF(left, top + metrics.ascent()), name)
        line = self.theme.kind(named.kind)
        draw_line(painter, QPointF(left, top + metrics.height() + 1.5), max(16.0, wide), named.kind, line)
        return max(16.0, wide)
