"""Raised figures: marks of footnotes and powers, which would make other numbers of the figures before them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PLAIN = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARKS = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_FIGURES = re.compile(r"[0-9]+(?![0-9]|\s?[/⁄])")
"""Figures, but for those above the stroke of a fraction."""
_SMALLER = 0.85
_HIGHER = 0.1
"""How far above the line a raised letter begins, in sizes of the letters beside it."""


def raised(figures: str) -> str:
    """Figures as the small ones above the line: `¹` for `1`."""
    return figures.translate(_RAISED)


def marks_in(text: str) -> set[int]:
    """The numbers that stand raised in a text."""
    return {int(found[0].translate(_PLAIN)) for found in _MARKS.finditer(text) if len(found[0]) <= 3}


def is_smaller(size: float, other: float) -> bool:
    """Whether letters of the first size, set beside those of the other one, are small enough to be raised."""
    return 0 < size < other * _SMALLER


def is_higher(base: float, other: float, size: float) -> bool:
    """Whether letters stand above the line of the other ones, which have this size."""
    return other - base > size * _HIGHER


def with_raised(text: str, size: float, size_of: Callable[[int], float], rise: Callable[[int], float]) -> str:
    """A text with the figures that are raised in it written so.

    Args:
        text: The text of a run of words.
        size: The size of most of its letters.
        size_of: The size of the character at a place.
        rise: How far the character at a place stands above the line of the run.
    """
    parts: list[str] = []
    end = 0
    for start, stop in _small(text, size, size_of):
        beside = rise(start - 1) if not text[start - 1].isspace() else 0.0
        if rise(start) - beside > size * _HIGHER < rise(start):
            parts += [text[end:start], raised(text[start:stop])]
            end = stop
    return "".join([*parts, text[end:]])


def _small(text: str, size: float, size_of: Callable[[int], float]) -> Iterator[tuple[int, int]]:
    """Where figures smaller than the run's letters begin and end; what opens the run is the mark of a note itself."""
    for found in _FIGURES.finditer(text):
        start = stop = found.end()
        while start > max(1, found.start()) and is_smaller(size_of(start - 1), size):
            start -= 1
        # What is small before it, too, is part of an expression; written so, its last figure would stand alone.
        if start < stop and (text[start - 1].isspace() or not is_smaller(size_of(start - 1), size)):
            yield start, stop
