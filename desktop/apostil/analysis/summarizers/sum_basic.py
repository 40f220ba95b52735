"""SumBasic: the sentence with the most frequent words is chosen, its words count less, and the next is chosen."""

from __future__ import annotations

from collections import Counter
from heapq import heapify, heappop, heapreplace
from itertools import chain
from typing import TYPE_CHECKING, Any

from sumy.summarizers.sum_basic import SumBasicSummarizer

from apostil.analysis.summarizers.sumy_model import Rating, by_choice
from apostil.analysis.summarizers.terms import numbered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class SumBasic(Rating, SumBasicSummarizer):  # type: ignore[misc]  # sumy is untyped
    """sumy's SumBasic, but a sentence's words are only added up again when it may be the best."""

    def ratings(self, document: Any) -> list[float]:  # noqa: ANN401
        """In which round each sentence was chosen: 0, -1, and so on."""
        return by_choice(document.sentences, self._order(document.sentences))

    def _compute_ratings(self, sentences: Sequence[Any]) -> dict[Any, float]:
        return dict(zip(sentences, by_choice(sentences, self._order(sentences)), strict=True))

    def _order(self, sentences: Sequence[Any]) -> Iterator[int]:
        return _chosen(*numbered([sentence.words for sentence in sentences], self._stemmer, self._stop_words))


def _chosen(contents: Sequence[Sequence[int]], size: int) -> Iterator[int]:
    """The indexes of sentences, by the numbers of their words, as they are chosen.

    Frequencies only ever fall. What a sentence had when it was last looked at is the most it can have now, and what is
    still on top after it was looked at again is the best; of equal ones the first.
    """
    counts = Counter(chain.from_iterable(contents))
    total = counts.total()
    frequencies = [counts[number] / total for number in range(size)]
    waiting = [(-_average(frequencies, words), index) for index, words in enumerate(contents)]
    heapify(waiting)
    while waiting:
        known, index = waiting[0]
        now = -_average(frequencies, contents[index])
        if now != known:
            heapreplace(waiting, (now, index))
            continue
        heappop(waiting)
        yield index
        for number in contents[index]:
            frequencies[number] *= frequencies[number]


def _average(frequencies: Sequence[float], words: Sequence[int]) -> float:
    # Added up in the order of the words, as sumy does, so that equal averages are equal to the last bit.
    return sum([frequencies[number] for number in words]) / len(words) if words else 0.0
