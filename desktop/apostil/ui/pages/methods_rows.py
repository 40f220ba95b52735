"""The rows of two methods side by side: a column each, and what only one of them chooses on a ground of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyleOptionViewItem, QWidget

from apostil.ui.models.methods_model import MethodsModel, Pair, Roles
from apostil.ui.panels import flow
from apostil.ui.panels.note_cards import Face
from apostil.ui.panels.rows import PAD, RowDelegate, RowView, article_font, small_font
from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from apostil.domain.spans import Span
    from apostil.domain.summary import SummarySentence
    from apostil.ui.models.index import Index
    from apostil.ui.theme import Theme

GUTTER = 28
"""Between the columns, where a sign says that both have a sentence."""

STRIPE = 3
"""The bar beside a sentence that only one method chooses."""

LEADING = 1.2
LEAST_WIDTH = 60


class MethodsDelegate(RowDelegate):
    """Draws a sentence in the column of each method that chooses it, with its rank there."""

    def __init__(self, theme: Theme, view: QListView, model: MethodsModel) -> None:
        super().__init__(theme, view)
        self._view = view
        self._model = model
        self._faces: tuple[Face, Face] | None = None
        self._broken: dict[str, list[Span]] = {}
        self._width = 0
        model.modelReset.connect(self._broken.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the sentence needs in a column."""
        words, small = self._set_in(option.font)
        lines = len(self._lines(index.data(Roles.PAIR), words))
        return QSize(2 * LEAST_WIDTH, round(lines * words.height * LEADING + small.height + 3 * PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one sentence, once or twice."""
        pair: Pair = index.data(Roles.PAIR)
        painter.save()
        self.draw_ground(painter, option)
        width = self.column()
        left = QRectF(option.rect.left() + PAD, option.rect.top(), width, option.rect.height())
        right = left.translated(width + GUTTER, 0)
        for place, sentence in ((left, pair.left), (right, pair.right)):
            if sentence is not None:
                self._draw(painter, option.font, place.adjusted(0, PAD / 2, 0, -PAD / 2), pair, sentence)
        if pair.in_both:
            self._draw_both(painter, option.font, QRectF(left.right(), left.top(), GUTTER, left.height()))
        painter.restore()

    def column(self) -> int:
        """How wide a column is: the same with a scroll bar and without."""
        bar = self._view.verticalScrollBar().sizeHint().width()
        return max(LEAST_WIDTH, (self._view.width() - bar - 2 * PAD - GUTTER) // 2)

    def _draw(self, painter: QPainter, font: QFont, place: QRectF, pair: Pair, sentence: SummarySentence) -> None:
        words, small = self._set_in(font)
        if not pair.in_both:
            painter.fillRect(place, self._accent(0.1))
            painter.fillRect(QRectF(place.left(), place.top(), STRIPE, place.height()), self._accent(1.0))
        x, y = place.left() + STRIPE + PAD, place.top() + PAD / 2 + words.ascent
        painter.setFont(words.font)
        painter.setPen(self.theme.color(Tone.INK))
        for line in self._lines(pair, words):
            painter.drawText(QPointF(x, round(y)), line.cut(pair.words))
            y += words.height * LEADING
        painter.setFont(small.font)
        # Soft ink is hard to read on a tint.
        painter.setPen(self.theme.color(Tone.SOFT if pair.in_both else Tone.INK))
        facts = self.tr("rank {rank} · {standing}").format(rank=sentence.rank, standing=self._model.standing(pair))
        painter.drawText(QPointF(x, round(y - words.ascent + small.ascent + 2)), facts)

    def _draw_both(self, painter: QPainter, font: QFont, place: QRectF) -> None:
        _, small = self._set_in(font)
        painter.setFont(small.font)
        painter.setPen(self.theme.color(Tone.SOFT))
        top = QRectF(place.left(), place.top() + PAD, place.width(), small.height * LEADING)
        painter.drawText(top, Qt.AlignmentFlag.AlignCenter, "=")

    def _lines(self, pair: Pair, words: Face) -> list[Span]:
        width = max(LEAST_WIDTH, self.column() - STRIPE - 2 * PAD)
        if width != self._width:
            self._width = width
            self._broken.clear()
        if pair.words not in self._broken:
            self._broken[pair.words] = flow.lines(pair.words, words.advance, width)
        return self._broken[pair.words]

    def _set_in(self, font: QFont) -> tuple[Face, Face]:
        if self._faces is None or self._faces[1].font != small_font(font):
            self._faces = Face(article_font(font)), Face(small_font(font))
            self._broken.clear()
        return self._faces


class MethodsView(RowView):
    """The list of both columns: a click, Enter or Space goes to the place in the article."""

    OPENING = RowView.OPENING | {Qt.Key.Key_Space}

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("methodsList", parent)
        self.setLayoutMode(QListView.LayoutMode.Batched)
