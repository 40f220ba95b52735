"""What is on the page at a place, and what taking hold of it would do; points are the column's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.domain.spans import Span
from apostil.ui.reader import margin
from apostil.ui.reader.caret import Stops, sentence_at, whole_word_end, whole_words, word_at
from apostil.ui.reader.gestures import (
    Following,
    Gesture,
    Grain,
    Pointing,
    Resizing,
    Selecting,
    resized,
    stretched,
)
from apostil.ui.reader.keys import Stride
from apostil.ui.reader.paint import Scene, handles
from apostil.ui.reader.places import Place
from apostil.ui.reader.rows import Link, RowKind
from apostil.ui.reader.tips import tip_of, wrapped
from apostil.ui.reader.walking import Cursor, Walker

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF, QRectF

    from apostil.domain.annotation import AnnotationId
    from apostil.ui.reader.keys import Move, Resize
    from apostil.ui.reader.page import Page


class Sheet:
    """A page with everything on it: the scene that is painted, the cursor, the sentences."""

    def __init__(self, page: Page, scene: Scene) -> None:
        self.page = page
        self.scene = scene
        self.cursor = Cursor()
        self.sentences: tuple[Span, ...] = ()
        self.stops = Stops("", ())

    def renew(self) -> None:
        """Learn the page's new rows, and keep the caret where one can stand."""
        self.stops = Stops(self.page.article.text if self.page.article else "", self.page.stops())
        if self.stops.spans and self.cursor.selection is None:
            position = self.stops.snap(self.cursor.caret)
            self.cursor = Cursor(position, position, link=self.cursor.link)

    def show_cursor(self, *, focused: bool) -> None:
        """Put the cursor into the scene."""
        self.scene.selection, self.scene.caret = self.cursor.selection, self.cursor.caret
        self.scene.caret_visible = focused
        self.scene.link = self.focused_link()

    # what is there

    def position_at(self, spot: QPointF) -> int:
        """The position nearest to this point."""
        if not self.page.rows:
            return 0
        return self.stops.snap(self.page.position_at(spot.x(), spot.y()).position)

    def place_at(self, spot: QPointF) -> Place | None:
        """What lies on the character that is drawn at this point."""
        position = self.page.character_at(spot.x(), spot.y())
        return None if position is None else self.place(position)

    def place(self, position: int) -> Place:
        """What lies on the character at this position."""
        named = self.scene.decorations.entities.at(position)
        return Place(
            position,
            named[-1].entity.id if named else None,
            named[-1].span if named else None,
            tuple(mark.id for mark in self.scene.decorations.marks.at(position)),
        )

    def place_of_caret(self) -> Place:
        """What lies at the caret, or else right before it."""
        start = self.cursor.reach.start
        place = self.place(start)
        if place.marks or place.entity is not None or self.cursor.selection or not start:
            return place
        before = self.place(start - 1)
        return Place(start, before.entity, before.mention, before.marks)

    def marks_at(self, span: Span) -> list[AnnotationId]:
        """The marks on this span; at a caret, else those right before it."""
        spread = self.scene.decorations.marks
        found = spread.over(span) if len(span) else spread.at(span.start)
        if not found and not len(span) and span.start:
            found = spread.at(span.start - 1)
        return [mark.id for mark in found]

    def item_at(self, spot: QPointF) -> margin.Item | None:
        """What stands in the margin at this point."""
        if not self.page.rows or spot.x() >= 0:
            return None
        y = int(spot.y())
        return margin.at(margin.items(self.page, self.scene.decorations, y - 20, y + 20), spot)

    def tip_at(self, spot: QPointF) -> str:
        """What pointing at this point says, as rich text; empty where there is nothing to say."""
        item = self.item_at(spot)
        if item is not None:
            return wrapped(item.tip)
        place = self.place_at(spot)
        if place is None:
            return ""
        decorations = self.scene.decorations
        notes = [decorations.by_id[mark].annotation for mark in place.marks]
        return tip_of(decorations.entities.at(place.position), notes)

    def unit_at(self, spot: QPointF, grain: Grain) -> Span:
        """What a drag of this grain selects at this point."""
        position = self.position_at(spot)
        if grain is Grain.CHARACTER:
            return Span(position, position)
        inside = self.page.character_at(spot.x(), spot.y())
        inside = position if inside is None else inside
        if grain is Grain.WORD:
            return word_at(self.stops.text, inside, self._stop(inside))
        index = sentence_at(self.sentences, inside)
        if index is not None and inside <= self.sentences[index].end:
            return self.sentences[index]
        return self._stop(inside)

    def rects(self, span: Span, top: int, bottom: int) -> list[QRectF]:
        """The rectangles that a span covers between these heights."""
        found = []
        for index in self.page.rows_between(top, bottom):
            left, head = self.page.indent(self.page.rows[index]), self.page.top(index)
            found += [piece.rect.translated(left, head) for piece in self.page.pieces(index, span)]
        return found

    # what can be taken hold of

    def held_at(self, spot: QPointF) -> Gesture | None:
        """What pressing the mouse at this point takes hold of, other than the words."""
        active, span = self.scene.active, self.scene.active_span
        if active is not None and span is not None:
            for rect, start in handles(self.page, span):
                if rect.contains(spot):
                    return Resizing(active, span.end if start else span.start, start)
        link = self.page.link_at(spot.x(), spot.y())
        if link:
            return Following(*link)
        item = self.item_at(spot)
        return Pointing(item.marks[-1].id) if item and item.marks else None

    def stretched(self, gesture: Selecting, spot: QPointF, *, letters: bool) -> Cursor:
        """What a drag selects that has come to this point: whole words, once it has left its first, or letters."""
        anchor, caret = stretched(gesture, self.unit_at(spot, gesture.grain))
        if gesture.grain is Grain.CHARACTER and not letters:
            anchor, caret = whole_words(self.stops.text, anchor, caret)
        return Cursor(anchor, caret)

    def dragged(self, gesture: Resizing, spot: QPointF, *, letters: bool) -> Span | None:
        """The span of a mark whose end was dragged to this point, where it is one, by whole words or letters."""
        position = self.position_at(spot)
        mark = self.scene.decorations.by_id.get(gesture.mark)
        if mark is not None and not letters:
            origin = mark.span.start if gesture.start else mark.span.end
            position = whole_word_end(self.stops.text, origin, position, start=gesture.start)
        return resized(gesture, position)

    def focused_link(self) -> tuple[int, int] | None:
        """The row and the number of the link of ours that the caret is on."""
        if not self.stops.spans:
            return None
        index = self.page.row_of(self.cursor.caret)
        if self.page.rows[index].kind is RowKind.FOLDED and self.cursor.selection is None:
            return index, 0
        if self.cursor.link is not None and index and self.page.rows[index - 1].kind is RowKind.LINKS:
            return index - 1, self.cursor.link
        return None

    def link(self, index: int, number: int) -> Link:
        """The link with this number in this row."""
        return self.page.laid(index).words.links[number][0]

    def heard(self, move: Move) -> str:
        """What a screen reader says after this move: the selection, the link, or what the caret went by."""
        text, caret = self.stops.text, self.cursor.caret
        link = self.focused_link()
        if link is not None:
            return self.page.laid(link[0]).words.text
        if self.cursor.selection is not None:
            return self.cursor.selection.cut(text)
        if move.stride is Stride.CHARACTER:
            return text[caret : self.stops.character(caret, forward=True)]
        if move.stride is Stride.WORD:
            return word_at(text, caret, self._stop(caret)).cut(text)
        index, number = self.page.line(caret)
        start, end = self.page.laid(index).line_bounds(number)
        first = self.page.rows[index].span.start
        return text[first + start : first + end]

    # where things go

    def moved(self, move: Move, screen: int) -> Cursor:
        """The cursor after this move."""
        return Walker(self.page, self.stops, self.sentences, screen).go(move, self.cursor)

    def resized(self, span: Span, request: Resize) -> Span:
        """A mark's span with one end moved by a word; a character always stays."""
        if request.start:
            start = self.stops.word(span.start, forward=request.forward)
            return Span(min(start, span.end - 1), span.end)
        end = self.stops.word_end(span.end, forward=request.forward)
        return Span(span.start, max(end, span.start + 1))

    def _stop(self, position: int) -> Span:
        return self.stops.spans[self.stops.index(position)]
