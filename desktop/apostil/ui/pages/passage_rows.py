"""The rows of sentences: how articles and their sentences are drawn, the mentions marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from apostil.domain.entity import Kind
from apostil.ui.forms import APART
from apostil.ui.models.passage_model import PORTION, Head, Roles
from apostil.ui.panels import flow
from apostil.ui.panels.rows import PAD, RowDelegate, RowView, article_font, draw_line, small_font
from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from apostil.domain.names import Passage
    from apostil.domain.spans import Span
    from apostil.ui.models.index import Index
    from apostil.ui.models.passage_model import PassageModel
    from apostil.ui.theme import Theme

LEADING = 1.3
INDENT = 12
LEAST_WIDTH = 80
WIDEST = 680
"""A line of sentences is no wider, so that it can be read."""


class PassageDelegate(RowDelegate):
    """Draws an article's title with its facts, and each of its sentences in full with its mentions underlined."""

    def __init__(self, theme: Theme, view: QListView, model: PassageModel) -> None:
        super().__init__(theme, view)
        self._view = view
        self._width = 0
        self._broken: dict[Passage, list[Span]] = {}
        model.modelReset.connect(self._broken.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the sentence needs in the width of the list."""
        row = index.data(Roles.ROW)
        if isinstance(row, Head):
            return QSize(LEAST_WIDTH, round(_height(_strong(option.font)) + 2 + _height(small_font(option.font))) + 20)
        metrics = QFontMetricsF(article_font(option.font))
        return QSize(LEAST_WIDTH, round(len(self._lines(row, metrics)) * metrics.height() * LEADING) + PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw an article or a sentence."""
        row = index.data(Roles.ROW)
        painter.save()
        if isinstance(row, Head):
            self._paint_head(painter, option, row, index.row())
        else:
            self.draw_ground(painter, option)
            self._paint_passage(painter, option, row)
        painter.restore()

    def _paint_head(self, painter: QPainter, option: QStyleOptionViewItem, head: Head, row: int) -> None:
        rect: QRect = option.rect
        if row:
            painter.setPen(self.theme.color(Tone.LINE))
            painter.drawLine(rect.left() + APART, rect.top(), rect.right() - APART, rect.top())
        self.draw_ground(painter, option)
        left, width = rect.left() + APART, rect.width() - 2 * APART
        font, small = _strong(option.font), small_font(option.font)
        metrics = QFontMetricsF(font)
        y = rect.top() + 12 + metrics.ascent()
        painter.setFont(font)
        painter.setPen(self.theme.color(Tone.INK))
        painter.drawText(left, round(y), metrics.elidedText(head.title, Qt.TextElideMode.ElideRight, width))
        y += metrics.descent() + 2 + QFontMetricsF(small).ascent()
        painter.setFont(small)
        painter.setPen(self.theme.color(Tone.SOFT))
        facts = QFontMetricsF(small).elidedText(head.facts, Qt.TextElideMode.ElideRight, width)
        painter.drawText(left, round(y), facts)

    def _paint_passage(self, painter: QPainter, option: QStyleOptionViewItem, passage: Passage) -> None:
        font = article_font(option.font)
        metrics = QFontMetricsF(font)
        marked = [(one.start - passage.span.start, one.end - passage.span.start) for one in passage.mentions]
        y = option.rect.top() + PAD / 2 + metrics.ascent()
        painter.setFont(font)
        painter.setPen(self.theme.color(Tone.INK))
        for line in self._lines(passage, metrics):
            x = float(option.rect.left() + APART + INDENT)
            for run, named in flow.runs(line, marked):
                words = run.cut(passage.text)
                painter.drawText(QPointF(x, y), words)
                wide = metrics.horizontalAdvance(words)
                if named:
                    self._mark(painter, QPointF(x, y), wide, kind_at(passage, run))
                x += wide
            y += metrics.height() * LEADING

    def _mark(self, painter: QPainter, place: QPointF, wide: float, kind: Kind) -> None:
        metrics = QFontMetricsF(painter.font())
        color = self.theme.kind(kind)
        ground = QColor(color)
        ground.setAlphaF(0.14)
        top = place.y() - metrics.ascent() + 1
        painter.fillRect(round(place.x()), round(top), round(wide), round(metrics.height()), ground)
        draw_line(painter, QPointF(place.x(), place.y() + metrics.descent()), wide, kind, color)

    def _lines(self, passage: Passage, metrics: QFontMetricsF) -> list[Span]:
        width = max(LEAST_WIDTH, min(WIDEST, self._view.viewport().width() - 2 * APART - INDENT))
        if width != self._width:
            self._width = width
            self._broken.clear()
        if passage not in self._broken:
            self._broken[passage] = flow.lines(passage.text, metrics.horizontalAdvance, width)
        return self._broken[passage]


class PassageView(RowView):
    """The list of sentences: a click, Enter or Space goes to the place in its article."""

    OPENING = RowView.OPENING | {Qt.Key.Key_Space}

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("passageList", parent)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(PORTION)


def kind_at(passage: Passage, run: Span) -> Kind:
    """The kind of the mention that this part of a sentence belongs to."""
    start, end = (place + passage.span.start for place in (run.start, run.end))
    found = zip(passage.mentions, passage.kinds, strict=False)
    return next((kind for one, kind in found if one.start <= start and end <= one.end), Kind.PERSON)


def _strong(base: QFont) -> QFont:
    font = QFont(base)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def _height(font: QFont) -> float:
    return QFontMetricsF(font).height()
