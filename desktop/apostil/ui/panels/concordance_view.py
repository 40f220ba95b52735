"""The places of some words, each with its sentence around it: one line with the words in the middle, or two lines."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QStyleOptionViewItem, QWidget

from apostil.domain.spans import Span
from apostil.ui.models.words import wrapped_tip
from apostil.ui.panels import flow
from apostil.ui.panels.excerpt import excerpt
from apostil.ui.panels.note_cards import Face
from apostil.ui.panels.rows import PAD, RowDelegate, RowView, article_font
from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QResizeEvent

    from apostil.domain.concordance import Line
    from apostil.ui.models.index import Index
    from apostil.ui.theme import Theme

MOST = 6
"""Places that are seen at once where each takes a line; more of them scroll."""

FEWER = 3
"""So many are where there is little room."""

WIDE = 480
"""In a narrower list a place takes two lines: in one there would be too little of its sentence to understand it."""

LINES = 2
"""Lines of a place in such a list."""

FAR = 240
"""Characters of a long sentence that are measured on each side."""


class Roles(IntEnum):
    """What a row holds beside its words."""

    PARTS = Qt.ItemDataRole.UserRole + 1
    LONGEST = Qt.ItemDataRole.UserRole + 2
    """The longest of all rows' words, by which they stand in one column."""


class ConcordanceModel(QAbstractListModel):
    """The lines, their words cut from the article's own text."""

    def __init__(self, parent: Any = None) -> None:  # noqa: ANN401 Qt's own signature
        super().__init__(parent)
        self._text = ""
        self._lines: tuple[Line, ...] = ()
        self._longest = ""

    def show(self, text: str, lines: Sequence[Line]) -> None:
        """Show these lines of this text."""
        self.beginResetModel()
        self._text, self._lines = text, tuple(lines)
        self._longest = max((line.place.cut(text) for line in lines), key=len, default="")
        self.endResetModel()

    def at(self, row: int) -> Line:
        """The line of a row."""
        return self._lines[row]

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 Qt's own signature
        """What a row shows and tells: its sentence, and the three parts of that."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return line.sentence.cut(self._text)
        if role == Qt.ItemDataRole.ToolTipRole:
            return wrapped_tip([line.sentence.cut(self._text)])
        if role == Roles.PARTS:
            return tuple(span.cut(self._text) for span in (line.before, line.place, line.after))
        return self._longest if role == Roles.LONGEST else None


class ConcordanceDelegate(RowDelegate):
    """Draws as much of a sentence as there is room for, its words in the middle of one line, or anywhere on two."""

    def __init__(self, theme: Theme, view: ConcordanceView) -> None:
        super().__init__(theme, view)
        self._view = view
        self._faces: tuple[Face, Face] | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 Qt's own signature
        """Every row is as high as the others."""
        return QSize(120, round(self._face(option.font)[0].height * self._view.lines_each) + PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one place."""
        painter.save()
        self.draw_ground(painter, option)
        painter.setPen(self.theme.color(Tone.INK))
        if self._view.lines_each == 1:
            self._draw_aligned(painter, option, index)
        else:
            self._draw_running(painter, option, index)
        painter.restore()

    def running(self, option: QStyleOptionViewItem, index: Index) -> tuple[str, Span, list[Span]]:
        """What two lines hold of a sentence, where the words are in it, and its lines."""
        before, words, after = _parts(index)
        face, bold = self._face(option.font)
        counting = frozenset(words.split(" "))
        room = option.rect.width() - 2 * PAD

        def advance(run: str) -> float:
            return (bold if run in counting else face).advance(run)

        def fits(shown: str, _place: Span) -> bool:
            return len(flow.lines(shown, advance, room, LINES + 1)) <= LINES

        shown, place = excerpt(before + words + after, Span(len(before), len(before) + len(words)), fits)
        return shown, place, flow.lines(shown, advance, room, LINES)

    def _draw_running(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        face, bold = self._face(option.font)
        shown, place, lines = self.running(option, index)
        y = option.rect.top() + PAD / 2 + face.ascent
        for line in lines:
            x = float(option.rect.left() + PAD)
            for run, counts in flow.runs(line, [(place.start, place.end)]):
                words, its = run.cut(shown), bold if counts else face
                painter.setFont(its.font)
                painter.drawText(QPointF(x, round(y)), words)
                x += its.advance(words)
            y += face.height
        if index.row() < index.model().rowCount() - 1:
            foot = option.rect.bottom()
            painter.setPen(self.theme.color(Tone.LINE))
            painter.drawLine(option.rect.left() + PAD, foot, option.rect.right() - PAD, foot)

    def _draw_aligned(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        before, words, after = _parts(index)
        face, bold = self._face(option.font)
        room = QRectF(option.rect).adjusted(PAD, 0, -PAD, 0)
        words = QFontMetricsF(bold.font).elidedText(words, Qt.TextElideMode.ElideRight, room.width() * 0.6)
        wide = bold.advance(words)
        left = room.left() + max(0.0, (room.width() - bold.advance(index.data(Roles.LONGEST))) / 2)
        left = min(left, room.right() - wide)
        painter.setFont(bold.font)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, room.top(), wide + 1, room.height()), middle, words)
        painter.setFont(face.font)
        self._draw_side(painter, before[-FAR:], QRectF(room.left(), room.top(), left - room.left(), room.height()))
        right = QRectF(left + wide, room.top(), room.right() - left - wide, room.height())
        self._draw_side(painter, after[:FAR], right, is_after=True)

    @staticmethod
    def _draw_side(painter: QPainter, words: str, room: QRectF, *, is_after: bool = False) -> None:
        cut = Qt.TextElideMode.ElideRight if is_after else Qt.TextElideMode.ElideLeft
        side = Qt.AlignmentFlag.AlignLeft if is_after else Qt.AlignmentFlag.AlignRight
        shown = QFontMetricsF(painter.font()).elidedText(words, cut, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextIncludeTrailingSpaces, shown)

    def _face(self, base: QFont) -> tuple[Face, Face]:
        """The face of the sentence, and that of the words."""
        font = article_font(base)
        if self._faces is None or self._faces[0].font != font:
            bold = QFont(font)
            bold.setWeight(QFont.Weight.Bold)
            self._faces = Face(font), Face(bold)
        return self._faces


