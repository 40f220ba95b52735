"""Brings the lines of a page into the order in which they are read: columns beside one another, what spans them, rows.

A column begins where white space runs down between lines on both sides. Whatever crosses it ends it: so the page falls
into parts above, left, right and below, each of which is looked at again.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import count, groupby, pairwise
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from apostil.importers.pdf.lines import joined, overlap
from apostil.importers.pdf.raised import is_higher, is_smaller, raised

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from apostil.importers.pdf.lines import Line

_NARROWEST = 0.55
"""The width of white space between two columns, in sizes of their letters."""
_MOST_LINES = 3_000
"""Pages with more runs than this are drawings or large tables: they stay in the order of the file."""
_DEEPEST = 30
_FEWEST = 3
_LOWER_CASE = 0.25
"""The share of lines in a column of prose that go on in lower case; the cells of a table rarely do."""
_HANGS = 0.2
"""The share of a letter's height below the line it stands on."""
_CELL_GAP = 1.0
_CELL_WORDS = 4


class _Gutter(NamedTuple):
    """White space between two columns, and what stands on its sides."""

    left: float
    right: float
    beside: tuple[Line, ...]
    behind: tuple[Line, ...]

    @property
    def support(self) -> int:
        """The number of rows on the side that has fewer, where there are lines on both."""
        top = max(self.beside[0].top, self.behind[0].top)
        bottom = min(max(line.bottom for line in self.beside), max(line.bottom for line in self.behind))
        sides = ([line for line in side if top < line.middle < bottom] for side in (self.beside, self.behind))
        return min(map(_row_count, sides))


def ordered(lines: Sequence[Line]) -> list[Line]:
    """The lines of one page in the order in which they are read, each with the number of its column."""
    numbers = count(1)
    place = {id(line): index for index, line in enumerate(lines)}
    parts = _parts(list(lines), place, 0) if len(lines) <= _MOST_LINES else [list(lines)]
    found: list[Line] = []
    for part in parts:
        number = next(numbers)
        found.extend(replace(row, column=number) for row in _rows(part))
    return found


def merged(lines: Sequence[Line]) -> list[Line]:
    """The lines with what follows closely in the same row, as raised figures do, put together."""
    found: list[Line] = []
    for line in lines:
        if found and _is_same_row(found[-1], line):
            found[-1] = _beside(found[-1], line)
        else:
            found.append(line)
    return found


def _is_same_row(line: Line, following: Line) -> bool:
    gap = following.left - line.right
    size = max(line.size, following.size)
    return -size * 0.3 < gap < size * _NARROWEST and overlap(line, following) > 0.4 and not line.hyphenated


def _beside(line: Line, following: Line) -> Line:
    apart = following.left - line.right > min(line.size, following.size) * 0.15
    if following.text[:1].isdigit() and is_smaller(following.size, line.size):
        if following.text.isdigit() and is_higher(_base(following), _base(line), line.size):
            return joined(line, replace(following, text=raised(following.text)), "")
        apart = apart or line.text[-1:].isdigit()
    return joined(line, following, " " if apart else "")


def _base(line: Line) -> float:
    """Where the letters of a line stand on."""
    return line.bottom - line.size * _HANGS


def _parts(lines: list[Line], place: dict[int, int], depth: int) -> Iterator[list[Line]]:
    """The parts of a page, each within one column."""
    if not lines:
        return
    lines.sort(key=lambda line: (line.top, line.left))
    gutter = _best(lines, place) if depth < _DEEPEST else None
    if gutter is None:
        yield lines
        return
    inside = {id(line) for line in (*gutter.beside, *gutter.behind)}
    start = min(gutter.beside[0].top, gutter.behind[0].top)
    rest = [line for line in lines if id(line) not in inside]
    yield from _parts([line for line in rest if line.top < start], place, depth + 1)
    for side in _sides(gutter, place):
        yield from _parts(list(side), place, depth + 1)
    yield from _parts([line for line in rest if line.top >= start], place, depth + 1)


def _sides(gutter: _Gutter, place: dict[int, int]) -> Sequence[Sequence[Line]]:
    """The columns in reading order; a small box on the right that the file holds first stays first."""
    is_box = gutter.support < _FEWEST and place.get(id(gutter.behind[0]), 0) < place.get(id(gutter.beside[0]), 0)
    return (gutter.behind, gutter.beside) if is_box else (gutter.beside, gutter.behind)


