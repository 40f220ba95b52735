"""Finds what runs around the text of a PDF's pages: running heads, page numbers, and notes in the margin."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from apostil.domain.article import Piece, Role
from apostil.domain.place import Place
from apostil.importers import forms

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

    from apostil.importers.pdf.lines import Leaf, Line

_PAGE_NUMBER = re.compile(
    r"\W*(?:(?:p(?:age|\.)?|seite)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of|sur|de|von)\s*\d{1,4})?\W*", re.IGNORECASE
)
_COUNTED = re.compile(r"[^\d.!?]{0,40}?(\d{1,4})\s*/\s*(\d{1,4})")
"""A number out of a number of pages, behind the name of a section."""
_FOOT_APART = 0.5
_FIGURES = re.compile(r"\d+")
_LINE_NUMBER = re.compile(r"\d{1,4}")
_HEAD_LENGTH = 200
_EDGE_ROWS = 2
_FEWEST_ROWS = 3
_EDGE = 0.14
"""The share of a page's height, from its upper and lower end, in which heads and page numbers stand."""
_SET_OFF = 1.0
"""The white space, in sizes of its letters, that sets a line off from the text."""
_NEAR = 4.0
"""How far apart, in points, what is repeated may stand on different pages."""
_MARK_NEAR = 3.0
"""How far behind its number the words of a footnote begin at most, in sizes of its letters."""
_LARGE = 1.15
_SMALL = 0.93
_MARGIN_WIDTH = 0.3
_SPREAD = 0.97
_FEWEST_NUMBERS = 5


def around(leaves: Sequence[Leaf]) -> frozenset[int]:
    """The lines, by their `id`, that run around the text of these pages."""
    size = usual_size(line for leaf in leaves for line in leaf.lines)
    found = _heads(leaves, size)
    for leaf in leaves:
        found.update(_line_numbers([line for line in leaf.lines if id(line) not in found]))
    beside = [_beside(leaf, [line for line in leaf.lines if id(line) not in found], size) for leaf in leaves]
    if sum(map(bool, beside)) > 1:  # what stands beside the text on one page alone is a box of the article
        found.update(*beside)
    return frozenset(found)


def usual_size(lines: Iterable[Line]) -> float:
    """The size that most letters have."""
    counted: Counter[float] = Counter()
    for line in lines:
        counted[line.size] += len(line.text)
    return counted.most_common(1)[0][0] if counted else 0.0


def set_aside(lines: Sequence[Line]) -> list[Piece]:
    """What runs around the text as apparatus: one piece for each thing that is repeated, with all its places."""
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        key = "#" if _PAGE_NUMBER.fullmatch(line.text) else _FIGURES.sub("#", line.text)
        found[key].append(line)
    return [
        Piece(
            "\n".join(dict.fromkeys(line.text for line in same)),
            Role.APPARATUS,
            place=Place(tuple(line.box for line in same)),
        )
        for same in found.values()
    ]


