"""The places of some words, one line each, with the words in the middle and their sentence around them."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QSizePolicy, QStyleOptionViewItem, QWidget

from apostil.ui.models.words import wrapped_tip
from apostil.ui.panels.rows import PAD, RowDelegate, RowView, article_font
from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.domain.concordance import Line
    from apostil.ui.models.index import Index
    from apostil.ui.theme import Theme

MOST = 6
"""Lines that are seen at once; more of them scroll."""

FEWER = 3
"""Lines that are seen at once where there is little room."""

FAR = 120
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
    """Draws the words in the middle of the row, and as much of their sentence as there is room for."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 Qt's own signature
        """Every line is as high as the others."""
        return QSize(120, round(QFontMetricsF(article_font(option.font)).height()) + PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        before, words, after = (part.replace("\n", " ") for part in index.data(Roles.PARTS))
        painter.save()
        self.draw_ground(painter, option)
        font = article_font(option.font)
        bold = QFont(font)
        bold.setWeight(QFont.Weight.Bold)
        room = QRectF(option.rect).adjusted(PAD, 0, -PAD, 0)
        words = QFontMetricsF(bold).elidedText(words, Qt.TextElideMode.ElideRight, room.width() * 0.6)
        wide = QFontMetricsF(bold).horizontalAdvance(words)
        left = room.left() + max(
            0.0, (room.width() - QFontMetricsF(bold).horizontalAdvance(index.data(Roles.LONGEST))) / 2
        )
        left = min(left, room.right() - wide)
        painter.setPen(self.theme.color(Tone.INK))
        painter.setFont(bold)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, room.top(), wide + 1, room.height()), middle, words)
        painter.setFont(font)
        self._draw_side(painter, before[-FAR:], QRectF(room.left(), room.top(), left - room.left(), room.height()))
        right = QRectF(left + wide, room.top(), room.right() - left - wide, room.height())
        self._draw_side(painter, after[:FAR], right, is_after=True)
        painter.restore()

    @staticmethod
    def _draw_side(painter: QPainter, words: str, room: QRectF, *, is_after: bool = False) -> None:
        cut = Qt.TextElideMode.ElideRight if is_after else Qt.TextElideMode.ElideLeft
        side = Qt.AlignmentFlag.AlignLeft if is_after else Qt.AlignmentFlag.AlignRight
        shown = QFontMetricsF(painter.font()).elidedText(words, cut, room.width())
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextIncludeTrailingSpaces, shown)


class ConcordanceView(RowView):
    """The list: a click or Return goes to the place. It is as high as its first lines."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("concordance", parent, uniform=True)
        self.setAccessibleName(self.tr("Places in the text"))
        self.lines = ConcordanceModel(self)
        self.setModel(self.lines)
        self._most = MOST
        self.delegate = ConcordanceDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(RowView.Shape.NoFrame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_most(self, most: int) -> None:
        """Show so many lines at once at most."""
        self._most = most
        self.updateGeometry()

    def show_lines(self, text: str, lines: Sequence[Line]) -> None:
        """Show these."""
        self.lines.show(text, lines)
        self.verticalScrollBar().setValue(0)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """The height of the lines, up to a limit."""
        return QSize(120, min(self._most, self.lines.rowCount()) * max(0, self.sizeHintForRow(0)))

    def minimumSizeHint(self) -> QSize:
        """No less high: what it stands in scrolls."""
        return QSize(60, self.sizeHint().height())
