"""Lines of a PDF become blocks: paragraphs put together, headings by their size, running heads set aside."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from apostil.domain.article import Piece, Role
from apostil.importers import bylines, forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from apostil.importers.pdf_lines import Line

_PAGE_NUMBER = re.compile(r"\W*(?:p(?:age|\.)?\s*)?\d{1,4}(?:\s*(?:/|of|sur|de)\s*\d{1,4})?\W*", re.IGNORECASE)
_EDGE_LINES = 2
_LARGE = 1.15
"""Letters that are this much larger than those of the running text make a heading."""
_HEADING_WORDS = 40
_UPPER = 0.55
"""The share of the first page, from its top, in which a headline stands."""
_APART_WORDS = 25
_RUN_LINES = 4
_WIDE_WORDS = 5
_SIZES_DIFFER = 0.08
_LOOSE = 1.3
"""A distance of lines that is this much larger than usual begins a paragraph."""


def pieces_of(lines: Sequence[Line]) -> tuple[Piece, ...]:
    """The blocks of all pages in reading order; what runs along the pages' edges comes last, as apparatus."""
    edges = _edges(lines)
    body = _rows([line for line in lines if line not in edges])
    layout = _Layout(body)
    blocks = [layout.piece(block) for block in layout.blocks()]
    along = "\n".join(dict.fromkeys(line.text for line in lines if line in edges))
    return (*_headed(blocks), *([Piece(along, Role.APPARATUS)] if along else []))


@dataclass(frozen=True, slots=True)
class _Sized:
    """A block with the size of its letters."""

    piece: Piece
    size: float
    page: int
    bottom: float
    top: float

    @property
    def words(self) -> int:
        """The number of its words."""
        return len(forms.words(self.piece.text))

    @property
    def is_loose(self) -> bool:
        """Whether it is a few words that are no sentence."""
        return self.words <= _APART_WORDS and not forms.ends_sentence(self.piece.text)


