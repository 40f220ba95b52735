"""Moves the caret over a page: what the text alone cannot tell, lines and screens, added to the rest."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from apostil.domain.spans import Span
from apostil.ui.reader.caret import Stops, step_sentence
from apostil.ui.reader.keys import Move, Stride
from apostil.ui.reader.rows import RowKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.ui.reader.page import Page


@dataclass(frozen=True, slots=True)
class Cursor:
    """The caret and the other end of the selection.

    `goal` is the x that vertical moves keep to. `link` is the number of one of our own links, where the caret is in
    the line of links above an unfolded run.
    """

    anchor: int = 0
    caret: int = 0
    goal: float | None = None
    link: int | None = None

    @property
    def selection(self) -> Span | None:
        """What is selected, if anything."""
        if self.anchor == self.caret:
            return None
        return Span(min(self.anchor, self.caret), max(self.anchor, self.caret))

    @property
    def reach(self) -> Span:
        """The selection, or the place of the caret."""
        return self.selection or Span(self.caret, self.caret)


@dataclass(frozen=True, slots=True)
class Walker:
    """Answers every move on one page; `screen` is the height of what is visible."""

    page: Page
    stops: Stops
    sentences: Sequence[Span]
    screen: int

    def go(self, move: Move, cursor: Cursor) -> Cursor:
        """The cursor after this move."""
        if not self.stops.spans:
            return cursor
        if move.stride is Stride.SENTENCE:
            return self._sentence(move, cursor)
        if move.stride in {Stride.LINE, Stride.PAGE}:
            moved = self._line(move, cursor) if move.stride is Stride.LINE else self._screen(move, cursor)
        elif cursor.link is not None and move.stride is Stride.CHARACTER:
            moved = self._along_links(move, cursor)
        elif cursor.selection and not move.extend and move.stride is Stride.CHARACTER:
            moved = _at(cursor.selection.end if move.forward else cursor.selection.start)
        else:
            moved = _at(self._position(move, cursor.caret))
        return replace(moved, anchor=cursor.anchor, link=None) if move.extend else moved

    def _position(self, move: Move, position: int) -> int:
        if move.stride is Stride.CHARACTER:
            return self.stops.character(position, forward=move.forward)
        if move.stride is Stride.WORD:
            return self.stops.word(position, forward=move.forward)
        if move.stride is Stride.BLOCK:
            return self.stops.block(position, forward=move.forward)
        if move.stride is Stride.LINE_END:
            return self._line_end(position, forward=move.forward)
        whole = self.stops.whole()
        return whole.end if move.forward else whole.start

    def _line_end(self, position: int, *, forward: bool) -> int:
        index, number = self.page.line(position)
        row = self.page.rows[index]
        if row.kind is not RowKind.TEXT:
            return position
        return row.span.start + self.page.laid(index).line_bounds(number)[forward]

    def _sentence(self, move: Move, cursor: Cursor) -> Cursor:
        found = step_sentence(self.sentences, cursor.reach, forward=move.forward)
        if found is None:
            return cursor
        if not move.extend or not cursor.selection:
            return Cursor(found.start, found.end)
        if move.forward:
            last = step_sentence(self.sentences, _last_sentence(self.sentences, cursor.selection), forward=True)
            return Cursor(cursor.selection.start, max(cursor.selection.end, last.end if last else 0))
        return Cursor(cursor.selection.end, min(cursor.selection.start, found.start))

    def _line(self, move: Move, cursor: Cursor) -> Cursor:
        goal = self._goal(cursor)
        index, number = self._place(cursor)
        number += 1 if move.forward else -1
        if not 0 <= number < len(self.page.lines_of(index)):
            index = self._row_beside(index, forward=move.forward)
            number = 0 if move.forward else -1
        if not 0 <= index < len(self.page.rows):
            whole = self.stops.whole()
            return replace(_at(whole.end if move.forward else whole.start), goal=goal)
        return self._land(index, number, goal)

    def _row_beside(self, index: int, *, forward: bool) -> int:
        step = 1 if forward else -1
        index += step
        while 0 <= index < len(self.page.rows) and self.page.rows[index].kind is RowKind.FACTS:
            index += step
        return index

    def _land(self, index: int, number: int, goal: float) -> Cursor:
        row = self.page.rows[index]
        if row.kind is not RowKind.TEXT:
            return Cursor(row.span.start, row.span.start, goal, 0 if row.kind is RowKind.LINKS else None)
        laid = self.page.laid(index)
        number %= max(1, len(laid.lines))
        position = row.span.start + laid.position_in(number, goal - self.page.indent(row))
        return replace(_at(position), goal=goal)

    def _screen(self, move: Move, cursor: Cursor) -> Cursor:
        goal = self._goal(cursor)
        index, number = self._place(cursor)
        line = self.page.lines_of(index)[number]
        y = self.page.top(index) + line.top + line.height // 2 + (self.screen if move.forward else -self.screen)
        if y < 0 or y > self.page.height:
            whole = self.stops.whole()
            return replace(_at(whole.end if move.forward else whole.start), goal=goal)
        position = self.page.position_at(goal, y).position
        return replace(_at(self.stops.snap(position)), goal=goal)

    def _along_links(self, move: Move, cursor: Cursor) -> Cursor:
        index, _ = self._place(cursor)
        link = (cursor.link or 0) + (1 if move.forward else -1)
        if 0 <= link < len(self.page.laid(index).words.links):
            return replace(cursor, link=link)
        return _at(cursor.caret if move.forward else self.stops.character(cursor.caret, forward=False))

    def _place(self, cursor: Cursor) -> tuple[int, int]:
        index, number = self.page.line(cursor.caret)
        return (index - 1, 0) if cursor.link is not None else (index, number)

    def _goal(self, cursor: Cursor) -> float:
        return self.page.caret_rect(cursor.caret).x() if cursor.goal is None else cursor.goal


def _at(position: int) -> Cursor:
    return Cursor(position, position)


def _last_sentence(sentences: Sequence[Span], selection: Span) -> Span:
    inside = [one for one in sentences if one.start < selection.end and selection.start < one.end]
    return inside[-1] if inside else selection
