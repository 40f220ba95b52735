"""Finds the words of each sentence that count most in their article."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from apostil.analysis.word_spans import Word, WordSpans
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.domain.article import Article


def telling_words(
    article: Article, sentences: Sequence[Span], language: str, limit: int = 5
) -> tuple[tuple[Span, ...], ...]:
    """For each sentence up to `limit` words of it, the most telling first, and no stem twice.

    A word tells more the more often it and its other forms stand in the article, but less where nearly every sentence
    has it. Words that say nothing by themselves are left out.
    """
    spelling = WordSpans(language)
    held = [_first_of_each(spelling, article.text, sentence) for sentence in sentences]
    weights = _weights(held)
    return tuple(
        tuple(Span(word.start, word.end) for word in sorted(words, key=lambda word: -weights[word.stem])[:limit])
        for words in held
    )


def _first_of_each(spelling: WordSpans, text: str, sentence: Span) -> list[Word]:
    """The first word of each stem in a sentence, in order."""
    first: dict[str, Word] = {}
    for word in spelling.within(text, sentence.start, sentence.end):
        if word.stem:
            first.setdefault(word.stem, word)
    return list(first.values())


def _weights(held: Sequence[Sequence[Word]]) -> dict[str, float]:
    """What each stem weighs: how many sentences have it, and how rare that is."""
    counted = Counter(word.stem for words in held for word in words)
    return {stem: count * math.log(1 + len(held) / count) for stem, count in counted.items()}
