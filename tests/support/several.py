"""Articles by several outlets to be summarised together: a few that tell one story, and many for measurements."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

from apostil.domain.choices import Extract
from apostil.domain.entity import Entity, Kind, Mention, entity_id
from apostil.domain.spans import Span
from apostil.services import together
from support.language import article_of
from support.surveys import make_survey

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.analysis.several.features import Part

ONSETS = "bcdfglmnprstvz"


def part(
    sentences: Sequence[str],
    language: str = "en",
    *,
    names: Sequence[tuple[str, str]] = (),
    numbers: Sequence[str] = (),
    scores: Sequence[float] | None = None,
) -> Part:
    """An article of one paragraph of these sentences, its names given with what is known of them."""
    article = article_of(" ".join(sentences), language=language)
    starts = [sum(len(one) + 1 for one in sentences[:index]) for index in range(len(sentences))]
    spans = [Span(start, start + len(one)) for start, one in zip(starts, sentences, strict=True)]
    survey = make_survey(spans, scores)
    found = tuple(Extract(0, span) for number in numbers for span in places(article.text, number))
    nouns = tuple(Extract(0, Span(number.span.end, number.span.end)) for number in found)
    entities = tuple(_entity(article.text, name, known) for name, known in names)
    return together.part(article, replace(survey, numbers=found, nouns=nouns), entities)


def _entity(text: str, name: str, known: str) -> Entity:
    mentions = tuple(Mention(span, Kind.LOCATION) for span in places(text, name))
    return Entity(entity_id(name, Kind.LOCATION), name, Kind.LOCATION, mentions, known=known)


def places(text: str, words: str) -> list[Span]:
    """Where these words stand."""
    found, start = [], text.find(words)
    while start >= 0:
        found.append(Span(start, start + len(words)))
        start = text.find(words, start + 1)
    return found


def parts(articles: int, sentences: int) -> list[Part]:
    """So many articles of invented words, ten to a story; every tenth is a copy of the one before."""
    random = Random(7)
    words = sorted({_word(random) for _ in range(6000)})
    names = [word.capitalize() for word in random.sample(words, 300)]
    made: list[Part] = []
    for number in range(articles):
        if number % 10 == 9:
            made.append(made[-1])
            continue
        told = Random(number // 10)
        own, known = told.sample(words, 400), told.sample(names, 12)
        text = [_sentence(random, own if random.random() < 0.5 else words, known) for _ in range(sentences)]
        made.append(part(text, "en" if number % 2 else "fr", names=[(name, "") for name in known]))
    return made


def _word(random: Random) -> str:
    return "".join(random.choice(ONSETS) + random.choice("aeiou") for _ in range(random.randint(2, 4)))


def _sentence(random: Random, words: Sequence[str], names: Sequence[str]) -> str:
    found = [random.choice(words) for _ in range(random.randint(10, 30))] + random.sample(names, random.randint(0, 2))
    random.shuffle(found)
    return f"The {' '.join(found)}."
