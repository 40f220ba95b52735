"""How a mark is drawn as a card: its colour, its words, its note and its tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from apostil.ui.models.note_model import Roles
from apostil.ui.panels import flow
from apostil.ui.panels.rows import PAD, STRIPE, RowDelegate, article_font, draw_chip, small_font
from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from apostil.domain.annotation import Annotation, AnnotationId
    from apostil.ui.panels.note_editor import NoteEditor
    from apostil.ui.theme import Theme

QUOTED_LINES = 3
NOTE_LINES = 4
GAP = 4
"""Pixels between the parts of a card, and around a card."""

Index = QModelIndex | QPersistentModelIndex


class CardDelegate(RowDelegate):
    """Draws marks as cards; the one that is being written in gets an editor below its words.

    Signals:
        edited: the NoteEditor that was just opened.
    """

    edited = Signal(object)

    def __init__(self, theme: Theme, view: QListView, make_editor: Callable[[Annotation, QWidget], NoteEditor]) -> None:
        super().__init__(theme, view)
        self._view = view
        self._make_editor = make_editor
        self._heights: dict[tuple[Annotation, int, bool], int] = {}
        self.open_mark: AnnotationId | None = None
        self.editor_height = 0

    # The editor of the open card

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """The editor of a card."""
        editor = self._make_editor(index.data(Roles.MARK), parent)
        self.edited.emit(editor)
        return editor

    def destroyEditor(self, editor: QWidget, index: Index) -> None:  # noqa: ARG002 Qt's own signature
        """Let an editor go."""
        editor.deleteLater()

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The editor is told of changes by the panel."""

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """The editor writes down by itself."""

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Put the editor below the words of its card."""
        head = self._head_height(index.data(Roles.MARK), option.font)
        card = self._card(option.rect)
        top = card.top() + head
        editor.setGeometry(card.left() + STRIPE + PAD, top, card.width() - STRIPE - 2 * PAD, card.bottom() - top)

    def eventFilter(self, editor: object, event: object) -> bool:  # noqa: ARG002 Qt's own signature
        """Keys belong to the fields of the editor; Qt's own habits (Tab closes, Enter commits) are not wanted."""
        return False

    # Sizes

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words need in the width of the list."""
        mark: Annotation = index.data(Roles.MARK)
        is_open = mark.id == self.open_mark
        key = (mark, self._width(), is_open)
        if key not in self._heights:
            if len(self._heights) > 5000:
                self._heights.clear()
            self._heights[key] = self._height(mark, option.font, is_open=is_open)
        return QSize(120, self._heights[key])

    def forget_sizes(self) -> None:
        """Measure anew, because an editor has another height."""
        self._heights.clear()

    def _height(self, mark: Annotation, font: QFont, *, is_open: bool) -> int:
        head = self._head_height(mark, font)
        body = self.editor_height if is_open else self._body_height(mark, font)
        return head + body + PAD + 2 * GAP

    def _head_height(self, mark: Annotation, font: QFont) -> int:
        quoted = QFontMetricsF(article_font(font, 1.0))
        facts = QFontMetricsF(small_font(font)).height()
        return round(PAD + facts + GAP + len(self._quoted(mark, quoted)) * quoted.height() + GAP)

    def _body_height(self, mark: Annotation, font: QFont) -> int:
        metrics = QFontMetricsF(font)
        note = len(self._noted(mark, metrics)) * metrics.height()
        chips = self._chips(mark, small_font(font))
        tags = chips[-1][1].bottom() if chips else 0
        return round((GAP + note if note else 0) + (PAD + tags if tags else 0))

    def _width(self) -> int:
        """The width of the words on a card."""
        return max(80, self._view.viewport().width() - 2 * PAD - STRIPE - 2 * PAD)

    @staticmethod
    def _card(rect: QRect) -> QRect:
        return rect.adjusted(PAD, GAP, -PAD, -GAP)

    def _quoted(self, mark: Annotation, metrics: QFontMetricsF) -> list[str]:
        return flow.elided(mark.anchor.exact, metrics.horizontalAdvance, self._width(), QUOTED_LINES)

    def _noted(self, mark: Annotation, metrics: QFontMetricsF) -> list[str]:
        return flow.elided(mark.note.strip(), metrics.horizontalAdvance, self._width(), NOTE_LINES)

    def _chips(self, mark: Annotation, font: QFont) -> list[tuple[str, QRectF]]:
        """The tags with their places, from the left and in as many lines as they need."""
        metrics = QFontMetricsF(font)
        height = metrics.height() + 6
        x = y = 0.0
        chips = []
        for tag in mark.tags:
            words = metrics.elidedText(tag, Qt.TextElideMode.ElideRight, self._width() - 2 * PAD)
            width = metrics.horizontalAdvance(words) + 2 * PAD
            if x and x + width > self._width():
                x, y = 0.0, y + height + GAP
            chips.append((words, QRectF(x, y, width, height)))
            x += width + GAP
        return chips

    # Drawing

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one card."""
        mark: Annotation = index.data(Roles.MARK)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = self._card(option.rect)
        self._draw_card(painter, option, QRectF(card), mark)
        left, top = card.left() + STRIPE + PAD, float(card.top() + PAD)
        top = self._draw_facts(painter, option.font, index, left, top)
        top = self._draw_lines(
            painter,
            article_font(option.font, 1.0),
            self._quoted(mark, QFontMetricsF(article_font(option.font, 1.0))),
            left,
            top,
        )
        if mark.id != self.open_mark:
            self._draw_body(painter, option.font, mark, left, top + GAP)
        painter.restore()

    def _draw_card(self, painter: QPainter, option: QStyleOptionViewItem, card: QRectF, mark: Annotation) -> None:
        shape = QPainterPath()
        shape.addRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.fillPath(shape, self.theme.color(Tone.SURFACE))
        if option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillPath(shape, self._accent(0.07))
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(QRectF(card.left(), card.top(), STRIPE, card.height()), QColor(mark.color.hue))
        painter.restore()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.color(Tone.ACCENT if chosen else Tone.LINE), 2 if focused else 1))
        painter.drawPath(shape)

    def _draw_facts(self, painter: QPainter, font: QFont, index: Index, left: int, top: float) -> float:
        small = small_font(font)
        metrics = QFontMetricsF(small)
        painter.setFont(small)
        painter.setPen(self.theme.color(Tone.SOFT))
        facts = metrics.elidedText(index.data(Roles.FACTS), Qt.TextElideMode.ElideRight, self._width())
        painter.drawText(left, round(top + metrics.ascent()), facts)
        return top + metrics.height() + GAP

    def _draw_lines(self, painter: QPainter, font: QFont, lines: list[str], left: int, top: float) -> float:
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(self.theme.color(Tone.INK))
        for line in lines:
            painter.drawText(left, round(top + metrics.ascent()), line)
            top += metrics.height()
        return top

    def _draw_body(self, painter: QPainter, font: QFont, mark: Annotation, left: int, top: float) -> None:
        lines = self._noted(mark, QFontMetricsF(font))
        if lines:
            top = self._draw_lines(painter, font, lines, left, top + GAP)
        small = small_font(font)
        painter.setFont(small)
        for words, place in self._chips(mark, small):
            draw_chip(painter, place.translated(left, top + PAD), words, self.theme)
