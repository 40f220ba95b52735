"""The page: an article's rows at a width and a zoom, laid out only where somebody looks."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import OrderedDict
from dataclasses import dataclass, field
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from apostil.domain.article import Role
from apostil.domain.spans import Span
from apostil.ui.reader.fonts import FACTS, FOLD, Faces, Style, style_of
from apostil.ui.reader.heights import Heights
from apostil.ui.reader.layout import Laid, Piece
from apostil.ui.reader.rows import Link, Row, RowKind, rows_of, words_of
from apostil.ui.reader.whereabouts import longest_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apostil.domain.article import Article
    from apostil.ui.reader.layout import Line

TOP = 24
BOTTOM = 64
KEPT = 160
"""Rows whose lines are kept when they have left the screen."""
_BULLET = re.compile(r"[-–—•·*▪‣◦][ \t\u00a0\u202f]*|(?:\d{1,3}|[a-z])[.)][ \t\u00a0\u202f]+")
_TEXT_KINDS = (RowKind.TEXT, RowKind.FOLDED)


@dataclass(frozen=True, slots=True)
class Found:
    """A place on the page: a row, and a position in the text."""

    row: int
    position: int


@dataclass
class Page:
    """Where everything stands, in pixels from the column's upper left corner; heights not seen yet are estimates."""

    article: Article | None = None
    facts: str = ""
    faces: Faces = field(default_factory=Faces)
    column: int = 600
    shown: frozenset[int] = frozenset()
    rows: tuple[Row, ...] = ()
    label: str = ""
    """The longest of the pages and times that stand beside the column."""

    def __post_init__(self) -> None:
        self._known: dict[tuple[RowKind, int], int] = {}
        self._laid: OrderedDict[int, Laid] = OrderedDict()
        self._hangs: dict[int, float] = {}
        self.rebuild()

    # what is on the page

    def show(self, article: Article | None) -> None:
        """Put another article on the page, its apparatus and its facts as nobody has touched them."""
        self.article, self.shown, self.facts = article, frozenset(), ""
        self.label = longest_label(article)
        self._known.clear()
        self.rebuild()

    def set_facts(self, facts: str) -> None:
        """Write this line under the headline."""
        self.facts = facts
        self._known = {key: height for key, height in self._known.items() if key[0] is not RowKind.FACTS}
        self.rebuild()

    def set_shown(self, shown: frozenset[int]) -> None:
        """Unfold the apparatus runs that have one of these blocks, fold the others."""
        self.shown = shown
        self.rebuild()

    def resize(self, column: int, faces: Faces) -> None:
        """Set the page at this width and zoom."""
        if (column, faces) != (self.column, self.faces):
            self.column, self.faces = column, faces
            self._known.clear()
            self.rebuild()

    def rebuild(self) -> None:
        """Make the rows anew, with the heights that are known."""
        self._laid.clear()
        self._hangs.clear()
        self.rows = rows_of(self.article, self.shown, self.facts) if self.article else ()
        self._gaps = self._all_gaps()
        known = [self._known.get((row.kind, row.span.start)) for row in self.rows]
        self.measured = [height is not None for height in known]
        self._heights = Heights(
            [
                gap + (estimate if height is None else height)
                for gap, height, estimate in zip(self._gaps, known, self._estimates(), strict=True)
            ]
        )
        self._text_rows = [i for i, row in enumerate(self.rows) if row.kind in _TEXT_KINDS]
        self._text_starts = [self.rows[i].span.start for i in self._text_rows]

    def _all_gaps(self) -> list[int]:
        # Roles are few and rows are many: what depends on a role alone is worked out once.
        known: dict[tuple[RowKind, Role, RowKind, Role], int] = {}
        gaps = [TOP] if self.rows else []
        for above, below in pairwise(self.rows):
            key = (above.kind, above.role, below.kind, below.role)
            gap = known.get(key)
            if gap is None:
                gap = self.faces.pixels(max(self.style(above).after, self.style(below).before))
                known[key] = gap
            gaps.append(gap if below.first else 0)
        return gaps

    def style(self, row: Row) -> Style:
        """How this row is set."""
        if row.kind is RowKind.TEXT:
            return style_of(row.role)
        return FACTS if row.kind is RowKind.FACTS else FOLD

    def _estimates(self) -> Iterator[int]:
        known: dict[tuple[RowKind, Role], tuple[float, int]] = {}
        for row in self.rows:
            found = known.get((row.kind, row.role))
            if found is None:
                found = known[row.kind, row.role] = self._fit(row)
            in_line, leading = found
            yield ceil((row.span.end - row.span.start) / in_line) * leading if row.kind is RowKind.TEXT else leading

    def _fit(self, row: Row) -> tuple[float, int]:
        """How many characters fit on a line of such a row, and how high a line is."""
        style = self.style(row)
        room = max(1.0, self.column - self._ems_in(row))
        return max(1.0, room / (self.faces.character * style.size)), self.faces.leading(style)

    # heights

    @property
    def height(self) -> int:
        """The height of everything, as far as it is known."""
        return self._heights.total + BOTTOM

    def top(self, row: int) -> int:
        """Where this row's words begin."""
        return self._heights.top(row) + self._gaps[row]

    def bottom(self, row: int) -> int:
        """Where this row ends."""
        return self._heights.top(row + 1)

    def row_at(self, y: int) -> int:
        """The row at this height; the space above a row belongs to it."""
        return self._heights.at(y)

    def rows_between(self, top: int, bottom: int) -> Iterator[int]:
        """The rows between these heights, one after the other, as high as each turns out to be."""
        index = self.row_at(top)
        while index < len(self.rows) and self.top(index) < bottom:
            yield index
            index += 1

    def indent(self, row: Row) -> float:
        """How far this row's words stand from the column's left."""
        return self._ems_in(row) - self._hang(row)

    def laid(self, index: int) -> Laid:
        """The lines of this row, laid out now if they are not."""
        laid = self._laid.get(index)
        if laid is None:
            laid = self._lay_out(index)
            self._laid[index] = laid
            if len(self._laid) > KEPT:
                self._laid.popitem(last=False)
        else:
            self._laid.move_to_end(index)
        return laid

    def measure(self, index: int) -> int:
        """Make this row's height a known one and say by how much it grew."""
        if self.measured[index]:
            return 0
        before = self._heights.total
        self._lay_out(index)
        return self._heights.total - before

    def _lay_out(self, index: int) -> Laid:
        row = self.rows[index]
        style = self.style(row)
        words = words_of(self.article.text if self.article else "", row, self.facts)
        width = self.column - self.indent(row)
        laid = Laid(words, self.faces.font(style), width, self.faces.leading(style), self._hang(row))
        self.measured[index] = True
        self._known[row.kind, row.span.start] = laid.height
        self._heights.set(index, self._gaps[index] + laid.height)
        return laid

    def _hang(self, row: Row) -> float:
        """How far a sign of the list item's own, at its beginning, stands out to the left."""
        if row.role is not Role.LIST_ITEM or not row.first or self.article is None:
            return 0.0
        known = self._hangs.get(row.span.start)
        if known is None:
            bullet = _BULLET.match(self.article.text, row.span.start, row.span.end)
            metrics = QFontMetricsF(self.faces.font(self.style(row)))
            known = min(self._ems_in(row), metrics.horizontalAdvance(bullet[0])) if bullet else 0.0
            self._hangs[row.span.start] = known
        return known

    def _ems_in(self, row: Row) -> float:
        return float(self.faces.pixels(self.style(row).indent))

    def needs_bullet(self, row: Row) -> bool:
        """Whether a list item has no sign of its own."""
        if row.role is not Role.LIST_ITEM or not row.first or self.article is None:
            return False
        return not _BULLET.match(self.article.text, row.span.start, row.span.end)

    def follows_same_role(self, row: Row) -> bool:
        """Whether the block above has the same role as this row's."""
        before = row.blocks.start - 1
        return self.article is not None and before >= 0 and self.article.blocks[before].role is row.role

    # places

    def row_of(self, position: int) -> int:
        """The row that answers for this position."""
        return self._text_rows[max(0, bisect_right(self._text_starts, position) - 1)]

    def rows_over(self, span: Span) -> Iterator[int]:
        """The rows of text that this span touches."""
        first = max(0, bisect_right(self._text_starts, span.start) - 1)
        last = bisect_left(self._text_starts, span.end)
        return iter(self._text_rows[first : max(last, first + 1)])

    def stops(self) -> list[Span]:
        """The spans in which the caret can stand; a folded run is a single place."""
        spans: list[Span] = []
        for row in (self.rows[i] for i in self._text_rows):
            if not row.first:
                spans[-1] = Span(spans[-1].start, row.span.end)
            elif row.kind is RowKind.TEXT:
                spans.append(row.span)
            else:
                spans.append(Span(row.span.start, row.span.start))
        return spans

    def line(self, position: int) -> tuple[int, int]:
        """The row and the line within it where the caret stands at this position."""
        index = self.row_of(position)
        return index, self.laid(index).line_of(self._inner(index, position))

    def _inner(self, index: int, position: int) -> int:
        row = self.rows[index]
        return min(position, row.span.end) - row.span.start if row.kind is RowKind.TEXT else 0

    def caret_rect(self, position: int) -> QRectF:
        """The line that the caret is at this position."""
        index = self.row_of(position)
        laid = self.laid(index)
        inner = self._inner(index, position)
        line = laid.lines[laid.line_of(inner)]
        x = laid.x(inner) + self.indent(self.rows[index])
        top, height = line.band
        return QRectF(x, self.top(index) + top, 1.0, height)

    def strip(self, position: int) -> tuple[int, int]:
        """Top and bottom of the line that holds this position."""
        index, number = self.line(position)
        line = self.laid(index).lines[number]
        top = self.top(index) + line.top
        return top, top + line.height

    def reaches(self, spans: Iterable[Span]) -> Iterator[tuple[int, int]]:
        """About where each of these begins and ends, without laying out any line; all of a fold are where it stands."""
        tops = self._heights.tops()
        for span in spans:
            yield self._about(tops, span.start), self._about(tops, max(span.start, span.end - 1), 1)

    def _about(self, tops: list[int], position: int, after: int = 0) -> int:
        index = self.row_of(position)
        row, top, bottom = self.rows[index], tops[index] + self._gaps[index], tops[index + 1]
        length = row.span.end - row.span.start
        if row.kind is not RowKind.TEXT or position >= row.span.end:
            return bottom if after else top
        return top + (bottom - top) * (position + after - row.span.start) // length

    def position_at(self, x: float, y: float) -> Found:
        """The place nearest to this point."""
        index = self.row_at(int(y))
        row = self.rows[index]
        if row.kind is not RowKind.TEXT:
            return Found(index, row.span.start)
        inner = self.laid(index).position_at(x - self.indent(row), y - self.top(index))
        return Found(index, row.span.start + inner)

    def character_at(self, x: float, y: float) -> int | None:
        """The position of the character that is drawn at this point, where there is one."""
        if not self.rows or y < 0 or y >= self._heights.total:
            return None
        index = self.row_at(int(y))
        row = self.rows[index]
        if row.kind is not RowKind.TEXT:
            return None
        inner = self.laid(index).character_at(x - self.indent(row), y - self.top(index))
        return None if inner is None else row.span.start + inner

    def link_at(self, x: float, y: float) -> tuple[int, Link] | None:
        """The row and the link of ours at this point, where there is one."""
        if not self.rows or y >= self._heights.total:
            return None
        index = self.row_at(int(y))
        laid = self.laid(index)
        inner = laid.character_at(x - self.indent(self.rows[index]), y - self.top(index))
        if inner is None:
            return None
        hits = (link for link, start, end in laid.words.links if start <= inner < end)
        return next(((index, link) for link in hits), None)

    def pieces(self, index: int, span: Span) -> list[Piece]:
        """The parts of a span that lie in this row, in the row's own coordinates."""
        row = self.rows[index]
        start, end = max(span.start, row.span.start), min(span.end, row.span.end)
        if start >= end or row.kind is not RowKind.TEXT:
            return []
        return self.laid(index).pieces(start - row.span.start, end - row.span.start)

    def rects(self, span: Span) -> list[QRectF]:
        """The rectangles that a span covers on the page."""
        found = []
        for index in self.rows_over(span):
            top, left = self.top(index), self.indent(self.rows[index])
            found += [piece.rect.translated(left, top) for piece in self.pieces(index, span)]
        return found

    def lines_of(self, index: int) -> list[Line]:
        """The lines of this row."""
        return self.laid(index).lines
