"""The rows of the summary: how a sentence is drawn, and what keys and clicks do there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from apostil.domain.spans import Span
from apostil.ui.models.summary_model import Chosen, Roles, SummaryModel, score_words
from apostil.ui.panels import flow
from apostil.ui.panels.rows import PAD, RowDelegate, RowView, article_font, small_font
from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from apostil.ui.models.index import Index
    from apostil.ui.theme import Theme

BADGE = 24
BAR = 56


class SummaryDelegate(RowDelegate):
    """Draws a sentence in full, with its rank beside it and its score below."""

    def __init__(self, theme: Theme, view: QListView, model: SummaryModel) -> None:
        super().__init__(theme, view)
        self._view = view
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the sentence needs in the width of the list."""
        metrics = QFontMetricsF(article_font(option.font))
        lines = len(self._lines(index, metrics))
        facts = QFontMetricsF(small_font(option.font)).height()
        return QSize(120, round(lines * self._leading(metrics) + 4 + facts) + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one sentence."""
        chosen: Chosen = index.data(Roles.CHOSEN)
        painter.save()
        self.draw_ground(painter, option)
        self._draw_rank(painter, option, chosen)
        font = article_font(option.font)
        metrics = QFontMetricsF(font)
        left = option.rect.left() + PAD + BADGE + PAD
        y = option.rect.top() + PAD + metrics.ascent()
        painter.setFont(font)
        painter.setPen(self.theme.color(Tone.INK))
        for line in self._lines(index, metrics):
            painter.drawText(left, round(y), line.cut(chosen.words))
            y += self._leading(metrics)
        strip = QRectF(left, y - metrics.ascent() + 4, option.rect.right() - PAD - left, 0)
        self._draw_score(painter, small_font(option.font), chosen, strip)
        painter.setPen(self.theme.color(Tone.LINE))
        painter.drawLine(left, option.rect.bottom(), option.rect.right() - PAD, option.rect.bottom())
        painter.restore()

    def _lines(self, index: Index, metrics: QFontMetricsF) -> list[Span]:
        words: str = index.data(Qt.ItemDataRole.DisplayRole)
        width = self._view.viewport().width() - 3 * PAD - BADGE
        return flow.lines(words, metrics.horizontalAdvance, max(width, 80))

    @staticmethod
    def _leading(metrics: QFontMetricsF) -> float:
        return metrics.height() * 1.15

    def _draw_rank(self, painter: QPainter, option: QStyleOptionViewItem, chosen: Chosen) -> None:
        place = QRectF(option.rect.left() + PAD, option.rect.top() + PAD, BADGE, BADGE - 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self.theme.color(Tone.LINE))
        painter.setBrush(self.theme.color(Tone.CHROME))
        painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(small_font(option.font))
        painter.setPen(self.theme.color(Tone.INK))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(chosen.sentence.rank))

    def _draw_score(self, painter: QPainter, font: QFont, chosen: Chosen, strip: QRectF) -> None:
        metrics = QFontMetricsF(font)
        groove = QRectF(strip.left(), strip.top() + metrics.height() / 2 - 2, BAR, 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.color(Tone.LINE))
        painter.drawRoundedRect(groove, 2, 2)
        painter.setBrush(self.theme.color(Tone.ACCENT))
        groove.setWidth(max(4.0, BAR * chosen.sentence.strength))
        painter.drawRoundedRect(groove, 2, 2)
        painter.setFont(font)
        painter.setPen(self.theme.color(Tone.SOFT))
        words = facts_within(self._model, chosen, metrics, strip.width() - BAR - PAD)
        painter.drawText(round(strip.left() + BAR + PAD), round(strip.top() + metrics.ascent()), words)


def facts_within(model: SummaryModel, chosen: Chosen, metrics: QFontMetricsF, room: float) -> str:
    """Score and place of a sentence; where it is too narrow for both, the place, as a bar shows the score."""
    score, place = score_words(chosen.sentence.score), model.place(chosen)
    words = f"{score} · {place}" if place else score
    if place and metrics.horizontalAdvance(words) > room:
        return metrics.elidedText(place, Qt.TextElideMode.ElideRight, room)
    return words


class SummaryView(RowView):
    """The list of sentences: a click, Enter or Space goes to the place."""

    OPENING = RowView.OPENING | {Qt.Key.Key_Space}

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("summaryList", parent)
        # A third of a long article may be chosen: its rows are measured a hundred at a time.
        self.setLayoutMode(QListView.LayoutMode.Batched)
