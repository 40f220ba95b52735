"""Sentences as rows of a sparse matrix of terms, and the products of its rows, a few rows at a time.

A chunk is small enough that no call into numpy takes long: whoever wants to cancel need not wait, and memory stays
small however many sentences there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence

    import numpy.typing as npt

    Floats = npt.NDArray[np.float64]
    Integers = npt.NDArray[np.int64]

PAIRS = 1 << 19
"""Products of two terms that a chunk adds up, about."""

CELLS = 1 << 20
"""Cells of a chunk, at most, where it has more than one row."""

FEW = 32
"""The number of sentences up to which a term is never frequent."""


def numbered(
    sentences: Sequence[Sequence[str]], stem: Callable[[str], str], stop_words: Collection[str]
) -> tuple[list[list[int]], int]:
    """The numbers of the stems of each sentence's words without its stop words, and how many stems there are.

    This is what counts for most of sumy's methods. Each distinct word is stemmed once.
    """
    numbers: dict[str, int] = {}
    stems: dict[str, int] = {}
    for word in dict.fromkeys(chain.from_iterable(sentences)):
        # sumy makes small letters of a word once more before it is stemmed, which changes nothing.
        normal = word.lower()
        if normal not in stop_words:
            numbers[word] = stems.setdefault(stem(normal), len(stems))
    return [[numbers[word] for word in sentence if word in numbers] for sentence in sentences], len(stems)


def added(places: Integers, values: Floats, size: int) -> Floats:
    """What the values at each place add up to, one after the other."""
    # Of no values at all, numpy makes a sum of integers.
    return np.bincount(places, values, size).astype(np.float64, copy=False)


@dataclass(frozen=True)
class Terms:
    """How often each term stands in each sentence: the places that are not 0, by rows."""

    sentences: int
    size: int
    rows: Integers
    terms: Integers
    counts: Integers
    lengths: Integers
    """How many words each sentence has, the repeated ones counted again."""

    @classmethod
    def stemmed(cls, document: Any, stem: Callable[[str], str], stop_words: Collection[str]) -> Terms:  # noqa: ANN401
        """Count the stems in each sentence of sumy's document, or ours; stop words do not count."""
        return cls.counted(*numbered([sentence.words for sentence in document.sentences], stem, stop_words))

    @classmethod
    def counted(cls, sentences: Sequence[Sequence[int]], size: int) -> Terms:
        """Count the terms, given by their numbers below `size`, of each sentence."""
        lengths = np.fromiter(map(len, sentences), np.int64, len(sentences))
        flat = np.fromiter((term for sentence in sentences for term in sentence), np.int64, int(lengths.sum()))
        size = max(size, 1)
        keys, counts = np.unique(np.repeat(np.arange(len(sentences)), lengths) * size + flat, return_counts=True)
        rows, terms = np.divmod(keys, size)
        return cls(len(sentences), size, rows, terms, counts.astype(np.int64), lengths)

    @cached_property
    def starts(self) -> Integers:
        """Where each row begins among the places, and where the last one ends."""
        return np.searchsorted(self.rows, np.arange(self.sentences + 1))

    @cached_property
    def spread(self) -> Integers:
        """In how many sentences each term stands."""
        return np.bincount(self.terms, minlength=self.size)

    @cached_property
    def by_term(self) -> Integers:
        """The places in the order of their terms: the inverted index."""
        return np.argsort(self.terms, kind="stable")

    @cached_property
    def term_starts(self) -> Integers:
        """Where each term begins in `by_term`."""
        return np.cumsum(self.spread) - self.spread

    def holding(self, terms: Integers) -> Integers:
        """The places of these terms in all sentences, one term after the other."""
        spread = self.spread[terms]
        ends = np.cumsum(spread)
        first = np.repeat(self.term_starts[terms] - ends + spread, spread)
        return self.by_term[first + np.arange(len(first))]

    @cached_property
    def frequent(self) -> npt.NDArray[np.bool_]:
        """Whether each term stands in so many sentences that it is quicker multiplied as a column of numbers."""
        return self.spread > max(FEW, self.sentences // 16)

    def products(self, values: Floats, scale: Floats | None = None) -> Iterator[tuple[int, Floats]]:
        """The products of rows with all rows, chunk by chunk: the first row of each chunk, and its products.

        `values` holds the value of each place, `scale` what a product of two values of a term is multiplied by. Whole
        numbers come out exactly, others to their last bits: `product` adds up in a known order.
        """
        columns = self._columns(values)
        scaled = columns if scale is None else columns * scale[self.frequent]
        for first, last in self._chunks():
            yield first, self._scattered(first, last, values, scale) + scaled[first:last] @ columns.T

    def product(self, row: int, other: int, values: Floats, scale: Floats) -> float:
        """One of the products, added up in the order of the terms."""
        places = slice(self.starts[row], self.starts[row + 1])
        beside = slice(self.starts[other], self.starts[other + 1])
        _, here, there = np.intersect1d(self.terms[places], self.terms[beside], True, return_indices=True)
        products = values[places][here] * values[beside][there] * scale[self.terms[places][here]]
        return float(products.cumsum()[-1]) if len(products) else 0.0

    def _columns(self, values: Floats) -> Floats:
        """The values of the frequent terms, a row a sentence."""
        column = np.cumsum(self.frequent) - 1
        inside = self.frequent[self.terms]
        columns = np.zeros((self.sentences, int(np.count_nonzero(self.frequent))))
        columns[self.rows[inside], column[self.terms[inside]]] = values[inside]
        return columns

    def _scattered(self, first: int, last: int, values: Floats, scale: Floats | None) -> Floats:
        """What the other terms add to the products of some rows."""
        places = np.arange(self.starts[first], self.starts[last])
        places = places[~self.frequent[self.terms[places]]]
        terms = self.terms[places]
        others = self.holding(terms)
        spread = self.spread[terms]
        weights = np.repeat(values[places], spread) * values[others]
        if scale is not None:
            weights *= np.repeat(scale[terms], spread)
        cells = np.repeat((self.rows[places] - first) * self.sentences, spread) + self.rows[others]
        return added(cells, weights, (last - first) * self.sentences).reshape(last - first, self.sentences)

    def _chunks(self) -> Iterator[tuple[int, int]]:
        spread = np.where(self.frequent, 1, self.spread)
        reach = np.concatenate(([0], np.cumsum(spread[self.terms])))[self.starts]
        most = max(1, CELLS // max(1, self.sentences))
        first = 0
        while first < self.sentences:
            last = int(np.searchsorted(reach, reach[first] + PAIRS, "right")) - 1
            last = min(max(first + 1, last), first + most, self.sentences)
            yield first, last
            first = last
