"""Which sentences of several articles only repeat another one, and in which of the articles one stands as well."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.analysis.repeated import twins

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apostil.analysis.several.likeness import Likeness

WHOLE = 0.7
"""A sentence of so many of another one's different words may say all of it, and one of fewer only a part."""


@dataclass(frozen=True)
class Repetitions:
    """What sentences, counted through all articles, say that others say too; equal words always say the same."""

    known: Likeness
    equal: dict[int, frozenset[int]]

    @classmethod
    def of(cls, known: Likeness, sentences: Iterable[str]) -> Repetitions:
        """Those of these sentences, of which it is known how alike they are."""
        groups = map(frozenset, twins(sentences))
        return cls(known, {index: group - {index} for group in groups for index in group})

    def repeating(self, index: int) -> set[int]:
        """The sentences that say nothing which this one does not: none with a figure that is not in it."""
        figures = self.known.contents.figures
        return {other for other in self._same(index) if figures[other] <= figures[index]}

    def copies(self, index: int) -> tuple[int, ...]:
        """The sentences of other articles that say all that this one says, with all of its figures."""
        contents, owners = self.known.contents, self.known.owners
        least = WHOLE * contents.sizes[index]
        return tuple(
            other
            for other in sorted(self._same(index))
            if owners[other] != owners[index]
            and contents.sizes[other] >= least
            and contents.figures[index] <= contents.figures[other]
        )

    def _same(self, index: int) -> set[int]:
        others, degrees = self.known.near(index)
        return {*others[degrees >= 1].tolist(), *self.equal.get(index, ())}
