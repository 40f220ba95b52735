"""ROUGE-1, 2 and L of a summary, and the best that sentences of its article can do, with the usual library.

In French the words keep their accents and NLTK's French stemmer makes their stems; elsewhere rouge-score's own
tokenizer and Porter's stemmer do, as in the literature.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

MEASURES = ("rouge1", "rouge2", "rougeL")


class Rouge(NamedTuple):
    """The F1 of single words, of pairs of words, and of the longest common subsequence, in hundredths."""

    one: float = 0.0
    two: float = 0.0
    longest: float = 0.0

    def __str__(self) -> str:
        return " / ".join(f"{value:.1f}" for value in self)


class FrenchTokens:
    """Words of letters and digits with their accents, as French stems."""

    def __init__(self) -> None:
        from nltk.stem.snowball import FrenchStemmer

        self._stem = cache(FrenchStemmer().stem)

    def tokenize(self, text: str) -> list[str]:
        """The stems of a text's words, in order."""
        return [self._stem(word) for word in re.findall(r"\w+", text.lower())]


@cache
def _scorer(language: str) -> Any:
    from rouge_score.rouge_scorer import RougeScorer

    return RougeScorer(MEASURES, use_stemmer=True, tokenizer=FrenchTokens() if language == "fr" else None)


def rouge(summary: str, references: Iterable[str], language: str) -> Rouge:
    """The scores of a summary beside the reference that it is nearest to, by each measure."""
    scores = _scorer(language).score_multi(list(references), summary)
    return Rouge(*(100 * scores[measure].fmeasure for measure in MEASURES))


def mean(scores: Sequence[Rouge]) -> Rouge:
    """The mean of each measure."""
    return Rouge(*(sum(values) / len(scores) for values in zip(*scores, strict=True))) if scores else Rouge()


def oracle(sentences: Sequence[str], references: Sequence[str], language: str, count: int) -> tuple[int, ...]:
    """The sentences that together come nearest to the references, chosen one by one by ROUGE-1 and 2 together.

    At most so many, in the order of the article; none more where one more would make it worse.
    """
    chosen: list[int] = []
    best = 0.0
    while len(chosen) < min(count, len(sentences)):
        tries = [
            (_worth([sentences[one] for one in sorted([*chosen, place])], references, language), -place)
            for place in range(len(sentences))
            if place not in chosen
        ]
        worth, place = max(tries)
        if worth <= best:
            break
        best = worth
        chosen.append(-place)
    return tuple(sorted(chosen))


def _worth(sentences: Sequence[str], references: Sequence[str], language: str) -> float:
    scores = rouge(" ".join(sentences), references, language)
    return scores.one + scores.two