def _parts(index: Index) -> tuple[str, str, str]:
    before, words, after = (part.replace("\n", " ") for part in index.data(Roles.PARTS))
    return before, words, after


class ConcordanceView(RowView):
    """The list: a click or Return goes to the place. It is as high as its first rows."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("concordance", parent, uniform=True)
        self.setAccessibleName(self.tr("Places in the text"))
        self.lines = ConcordanceModel(self)
        self.setModel(self.lines)
        self._most = MOST
        self._narrow = True
        self.delegate = ConcordanceDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(RowView.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def lines_each(self) -> int:
        """How many lines a place takes."""
        return LINES if self._narrow else 1

    def set_most(self, most: int) -> None:
        """Show so many places at once at most, a third less where each takes two lines."""
        self._most = most
        self.updateGeometry()

    def show_lines(self, text: str, lines: Sequence[Line]) -> None:
        """Show these."""
        self.lines.show(text, lines)
        self.verticalScrollBar().setValue(0)
        self.updateGeometry()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first place, so that it is seen where the keyboard is."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.setCurrentIndex(self.lines.index(0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one line or two."""
        super().resizeEvent(event)
        if (self.width() < WIDE) != self._narrow:
            self._narrow = self.width() < WIDE
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The height of the rows, up to a limit."""
        most = self._most * 2 // 3 if self._narrow else self._most
        return QSize(120, min(most, self.lines.rowCount()) * max(0, self.sizeHintForRow(0)))

    def minimumSizeHint(self) -> QSize:
        """No less high: what it stands in scrolls."""
        return QSize(60, self.sizeHint().height())
