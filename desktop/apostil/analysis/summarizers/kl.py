"""KL: the summary grows by the sentence with which its words diverge least from those of the whole text."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Any

import numpy as np
from sumy.summarizers.kl import KLSummarizer

from apostil.analysis.summarizers.sumy_model import Rating, by_choice
from apostil.analysis.summarizers.terms import Terms, added

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from apostil.analysis.summarizers.terms import Floats, Integers

NEAR = 1e-10
"""Below this, two divergences may differ by the order of adding up alone, and are added up as sumy does."""


class KL(Rating, KLSummarizer):  # type: ignore[misc]  # sumy is untyped
    """sumy's KL, but only what a new sentence of the summary changes is counted again.

    sumy adds up every word of the growing summary for every sentence of every round, which is cubic.
    """

    def ratings(self, document: Any) -> list[float]:  # noqa: ANN401
        """In which round each sentence was chosen: 0, -1, and so on."""
        return by_choice(document.sentences, self._order(document.sentences))

    def _compute_ratings(self, sentences: Sequence[Any]) -> dict[Any, float]:
        return dict(zip(sentences, by_choice(sentences, self._order(sentences)), strict=True))

    def _order(self, sentences: Sequence[Any]) -> Iterator[int]:
        contents = [self._get_content_words_in_sentence(sentence) for sentence in sentences]
        growing = Growing(contents, self.compute_tf(sentences))
        for _ in sentences:
            best = growing.take()
            yield best
            growing.add(sentences[best].words)


class Growing:
    """A summary that grows, and how it would diverge from its text with each of the sentences left.

    The divergence is the sum of `f * log(f / (c / n))` over the summary's words, with a word's frequency `f` in the
    text, its count `c` in the summary, and the summary's length `n`. What `n` does not change is kept apart. Sums that
    come out nearly alike are counted anew in sumy's order: its choice between them is that of its rounding. Sentences
    with the same words share a row.
    """

    def __init__(self, contents: Sequence[Sequence[str]], frequencies: dict[str, float]) -> None:
        known = [word for word, frequency in frequencies.items() if frequency]
        self._numbers = {word: number for number, word in enumerate(known)}
        self._frequencies = [frequencies[word] for word in known]
        waiting: dict[tuple[str, ...], list[int]] = {}
        for index in reversed(range(len(contents))):
            waiting.setdefault(tuple(contents[index]), []).append(index)
        self._waiting = list(waiting.values())
        self._next = np.array([indexes[-1] for indexes in self._waiting], np.int64)
        self._own = [self._known(words) for words in waiting]
        self._lengths = np.array([len(words) for words in waiting], np.int64)
        self._terms = Terms.counted(self._own, len(known))
        self._prepare()
        self._kinds = _numbered(
            (int(length), tuple((self._frequencies[number], count) for number, count in Counter(own).items()))
            for length, own in zip(self._lengths, self._own, strict=True)
        )
        self._summary: dict[int, int] = {}
        self._length = 0

    # Rows of one kind have the same divergence: those whose words count alike, until one of these is in the summary.

    def _known(self, words: Iterable[str]) -> list[int]:
        return [number for word in words if (number := self._numbers.get(word)) is not None]

    def _prepare(self) -> None:
        terms = self._terms
        self._shares = np.array([*self._frequencies, 0.0])[terms.terms]
        self._gains = self._shares * (np.log(self._shares) - np.log(terms.counts))
        self._gain = added(terms.rows, self._gains, terms.sentences)
        self._new = added(terms.rows, self._shares, terms.sentences)
        self._share = 0.0
        self._base = 0.0

    def take(self) -> int:
        """Take the first of the sentences with which the summary would diverge least."""
        row = self._best()
        index = self._waiting[row].pop()
        if self._waiting[row]:
            self._next[row] = self._waiting[row][-1]
        else:
            self._gain[row] = np.inf
        return index

    def _best(self) -> int:
        lengths = np.maximum(self._length + self._lengths, 1)
        divergences = self._base + self._gain + (self._share + self._new) * np.log(lengths)
        near = np.flatnonzero(divergences <= divergences.min() + NEAR)
        if len(near) == 1:
            return int(near[0])
        near = near[np.argsort(self._next[near])]
        _, first = np.unique(self._kinds[near], return_index=True)
        return self._first_exactly(near[np.sort(first)].tolist())

    def _first_exactly(self, near: Sequence[int]) -> int:
        """The row with the least divergence, as sumy adds it up; the first of these where several have it."""
        beginnings = [self._beginning(row) for row in near]
        if len(set(beginnings)) == 1:
            return near[0]
        exact = {beginning: self._exactly(*beginning) for beginning in set(beginnings)}
        least = min(exact.values())
        return next(row for row, beginning in zip(near, beginnings, strict=True) if exact[beginning] == least)

    def _beginning(self, row: int) -> tuple[int, float, frozenset[int]]:
        """The length with a sentence, what its own words add up to, and which of them are in the summary already."""
        length = int(self._length + self._lengths[row])
        total, before = 0.0, []
        for number, count in Counter(self._own[row]).items():
            already = self._summary.get(number, 0)
            total += _term(self._frequencies[number], already + count, length)
            if already:
                before.append(number)
        return length, total, frozenset(before)

    def _exactly(self, length: int, total: float, without: frozenset[int]) -> float:
        for number, count in self._summary.items():
            if number not in without:
                total += _term(self._frequencies[number], count, length)
        return total

    def add(self, words: Sequence[str]) -> None:
        """Let a sentence into the summary, by its words as they stand in the text: so sumy counts them there."""
        self._length += len(words)
        coming = Counter(self._known(words))
        self._change_sums(coming)
        if coming:
            self._change_gains(np.fromiter(coming, np.int64, len(coming)), coming)
        for number, count in coming.items():
            self._summary[number] = self._summary.get(number, 0) + count

    def _change_sums(self, coming: Counter[int]) -> None:
        for number, count in coming.items():
            frequency, before = self._frequencies[number], self._summary.get(number, 0)
            if before:
                self._base -= frequency * math.log((before + count) / before)
            else:
                self._share += frequency
                self._base += frequency * math.log(frequency / count)

    def _change_gains(self, numbers: Integers, coming: Counter[int]) -> None:
        """Count anew what the sentences with these words would add."""
        places = self._terms.holding(numbers)
        before = np.array([self._summary.get(number, 0) for number in coming])
        now = np.repeat(before + np.fromiter(coming.values(), np.int64, len(coming)), self._terms.spread[numbers])
        gains: Floats = -self._shares[places] * np.log1p(self._terms.counts[places] / now)
        rows = self._terms.rows[places]
        np.add.at(self._gain, rows, gains - self._gains[places])
        self._gains[places] = gains
        fresh = np.repeat(before == 0, self._terms.spread[numbers])
        np.subtract.at(self._new, rows[fresh], self._shares[places[fresh]])
        self._kinds[rows] = -1 - rows


def _term(frequency: float, count: int, length: int) -> float:
    return frequency * math.log(frequency / (count / length))


def _numbered(keys: Iterable[object]) -> Integers:
    """A number for each key; equal keys have the same."""
    numbers: dict[object, int] = {}
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys], np.int64)
