"""Books and long reports: each chapter is ranked as a text of its own, then the chapters take turns.

Otherwise a summary of a book would come out of its first chapter, or out of its longest.
"""

from __future__ import annotations

import math
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.analysis.auto.reading import Line

BOOK = 400
"""From so many sentences on, a text is summarised by its chapters."""

REPORT, PARTS, HELD = 150, 3, 15
"""So is one of so many sentences already where its headings make so many parts of it, each with so many sentences."""

PART = 250
"""Where it has no headings, so many sentences are a part of it."""


def parts(lines: Sequence[Line]) -> tuple[tuple[int, ...], ...]:
    """The places of the sentences, chapter by chapter; one part where the text is neither a book nor a report."""
    if len(lines) < BOOK and not _is_report(lines):
        return (tuple(range(len(lines))),) if lines else ()
    chapters: dict[int, list[int]] = {}
    for place, line in enumerate(lines):
        chapters.setdefault(line.chapter, []).append(place)
    return tuple(piece for places in chapters.values() for piece in _pieces(places, whole=len(chapters) > 1))


def _is_report(lines: Sequence[Line]) -> bool:
    """Whether a text is long, and its headings divide it into parts that say something each."""
    held = Counter(line.chapter for line in lines if line.chapter)
    return len(lines) >= REPORT and sum(count >= HELD for count in held.values()) >= PARTS


def _pieces(places: Sequence[int], *, whole: bool) -> list[tuple[int, ...]]:
    """A chapter in one piece, or in several as long as each other where there are no chapters or it is very long."""
    most = 4 * PART if whole else PART
    count = math.ceil(len(places) / most)
    edges = [round(len(places) * number / count) for number in range(count + 1)]
    return [tuple(places[start:end]) for start, end in pairwise(edges)]


def in_turns(orders: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """One order from the orders of all chapters.

    They take turns as parties get their seats (Sainte-Laguë): a chapter has the weight of the root of its length, so
    that a long one has more to say, though not by its length alone.
    """
    weights = [math.sqrt(len(order)) for order in orders]
    turns = [
        (round((rank + 0.5) / weights[chapter], 9), chapter, place)
        for chapter, order in enumerate(orders)
        for rank, place in enumerate(order)
    ]
    return tuple(place for _, _, place in sorted(turns))
