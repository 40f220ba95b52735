"""The rows of a summary of several articles: those of a summary, with outlets, days and sources above them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from apostil.ui.forms import BESIDE
from apostil.ui.panels.rows import PAD, small_font
from apostil.ui.panels.summary_layout import LEFT
from apostil.ui.panels.summary_rows import SummaryDelegate
from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from apostil.ui.keeping import Deed
    from apostil.ui.models.index import Index
    from apostil.ui.models.together_model import TogetherModel
    from apostil.ui.theme import Theme

WIDEST = 680
"""A line of a sentence is no wider, so that it can be read."""


class _Above(NamedTuple):
    """What stands above a sentence: a heading, what stands beside that, and lines below it."""

    heading: str
    beside: str
    lines: tuple[str, ...]


class TogetherDelegate(SummaryDelegate):
    """Draws what stands above a row, and below it the row as the summary of one article has it."""

    def __init__(self, theme: Theme, view: QListView, model: TogetherModel) -> None:
        super().__init__(theme, view)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the sentence and what stands above it need."""
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), hint.height() + self._height_above(option, index))

    def deed_at(self, place: QPoint, option: QStyleOptionViewItem, index: Index) -> Deed | None:
        """What a click at this place of the list does, where it does more than going to the sentence."""
        return super().deed_at(place, self._below(option, index), index)

    def tip_at(self, place: QPoint, option: QStyleOptionViewItem, index: Index) -> str:
        """What a click at this place does, with its key; over the sentence, how to read it in its article."""
        said = super().tip_at(place, self._below(option, index), index)
        return said or self.tr("Read it in its article: double click, or Return")

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw what stands above, and the sentence."""
        self._paint_above(painter, option, index)
        super().paint(painter, self._below(option, index), index)

    def _below(self, option: QStyleOptionViewItem, index: Index) -> QStyleOptionViewItem:
        """The place of the sentence within its row; a place that is no higher than the sentence is that already."""
        inner = QStyleOptionViewItem(option)
        above = option.rect.height() - self.laid(option, index).height
        inner.rect = QRect(option.rect).adjusted(0, max(0, above), 0, 0)
        return inner

    def _height_above(self, option: QStyleOptionViewItem, index: Index) -> int:
        above = self._above(option.font, index)
        height = QFontMetrics(_strong(option.font)).height() + 2 * PAD if above.heading else 0
        line = QFontMetrics(small_font(option.font)).height()
        return height + line * len(above.lines) + (PAD if above.lines or above.beside else 0)

    def _above(self, font: QFont, index: Index) -> _Above:
        """What stands above a sentence: beside a heading its source, and beside that who else says it, if they fit."""
        heading, source, also = self._model.above(index.row())
        small, width = QFontMetrics(small_font(font)), self._width()
        joined = " · ".join(filter(None, (source, also)))
        lines = (joined,) if small.horizontalAdvance(joined) <= width else (source, also)
        taken = QFontMetrics(_strong(font)).horizontalAdvance(heading) + BESIDE - LEFT + PAD if heading else 0
        if heading and taken + small.horizontalAdvance(lines[0]) <= width:
            return _Above(heading, lines[0], lines[1:])
        return _Above(heading, "", tuple(filter(None, lines)))

    def _paint_above(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        above = self._above(option.font, index)
        top, left = option.rect.top(), option.rect.left()
        small = small_font(option.font)
        painter.save()
        if above.heading:
            top = self._paint_heading(painter, option, above)
        metrics = QFontMetrics(small)
        painter.setFont(small)
        painter.setPen(self.theme.color(Tone.SOFT))
        for line in above.lines:
            words = metrics.elidedText(line, Qt.TextElideMode.ElideRight, self._width())
            painter.drawText(left + LEFT, top + PAD + metrics.ascent(), words)
            top += metrics.height()
        painter.restore()

    def _paint_heading(self, painter: QPainter, option: QStyleOptionViewItem, above: _Above) -> int:
        """Draw a heading and what stands beside it; gives where they end."""
        font = _strong(option.font)
        metrics = QFontMetrics(font)
        left, foot = option.rect.left() + PAD, option.rect.top() + 2 * PAD + metrics.ascent()
        words = metrics.elidedText(above.heading, Qt.TextElideMode.ElideRight, self._width() + LEFT - PAD)
        painter.setFont(font)
        painter.setPen(self.theme.color(Tone.INK))
        painter.drawText(left, foot, words)
        painter.setFont(small_font(option.font))
        painter.setPen(self.theme.color(Tone.SOFT))
        painter.drawText(left + metrics.horizontalAdvance(words) + BESIDE, foot, above.beside)
        return option.rect.top() + metrics.height() + 2 * PAD

    def _width(self) -> int:
        return min(WIDEST, super()._width())


def _strong(base: QFont) -> QFont:
    font = QFont(base)
    font.setWeight(QFont.Weight.DemiBold)
    return font
