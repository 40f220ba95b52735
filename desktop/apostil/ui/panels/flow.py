"""Breaks words into lines by their widths, in code points, so that delegates can draw verbatim text."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Advance = Callable[[str], float]
"""How wide words are."""

_ROW = re.compile(r"[^\n]+")
_WORD = re.compile(r"[^ \n]+")


def lines(text: str, advance: Advance, width: float, limit: int = 0) -> list[Span]:
    """The lines of a text no wider than `width`, as spans of it, at most `limit` where that is not 0.

    Lines break at ordinary spaces and line ends alone, so that a no-break space keeps its words together; a word
    wider than a line is broken where the line ends. White space at a break belongs to no line.
    """
    rows = _ROW.finditer(text)
    found = (line for row in rows for line in _broken(text, row.span(), advance, width))
    return list(islice(found, limit or None))


def elided(text: str, advance: Advance, width: float, limit: int) -> list[str]:
    """The lines of a text as strings, the last with an ellipsis where the text goes on."""
    if "\n" not in text and advance(text) <= width:
        return [text] if text.strip() else []
    found = lines(text, advance, width, limit)
    shown = [span.cut(text) for span in found]
    if found and text[found[-1].end :].strip():
        shown[-1] = _with_ellipsis(shown[-1], advance, width)
    return shown


def runs(line: Span, marked: Sequence[tuple[int, int]]) -> list[tuple[Span, bool]]:
    """The parts of a line, in order, each with whether it lies in one of the marked places."""
    edges = {line.start, line.end}
    for start, end in marked:
        edges.update(edge for edge in (start, end) if line.start < edge < line.end)
    ordered = sorted(edges)
    return [
        (Span(start, end), any(first <= start and end <= last for first, last in marked))
        for start, end in pairwise(ordered)
    ]


def _broken(text: str, row: tuple[int, int], advance: Advance, width: float) -> Iterator[Span]:
    """The lines of a row, from the first on."""
    space = advance(" ")
    first = last = row[0]
    used = 0.0
    for start, end, wide in _pieces(text, row, advance, width):
        gap = space * (start - last) if used else 0.0
        if used and used + gap + wide > width:
            yield Span(first, last)
            used = gap = 0.0
        if not used:
            first = start
        last, used = end, used + gap + wide
    if used:
        yield Span(first, last)


def _pieces(text: str, row: tuple[int, int], advance: Advance, width: float) -> Iterator[tuple[int, int, float]]:
    """The words of a row with their widths; of one that is wider than a line, the parts that fit on one."""
    for word in _WORD.finditer(text, *row):
        start, end = word.span()
        wide = advance(word[0])
        while wide > width and end - start > 1:
            fits = _fitting(text[start:end], advance, width)
            yield start, start + fits, advance(text[start : start + fits])
            start += fits
            wide = advance(text[start:end])
        yield start, end, wide


def _fitting(word: str, advance: Advance, width: float) -> int:
    """How many characters of a word fit on a line, at least one."""
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if advance(word[:middle]) <= width else (low, middle - 1)
    return low


def _with_ellipsis(line: str, advance: Advance, width: float) -> str:
    line = line.rstrip(" ,;:.")
    while line and advance(line + "…") > width:
        line = line[:-1].rstrip()
    return line + "…"
