"""What a reader chose in a summary: sentences to keep, sentences to leave out, and their order."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """Words of one of the articles that are summarised together: of which one, counted from 0, and where in it."""

    owner: int
    span: Span


@dataclass(frozen=True, slots=True)
class Choices:
    """The reader's own choices, which no method and no length changes; no sentence is both pinned and dropped.

    `order` holds the sentences that stood in the summary when the reader moved one, in the reader's order.
    """

    pinned: tuple[Passage, ...] = ()
    dropped: tuple[Passage, ...] = ()
    order: tuple[Passage, ...] = ()

    def pin(self, passage: Passage) -> Choices:
        """With this sentence kept, whatever the method says."""
        return Choices(_with(self.pinned, passage), _without(self.dropped, passage), self.order)

    def drop(self, passage: Passage) -> Choices:
        """With this sentence left out, whatever the method says."""
        return Choices(_without(self.pinned, passage), _with(self.dropped, passage), _without(self.order, passage))

    def release(self, passage: Passage) -> Choices:
        """With this sentence left to the method again."""
        return Choices(_without(self.pinned, passage), _without(self.dropped, passage), self.order)

    def move(self, shown: Sequence[Passage], passage: Passage, to: int) -> Choices:
        """With the sentences in the order shown, but this one at another place among them, counted from 0."""
        others = [one for one in shown if one != passage]
        return Choices(self.pinned, self.dropped, (*others[:to], passage, *others[to:]))


UNTOUCHED = Choices()
"""What holds where the reader has chosen nothing."""


def arranged(passages: Iterable[Passage], order: Sequence[Passage]) -> list[Passage]:
    """The passages, given as they stand in their articles, in the reader's order.

    One that the reader has not placed follows the one that it follows in its article.
    """
    passages = list(passages)
    there = set(passages)
    placed = [passage for passage in order if passage in there]
    if not placed:
        return passages
    known = set(placed)
    following: defaultdict[Passage | None, list[Passage]] = defaultdict(list)
    before: Passage | None = None
    for passage in passages:
        if passage in known:
            before = passage
        else:
            following[before].append(passage)
    return [*following[None], *(one for passage in placed for one in (passage, *following[passage]))]


def _with(passages: tuple[Passage, ...], passage: Passage) -> tuple[Passage, ...]:
    return tuple(sorted({*passages, passage}))


def _without(passages: tuple[Passage, ...], passage: Passage) -> tuple[Passage, ...]:
    return tuple(one for one in passages if one != passage)
