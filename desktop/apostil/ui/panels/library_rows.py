"""The rows of the library: how an article is drawn in the list, and what keys and clicks do there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from apostil.ui.models.library_model import Roles, entry_facts, entry_title
from apostil.ui.panels import flow
from apostil.ui.panels.rows import PAD, RowDelegate, RowView, small_font
from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from apostil.domain.article import ArticleId
    from apostil.domain.library import Entry, Hit
    from apostil.ui.models.index import Index
    from apostil.ui.theme import Theme

EXCERPT_LINES = 2
LEAD_PART = 0.3
"""The outlet has at least this part of its line."""


class LibraryDelegate(RowDelegate):
    """Draws an article in two lines, and between them what a search found in it."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(theme, parent)
        self.open_article: ArticleId | None = None
        self.searching = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 Qt's own signature
        """Every row is as high as the others."""
        facts = QFontMetricsF(small_font(option.font)).height()
        lines = QFontMetricsF(option.font).height() + 4 + facts
        if self.searching:
            lines += EXCERPT_LINES * facts + 4
        return QSize(120, round(lines) + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one article."""
        entry: Entry = index.data(Roles.ENTRY)
        hit: Hit | None = index.data(Roles.HIT)
        painter.save()
        self.draw_ground(painter, option)
        if entry.id == self.open_article:
            bar = option.rect.adjusted(0, 4, 0, -4)
            bar.setWidth(3)
            painter.fillRect(bar, self.theme.color(Tone.ACCENT))
        left, width = option.rect.left() + PAD + 4, option.rect.width() - 2 * PAD - 4
        top = self._draw_title(painter, option, entry, left, width)
        small = small_font(option.font)
        if hit is not None:
            top = self._draw_excerpt(painter, small, hit, QPoint(left, top), width)
        facts = [*entry_facts(entry), index.data(Roles.KIN)]
        self._draw_facts(painter, small, index.data(Roles.LEAD), facts, QPoint(left, top), width)
        painter.restore()

    def _draw_title(self, painter: QPainter, option: QStyleOptionViewItem, entry: Entry, left: int, width: int) -> int:
        font = QFont(option.font)
        if entry.id == self.open_article:
            font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetricsF(font)
        top = option.rect.top() + PAD
        painter.setFont(font)
        painter.setPen(self.theme.color(Tone.INK))
        title = metrics.elidedText(entry_title(entry), Qt.TextElideMode.ElideRight, width)
        painter.drawText(left, round(top + metrics.ascent()), title)
        return round(top + metrics.height() + 4)

    def _draw_excerpt(self, painter: QPainter, font: QFont, hit: Hit, place: QPoint, width: int) -> int:
        bold = QFont(font)
        bold.setWeight(QFont.Weight.Bold)
        plain, strong = QFontMetricsF(font), QFontMetricsF(bold)
        baseline = place.y() + plain.ascent()
        # Lines are measured in the wider face, so that no hit runs out of its line.
        for line in flow.lines(hit.excerpt, strong.horizontalAdvance, width, EXCERPT_LINES):
            x = float(place.x())
            for run, marked in flow.runs(line, hit.marked):
                words = run.cut(hit.excerpt)
                x = self._draw_run(painter, words, x, baseline, bold if marked else font, marked=marked)
            baseline += plain.height()
        return round(baseline - plain.ascent() + 4)

    def _draw_run(
        self, painter: QPainter, words: str, x: float, baseline: float, font: QFont, *, marked: bool
    ) -> float:
        metrics = QFontMetricsF(font)
        wide = metrics.horizontalAdvance(words)
        if marked:
            tint = self.theme.tints["yellow"]
            painter.fillRect(round(x), round(baseline - metrics.ascent()), round(wide), round(metrics.height()), tint)
        painter.setFont(font)
        painter.setPen(self.theme.color(Tone.INK if marked else Tone.SOFT))
        painter.drawText(round(x), round(baseline), words)
        return x + wide

    def _draw_facts(
        self, painter: QPainter, font: QFont, lead: str, facts: list[str], place: QPoint, width: int
    ) -> None:
        metrics = QFontMetricsF(font)
        rest = " · ".join(filter(None, facts))
        room = width - metrics.horizontalAdvance(f" · {rest}" if rest else "")
        # What is counted and dated stays whole as long as the outlet can still be recognised.
        room = max(room, width * LEAD_PART)
        first = metrics.elidedText(lead, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(self.theme.color(Tone.SOFT))
        line = metrics.elidedText(" · ".join(filter(None, [first, rest])), Qt.TextElideMode.ElideRight, width)
        painter.drawText(place.x(), round(place.y() + metrics.ascent()), line)


class LibraryView(RowView):
    """The list: a plain click or Enter opens, Del asks for deletion.

    Signals:
        unwanted: the selected articles are to be deleted.
    """

    unwanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("libraryList", parent, uniform=True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del deletes."""
        if event.key() == Qt.Key.Key_Delete and self.selectedIndexes():
            self.unwanted.emit()
        else:
            super().keyPressEvent(event)

    def open_row(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        """Open it, unless Ctrl or Shift is held, which only select."""
        if not modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
            super().open_row(row, modifiers)
