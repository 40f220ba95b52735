"""Chips in lines: words in small frames, above the line of their kind, one click or key away from what they do."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QListView, QScrollArea, QSizePolicy, QStyle, QStyleOptionViewItem, QWidget

from apostil.ui.icons import icon
from apostil.ui.models.words import shortened, wrapped_tip
from apostil.ui.panels.rows import PAD, RowDelegate, RowView, draw_line, small_font
from apostil.ui.theme import Tone
from apostil.ui.wording import written

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from apostil.domain.entity import Kind
    from apostil.ui.models.index import Index
    from apostil.ui.theme import Theme

LONGEST = 32
"""Characters of the words on a chip; the tip says all of them."""

GAP = 2
"""Pixels around a chip, twice of which lie between two."""

FEW = 3
"""Lines of chips that are seen before all are asked for."""

GLYPH = 14


class Roles(IntEnum):
    """What a row holds beside its words."""

    CHIP = Qt.ItemDataRole.UserRole + 1
    OPEN = Qt.ItemDataRole.UserRole + 2


Teller = Callable[[int], Sequence[str]]
"""What a chip is about, by its row, in lines: only the chip that is pointed at, or heard, is asked."""


@dataclass(frozen=True, slots=True)
class Chip:
    """Words with the line of a kind below or a glyph before them, and a number behind.

    One that is `faint` does nothing, for a reason that its tip tells.
    """

    words: str
    kind: Kind | None = None
    glyph: str = ""
    number: int = 0
    faint: bool = False


class ChipModel(QAbstractListModel):
    """Chips, of which only the first ones may be shown; one of them may be the open one."""

    def __init__(self, parent: Any = None) -> None:  # noqa: ANN401 Qt's own signature
        super().__init__(parent)
        self.chips: tuple[Chip, ...] = ()
        self._tell: Teller = lambda row: (self.chips[row].words,)
        self._shown = 0
        self._open = -1

    def show(self, chips: Sequence[Chip], shown: int, tell: Teller) -> None:
        """Hold these chips and show the first ones; none of them is open."""
        self.beginResetModel()
        self._tell = tell
        self.chips, self._shown, self._open = tuple(chips), min(shown, len(chips)), -1
        self.endResetModel()

    def show_first(self, shown: int) -> None:
        """Show so many of the same chips."""
        shown, before = min(shown, len(self.chips)), self._shown
        if shown > before:
            self.beginInsertRows(self.index(-1), before, shown - 1)
            self._shown = shown
            self.endInsertRows()
        elif shown < before:
            self.beginRemoveRows(self.index(-1), shown, before - 1)
            self._shown = shown
            self.endRemoveRows()

    @property
    def open_row(self) -> int:
        """The open chip; -1 where there is none."""
        return self._open

    def open(self, row: int) -> None:
        """Let this chip be the open one; -1 for none."""
        before, self._open = self._open, row
        for changed in {before, row} - {-1}:
            self.dataChanged.emit(self.index(changed), self.index(changed))

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of chips that are shown."""
        return 0 if parent is not None and parent.isValid() else self._shown

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 Qt's own signature
        """What a chip shows, tells and is."""
        if not index.isValid():
            return None
        chip = self.chips[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return chip.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return ". ".join(self._tell(index.row()))
            case Qt.ItemDataRole.ToolTipRole:
                return wrapped_tip(self._tell(index.row()))
            case Roles.CHIP:
                return chip
        return index.row() == self._open if role == Roles.OPEN else None


class Measures:
    """How wide and high chips are in a face; the words of each are measured once."""

    def __init__(self, font: QFont) -> None:
        self.font, self.small = font, small_font(font)
        self.metrics, self.digits = QFontMetricsF(self.font), QFontMetricsF(self.small)
        self.height = round(self.metrics.height()) + 9
        self._advances: dict[str, float] = {}

    def width(self, chip: Chip) -> int:
        """How wide a chip would like to be."""
        advance = self._advances.get(chip.words)
        if advance is None:
            advance = self.metrics.horizontalAdvance(shortened(chip.words, LONGEST))
            self._advances[chip.words] = advance
        if chip.glyph:
            advance += GLYPH + PAD / 2
        if chip.number:
            advance += self.digits.horizontalAdvance(written(chip.number)) + PAD / 2
        return round(advance) + 2 * PAD

    def within(self, chip: Chip, room: int) -> int:
        """How wide a chip is in a view of this width."""
        return min(self.width(chip), max(1, room - 3 * GAP))

    def fitting(self, chips: Sequence[Chip], room: int, most: int) -> tuple[int, int]:
        """How many chips stand on the first lines of this width, and how many lines that are, at most so many."""
        lines, x = (1, GAP) if chips else (0, GAP)
        for count, chip in enumerate(chips):
            wide = self.within(chip, room)
            if x > GAP and x + wide + GAP >= room:  # as Qt breaks them
                if lines == most:
                    return count, lines
                lines, x = lines + 1, GAP
            x += wide + 2 * GAP
        return len(chips), lines


class ChipDelegate(RowDelegate):
    """Draws a chip: a frame, its words, and what tells its kind."""

    def __init__(self, theme: Theme, view: ChipView) -> None:
        super().__init__(theme, view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 Qt's own signature
        """As wide as its words."""
        return self._view.size_of(index.row())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one chip."""
        chip: Chip = index.data(Roles.CHIP)
        painter.save()
        self._draw_frame(painter, option, is_open=index.data(Roles.OPEN))
        left = float(option.rect.left() + PAD)
        if chip.glyph:
            left = self._draw_glyph(painter, chip.glyph, left, option.rect)
        left = self._draw_words(painter, chip, left, option.rect)
        if chip.number:
            painter.setFont(self._view.measures.small)
            painter.setPen(self.theme.color(Tone.SOFT))
            painter.drawText(QPointF(left + PAD / 2, self._baseline(option.rect)), written(chip.number))
        painter.restore()

    def _draw_frame(self, painter: QPainter, option: QStyleOptionViewItem, *, is_open: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        strong = focused or is_open
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        painter.setPen(QPen(self.theme.color(Tone.ACCENT if strong else Tone.LINE), 2 if focused else 1))
        painter.setBrush(self.theme.color(Tone.LINE if is_open or hovered else Tone.SURFACE))
        edge = 1.0 if focused else 0.5
        painter.drawRoundedRect(QRectF(option.rect).adjusted(edge, edge, -edge, -edge), 6, 6)

    def _draw_glyph(self, painter: QPainter, glyph: str, left: float, rect: QRect) -> float:
        top = rect.top() + (rect.height() - GLYPH) // 2
        icon(glyph, self.theme, Tone.SOFT).paint(painter, QRect(round(left), top, GLYPH, GLYPH))
        return left + GLYPH + PAD / 2

    def _draw_words(self, painter: QPainter, chip: Chip, left: float, rect: QRect) -> float:
        measures = self._view.measures
        words = shortened(chip.words, LONGEST)
        cut = measures.width(chip) - rect.width()
        if cut > 0:
            room = measures.metrics.horizontalAdvance(words) - cut
            words = measures.metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        wide = measures.metrics.horizontalAdvance(words)
        painter.setFont(measures.font)
        painter.setPen(self.theme.color(Tone.SOFT if chip.faint else Tone.INK))
        painter.drawText(QPointF(left, self._baseline(rect)), words)
        if chip.kind is not None:
            foot = QPointF(left, rect.top() + 3 + measures.metrics.height() + 1)
            draw_line(painter, foot, wide, chip.kind, self.theme.kind(chip.kind))
        return left + wide

    def _baseline(self, rect: QRect) -> float:
        return rect.top() + 3 + self._view.measures.metrics.ascent()


class ChipView(RowView):
    """Chips in lines; Return, Enter or Space does what a click does.

    It is as high as the lines it shows, and leaves scrolling to what it stands in.
    """

    OPENING = RowView.OPENING | {Qt.Key.Key_Space}

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("chipList", parent)
        self.setAccessibleName(name)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(True)
        self.setSpacing(GAP)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.chips = ChipModel(self)
        self.setModel(self.chips)
        self.measures = Measures(self.font())
        self.delegate = ChipDelegate(theme, self)
        self.setItemDelegate(self.delegate)
        self._all = False
        self._few = FEW
        self._lines = 0

    def show_chips(self, chips: Sequence[Chip], tell: Teller) -> None:
        """Show these instead of the old ones; the keyboard stays where it was among them."""
        row = self.currentIndex().row()
        if self.measures.font != self.font():
            self.measures = Measures(self.font())
        shown, self._lines = self._fitting(chips)
        self.chips.show(chips, shown, tell)
        if row >= 0 and shown:
            self.setCurrentIndex(self.chips.index(min(row, shown - 1)))
        self.updateGeometry()

    @property
    def shows_all(self) -> bool:
        """Whether all chips are shown, however many lines they take."""
        return self._all

    def show_all(self, all_of_them: bool) -> None:
        """Show all chips, or as many as stand on the first lines."""
        self._all = all_of_them
        self._fit()

    def set_few(self, lines: int) -> None:
        """Show so many lines of chips before all are asked for."""
        if lines != self._few:
            self._few = lines
            self._fit()

    @property
    def hidden(self) -> int:
        """How many chips are not shown."""
        return len(self.chips.chips) - self.chips.rowCount()

    def size_of(self, row: int) -> QSize:
        """How wide and high a chip is here."""
        measures = self.measures
        return QSize(measures.within(self.chips.chips[row], self.viewport().width()), measures.height)

    def sizeHint(self) -> QSize:
        """The height of the lines that are shown."""
        return QSize(120, self._height(self._lines))

    def minimumSizeHint(self) -> QSize:
        """No less high: what they stand in scrolls."""
        return QSize(60, self._height(self._lines))

    def _height(self, lines: int) -> int:
        return lines * (self.measures.height + 2 * GAP)

    def _fitting(self, chips: Sequence[Chip]) -> tuple[int, int]:
        return self.measures.fitting(chips, self.viewport().width(), len(chips) if self._all else self._few)

    def _fit(self) -> None:
        shown, lines = self._fitting(self.chips.chips)
        self.chips.show_first(shown)
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go from chip to chip, over the ends of lines too, Home and End to the first and the last."""
        row, last = self.currentIndex().row(), self.chips.rowCount() - 1
        goals = {Qt.Key.Key_Left: row - 1, Qt.Key.Key_Right: row + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
        goal = goals.get(Qt.Key(event.key()))
        if goal is None or last < 0:
            super().keyPressEvent(event)
        else:
            self.setCurrentIndex(self.chips.index(min(max(0, goal), last)))

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Scroll to the chip that the keyboard came to."""
        super().currentChanged(current, previous)
        if self.hasFocus() and current.isValid():
            self._bring(self.visualRect(current))

    def _bring(self, rect: QRect) -> None:
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        held = area.widget() if isinstance(area, QScrollArea) else None
        if isinstance(area, QScrollArea) and held is not None:
            place = self.viewport().mapTo(held, rect.center())
            area.ensureVisible(place.x(), place.y(), 0, self.measures.height)