def _heads(leaves: Sequence[Leaf], size: float) -> set[int]:
    """The running heads and page numbers."""
    edges = [(leaf, line) for leaf in leaves for line in _edges(leaf)]
    repeated = Counter(key for _, key in {(leaf.number, key) for leaf, line in edges for key in _keys(leaf, line)})
    pages = sum(bool(leaf.lines) for leaf in leaves)
    found: set[int] = set()
    rows: Counter[int] = Counter()
    for leaf, line in edges:
        often = max(repeated[key] for key in _keys(leaf, line))
        is_large = line.size > size * _LARGE
        is_repeated = often >= max(2, pages * (0.6 if is_large else 0)) and _could_be_head(line.text)
        noted = _noted(leaf, line, size)
        if noted and max((repeated[key] for key in _keys(leaf, noted)), default=0) < 2:
            continue
        if is_repeated or _is_page_number(leaf, line, size) or _is_foot(leaf, line):
            found.add(id(line))
            rows.update(_rows(leaf, line))
    for leaf, line in edges:
        # What shares the row of a head on other pages, too, belongs to it: the name of the chapter, beside the number.
        often = max(rows[row] for row in _rows(leaf, line))
        if line.size <= size * 1.05 and often >= max(3, pages // 2) and _is_in_head(leaf, line, found):
            found.add(id(line))
    return found


def _noted(leaf: Leaf, line: Line, size: float) -> Line | None:
    """The words of the footnote that a number in small letters opens."""
    if line.size >= size * _SMALL or not _LINE_NUMBER.fullmatch(line.text):
        return None
    reach = line.right + line.size * _MARK_NEAR
    beside = (other for other in leaf.lines if line.right <= other.left < reach and not other.text[0].isdigit())
    return next((other for other in beside if abs(other.middle - line.middle) < line.size * 0.6), None)


def _is_in_head(leaf: Leaf, line: Line, heads: Container[int]) -> bool:
    """Whether a line stands beside a head, or in a row of its own that white space sets off."""
    rows = _in_rows(leaf.lines)
    place = next(index for index, row in enumerate(rows) if any(other is line for other in row))
    if any(id(other) in heads for other in rows[place]):
        return True
    beside = rows[place + 1] if place < len(rows) / 2 else rows[place - 1]
    return _gap(rows[place], beside) > line.size * _SET_OFF


def _edges(leaf: Leaf) -> list[Line]:
    """The lines in the uppermost and lowest rows of a page that are near its ends or stand off from the text."""
    rows = _in_rows(leaf.lines)
    if len(rows) < _FEWEST_ROWS:
        return []
    upper = _outer(rows, [row for row in rows if row[0].bottom < leaf.height * _EDGE])
    rows.reverse()
    return upper + _outer(rows, [row for row in rows if row[0].top > leaf.height * (1 - _EDGE)])


def _outer(rows: Sequence[list[Line]], near: Sequence[list[Line]]) -> list[Line]:
    """The lines of the first rows that are near the end of the page, or that white space sets off."""
    taken = min(len(near), _EDGE_ROWS)
    if not taken and len(rows) > 1 and _gap(rows[0], rows[1]) > rows[0][0].size * _SET_OFF:
        taken = 1
    return [line for row in rows[:taken] for line in row]


def _gap(row: Sequence[Line], other: Sequence[Line]) -> float:
    upper, lower = sorted((row[0], other[0]), key=lambda line: line.top)
    return lower.top - upper.bottom


def _in_rows(lines: Iterable[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.middle):
        if rows and line.middle - rows[-1][0].middle < line.size * 0.6:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _keys(leaf: Leaf, line: Line) -> set[tuple[str, int]]:
    """What is the same on another page that repeats a line: its words, but for a number that goes up with the pages."""
    texts = {line.text}
    for number in _FIGURES.finditer(line.text[:_HEAD_LENGTH]):
        counted = int(number[0][:9]) - leaf.number
        texts.add(f"{line.text[: number.start()]}{counted:+}{line.text[number.end() :]}")
    return {(text, row) for text in texts for row in _rows(leaf, line)}


def _rows(leaf: Leaf, line: Line) -> set[int]:
    """The row of a line, counted from the nearer end of the page: two numbers, since a border may run between."""
    end = line.middle if line.middle < leaf.height / 2 else line.middle - leaf.height
    row = end / _NEAR
    return {int(row // 1) * 2, int((row + 0.5) // 1) * 2 + 1}


def _could_be_head(words: str) -> bool:
    """Whether words say enough to be a head; a word in lower case is one of a line that is set wide."""
    return not words.isalpha() or (len(words) > 3 and not words[0].islower())


def _is_foot(leaf: Leaf, line: Line) -> bool:
    """Whether a few words with a number out of a number of pages stand alone at the very foot of a page."""
    found = _COUNTED.fullmatch(line.text)
    if not found or not 1 <= int(found[1]) <= int(found[2]) or line.top < leaf.height * (1 - _EDGE):
        return False
    above = [other for other in leaf.lines if other is not line]
    return line.top - max((other.bottom for other in above), default=0.0) > line.size * _FOOT_APART


def _is_page_number(leaf: Leaf, line: Line, size: float) -> bool:
    if not _PAGE_NUMBER.fullmatch(line.text) or line.size > size * _LARGE:
        return False
    alone = not any(other is not line and abs(other.middle - line.middle) < line.size for other in leaf.lines)
    if not any(char.isdigit() for char in line.text) and not alone:
        return False
    below = [other for other in leaf.lines if other.top > line.bottom]
    above = [other for other in leaf.lines if other.bottom < line.top]
    return not below or not above or _stands_off(line, above, below)


def _stands_off(line: Line, above: Sequence[Line], below: Sequence[Line]) -> bool:
    """Whether a line has more than its own height of white space on both sides."""
    upper = line.top - max(other.bottom for other in above)
    lower = min(other.top for other in below) - line.bottom
    return min(upper, lower) > line.size


def _line_numbers(lines: Sequence[Line]) -> set[int]:
    """The numbers of lines in the margin of a page."""
    numbers = [line for line in lines if _LINE_NUMBER.fullmatch(line.text)]
    if len(numbers) < _FEWEST_NUMBERS:
        return set()
    left = min((line.left for line in lines if not _LINE_NUMBER.fullmatch(line.text)), default=0.0)
    beside = [line for line in numbers if line.right < left]
    return {id(line) for line in beside} if len(beside) >= _FEWEST_NUMBERS else set()


def _beside(leaf: Leaf, lines: Sequence[Line], size: float) -> set[int]:
    """The notes in small letters beside the text, outside of where its own lines stand."""
    text = [line for line in lines if line.size >= size * _SMALL and len(forms.words(line.text)) > 2]
    if len(text) < _FEWEST_NUMBERS:
        return set()
    left, right = _extent({id(line): line for line in text})
    return {
        id(line)
        for line in lines
        if line.size < size * _SMALL
        and line.right - line.left < leaf.width * _MARGIN_WIDTH
        and (line.right < left or line.left > right)
    }


def _extent(lines: Mapping[int, Line]) -> tuple[float, float]:
    """From where to where the lines of a text reach, but for a few."""
    lefts = sorted(line.left for line in lines.values())
    rights = sorted(line.right for line in lines.values())
    few = int(len(lefts) * (1 - _SPREAD))
    return lefts[few], rights[-1 - few]
