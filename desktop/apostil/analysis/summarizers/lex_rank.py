"""LexRank: a sentence is good that is like many sentences which are like many sentences."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from sumy.summarizers.lex_rank import LexRankSummarizer

from apostil.analysis.summarizers.power import DENSE, stationary
from apostil.analysis.summarizers.sumy_model import Rating, shared
from apostil.analysis.summarizers.terms import Terms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apostil.analysis.summarizers.terms import Floats

NEAR = 1e-12
"""A likeness that is nearer to the threshold is counted anew, in the order of sumy's sums."""


class LexRank(Rating, LexRankSummarizer):  # type: ignore[misc]  # sumy is untyped
    """sumy's LexRank, with the likeness of all pairs of sentences counted at once."""

    def ratings(self, document: Any) -> list[float]:  # noqa: ANN401
        """How central each sentence is; 0 where no sentence has a word that counts."""
        if not document.sentences:
            return []
        terms = Terms.stemmed(document, self._stemmer, self._stop_words)
        return shared(document.sentences, self._centralities(terms).tolist())

    def _centralities(self, terms: Terms) -> Floats:
        alike = self._alike(terms)
        # Where no sentence is like any, not even itself, there is nothing to go by, and sumy divides by zero.
        with np.errstate(invalid="ignore"):
            if terms.sentences <= DENSE:
                scores = self.power_method(_shares(np.concatenate([row for _, row in alike])), self.epsilon)
            else:
                scores = stationary(_Packed(alike, terms.sentences).spread, terms.sentences, self.epsilon)
        known: Floats = np.nan_to_num(scores)
        return known

    def _alike(self, terms: Terms) -> Iterator[tuple[int, Any]]:
        """Which sentences are like which, some rows at a time."""
        frequencies, squares, lengths = _weighed(terms)
        for first, products in terms.products(frequencies, squares):
            likeness = products / np.multiply.outer(lengths[first : first + len(products)], lengths)
            alike = likeness > self.threshold
            for row, other in np.argwhere(np.abs(likeness - self.threshold) < NEAR):
                product = terms.product(first + row, other, frequencies, squares)
                alike[row, other] = product / (lengths[first + row] * lengths[other]) > self.threshold
            yield first, alike


def _weighed(terms: Terms) -> tuple[Floats, Floats, Floats]:
    """The frequency of each place, the squared rarity of each term, and the length of each sentence as a vector.

    A sentence without words is infinitely long, and like none. These are counted in Python, as sumy does: numpy rounds
    some squares and logarithms otherwise, and one likeness right at the threshold would be enough to choose another
    sentence.
    """
    highest = np.zeros(terms.sentences, np.int64)
    np.maximum.at(highest, terms.rows, terms.counts)
    frequencies = terms.counts / highest[terms.rows]
    rarity = {spread: math.log(terms.sentences / (1 + spread)) for spread in set(terms.spread.tolist())}
    rarities = [rarity[spread] for spread in terms.spread.tolist()]
    pairs = zip(frequencies.tolist(), terms.terms.tolist(), strict=True)
    squares = [(frequency * rarities[term]) ** 2 for frequency, term in pairs]
    bounds = terms.starts.tolist()
    lengths = [math.sqrt(sum(squares[start:end])) for start, end in pairwise(bounds)]
    return frequencies, np.array([value**2 for value in rarities]), np.array([length or math.inf for length in lengths])


def _shares(alike: Any) -> Floats:  # noqa: ANN401
    degrees = alike.sum(axis=1)
    shares: Floats = alike / np.maximum(degrees, 1)[:, np.newaxis]
    return shares


class _Packed:
    """Which sentences are like which, a bit a pair: of ten thousand sentences, 12 MB."""

    def __init__(self, alike: Iterator[tuple[int, Any]], size: int) -> None:
        self._size = size
        self._blocks = [(first, rows.sum(axis=1), np.packbits(rows, axis=1)) for first, rows in alike]

    def spread(self, scores: Floats) -> Floats:
        """Let each sentence share its score out among those it is like."""
        total = np.zeros(self._size)
        for first, degrees, bits in self._blocks:
            shares = scores[first : first + len(bits)] / np.maximum(degrees, 1)
            total += shares @ np.unpackbits(bits, axis=1, count=self._size)
        return total / np.linalg.norm(total)
