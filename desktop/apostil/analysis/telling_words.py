"""Finds the words of each sentence that count most in their article."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.analysis.lexicons import sentence_words
from apostil.analysis.phrase_places import lists
from apostil.analysis.word_spans import Word, WordSpans
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.domain.article import Article

_BEHIND_PERIOD = re.compile(r"\..*\w", re.DOTALL)
"""The period of an abbreviation, with more of the sentence behind it."""


def telling_words(
    article: Article, sentences: Sequence[Span], language: str, limit: int = 5
) -> tuple[tuple[Span, ...], ...]:
    """For each sentence up to `limit` words of it, the most telling first, and no stem twice.

    A word tells more the more often it and its other forms stand in the article, but less where nearly every sentence
    has it. Words that say nothing by themselves are left out, and so are units and abbreviations.
    """
    spelling = WordSpans(language)
    silent = _Silent.of(language)
    held = [_first_of_each(spelling, silent, article.text, sentence) for sentence in sentences]
    weights = _weights(held)
    return tuple(
        tuple(Span(word.start, word.end) for word in sorted(words, key=lambda word: -weights[word.stem])[:limit])
        for words in held
    )


@dataclass(frozen=True, slots=True)
class _Silent:
    """Tells which words say nothing by themselves, in small letters: what is no key phrase, and abbreviations."""

    vague: frozenset[str]
    faint: frozenset[str]
    abbreviations: frozenset[str]

    @classmethod
    def of(cls, language: str) -> _Silent:
        """The words of a language; none where it has no lists."""
        phrases, sentences = lists(language), sentence_words(language)
        listed = sentences.abbreviations | sentences.titles | sentences.references
        # Of `Ph.D.` or `p.ex.`, each part is read as a word.
        return cls(phrases.vague, phrases.faint, frozenset(part for one in listed for part in one.split(".")))

    def has(self, text: str, word: Word, sentence: Span) -> bool:
        """Whether a word of this sentence says nothing by itself.

        The spelling tells, not the stem, which French `cour`, a court, shares with `cours`.
        """
        spelled = text[word.start : word.end]
        low = spelled.lower()
        # What is faint says something with a capital: `l'État`, `the South`.
        if low in self.vague or spelled in self.faint:
            return True
        # The period that ends a sentence follows ordinary words too: `art.`, `sun.`
        return low in self.abbreviations and _BEHIND_PERIOD.match(text, word.end, sentence.end) is not None


def _first_of_each(spelling: WordSpans, silent: _Silent, text: str, sentence: Span) -> list[Word]:
    """The first word of each stem in a sentence, in order."""
    first: dict[str, Word] = {}
    for word in spelling.within(text, sentence.start, sentence.end):
        if word.stem and word.stem not in first and not silent.has(text, word, sentence):
            first[word.stem] = word
    return list(first.values())


def _weights(held: Sequence[Sequence[Word]]) -> dict[str, float]:
    """What each stem weighs: how many sentences have it, and how rare that is."""
    counted = Counter(word.stem for words in held for word in words)
    return {stem: count * math.log(1 + len(held) / count) for stem, count in counted.items()}
