"""What a reader chose in a summary: sentences to keep, sentences to leave out, and their order."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True, order=True)
class Extract:
    """Words of one of the articles that are summarised together: of which one, counted from 0, and where in it."""

    owner: int
    span: Span


@dataclass(frozen=True, slots=True)
class Choices:
    """The reader's own choices, which no method and no length changes; no sentence is both pinned and dropped.

    `order` holds the sentences that stood in the summary when the reader moved one, in the reader's order.
    """

    pinned: tuple[Extract, ...] = ()
    dropped: tuple[Extract, ...] = ()
    order: tuple[Extract, ...] = ()

    def pin(self, extract: Extract) -> Choices:
        """With this sentence kept, whatever the method says."""
        return Choices(_with(self.pinned, extract), _without(self.dropped, extract), self.order)

    def drop(self, extract: Extract) -> Choices:
        """With this sentence left out, whatever the method says."""
        return Choices(_without(self.pinned, extract), _with(self.dropped, extract), _without(self.order, extract))

    def release(self, extract: Extract) -> Choices:
        """With this sentence left to the method again."""
        return Choices(_without(self.pinned, extract), _without(self.dropped, extract), self.order)

    def move(self, shown: Sequence[Extract], extract: Extract, to: int) -> Choices:
        """With the sentences in the order shown, but this one at another place among them, counted from 0."""
        others = [one for one in shown if one != extract]
        return Choices(self.pinned, self.dropped, (*others[:to], extract, *others[to:]))


UNTOUCHED = Choices()
"""What holds where the reader has chosen nothing."""


def placed_anew(choices: Choices, sentences: Sequence[Extract]) -> Choices:
    """The choices among these sentences, given as they stand, after an article was divided into sentences anew.

    What was chosen now stands for the sentence that has most of its words; where no sentence has any of them it stays
    what it is, as it may come back. A sentence that was kept and left out in parts is kept.
    """
    chosen = {*choices.pinned, *choices.dropped, *choices.order}
    moved = {one: _nearest(one, sentences) for one in chosen.difference(sentences)} if chosen else {}
    if not moved:
        return choices
    pinned, dropped, order = (
        tuple(dict.fromkeys(moved.get(one, one) for one in each))
        for each in (choices.pinned, choices.dropped, choices.order)
    )
    return Choices(tuple(sorted(pinned)), tuple(sorted({*dropped}.difference(pinned))), order)


def _nearest(extract: Extract, sentences: Sequence[Extract]) -> Extract:
    """The sentence that has most of these words, or else the words themselves."""
    best, most = extract, 0
    for place in range(max(0, bisect_left(sentences, extract) - 1), len(sentences)):
        other = sentences[place]
        if (other.owner, other.span.start) >= (extract.owner, extract.span.end):
            break
        shared = min(other.span.end, extract.span.end) - max(other.span.start, extract.span.start)
        if other.owner == extract.owner and shared > most:
            best, most = other, shared
    return best


def arranged(extracts: Iterable[Extract], order: Sequence[Extract]) -> list[Extract]:
    """The extracts, given as they stand in their articles, in the reader's order.

    One that the reader has not placed follows the one that it follows in its article, among those that the reader has
    left in the order of the article.
    """
    extracts = list(extracts)
    there = set(extracts)
    placed = [extract for extract in order if extract in there]
    if not placed:
        return extracts
    known, left = set(placed), _left_in_order(placed)
    following: defaultdict[Extract | None, list[Extract]] = defaultdict(list)
    before: Extract | None = None
    for extract in extracts:
        if extract in left:
            before = extract
        elif extract not in known:
            following[before].append(extract)
    first = next(place for place, extract in enumerate(placed) if extract in left)
    behind = (one for extract in placed[first:] for one in (extract, *following[extract]))
    return [*placed[:first], *following[None], *behind]


def _left_in_order(placed: Sequence[Extract]) -> set[Extract]:
    """The most extracts that stand in the order of their articles: what the reader moved are the others.

    A longest increasing subsequence, found by the ends of the shortest ones (Fredman 1975).
    """
    ends: list[Extract] = []
    before: dict[Extract, Extract | None] = {}
    for extract in placed:
        place = bisect_left(ends, extract)
        before[extract] = ends[place - 1] if place else None
        ends[place : place + 1] = [extract]
    found: set[Extract] = set()
    last: Extract | None = ends[-1]
    while last is not None:
        found.add(last)
        last = before[last]
    return found


def _with(extracts: tuple[Extract, ...], extract: Extract) -> tuple[Extract, ...]:
    return tuple(sorted({*extracts, extract}))


def _without(extracts: tuple[Extract, ...], extract: Extract) -> tuple[Extract, ...]:
    return tuple(one for one in extracts if one != extract)
