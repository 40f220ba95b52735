"""The figures of articles as their texts have them, with what each comes to in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.domain.coverage import Figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.domain.summary import Survey


def figures_of(survey: Survey, articles: Sequence[tuple[str, str]]) -> list[Figure]:
    """The figures of a survey of these articles, each given with its text and its language."""
    from apostil.analysis.amounts import amount

    several = len({language for _, language in articles}) > 1
    found = []
    for number, noun in zip(survey.numbers, survey.nouns, strict=True):
        text, language = articles[number.owner]
        words, behind = text[number.span.start : noun.span.start], noun.span.cut(text)
        value, thing = amount(words, language), _meaning(behind, language) if several else ""
        found.append(Figure(number, words, words + behind, value, thing, language))
    return found


def _meaning(noun: str, language: str) -> str:
    """What a figure counts, in words that are the same in every language; empty where one of them is not known."""
    from apostil.analysis.several.pairs import meanings
    from apostil.analysis.words import stop_words, words_of

    known, stops = meanings(language), stop_words(language)
    words = [known.of(word) for word in words_of(noun.lower(), language) if word not in stops]
    return " ".join(words) if all(words) else ""
