"""How many words sentences share, for the methods that draw a graph of them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from apostil.analysis.summarizers.terms import added

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apostil.analysis.summarizers.terms import Floats, Integers, Terms

LENGTHS = 32
"""Lengths of sentences that are looked at together."""

PLACES = 1 << 15
"""Places of the matrix of terms that are looked at together."""


def edges(terms: Terms, *, of_single_words: bool) -> Iterator[tuple[int, Floats]]:
    """The words that sentences share, by the logarithms of their lengths; some rows at a time, each with its first.

    Two sentences of one word each have no logarithm to be divided by: their edge counts as it is, or not at all.
    """
    logarithms = _logarithms(terms.lengths)
    short = terms.lengths <= 1
    for first, shared in terms.products(terms.counts.astype(np.float64)):
        rows = slice(first, first + len(shared))
        norms = np.add.outer(logarithms[rows], logarithms)
        norms[np.ix_(short[rows], short)] = 1.0 if of_single_words else np.inf
        np.divide(shared, norms, out=shared)
        yield first, shared


class Edges:
    """The edges of a graph of many sentences, which are never held: they are added up by the lengths of sentences.

    All sentences of one length are divided by the same with another sentence, so that their terms can be added first.
    """

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self.size = terms.sentences
        lengths, self._kinds = np.unique(terms.lengths, return_inverse=True)
        norms = _logarithms(lengths)[:, np.newaxis] + _logarithms(lengths)
        self._factors = np.divide(1.0, norms, out=np.ones_like(norms), where=norms > 0)

    def weighed(self, values: Floats) -> Floats:
        """What the edges of each sentence add up to, each by the value of the sentence at its other end."""
        totals = np.zeros(self.size)
        for first in range(0, len(self._factors), LENGTHS):
            self._add(totals, values, slice(first, first + LENGTHS))
        return totals

    def _add(self, totals: Floats, values: Floats, kinds: slice) -> None:
        """Add the edges from the sentences of some lengths."""
        sums = self._sums(values, kinds)
        factors = np.ascontiguousarray(self._factors[:, kinds])
        for first in range(0, len(self._terms.rows), PLACES):
            inside = slice(first, first + PLACES)
            rows = self._terms.rows[inside]
            found = np.einsum("pk,pk->p", sums[self._terms.terms[inside]], factors[self._kinds[rows]])
            totals += added(rows, found * self._terms.counts[inside], self.size)

    def _sums(self, values: Floats, kinds: slice) -> Floats:
        """The sum of each term over the sentences of each of these lengths."""
        width = len(self._factors[kinds])
        of_rows = self._kinds[self._terms.rows] - kinds.start
        inside = (of_rows >= 0) & (of_rows < width)
        cells = self._terms.terms[inside] * width + of_rows[inside]
        weights = self._terms.counts[inside] * values[self._terms.rows[inside]]
        return added(cells, weights, self._terms.size * width).reshape(self._terms.size, width)


def _logarithms(lengths: Integers) -> Floats:
    return np.array([math.log(length) if length else 0.0 for length in lengths.tolist()])