def _best(lines: Sequence[Line], place: dict[int, int]) -> _Gutter | None:
    """The gutter with most lines on both sides."""
    found: list[_Gutter] = []
    known: list[tuple[float, float, frozenset[int]]] = []
    for left, right, index in _gaps(lines):
        line = id(lines[index])
        if any(line in beside and left <= within and end <= right for within, end, beside in known):
            continue
        gutter = _grown(lines, left, right, index)
        if gutter is None:
            continue
        known.append((gutter.left, gutter.right, frozenset(map(id, gutter.beside))))
        if _counts(gutter, place):
            found.append(gutter)
    return max(found, key=lambda gutter: (gutter.support, gutter.right - gutter.left), default=None)


def _gaps(lines: Sequence[Line]) -> Iterator[tuple[float, float, int]]:
    """The white space between neighbours in one row, as left, right, and the place of the line on its left."""
    tallest = max(line.bottom - line.top for line in lines)
    for index, line in enumerate(lines):
        nearest = None
        for other in _around(lines, index, tallest):
            if other.left >= line.right and overlap(line, other) > 0.3 and (nearest is None or other.left < nearest):
                nearest = other.left
        if nearest is not None and nearest - line.right >= line.size * _NARROWEST:
            yield line.right, nearest, index


def _around(lines: Sequence[Line], index: int, tallest: float) -> Iterator[Line]:
    """The lines that may stand in the row of this one; the lines are in order from the top."""
    line = lines[index]
    for other in lines[index + 1 :]:
        if other.top > line.bottom:
            break
        yield other
    for other in reversed(lines[:index]):
        if other.top < line.top - tallest:
            break
        yield other


def _grown(lines: Sequence[Line], left: float, right: float, index: int) -> _Gutter | None:
    """The white space as far up and down as nothing crosses it."""
    size = lines[index].size
    sides: list[Line] = []
    for run in (lines[index:], lines[:index][::-1]):
        for line in run:
            narrowed = _narrowed(line, left, right, size)
            if narrowed is None:
                break
            left, right = narrowed
            sides.append(line)
    sides.sort(key=lambda line: line.top)
    beside = [line for line in sides if line.right <= left + 0.01]
    behind = [line for line in sides if line.right > left + 0.01]
    if not beside or not behind:
        return None
    beside = _attached(beside, max(line.bottom for line in behind))
    behind = _begun(behind, beside[0].top)
    return _Gutter(left, right, tuple(beside), tuple(behind))


def _narrowed(line: Line, left: float, right: float, size: float) -> tuple[float, float] | None:
    """What a line leaves of the white space, or None where it crosses it."""
    least = size * _NARROWEST
    if line.right <= left or line.left >= right:
        return left, right
    behind = line.left - left
    before = right - line.right
    if line.left > left and behind >= least and behind >= before:
        return left, line.left
    if line.right < right and before >= least:
        return line.right, right
    return None


def _attached(lines: list[Line], bottom: float) -> list[Line]:
    """The lines of a column without those below the other one that a gap or another size sets apart."""
    for index, (line, following) in enumerate(pairwise(lines)):
        if following.top >= bottom and _is_set_apart(line, following):
            return lines[: index + 1]
    return lines


def _begun(lines: list[Line], top: float) -> list[Line]:
    """The lines of a column without those above the other one that a gap or another size sets apart."""
    for index, (line, following) in reversed(list(enumerate(pairwise(lines)))):
        if line.bottom <= top and _is_set_apart(line, following):
            return lines[index + 1 :]
    return lines


def _is_set_apart(line: Line, following: Line) -> bool:
    return following.top - line.bottom > line.size or abs(line.size - following.size) > line.size * 0.15


def _counts(gutter: _Gutter, place: dict[int, int]) -> bool:
    """Whether white space divides, and no words that are set wide stand above one another by chance."""
    support = gutter.support
    if support < 1:
        return False
    if _turns(gutter, place) >= max(2, support):  # the file goes row by row
        return _is_prose(gutter)
    return support >= _FEWEST or _goes_up(gutter, place)


