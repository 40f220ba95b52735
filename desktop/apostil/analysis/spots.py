"""Places in a text where something is named, and names with all their places: what entities are made of."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from apostil.analysis.tokens import parts
from apostil.domain.entity import Kind, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


def key_of(text: str) -> str:
    """What a name is known by: its words without case, accents and punctuation."""
    return " ".join(parts(fold(text)))


@dataclass(slots=True, eq=False)
class Spot:
    """A mention before it is settled, placed in its passage; `confidence` is the engine's, 0 where it saw nothing.

    `owner` is the key of the entity it is a mention of, where that is another one than its name's; `bracketed` says
    that a bracket opens right before it.
    """

    passage: int
    start: int
    end: int
    text: str
    kind: Kind
    confidence: float
    owner: str = ""
    bracketed: bool = False

    @property
    def key(self) -> str:
        """The key of its name."""
        return key_of(self.text)

    @property
    def written(self) -> str:
        """Its words with one blank between them."""
        return " ".join(self.text.split())

    @property
    def place(self) -> tuple[int, int]:
        """What spots are ordered by."""
        return self.passage, self.start


class Spots:
    """The spots of one passage, in order and without overlap."""

    def __init__(self, passage: int, spots: Iterable[Spot] = ()) -> None:
        self.passage = passage
        self._spots: list[Spot] = []
        for spot in spots:
            self.put(spot)

    def __iter__(self) -> Iterator[Spot]:
        return iter(self._spots)

    def overlapping(self, start: int, end: int) -> list[Spot]:
        """The spots that share a character with this range."""
        first = bisect_right(self._spots, start, key=_end_of)
        last = bisect_left(self._spots, end, key=_start_of)
        return self._spots[first:last]

    def put(self, spot: Spot) -> bool:
        """Add a spot where there is none; whether that was so."""
        if self.overlapping(spot.start, spot.end):
            return False
        insort(self._spots, spot, key=_start_of)
        return True

    def replace(self, old: list[Spot], new: Sequence[Spot]) -> None:
        """Put some spots in the place of others, which follow one another."""
        if old:
            first = bisect_left(self._spots, old[0].start, key=_start_of)
            del self._spots[first : first + len(old)]
        for spot in new:
            self.put(spot)


def _start_of(spot: Spot) -> int:
    return spot.start


def _end_of(spot: Spot) -> int:
    return spot.end


@dataclass(slots=True, eq=False)
class Name:
    """All spots of one name, and what speaks for its kinds; `known` is what is known of it across languages."""

    key: str
    spots: list[Spot] = field(default_factory=list)
    votes: defaultdict[Kind, float] = field(default_factory=lambda: defaultdict(float))
    kind: Kind = Kind.ORGANIZATION
    known: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The words of its key."""
        return tuple(self.key.split())

    @property
    def share(self) -> float:
        """How much of what speaks for any kind speaks for its own."""
        return self.votes[self.kind] / (sum(self.votes.values()) or 1)

    def vote(self, kind: Kind) -> None:
        """Let everything that speaks for any kind speak for this one."""
        self.votes = defaultdict(float, {kind: sum(self.votes.values())})
        self.kind = kind

    def settle(self) -> None:
        """Take the kind that most speaks for."""
        order = list(Kind)
        self.kind = max(order, key=lambda kind: (self.votes.get(kind, 0), -order.index(kind)))


class Joins:
    """Which names are the same entity: each leads to a fuller one."""

    def __init__(self) -> None:
        self._fuller: dict[str, str] = {}

    def join(self, key: str, fuller: str) -> None:
        """Let a name be the same as a fuller one."""
        root, other = self.root(key), self.root(fuller)
        if root != other:
            self._fuller[root] = other

    def root(self, key: str) -> str:
        """The name that stands for all that are the same as this one."""
        while key in self._fuller:
            key = self._fuller[key]
        return key
