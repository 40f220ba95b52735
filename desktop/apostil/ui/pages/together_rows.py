"""The rows of a summary of several articles: those of a summary, with outlets, days and sources above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

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
        heading, source, also = self._model.above(index.row())
        height = QFontMetrics(_strong(option.font)).height() + 2 * PAD if heading else 0
        line = QFontMetrics(small_font(option.font)).height()
        return height + line * (bool(source) + bool(also)) + (PAD if source or also else 0)

    def _paint_above(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        heading, source, also = self._model.above(index.row())
        top, left = option.rect.top(), option.rect.left()
        width = option.rect.width() - LEFT - PAD
        painter.save()
        if heading:
            font = _strong(option.font)
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(self.theme.color(Tone.INK))
            words = metrics.elidedText(heading, Qt.TextElideMode.ElideRight, width)
            painter.drawText(left + PAD, top + 2 * PAD + metrics.ascent(), words)
            top += metrics.height() + 2 * PAD
        font = small_font(option.font)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        painter.setPen(self.theme.color(Tone.SOFT))
        for line in filter(None, (source, also)):
            words = metrics.elidedText(line, Qt.TextElideMode.ElideRight, width)
            painter.drawText(left + LEFT, top + PAD + metrics.ascent(), words)
            top += metrics.height()
        painter.restore()

    def _width(self) -> int:
        return min(WIDEST, super()._width())


def _strong(base: QFont) -> QFont:
    font = QFont(base)
    font.setWeight(QFont.Weight.DemiBold)
    return font
