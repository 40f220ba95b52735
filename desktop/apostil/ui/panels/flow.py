"""Breaks words into lines by their widths, in code points, so that delegates can draw verbatim text."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def lines(text: str, advance: Callable[[str], float], width: float, limit: int = 0) -> list[Span]:
    """The lines of a text no wider than `width`, as spans of it, at most `limit` where that is not 0.

    Lines break at ordinary spaces and line ends alone, so that a no-break space keeps its words together; a word
    wider than a line is broken where the line ends. White space at a break belongs to no line.
    """
    found: list[Span] = []
    space = advance(" ")
    position = 0
    for row in text.split("\n"):
        _flow(row, position, advance, width, space, found, limit)
        position += len(row) + 1
        if limit and len(found) >= limit:
            return found[:limit]
    return found


def elided(text: str, advance: Callable[[str], float], width: float, limit: int) -> list[str]:
    """The lines of a text as strings, the last with an ellipsis where the text goes on."""
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


def _flow(
    row: str,
    offset: int,
    advance: Callable[[str], float],
    width: float,
    space: float,
    found: list[Span],
    limit: int,
) -> None:
    start = end = offset
    used = 0.0
    position = offset
    for word in row.split(" "):
        wide = advance(word)
        gap = space * (position - end) if used else 0.0
        if used and used + gap + wide > width:
            found.append(Span(start, end))
            used = gap = 0.0
            if limit and len(found) >= limit:
                return
        if not used and word:
            start = position
            while wide > width and len(word) > 1:
                fits = _fitting(word, advance, width)
                found.append(Span(start, start + fits))
                word, start = word[fits:], start + fits  # noqa: PLW2901 what is left of it
                wide = advance(word)
            end = start + len(word)
            used = wide
            position = end + 1
            continue
        if word:
            end = position + len(word)
            used += gap + wide
        position += len(word) + 1
    if used:
        found.append(Span(start, end))


def _fitting(word: str, advance: Callable[[str], float], width: float) -> int:
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if advance(word[:middle]) <= width else (low, middle - 1)
    return low


def _with_ellipsis(line: str, advance: Callable[[str], float], width: float) -> str:
    line = line.rstrip(" ,;:.")
    while line and advance(line + "…") > width:
        line = line[:-1].rstrip()
    return line + "…"
