"""Edmundson: a sentence is good with words that are given, with words of headings, and at the ends of paragraphs."""

from __future__ import annotations

from collections import Counter
from itertools import chain, repeat
from typing import TYPE_CHECKING, Any

from sumy.summarizers.edmundson import EdmundsonSummarizer

from apostil.analysis.summarizers.sumy_model import Rating, shared

if TYPE_CHECKING:
    from collections.abc import Iterator

KEY = 0.5
"""How frequent a key word is beside the most frequent one; sumy's."""


class Edmundson(Rating, EdmundsonSummarizer):  # type: ignore[misc]  # sumy is untyped
    """sumy's Edmundson, with what a word counts for in its four parts added up once for each distinct word."""

    def ratings(self, document: Any) -> list[float]:  # noqa: ANN401
        """What the words and the place of each sentence add up to."""
        self._check_words()
        worth = self._worths(document)
        places = self._places(document) if self._location_weight > 0 else repeat(0)
        sums = (
            float(sum([worth[word] for word in sentence.words if word in worth]) + place)
            for sentence, place in zip(document.sentences, places, strict=False)
        )
        return shared(document.sentences, sums)

    def _check_words(self) -> None:
        """Let sumy say which of its lists of words is missing."""
        parts = (
            (self._cue_weight, self._build_cue_method_instance),
            (self._key_weight, self._build_key_method_instance),
            (self._title_weight, self._build_title_method_instance),
            (self._location_weight, self._build_location_method_instance),
        )
        for weight, build in parts:
            if weight > 0:
                build()

    def _worths(self, document: Any) -> dict[str, int]:  # noqa: ANN401
        """What each word counts for, where that is anything.

        A weight only says whether its part counts at all, as with sumy; words of headings count for two parts.
        """
        counts = Counter(document.words)
        stems = {word: self._stemmer(word.lower()) for word in counts}
        parts = [
            (self._bonus_words, int(self._cue_weight > 0)),
            (self._stigma_words, -int(self._cue_weight > 0)),
            (self._key_stems(counts, stems), int(self._key_weight > 0)),
            (self._heading_stems(document, stems), int(self._title_weight > 0) + int(self._location_weight > 0)),
        ]
        worth: Counter[str] = Counter()
        for words, value in parts:
            for word in words:
                worth[word] += value
        return {word: worth[stem] for word, stem in stems.items() if stem in worth}

    def _key_stems(self, counts: Counter[str], stems: dict[str, str]) -> frozenset[str]:
        found: Counter[str] = Counter()
        for word, count in counts.items():
            if stems[word] in self._bonus_words:
                found[stems[word]] += count
        highest = max(found.values(), default=1)
        return frozenset(word for word, count in found.items() if count / highest > KEY)

    def _heading_stems(self, document: Any, stems: dict[str, str]) -> frozenset[str]:  # noqa: ANN401
        words = chain.from_iterable(heading.words for heading in document.headings)
        return frozenset(stems[word] for word in words if stems[word] not in self._null_words)

    @staticmethod
    def _places(document: Any) -> Iterator[int]:  # noqa: ANN401
        """What the place of each sentence counts for: at the ends of the text, and of its paragraph."""
        last = len(document.paragraphs) - 1
        for order, paragraph in enumerate(document.paragraphs):
            end = len(paragraph.sentences) - 1
            for place in range(end + 1):
                yield (order in {0, last}) + (place in {0, end})
