"""What sentences of several articles can share: stems within a language, names and figures across languages."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.analysis.amounts import amount
from apostil.analysis.several.bridges import bridges
from apostil.analysis.words import stemmer, stop_words, words_of
from apostil.domain.entity import identity
from apostil.domain.spans import Span, covering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apostil.domain.article import Article
    from apostil.domain.entity import Entity
    from apostil.domain.summary import Survey


@dataclass(frozen=True, slots=True)
class Part:
    """One of the articles that are summarised together, with what was found out about it alone."""

    article: Article
    language: str
    survey: Survey
    entities: tuple[Entity, ...] = ()


def words_in(part: Part) -> list[list[str]]:
    """The stems of each sentence without its stop words, marked with their language."""
    stem, stops = stemmer(part.language), stop_words(part.language)
    found = []
    for sentence in part.survey.sentences:
        words = (word.lower() for word in words_of(sentence.span.cut(part.article.text), part.language))
        found.append([f"{part.language}:{stem(word)}" for word in words if word not in stops])
    return found


def anchors_in(part: Part) -> list[list[str]]:
    """What each sentence names and counts, in words that are the same in every language."""
    sentences = [sentence.span for sentence in part.survey.sentences]
    found: list[list[str]] = [[] for _ in sentences]
    for span, anchor in _anchors(part):
        at = covering(sentences, span)
        if at >= 0:
            found[at].append(anchor)
    return found


def bridges_in(part: Part) -> list[list[str]]:
    """What each sentence has besides that leads into other languages: days, ordinals, signs and cognates."""
    names = sorted(mention.span for entity in part.entities for mention in entity.mentions)
    starts = [name.start for name in names]
    found = []
    for sentence in part.survey.sentences:
        start, end = sentence.span.start, sentence.span.end
        inside = names[bisect_left(starts, start) : bisect_left(starts, end)]
        own = [name.moved(-start) for name in inside]
        found.append(bridges(sentence.span.cut(part.article.text), part.language, own))
    return found


def _anchors(part: Part) -> Iterator[tuple[Span, str]]:
    for entity in part.entities:
        name = identity(entity).partition(":")[2]
        for mention in entity.mentions:
            yield mention.span, f"name:{name}"
    for number in part.survey.numbers:
        yield number.span, f"figure:{figure(number.span.cut(part.article.text), part.language)}"


def figure(words: str, language: str) -> str:
    """What a figure amounts to, however it is written: `3,5 %` in French is `3.5 percent` in English.

    Only per cent is told from what else it may be measured in: another article may leave that out.
    """
    value, _, unit = amount(words, language).partition(" ")
    return f"{value}%" if value and unit.endswith("%") else value or " ".join(words.casefold().split())
