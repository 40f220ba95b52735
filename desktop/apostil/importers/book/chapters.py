"""A book falls into its chapters, by its table of contents or by its documents and headings."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from apostil.domain.article import Piece, Role
from apostil.importers.forms import words
from apostil.importers.lexicon import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from apostil.importers.book.package import Entry
    from apostil.importers.book.pages import Document

_UNTOLD = frozenset({Role.APPARATUS, Role.HEADING, Role.HEADLINE})
"""What alone makes no chapter."""
_NEAR = 3


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a book with its title."""

    title: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Start:
    """Where something begins: the number of a piece of the whole book, and what it is called."""

    place: int
    title: str


class Book:
    """The pieces of a whole book, and where the lines of its contents lead."""

    def __init__(self, documents: Sequence[Document], contents: Sequence[Entry]) -> None:
        self._documents = documents
        self._contents = contents
        self._anchors = {document.item.member: document.anchors for document in documents}
        self._begins: dict[str, int] = {}
        self._pieces: list[Piece] = []
        for document in documents:
            self._begins[document.item.member] = len(self._pieces)
            self._pieces += document.pieces

    def pieces(self) -> tuple[Piece, ...]:
        """Everything in order, with the titles of the contents where the text does not say them itself."""
        titles = {start.place: start.title for start in reversed(self._lines(self._contents))}
        return tuple(self._titled(titles))

    def chapters(self) -> tuple[Chapter, ...]:
        """The chapters in order. What holds titles alone, such as the leaf before a part, stands in the next one."""
        chapters: list[Chapter] = []
        waiting: tuple[Piece, ...] = ()
        for title, run in self._runs():
            waiting = (*waiting, *run)
            if _is_told(waiting):
                chapters.append(Chapter(title or _first_heading(waiting), waiting))
                waiting = ()
        if waiting and chapters:
            chapters[-1] = Chapter(chapters[-1].title, (*chapters[-1].pieces, *waiting))
        return tuple(chapters)

    def _runs(self) -> Iterator[tuple[str, tuple[Piece, ...]]]:
        """The pieces from one start to the next; those before the first one where they are more than a title page."""
        starts = self._starts()
        bounds = [*(start.place for start in starts), len(self._pieces)]
        front = tuple(self._pieces[: bounds[0]])
        if _is_told(front):
            yield "", front
        for start, (begin, end) in zip(starts, pairwise(bounds), strict=True):
            yield start.title, tuple(self._pieces[begin:end])

    def _starts(self) -> tuple[_Start, ...]:
        """Where the chapters begin: by the contents where they help, then by documents, then by headings."""
        alone = len(self._contents) == 1
        gathered = self._contents[0].below if alone and self._contents[0].below else ()
        listed = self._lines(
            (*self._contents, *self._expanded(gathered)) if gathered else self._expanded(self._contents)
        )
        if len(listed) > 1:
            return listed
        opened = tuple(
            _Start(place, document.pieces[0].text)
            for document in self._documents
            if document.pieces and document.pieces[0].role is Role.HEADING
            for place in [self._begins[document.item.member]]
        )
        return opened if len(opened) > 1 else self._headed() or listed

    def _headed(self) -> tuple[_Start, ...]:
        """The headings of the highest level that occurs several times."""
        levels = [piece.level for piece in self._pieces if piece.role is Role.HEADING]
        level = next((level for level in range(1, 7) if levels.count(level) > 1), 0)
        return tuple(
            _Start(place, piece.text)
            for place, piece in enumerate(self._pieces)
            if piece.role is Role.HEADING and piece.level == level
        )

    def _expanded(self, entries: Sequence[Entry]) -> Iterator[Entry]:
        """The lines of the contents that are chapters: a line that only gathers others gives way to them."""
        for entry in entries:
            yield entry
            if entry.below and self._gathers(entry):
                yield from self._expanded(entry.below)

    def _gathers(self, entry: Entry) -> bool:
        """Whether a line is the title of a part: it leads nowhere, or those below it have documents of their own."""
        if self._place(entry) is None:
            return True
        apart = [line.member for line in entry.below if line.member and line.member != entry.member]
        return len(set(apart)) * 2 > len(entry.below)

    def _lines(self, entries: Iterable[Entry]) -> tuple[_Start, ...]:
        """Where lines lead, in the order of the text; of several that lead to one place the first counts."""
        found: dict[int, str] = {}
        for entry in entries:
            place = self._place(entry)
            if place is not None and place < len(self._pieces):
                found.setdefault(place, entry.title)
        return tuple(_Start(place, found[place]) for place in sorted(found))

    def _place(self, entry: Entry) -> int | None:
        """The number of the piece that a line of the contents leads to."""
        begin = self._begins.get(entry.member)
        if begin is None:
            return None
        return begin + self._anchors[entry.member].get(entry.anchor, 0)

    def _titled(self, titles: dict[int, str]) -> Iterator[Piece]:
        for place, piece in enumerate(self._pieces):
            title = titles.get(place, "")
            if title and not self._is_said(title, place):
                yield Piece(title, Role.HEADING, 1)
            yield piece

    def _is_said(self, title: str, place: int) -> bool:
        """Whether the text near a place has a heading, or these words, itself."""
        near = self._pieces[place : place + _NEAR]
        return any(piece.role in _UNTOLD or folded(piece.text) in folded(title) for piece in near)


def headed(chapter: Chapter) -> tuple[Piece, ...]:
    """The pieces of a chapter with its title on top; headings there that only say the title again are left out."""
    said = _bare(chapter.title)
    if not said:
        return chapter.pieces
    end = next((place for place, piece in enumerate(chapter.pieces) if piece.role not in _UNTOLD), 0)
    top = range(min(end, _NEAR))
    again = {place for place in top if _bare(chapter.pieces[place].text) in said}
    longer = (place for place in top if not again and said in _bare(chapter.pieces[place].text))
    fuller = next(longer, None)
    title = chapter.title if fuller is None else chapter.pieces[fuller].text
    rest = (piece for place, piece in enumerate(chapter.pieces) if place not in again and place != fuller)
    return (Piece(title, Role.HEADLINE, 1), *rest)


def _bare(text: str) -> str:
    """The words of a title, to be compared."""
    return " ".join(words(folded(text)))


def _is_told(pieces: Iterable[Piece]) -> bool:
    """Whether there is anything to read but titles."""
    return any(piece.role not in _UNTOLD for piece in pieces)


def _first_heading(pieces: Iterable[Piece]) -> str:
    return next((piece.text for piece in pieces if piece.role is Role.HEADING), "")
