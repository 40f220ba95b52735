"""sumy's document model and methods, with sentences that know their index and ratings that can be read.

This module imports sumy and is itself imported only where sentences are ranked.
"""

from __future__ import annotations

import math
from collections import Counter
from itertools import count
from typing import TYPE_CHECKING, Any

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence  # noqa: TID253  # see the module's docstring
from sumy.summarizers.edmundson import EdmundsonSummarizer  # noqa: TID253
from sumy.summarizers.kl import KLSummarizer  # noqa: TID253
from sumy.summarizers.lex_rank import LexRankSummarizer  # noqa: TID253
from sumy.summarizers.lsa import LsaSummarizer  # noqa: TID253
from sumy.summarizers.luhn import LuhnSummarizer  # noqa: TID253
from sumy.summarizers.reduction import ReductionSummarizer  # noqa: TID253
from sumy.summarizers.sum_basic import SumBasicSummarizer  # noqa: TID253
from sumy.summarizers.text_rank import TextRankSummarizer  # noqa: TID253

from apostil.domain.summary import Method

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


class IncrementalKL(KLSummarizer):  # type: ignore[misc]  # sumy is untyped
    """Sumy's KL with its results, but with the sums over the summary so far kept from one round to the next.

    sumy adds up every word of the growing summary for every sentence of every round, which is cubic: four seconds
    for 200 sentences.
    """

    def _compute_ratings(self, sentences: Sequence[IndexedSentence]) -> dict[IndexedSentence, int]:
        frequencies: dict[str, float] = self.compute_tf(sentences)
        left = [(sentence, Counter(self._get_content_words_in_sentence(sentence))) for sentence in sentences]
        summary = _Divergence(frequencies)
        ratings: dict[IndexedSentence, int] = {}
        while left:
            divergences = [round(summary.with_words(words), 12) for _, words in left]
            best, _ = left.pop(divergences.index(min(divergences)))
            ratings[best] = -len(ratings)
            summary.add(best.words)
        return ratings


class _Divergence:
    """The Kullback-Leibler divergence of a growing summary from its document, as sumy counts it.

    The sum of `f * log(f / (c / n))` over the summary's words, with a word's frequency `f` in the document, its
    count `c` in the summary and the summary's length `n`, is kept as three sums that `n` does not change.
    """

    def __init__(self, frequencies: dict[str, float]) -> None:
        self._frequencies = frequencies
        self._counts: Counter[str] = Counter()
        self._length = 0
        self._own = 0.0
        self._counted = 0.0
        self._frequency = 0.0

    def with_words(self, words: Counter[str]) -> float:
        """The divergence if these words came into the summary."""
        own, counted, frequency = self._gains(words)
        length = self._length + words.total()
        if not length:
            return 0.0
        return self._own + own - self._counted - counted + math.log(length) * (self._frequency + frequency)

    def add(self, words: Sequence[str]) -> None:
        """Let these words come into the summary."""
        added = Counter(words)
        own, counted, frequency = self._gains(added)
        self._own += own
        self._counted += counted
        self._frequency += frequency
        self._counts.update(added)
        self._length += len(words)

    def _gains(self, words: Counter[str]) -> tuple[float, float, float]:
        own = counted = frequency = 0.0
        for word, count_here in words.items():
            share = self._frequencies.get(word)
            if not share:
                continue
            before = self._counts[word]
            if before:
                counted += share * math.log((before + count_here) / before)
            else:
                own += share * math.log(share)
                counted += share * math.log(count_here)
                frequency += share
        return own, counted, frequency


METHODS: dict[Method, type[Any]] = {
    Method.EDMUNDSON: EdmundsonSummarizer,
    Method.KL: IncrementalKL,
    Method.LEXRANK: LexRankSummarizer,
    Method.LSA: LsaSummarizer,
    Method.LUHN: LuhnSummarizer,
    Method.REDUCTION: ReductionSummarizer,
    Method.SUMBASIC: SumBasicSummarizer,
    Method.TEXTRANK: TextRankSummarizer,
}
"""sumy's class for each of its methods."""


class IndexedSentence(Sentence):  # type: ignore[misc]  # sumy is untyped
    """A sentence of ours for sumy: its words are given, and it equals itself alone."""

    __slots__ = ("_words", "index")

    def __init__(self, index: int, words: tuple[str, ...], *, is_heading: bool = False) -> None:
        super().__init__("", None, is_heading)
        self.index = index
        self._words = words

    @property
    def words(self) -> tuple[str, ...]:
        """The words, in order."""
        return self._words

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other

    def __hash__(self) -> int:
        return hash((self.index, self.is_heading))


def document(paragraphs: Iterable[tuple[Sequence[tuple[str, ...]], Sequence[tuple[str, ...]]]]) -> Any:  # noqa: ANN401
    """Make sumy's document over the words of each paragraph's headings and sentences; indexes count the sentences."""
    index = count()
    return ObjectDocumentModel(
        Paragraph(
            [
                *(IndexedSentence(-1 - place, words, is_heading=True) for place, words in enumerate(headings)),
                *(IndexedSentence(next(index), words) for words in sentences),
            ]
        )
        for headings, sentences in paragraphs
    )


def summarizer(method: Method, stem: Callable[[str], str]) -> Any:  # noqa: ANN401  # sumy is untyped
    """Make sumy's summarizer for a method; once called, its `ratings` has the score of each index."""
    base: Any = METHODS[method]

    class Rated(base):  # type: ignore[misc]  # the class comes from the table above
        """A method that keeps what it thought of every sentence."""

        ratings: dict[int, float] = {}  # noqa: RUF012  # replaced, never changed

        def _get_best_sentences(
            self, sentences: Sequence[IndexedSentence], _count: object, rating: object, *args: object
        ) -> tuple[IndexedSentence, ...]:
            rate: Any = rating.__getitem__ if isinstance(rating, dict) else rating
            self.ratings = {sentence.index: rate(sentence, *args) for sentence in sentences}
            return tuple(sentences)

    return Rated(stem)
