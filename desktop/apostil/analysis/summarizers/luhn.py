"""Luhn: a sentence is good whose frequent words stand close together."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sumy.summarizers.luhn import LuhnSummarizer

from apostil.analysis.summarizers.sumy_model import Rating

if TYPE_CHECKING:
    from collections.abc import Sequence


class Luhn(Rating, LuhnSummarizer):  # type: ignore[misc]  # sumy is untyped
    """sumy's Luhn, with each distinct word looked at once."""

    def ratings(self, document: Any) -> list[float]:  # noqa: ANN401
        """What the best run of frequent words of each sentence is worth."""
        significant = frozenset(self._get_significant_words(document.words))
        matter = {word for word in frozenset(document.words) if self._stemmer(word.lower()) in significant}
        return [
            self._rating([place for place, word in enumerate(sentence.words) if word in matter])
            for sentence in document.sentences
        ]

    def _get_significant_words(self, words: Sequence[str]) -> tuple[str, ...]:
        # Counted as sumy counts them: stems in small letters, in the order in which they first stand in the text.
        counts: Counter[str] = Counter()
        for word, count in Counter(words).items():
            normal = word.lower()
            if normal not in self._stop_words:
                counts[self._stemmer(normal).lower()] += count
        most = int(counts.total() * self.significant_percentage) or None
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
