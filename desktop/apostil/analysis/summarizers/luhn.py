"""Luhn: a sentence is good whose frequent words stand close together."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sumy.summarizers.luhn import LuhnSummarizer

from apostil.analysis.summarizers.sumy_model import Rating
from apostil.analysis.summarizers.terms import Values, stems

if TYPE_CHECKING:
    from collections.abc import Sequence


class Luhn(Rating, LuhnSummarizer):  # type: ignore[misc]  # sumy is untyped
    """sumy's Luhn, with each distinct word looked at once."""

    def ratings(self, document: Any) -> list[float]:  # noqa: ANN401
        """What the best run of frequent words of each sentence is worth."""
        significant = frozenset(self._get_significant_words(document.words))
        matters = Values(lambda word: self.stem_word(word) in significant)
        return [
            self._rating([place for place, word in enumerate(sentence.words) if matters[word]])
            for sentence in document.sentences
        ]

    def _get_significant_words(self, words: Sequence[str]) -> tuple[str, ...]:
        numbers = stems(self, self._stop_words)
        found = Counter(numbers.of(words))
        names = list(numbers.terms)
        # As sumy has them: small letters, in the order in which they first stand in the text.
        counts: Counter[str] = Counter()
        for number, count in found.items():
            counts[names[number].lower()] += count
        most = int(found.total() * self.significant_percentage) or None
        return tuple(word for word, count in counts.most_common()[:most] if count > 1)

    def _rating(self, places: Sequence[int]) -> float:
        """The best run's share of frequent words, by how many they are; `places` is where they stand."""
        best = 0.0
        start = 0
        for end in range(1, len(places) + 1):
            if end < len(places) and not 0 < self.max_gap_size < places[end] - places[end - 1]:
                continue
            if end - start > 1:
                best = max(best, (end - start) ** 2 / (places[end - 1] - places[start] + 1))
            start = end
        return best
