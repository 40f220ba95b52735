"""The name at the head of a page about an entity, with the line of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from apostil.ui.models.words import kind_name
from apostil.ui.panels import flow
from apostil.ui.panels.rows import article_font, draw_line
from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from apostil.domain.names import Named
    from apostil.ui.theme import Theme

SCALE = 1.75
LINES = 2
FOOT = 8


class Headline(QWidget):
    """A name in the face of headlines, on two lines at most, with the line of its kind below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._named: Named | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self.update()

    def show_named(self, named: Named) -> None:
        """Show this name."""
        self._named = named
        self.setAccessibleName(f"{named.name}, {kind_name(named.kind)}")
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A line high at least."""
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the lines of the name."""
        metrics = QFontMetricsF(self._face())
        return round(max(1, len(self._lines(metrics, width))) * metrics.height()) + FOOT

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the name."""
        del event
        if self._named is None:
            return
        painter = QPainter(self)
        metrics = QFontMetricsF(self._face())
        painter.setFont(self._face())
        painter.setPen(self._theme.color(Tone.INK))
        lines = self._lines(metrics, self.width())
        for number, line in enumerate(lines):
            place = QRectF(0, number * metrics.height(), self.width(), metrics.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
        wide = metrics.horizontalAdvance(lines[-1]) if lines else 0.0
        foot = QPointF(0, len(lines) * metrics.height() + 3)
        draw_line(painter, foot, max(24.0, wide), self._named.kind, self._theme.kind(self._named.kind))
        painter.end()

    def _lines(self, metrics: QFontMetricsF, width: int) -> list[str]:
        name = "" if self._named is None else self._named.name
        return flow.elided(name, metrics.horizontalAdvance, width, LINES)

    def _face(self) -> QFont:
        font = article_font(self.font(), SCALE)
        font.setWeight(QFont.Weight.DemiBold)
        return font
