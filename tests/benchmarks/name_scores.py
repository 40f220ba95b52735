"""Counts how many names of texts are found, where several sets each mean something else by a name.

A name may be of any of several kinds where its set has one label for them. What a set does not mark at all is not
counted against whoever finds it: whole kinds (`hidden`), and places that it leaves open.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from apostil.domain.entity import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from apostil.analysis.engine import Finding
    from apostil.domain.article import Role

MISC = frozenset({Kind.GROUP, Kind.EVENT, Kind.WORK})
"""What is behind the label that sets of four kinds have for all but persons, organisations and places."""


class Name(NamedTuple):
    """A name that stands in a text, or that was found there: the kinds it may be of, and how sure that is."""

    start: int
    end: int
    kinds: frozenset[Kind]
    confidence: float = 1.0


class Passage(NamedTuple):
    """A block of a text with its names, and the places that may be names or not."""

    text: str
    role: Role
    names: tuple[Name, ...]
    open: tuple[tuple[int, int], ...] = ()


def found(findings: Iterable[Finding]) -> list[Name]:
    """What an engine found, as names; where it knows no kind, it said that it is none of the usual three."""
    return [Name(one.start, one.end, frozenset({one.kind}) if one.kind else MISC, one.confidence) for one in findings]


class Tally:
    """What was found of the names of some passages."""

    def __init__(self, hidden: frozenset[Kind] = frozenset(), *, misc: bool = False) -> None:
        """`hidden` are kinds that the set does not mark; with `misc` it has one label for groups, events and works."""
        self._hidden = hidden
        self._misc = misc
        self._counts: Counter[tuple[str, str]] = Counter()
        self.sure: list[tuple[float, bool]] = []

    def add(self, passage: Passage, names: Iterable[Name]) -> None:
        """Count what was found in a passage."""
        gold = {(name.start, name.end): name.kinds for name in passage.names}
        self._count("gold", *gold.values())
        for name in names:
            kinds = gold.get((name.start, name.end))
            if name.kinds <= self._hidden or (kinds is None and _is_open(name, passage)):
                continue
            right = bool(kinds and kinds & name.kinds)
            self._count("found", kinds if kinds and right else name.kinds)
            self._counts["place", ""] += kinds is not None
            if kinds and right:
                self._count("right", kinds)
            self.sure.append((name.confidence, right))

    def _count(self, what: str, *all_kinds: frozenset[Kind]) -> None:
        for kinds in all_kinds:
            self._counts.update([(what, ""), (what, self._label(kinds))])

    def _label(self, kinds: frozenset[Kind]) -> str:
        if kinds <= MISC and (self._misc or len(kinds) > 1):
            return "misc"
        return next(str(kind) for kind in Kind if kind in kinds)

    @property
    def typed(self) -> Score:
        """Of names with place and kind."""
        return self.of("")

    @property
    def spans(self) -> Score:
        """Of names with their place, whatever their kind."""
        return Score(self._counts["place", ""], self._counts["found", ""], self._counts["gold", ""])

    def of(self, label: str) -> Score:
        """Of one kind alone, `misc` for those that have one label."""
        return Score(*(self._counts[what, label] for what in ("right", "found", "gold")))

    @property
    def labels(self) -> list[str]:
        """The kinds that the names are of."""
        order = [*map(str, Kind), "misc"]
        return [label for label in order if self._counts["gold", label]]


def _is_open(name: Name, passage: Passage) -> bool:
    return any(start < name.end and name.start < end for start, end in passage.open)


class Score(NamedTuple):
    """How many are right of those found, and of those that there are."""

    right: int
    found: int
    gold: int

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0

    def __str__(self) -> str:
        return f"{self.f1:.3f} [P {self.precision:.3f} R {self.recall:.3f}]"


def calibration_error(sure: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """The mean distance between how sure and how often right, in bins of equal width (Guo et al. 2017)."""
    apart = [0.0] * bins
    for confidence, right in sure:
        apart[min(int(confidence * bins), bins - 1)] += confidence - right
    return sum(map(abs, apart)) / (len(sure) or 1)
