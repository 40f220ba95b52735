"""ROUGE for training: the same counts as the usual library's, of words that are cut and stemmed once."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Gram = tuple[str, ...]


@dataclass(frozen=True)
class Grams:
    """The words of some text, counted alone and in pairs; texts add up, without pairs across them."""

    words: tuple[str, ...]
    ones: Counter[str]
    twos: Counter[Gram]

    def __add__(self, other: Grams) -> Grams:
        return Grams(self.words + other.words, self.ones + other.ones, self.twos + other.twos)


NOTHING = Grams((), Counter(), Counter())


def grams(text: str, language: str) -> Grams:
    """What stands in a text."""
    words = tuple(map(_stemmer(language), re.findall(_WORDS.get(language, r"[a-z0-9]+"), text.lower())))
    return Grams(words, Counter(words), Counter(pairwise(words)))


_WORDS = {"fr": r"\w+"}


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    from nltk.stem.porter import PorterStemmer
    from nltk.stem.snowball import FrenchStemmer

    if language == "fr":
        return cache(FrenchStemmer().stem)
    porter = PorterStemmer().stem
    return cache(lambda word: porter(word) if len(word) > 3 else word)


def overlap(text: Grams, reference: Grams) -> float:
    """The mean of ROUGE-1 and ROUGE-2, F1."""
    ones = _f1((text.ones & reference.ones).total(), text.ones.total(), reference.ones.total())
    return (ones + _f1((text.twos & reference.twos).total(), text.twos.total(), reference.twos.total())) / 2


def likeness(text: Grams, reference: Grams) -> float:
    """The mean of ROUGE-1, ROUGE-2 and ROUGE-L, F1."""
    longest = _f1(_common(text.words, reference.words), len(text.words), len(reference.words))
    return (2 * overlap(text, reference) + longest) / 3


def _f1(hits: int, found: int, wanted: int) -> float:
    return 2 * hits / (found + wanted) if hits else 0.0


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """The length of the longest common subsequence; the row of the table is the bits of one number (Hyyrö 2004)."""
    places: dict[str, int] = {}
    for place, word in enumerate(other):
        places[word] = places.get(word, 0) | 1 << place
    whole = (1 << len(other)) - 1
    row = whole
    for word in one:
        held = row & places.get(word, 0)
        row = ((row + held) | (row - held)) & whole
    return len(other) - row.bit_count()
