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
from apostil.importers import forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from apostil.importers.pdf_lines import Line

_PAGE_NUMBER = re.compile(r"\W*(?:p(?:age|\.)?\s*)?\d{1,4}(?:\s*(?:/|of|sur|de)\s*\d{1,4})?\W*", re.IGNORECASE)
_EDGE_LINES = 2
_LARGE = 1.15
"""Letters that are this much larger than those of the running text make a heading."""
_HEADING_WORDS = 40
_TOP = 6
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
        return _Sized(piece, size, block[0].page)

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
    def _right(self) -> dict[tuple[int, int], float]:
        """The right margin of each column: the farthest that a line beginning near there comes."""
        found: dict[tuple[int, int], float] = {}
        for line in self._lines:
            for column in _columns(line):
                found[line.page, column] = max(found.get((line.page, column), 0.0), line.right)
        return found

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
        if line.bottom - following.bottom > self._pitch.get(line.size, line.size * 1.2) * _LOOSE:
            return False
        if line.size > self._body_size * _LARGE:
            return True
        indented = following.left > line.left + line.size * 0.7
        return not indented and self._is_full(line, following)

    def _goes_over(self, line: Line, following: Line) -> bool:
        """Whether a paragraph goes on in the next column or on the next page."""
        if line.size > self._body_size * _LARGE:
            return False
        if not forms.ends_sentence(line.text):
            return True
        return self._is_full(line, following) and following.text[0].islower()

    def _is_full(self, line: Line, following: Line) -> bool:
        """Whether the next word had no room left at the end of a line."""
        word = following.text.split(maxsplit=1)[0]
        margin = max(self._right[line.page, column] for column in _columns(line))
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
    """The pieces with the largest heading near the top of the first page as the headline."""
    top = [block for block in blocks[:_TOP] if block.piece.role is Role.HEADING and block.page == blocks[0].page]
    largest = max(top, key=lambda block: block.size, default=None)
    headlines = [block for block in blocks if largest and block.size > largest.size]
    if largest is None or headlines:
        return [block.piece for block in blocks]
    return [replace(block.piece, role=Role.HEADLINE, level=1) if block is largest else block.piece for block in blocks]
