"""The faces and sizes of the article, at any zoom."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QApplication

from apostil.domain.article import Role
from apostil.ui.theme import Tone

SERIFS = (
    "Source Serif 4",
    "Charter",
    "Iowan Old Style",
    "Noto Serif",
    "Georgia",
    "Liberation Serif",
    "DejaVu Serif",
)
BASE = 18
"""Pixels of an em at 100 % zoom."""
LEAST = 11
"""Pixels below which nothing is set."""
MEASURE = 70
"""Characters that fit on a line, more or less."""
_SAMPLE = (
    "The minister said on Tuesday that the centre would open before the end of the year, and that its costs would be "
    "published. La ministre a déclaré mardi que le centre ouvrirait avant la fin de l’année et que ses coûts "
    "seraient rendus publics."
)


@dataclass(frozen=True, slots=True)
class Style:
    """How blocks of a role are set; lengths are in ems of the base size, `leading` in ems of their own."""

    size: float = 1.0
    weight: QFont.Weight = QFont.Weight.Normal
    leading: float = 1.55
    tone: Tone = Tone.INK
    interface: bool = False
    before: float = 0.0
    after: float = 0.7
    indent: float = 0.0


_PARAGRAPH = Style()
_STYLES = {
    Role.HEADLINE: Style(size=1.75, weight=QFont.Weight.DemiBold, leading=1.2, after=0.6),
    Role.BYLINE: Style(size=0.8, tone=Tone.SOFT, interface=True, leading=1.5),
    Role.DATELINE: Style(size=0.8, tone=Tone.SOFT, interface=True, leading=1.5),
    Role.STANDFIRST: Style(size=1.1, tone=Tone.SOFT, leading=1.45, after=0.9),
    Role.HEADING: Style(size=1.2, weight=QFont.Weight.DemiBold, leading=1.3, before=1.4, after=0.5),
    Role.LIST_ITEM: Style(indent=1.4, after=0.35),
    Role.QUOTATION: Style(indent=1.4),
    Role.CAPTION: Style(size=0.85, tone=Tone.SOFT, leading=1.45),
    Role.TABLE_ROW: Style(size=0.85, interface=True, leading=1.6, after=0.2),
    Role.FOOTNOTE: Style(size=0.85, tone=Tone.SOFT, leading=1.45, before=0.7, after=0.35),
    Role.COMMENT: Style(size=0.85, tone=Tone.SOFT, interface=True, leading=1.5, before=1.5, indent=1.4),
    Role.APPARATUS: Style(size=0.9, tone=Tone.SOFT, leading=1.45, after=0.4, indent=1.4),
}
FACTS = Style(size=0.8, tone=Tone.SOFT, interface=True, leading=1.5, after=1.4)
FOLD = Style(size=0.8, tone=Tone.SOFT, interface=True, leading=1.5, before=1.0)


def style_of(role: Role) -> Style:
    """How blocks of this role are set."""
    return _STYLES.get(role, _PARAGRAPH)


@dataclass(frozen=True)
class Faces:
    """The fonts of a page at one zoom, in percent."""

    zoom: int = 100

    @property
    def em(self) -> float:
        """The base size in pixels."""
        return BASE * self.zoom / 100

    def font(self, style: Style) -> QFont:
        """The font of this style."""
        font = QApplication.font() if style.interface else self._serif()
        font.setPixelSize(max(LEAST, round(self.em * style.size)))
        font.setWeight(style.weight)
        return font

    def leading(self, style: Style) -> int:
        """The distance of two baselines, in whole pixels, so that lines stay sharp."""
        return round(max(LEAST, self.em * style.size) * style.leading)

    def pixels(self, ems: float) -> int:
        """A length in whole pixels."""
        return round(self.em * ems)

    def _serif(self) -> QFont:
        font = QFont(list(SERIFS))
        font.setStyleHint(QFont.StyleHint.Serif)
        return font

    @cached_property
    def character(self) -> float:
        """The width of a character in running text."""
        return QFontMetricsF(self.font(_PARAGRAPH)).horizontalAdvance(_SAMPLE) / len(_SAMPLE)

    @property
    def measure(self) -> int:
        """The width of the column in pixels."""
        return round(self.character * MEASURE)