class _Layout:
    """What the lines of a document agree on: the size of its text, the distance of its lines, its margins."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines

    def blocks(self) -> Iterator[list[Line]]:
        """The lines of each block."""
        block: list[Line] = []
        for line in self._lines:
            if block and not self._goes_on(block[-1], line):
                yield block
                block = []
            block.append(line)
        if block:
            yield block

    def piece(self, block: Sequence[Line]) -> _Sized:
        """A block's words, as a heading where its letters are large."""
        text = self._joined(block)
        size = median(line.size for line in block)
        large = size > self._body_size * _LARGE and len(forms.words(text)) <= _HEADING_WORDS
        piece = Piece(text, Role.HEADING, 2) if large else Piece(text)
        return _Sized(piece, size, block[0].page, min(line.bottom for line in block), block[0].top)

    @cached_property
    def _body_size(self) -> float:
        counted: Counter[float] = Counter()
        for line in self._lines:
            counted[line.size] += len(line.text)
        return counted.most_common(1)[0][0] if counted else 0.0

    @cached_property
    def _pitch(self) -> dict[float, float]:
        """The usual distance between two lines, for each size of letters."""
        found: dict[float, list[float]] = defaultdict(list)
        for line, following in pairwise(self._lines):
            distance = line.bottom - following.bottom
            if line.page == following.page and _same_size(line, following) and 0 < distance < line.size * 3:
                found[line.size].append(distance)
        return {size: sorted(distances)[len(distances) // 4] for size, distances in found.items()}

    @cached_property
    def _right(self) -> dict[tuple[int, int, float], float]:
        """The right margin of each column: the farthest that a line of this size beginning near there comes."""
        found: dict[tuple[int, int, float], float] = {}
        for line in self._lines:
            for column in _columns(line):
                key = line.page, column, line.size
                found[key] = max(found.get(key, 0.0), line.right)
        return found

    @cached_property
    def _own_right(self) -> dict[Line, float]:
        """The right margin of the lines that stand closely below one another, where there are several."""
        found: dict[Line, float] = {}
        run: list[Line] = []
        for line in self._lines:
            if run and not self._is_close(run[-1], line):
                found.update(_margins(run))
                run = []
            run.append(line)
        return found | _margins(run)

    @cached_property
    def _is_spaced(self) -> bool:
        """Whether paragraphs stand apart: nearly every short line at the end of one has a gap below it."""
        ends = [
            self._is_close(line, following)
            for line, following in pairwise(self._lines)
            if line.page == following.page
            and line.size == self._body_size == following.size
            and 0 < line.bottom - following.bottom < line.size * 4
            and abs(line.left - following.left) < line.size
            and forms.ends_sentence(line.text)
            and not self._is_full(line, following)
        ]
        return len(ends) > _RUN_LINES and sum(ends) <= len(ends) * 0.2

    @cached_property
    def _words(self) -> frozenset[str]:
        """The words that stand unbroken somewhere."""
        return frozenset(word.casefold() for line in self._lines for word in forms.words(line.text))

    def _goes_on(self, line: Line, following: Line) -> bool:
        """Whether the paragraph of a line goes on in the next one."""
        if line.hyphenated:
            return True
        if not _same_size(line, following) or forms.is_list_item(following.text):
            return False
        if line.page != following.page or following.bottom > line.bottom or following.left > line.right:
            return self._goes_over(line, following)
        if not self._is_near(line, following):
            # A picture may stand between the lines of one sentence; short lines with a gap are a list or a table.
            wide = len(forms.words(line.text)) >= _WIDE_WORDS
            return wide and _is_amid(line, following) and self._is_full(line, following)
        return self._goes_down(line, following)

    def _goes_down(self, line: Line, following: Line) -> bool:
        """Whether a paragraph goes on in the line closely below."""
        if line.size > self._body_size * _LARGE or _is_amid(line, following):
            return True
        if self._is_spaced and line.size == self._body_size and forms.ends_sentence(line.text):
            return True
        indented = following.left > line.left + line.size * 0.7
        return not indented and self._is_full(line, following)

    def _is_near(self, line: Line, following: Line) -> bool:
        return line.bottom - following.bottom <= self._pitch.get(line.size, line.size * 1.2) * _LOOSE

    def _is_close(self, line: Line, following: Line) -> bool:
        """Whether a line stands below another as inside of one paragraph."""
        below = line.page == following.page and following.bottom < line.bottom and following.left <= line.right
        return below and _same_size(line, following) and self._is_near(line, following)

    def _goes_over(self, line: Line, following: Line) -> bool:
        """Whether a paragraph goes on in the next column or on the next page."""
        if line.size > self._body_size * _LARGE:
            return False
        if not forms.ends_sentence(line.text):
            rightwards = line.page != following.page or following.left > line.left - line.size
            wide = len(forms.words(line.text)) >= _WIDE_WORDS
            return following.text[:1].islower() or wide or (rightwards and self._is_full(line, following))
        return self._is_full(line, following) and following.text[0].islower()

    def _is_full(self, line: Line, following: Line) -> bool:
        """Whether the next word had no room left at the end of a line."""
        word = following.text.split(maxsplit=1)[0]
        column = max(self._right[line.page, column, line.size] for column in _columns(line))
        # Sentences that stand one a line are ragged, too: where one ends, the whole column tells.
        own = column if forms.ends_sentence(line.text) else self._own_right.get(line, column)
        margin = min(column, own)
        return line.right + line.letter * (len(word) + 1) > margin

    def _joined(self, block: Sequence[Line]) -> str:
        text = block[0].text
        for line, following in pairwise(block):
            text = self._with(text, line, following)
        return text

    def _with(self, text: str, line: Line, following: Line) -> str:
        """The text with the next line: behind a space, or completing the word that was broken at the line's end."""
        bare = text.removesuffix("-")
        broken = bare[-1:].isalpha() and following.text[:1].isalpha()
        if not broken or not (line.hyphenated or text != bare):
            return f"{text}{'-' if line.hyphenated else ' '}{following.text}"
        parts = [forms.words(bare)[-1], forms.words(following.text)[0]]
        return bare + ("" if self._is_one_word(parts) else "-") + following.text

    def _is_one_word(self, parts: Sequence[str]) -> bool:
        if "".join(parts).casefold() in self._words:
            return True
        return "-".join(parts).casefold() not in self._words and parts[1].islower() and parts[0].isalpha()


def _margins(run: Sequence[Line]) -> dict[Line, float]:
    """The right margin of each of these lines; two or three of them would not tell it."""
    return dict.fromkeys(run, max(line.right for line in run)) if len(run) >= _RUN_LINES else {}


def _is_amid(line: Line, following: Line) -> bool:
    """Whether a line breaks off in the midst of a sentence that the next one goes on with."""
    return following.text[:1].islower() and not forms.ends_sentence(line.text)


def _edges(lines: Sequence[Line]) -> frozenset[Line]:
    """The running heads and page numbers: what is repeated at the upper and lower ends of pages."""
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    ends = {number: _ends(page) for number, page in pages.items() if len(page) > 2}
    counted = Counter(key for page in ends.values() for key in {_key(line) for line in page})
    often = max(2, len(pages) * 0.4)
    return frozenset(
        line
        for page in ends.values()
        for line in page
        if counted[_key(line)] >= often or _PAGE_NUMBER.fullmatch(line.text)
    )


def _ends(page: Sequence[Line]) -> list[Line]:
    ordered = sorted(page, key=lambda line: -line.top)
    return [*ordered[:_EDGE_LINES], *ordered[-_EDGE_LINES:]]


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _rows(lines: Iterable[Line]) -> list[Line]:
    """The lines with what stands in one row, as raised figures do, put together."""
    rows: list[Line] = []
    for line in lines:
        if rows and _is_same_row(rows[-1], line):
            rows[-1] = _row(rows[-1], line)
        else:
            rows.append(line)
    return rows


def _is_same_row(line: Line, following: Line) -> bool:
    gap = following.left - line.right
    overlap = min(line.top, following.top) - max(line.bottom, following.bottom)
    lower = min(line.top - line.bottom, following.top - following.bottom)
    near = -line.size < gap < line.size * 0.8
    return line.page == following.page and near and overlap > lower * 0.4 and not line.hyphenated


def _row(line: Line, following: Line) -> Line:
    space = " " if following.left - line.right > min(line.size, following.size) * 0.15 else ""
    larger = max(line, following, key=lambda part: len(part.text))
    return replace(
        line,
        text=line.text + space + following.text,
        right=following.right,
        bottom=larger.bottom,
        top=larger.top,
        size=larger.size,
        hyphenated=following.hyphenated,
    )


def _same_size(line: Line, other: Line) -> bool:
    return abs(line.size - other.size) <= max(line.size, other.size) * _SIZES_DIFFER


def _columns(line: Line) -> tuple[int, int]:
    """The columns that a line may belong to, counted in widths of an indentation."""
    place = int(line.left // 30)
    return place, int((line.left + 15) // 30) + 10_000


def _headed(blocks: Sequence[_Sized]) -> list[Piece]:
    """The pieces with the largest heading of the upper first page as the headline, and what stands apart above it.

    Labels and menus above the headline are apparatus; boxes that the file holds before the headline, though they
    stand below it, come to where they stand.
    """
    headline = _headline(blocks)
    if headline is None:
        return [block.piece for block in blocks]
    place = next(index for index, block in enumerate(blocks) if block is headline)
    before = blocks[:place]
    boxes = [block for block in before if block.is_loose and block.top < headline.bottom]
    above = [_above(block) for block in before if not any(block is box for box in boxes)]
    top = replace(headline.piece, role=Role.HEADLINE, level=1)
    below = list(blocks[place + 1 :])
    for box in boxes:
        below.insert(_place_of(box, below), box)
    return [*above, top, *(block.piece for block in below)]


def _place_of(box: _Sized, blocks: Sequence[_Sized]) -> int:
    """Where a box belongs among blocks: before the first one of its page that begins below its upper end."""
    later = (index for index, block in enumerate(blocks) if block.page != box.page or block.top < box.top)
    return next(later, len(blocks))


def _above(block: _Sized) -> Piece:
    """What stands above the headline: a byline or dateline, otherwise apparatus unless it is a sentence."""
    text = block.piece.text
    credited = bylines.byline(text)
    # A name alone looks like a menu: "Home Sport Politics".
    if not block.is_loose or bylines.is_dateline(text) or (credited and not credited.plain):
        return block.piece
    return replace(block.piece, role=Role.APPARATUS, level=0)


def _headline(blocks: Sequence[_Sized]) -> _Sized | None:
    """The largest heading near the top of the first page, unless a larger one follows; several words go first."""
    page = [block for block in blocks if block.page == blocks[0].page]
    highest = max((block.top for block in page), default=0.0)
    lowest = min((block.bottom for block in page), default=0.0)
    limit = highest - (highest - lowest) * _UPPER
    top = [block for block in page if block.piece.role is Role.HEADING and block.top >= limit]
    largest = max(top, key=lambda block: (block.words > 2, block.size), default=None)
    if largest is None or any(block.size > largest.size and block.words > 2 for block in blocks):
        return None
    return largest
