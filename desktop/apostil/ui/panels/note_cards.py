"""How a mark is drawn as a card: its colour, its words, its note and its tags."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem, QWidget

from apostil.ui.models.note_model import Roles
from apostil.ui.panels import flow
from apostil.ui.panels.note_text import NoteText, set_note
from apostil.ui.panels.rows import PAD, STRIPE, RowDelegate, article_font, draw_chip, small_font
from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from apostil.domain.annotation import Annotation, AnnotationId
    from apostil.ui.models.index import Index
    from apostil.ui.panels.note_editor import NoteEditor
    from apostil.ui.theme import Theme

QUOTED_LINES = 3
REMEMBERED = 5000
"""Heights and widths that are kept at most."""

SET = 100
"""Notes that are kept in lines at most: more than are ever seen at once."""

GAP = 4
"""Pixels between the parts of a card, and around a card."""


class Face:
    """A font with its measures; the width of a word is asked of Qt once."""

    def __init__(self, font: QFont) -> None:
        metrics = QFontMetricsF(font)
        self.font = QFont(font)
        self.height = metrics.height()
        self.ascent = metrics.ascent()
        self._advance = metrics.horizontalAdvance
        self._widths: dict[str, float] = {}

    def advance(self, words: str) -> float:
        """The width of these words."""
        width = self._widths.get(words)
        if width is None:
            if len(self._widths) > REMEMBERED:
                self._widths.clear()
            width = self._widths[words] = self._advance(words)
        return width


@dataclass(frozen=True, slots=True)
class Setting:
    """What cards are set in, and the width of their words."""

    quoted: Face
    note: Face
    small: Face
    width: int


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
        self._heights: dict[Annotation, int] = {}
        self._notes: dict[str, NoteText] = {}
        self._setting: Setting | None = None
        self.open_mark: AnnotationId | None = None
        self.editor_height = 0

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours; the links of a note have theirs from when it was set."""
        super().set_theme(theme)
        self._notes.clear()

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
        head = self._head_height(index.data(Roles.MARK), self._set_in(option.font))
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
        setting = self._set_in(option.font)
        if mark.id == self.open_mark:
            return QSize(120, self._head_height(mark, setting) + self.editor_height + PAD + 2 * GAP)
        if mark not in self._heights:
            if len(self._heights) > REMEMBERED:
                self._heights.clear()
            self._heights[mark] = self._head_height(mark, setting) + self._body_height(mark, setting) + PAD + 2 * GAP
        return QSize(120, self._heights[mark])

    def _head_height(self, mark: Annotation, setting: Setting) -> int:
        quoted = len(_quoted(mark, setting)) * setting.quoted.height
        return round(PAD + setting.small.height + GAP + quoted + GAP)

    def _body_height(self, mark: Annotation, setting: Setting) -> int:
        note = self._note(mark, setting).height if mark.note.strip() else 0
        chips = _chips(mark, setting)
        tags = chips[-1][1].bottom() if chips else 0
        return round((GAP + note if note else 0) + (PAD + tags if tags else 0))

    def _set_in(self, font: QFont) -> Setting:
        width, setting = self._width(), self._setting
        if setting is None or setting.note.font != font:
            setting = Setting(Face(article_font(font, 1.0)), Face(font), Face(small_font(font)), width)
        elif setting.width != width:
            setting = replace(setting, width=width)
        if setting is not self._setting:
            self._heights.clear()
            self._notes.clear()
            self._setting = setting
        return setting

    def _note(self, mark: Annotation, setting: Setting) -> NoteText:
        note = self._notes.get(mark.note)
        if note is None:
            if len(self._notes) >= SET:
                self._notes.clear()
            note = self._notes[mark.note] = set_note(mark.note, setting.note.font, setting.width)
        return note

    def _width(self) -> int:
        """The width of the words on a card: the same with a scroll bar and without, so that one layout is enough."""
        bar = self._view.verticalScrollBar().sizeHint().width()
        return max(80, self._view.width() - bar - 2 * PAD - STRIPE - 2 * PAD)

    @staticmethod
    def _card(rect: QRect) -> QRect:
        return rect.adjusted(PAD, GAP, -PAD, -GAP)

    # Drawing

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one card."""
        mark: Annotation = index.data(Roles.MARK)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = self._card(option.rect)
        self._draw_card(painter, option, QRectF(card), mark)
        setting = self._set_in(option.font)
        left, top = card.left() + STRIPE + PAD, float(card.top() + PAD)
        top = self._draw_lines(painter, setting.small, [self._facts(index, setting)], left, top, Tone.SOFT) + GAP
        top = self._draw_lines(painter, setting.quoted, _quoted(mark, setting), left, top)
        if mark.id != self.open_mark:
            self._draw_body(painter, setting, mark, left, top + GAP)
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
        painter.setPen(QPen(self.theme.color(Tone.ACCENT if chosen else Tone.LINE), 2 if chosen or focused else 1))
        painter.drawPath(shape)

    def _facts(self, index: Index, setting: Setting) -> str:
        return "".join(flow.elided(index.data(Roles.FACTS), setting.small.advance, setting.width, 1))

    def _draw_lines(
        self, painter: QPainter, face: Face, lines: list[str], left: int, top: float, tone: Tone = Tone.INK
    ) -> float:
        painter.setFont(face.font)
        painter.setPen(self.theme.color(tone))
        for line in lines:
            painter.drawText(left, round(top + face.ascent), line)
            top += face.height
        return top

    def _draw_body(self, painter: QPainter, setting: Setting, mark: Annotation, left: int, top: float) -> None:
        if mark.note.strip():
            note = self._note(mark, setting)
            note.draw(painter, QPointF(left, top + GAP), self.theme)
            top += GAP + note.height
        painter.setFont(setting.small.font)
        for words, place in _chips(mark, setting):
            draw_chip(painter, place.translated(left, top + PAD), words, self.theme)


def _quoted(mark: Annotation, setting: Setting) -> list[str]:
    return flow.elided(mark.anchor.exact, setting.quoted.advance, setting.width, QUOTED_LINES)


def _chips(mark: Annotation, setting: Setting) -> list[tuple[str, QRectF]]:
    """The tags with their places, from the left and in as many lines as they need."""
    small = setting.small
    height = small.height + 6
    x = y = 0.0
    chips = []
    for tag in mark.tags:
        words = "".join(flow.elided(tag, small.advance, setting.width - 2 * PAD, 1))
        width = small.advance(words) + 2 * PAD
        if x and x + width > setting.width:
            x, y = 0.0, y + height + GAP
        chips.append((words, QRectF(x, y, width, height)))
        x += width + GAP
    return chips
