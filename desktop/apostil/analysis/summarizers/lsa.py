"""LSA: a sentence is good that reaches far along the topics of the text."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Any

from sumy.summarizers.lsa import LsaSummarizer

from apostil.analysis.summarizers.sumy_model import Rating

if TYPE_CHECKING:
    from collections.abc import Sequence

SMOOTH = 0.4
"""What a word counts in a sentence without it; sumy's."""


class Lsa(Rating, LsaSummarizer):  # type: ignore[misc]  # sumy is untyped
    """sumy's LSA without its singular value decomposition.

    As sumy keeps all dimensions, how far a sentence reaches along them is the length of its column in the matrix of
    terms that is decomposed.
    """

    def __call__(self, document: Any, sentences_count: Any) -> tuple[Any, ...]:  # noqa: ANN401  # as sumy's own
        """The best rated sentences of a document; none where no word counts."""
        if LsaSummarizer.REDUCTION_RATIO < 1:
            reduced: tuple[Any, ...] = LsaSummarizer.__call__(self, document, sentences_count)
            return reduced
        return super().__call__(document, sentences_count) if self._create_dictionary(document) else ()

    def ratings(self, document: Any) -> list[float]:  # noqa: ANN401
        """How far each sentence reaches along all topics."""
        terms = self._create_dictionary(document)
        numbers = {word: terms.get(self._stemmer(word.lower()), -1) for word in dict.fromkeys(document.words)}
        return [_length([numbers[word] for word in sentence.words], len(terms)) for sentence in document.sentences]

    def _create_dictionary(self, document: Any) -> dict[str, int]:  # noqa: ANN401
        distinct = dict.fromkeys(word.lower() for word in dict.fromkeys(document.words))
        stems = dict.fromkeys(self._stemmer(word) for word in distinct if word not in self._stop_words)
        return {stem: number for number, stem in enumerate(stems)}


def _length(words: Sequence[int], size: int) -> float:
    """The length of a sentence's column, by the numbers of its words; -1 is a word that does not count.

    It is added up exactly: sentences with equal counts are equally long, whatever the order of their words.
    """
    counts = Counter(words)
    del counts[-1]
    if not counts:
        return 0.0
    highest = max(counts.values())
    squares = [(SMOOTH + (1.0 - SMOOTH) * (count / highest)) ** 2 for count in counts.values()]
    return math.sqrt(math.fsum([(size - len(counts)) * SMOOTH**2, *squares]))
