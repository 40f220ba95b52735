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

    from apostil.ui.theme import Theme

RADIUS = 6.0
GAP = 14.0


class Legend(QWidget):
    """The kinds that occur, each with its shape, on as many lines as they need."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kinds: tuple[Kind, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_kinds(self, kinds: Iterable[Kind]) -> None:
        """Explain these."""
        there = set(kinds)
        self._kinds = tuple(kind for kind in Kind if kind in there)
        self.setAccessibleName(", ".join(map(kind_names, self._kinds)))
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
        places = self._places(width)
        return round((places[-1][1].y() if places else 0) + self._line() / 2 + 2)

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
        for kind, place in self._places(self.width()):
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
        painter.end()

    def _line(self) -> float:
        return max(QFontMetricsF(small_font(self.font())).height(), 2 * RADIUS + 4) + 4

    def _places(self, width: int) -> list[tuple[Kind, QPointF]]:
        """Where the middle of each shape is."""
        metrics = QFontMetricsF(small_font(self.font()))
        found: list[tuple[Kind, QPointF]] = []
        x, y = 0.0, self._line() / 2
        for kind in self._kinds:
            wide = 2 * RADIUS + 8 + metrics.horizontalAdvance(kind_names(kind))
            if x and x + wide > width:
                x, y = 0.0, y + self._line()
            found.append((kind, QPointF(x + RADIUS + 2, y)))
            x += wide + GAP
        return found
