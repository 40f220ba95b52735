"""Edmundson: a sentence is good with words that are given, with words of headings, and at the ends of paragraphs."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Any

from sumy.summarizers.edmundson import EdmundsonSummarizer

from apostil.analysis.summarizers.sumy_model import Rating, shared
from apostil.analysis.summarizers.terms import Values

if TYPE_CHECKING:
    from collections.abc import Iterator

KEY = 0.5
"""How frequent a key word is beside the most frequent one; sumy's."""


class Edmundson(Rating, EdmundsonSummarizer):  # type: ignore[misc]  # sumy is untyped
    """sumy's Edmundson, with what a word counts for in its four parts added up once for each distinct word."""

    def ratings(self, document: Any) -> list[float]:  # noqa: ANN401
        """What the words and the place of each sentence add up to."""
        self._check_words()
        stem = Values(self.stem_word)
        key, heading = self._key_stems(document, stem), self._heading_stems(document, stem)
        worth = Values(lambda word: self._worth(stem[word], key, heading))
        places = self._places(document) if self._location_weight > 0 else iter([0] * len(document.sentences))
        sums = (
            float(sum([worth[word] for word in sentence.words]) + place)
            for sentence, place in zip(document.sentences, places, strict=True)
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

    def _worth(self, stem: str, key: frozenset[str], heading: frozenset[str]) -> int:
        """What a word counts for; a weight only says whether its part counts at all, as with sumy."""
        cue = int(stem in self._bonus_words) - int(stem in self._stigma_words)
        of_heading = int(self._title_weight > 0) + int(self._location_weight > 0)
        of_key = int(self._key_weight > 0 and stem in key)
        return cue * int(self._cue_weight > 0) + of_key + int(stem in heading) * of_heading

    def _key_stems(self, document: Any, stem: Values[str]) -> frozenset[str]:  # noqa: ANN401
        counts: Counter[str] = Counter()
        for word, count in Counter(document.words).items():
            if stem[word] in self._bonus_words:
                counts[stem[word]] += count
        highest = max(counts.values(), default=1)
        return frozenset(word for word, count in counts.items() if count / highest > KEY)

    def _heading_stems(self, document: Any, stem: Values[str]) -> frozenset[str]:  # noqa: ANN401
        words = chain.from_iterable(heading.words for heading in document.headings)
        return frozenset(stem[word] for word in words if stem[word] not in self._null_words)

    @staticmethod
    def _places(document: Any) -> Iterator[int]:  # noqa: ANN401
        """What the place of each sentence counts for: at the ends of the text, and of its paragraph."""
        last = len(document.paragraphs) - 1
        for order, paragraph in enumerate(document.paragraphs):
            end = len(paragraph.sentences) - 1
            for place in range(end + 1):
                yield (order in {0, last}) + (place in {0, end})
