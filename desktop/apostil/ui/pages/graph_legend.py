"""What the shapes of the graph stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from apostil.domain.entity import Kind
from apostil.ui.models.words import kind_names
from apostil.ui.pages.graph_items import mixed, shape
from apostil.ui.panels.rows import small_font
from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent

    from apostil.domain.names import Named
    from apostil.ui.theme import Theme

RADIUS = 6.0
GAP = 14.0


class Legend(QWidget):
    """The kinds that occur, each with its shape, on as many lines as they need."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kinds: tuple[Kind, ...] = ()
        self._more = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_nodes(self, nodes: Iterable[Named]) -> None:
        """Explain what these are drawn as."""
        found = tuple(nodes)
        there = {node.kind for node in found}
        settled = {node.confirmed for node in found}
        self._more = self.tr("full: confirmed by you, pale: found by the program") if len(settled) > 1 else ""
        self._kinds = tuple(kind for kind in Kind if kind in there)
        self.setAccessibleName(", ".join(filter(None, [*map(kind_names, self._kinds), self._more])))
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines."""
        _, _, last = self._arranged(width)
        return round(last + self._line() / 2 + 2)

    def sizeHint(self) -> QSize:
        """One line, where it is wide enough."""
        return QSize(120, self.heightForWidth(max(120, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw each shape with its word."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetricsF(small_font(self.font()))
        painter.setFont(small_font(self.font()))
        places, more, _ = self._arranged(self.width())
        for kind, place in places:
            color = self._theme.kind(kind)
            painter.setPen(QPen(color, 2))
            painter.setBrush(mixed(color, self._theme.color(Tone.PAPER), 0.25))
            painter.save()
            painter.translate(place)
            painter.drawPath(shape(kind, RADIUS))
            painter.restore()
            painter.setPen(self._theme.color(Tone.SOFT))
            base = place.y() + (metrics.ascent() - metrics.descent()) / 2
            painter.drawText(QPointF(place.x() + RADIUS + 6, base), kind_names(kind))
        painter.drawText(more, self._more)
        painter.end()

    def _line(self) -> float:
        return max(QFontMetricsF(small_font(self.font())).height(), 2 * RADIUS + 4) + 4

    def _arranged(self, width: int) -> tuple[list[tuple[Kind, QPointF]], QPointF, float]:
        """Where the middle of each shape is, where the words after them begin, and the middle of the last line."""
        metrics = QFontMetricsF(small_font(self.font()))
        found: list[tuple[Kind, QPointF]] = []
        x, y = 0.0, self._line() / 2
        for kind in self._kinds:
            wide = 2 * RADIUS + 8 + metrics.horizontalAdvance(kind_names(kind))
            if x and x + wide > width:
                x, y = 0.0, y + self._line()
            found.append((kind, QPointF(x + RADIUS + 2, y)))
            x += wide + GAP
        if self._more and x and x + metrics.horizontalAdvance(self._more) > width:
            x, y = 0.0, y + self._line()
        return found, QPointF(x, y + (metrics.ascent() - metrics.descent()) / 2), y