def _turns(gutter: _Gutter, place: dict[int, int]) -> int:
    """How often the file goes from one side to the other."""
    sides = [(place.get(id(line), 0), True) for line in gutter.beside]
    sides += [(place.get(id(line), 0), False) for line in gutter.behind]
    sides.sort()
    return sum(side != following for (_, side), (_, following) in pairwise(sides))


def _goes_up(gutter: _Gutter, place: dict[int, int]) -> bool:
    """Whether the file goes through the one side, and then back up to the other."""
    first, second = sorted((gutter.beside, gutter.behind), key=lambda side: place.get(id(side[0]), 0))
    return len(first) > 1 and max(line.top for line in first) > min(line.top for line in second) + first[0].size / 2


def _is_prose(gutter: _Gutter) -> bool:
    """Whether both sides read as columns of running text."""
    if gutter.support < 2 * _FEWEST:
        return False
    return all(_goes_on(side) >= _LOWER_CASE and _mean_words(side) >= 3 for side in (gutter.beside, gutter.behind))


def _row_count(lines: Sequence[Line]) -> int:
    """The number of rows that lines take; they are in order from the top."""
    rows, bottom = 0, float("-inf")
    for line in lines:
        if line.middle > bottom:
            rows += 1
            bottom = line.bottom
    return rows


def _mean_words(lines: Sequence[Line]) -> float:
    return sum(line.text.count(" ") + 1 for line in lines) / len(lines)


def _goes_on(lines: Sequence[Line]) -> float:
    """The share of lines that begin in lower case."""
    return sum(line.text[:1].islower() for line in lines) / len(lines)


def _rows(lines: Sequence[Line]) -> list[Line]:
    """The lines of one column from the top, with what stands in one row put together, and tables' rows marked."""
    rows = [_cells(row) for row in _in_rows(_with_capitals(list(lines)))]
    found: list[Line] = []
    for has_cells, group in groupby(rows, key=lambda row: len(row) > 1):
        run = list(group)
        is_table = has_cells and len(run) >= _FEWEST and _are_cells([cell for row in run for cell in row])
        found.extend(_row(row, "\t" if is_table else " ") for row in run)
    return found


def _cells(row: Sequence[Line]) -> list[Line]:
    """A row's runs of words that a wide gap divides, as the cells of a table are."""
    cells: list[Line] = []
    for line in row:
        if cells and line.left - cells[-1].right < max(line.size, cells[-1].size) * _CELL_GAP:
            cells[-1] = _beside(cells[-1], line)
        else:
            cells.append(line)
    return cells


def _are_cells(cells: Sequence[Line]) -> bool:
    """Whether what stands side by side in several rows are cells, and not words of prose that is set wide."""
    return _mean_words(cells) <= _CELL_WORDS and _goes_on(cells) < _LOWER_CASE


def _row(cells: Sequence[Line], between: str) -> Line:
    line = cells[0]
    for following in cells[1:]:
        line = joined(line, following, between)
    return replace(line, is_row=True) if between == "\t" else line


def _in_rows(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines row by row, each from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: line.middle):
        if rows and overlap(rows[-1][0], line) > 0.5 and all(_are_beside(line, other) for other in rows[-1]):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.left) for row in rows]


def _are_beside(line: Line, other: Line) -> bool:
    reach = min(line.size, other.size) * 0.5
    return line.left >= other.right - reach or other.left >= line.right - reach


def _with_capitals(lines: list[Line]) -> list[Line]:
    """The lines with a large first letter joined to the line that it begins."""
    if len(lines) < 3:
        return lines
    size = median(line.size for line in lines)
    for capital in [line for line in lines if len(line.text) <= 2 and line.size > size * 1.7 and line.text.isalpha()]:
        beside = [line for line in lines if line is not capital and _is_begun_by(line, capital)]
        first = min(beside, key=lambda line: line.top, default=None)
        if first is None:
            continue
        whole = replace(joined(first, capital, ""), text=capital.text + first.text, hyphenated=first.hyphenated)
        whole = replace(whole, left=first.left, right=first.right, size=first.size, top=first.top, bottom=first.bottom)
        lines = [whole if line is first else line for line in lines if line is not capital]
    return lines


def _is_begun_by(line: Line, capital: Line) -> bool:
    near = -1 < line.left - capital.right < capital.size * 0.5
    return near and capital.top - line.size * 0.6 < line.middle < capital.bottom
