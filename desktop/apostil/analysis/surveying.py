"""Finds out, once, all that summarising needs to know of an article: every later question is only looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.analysis import summaries
from apostil.analysis.auto import ranking
from apostil.analysis.auto.naming import entities_in
from apostil.analysis.auto.reading import read
from apostil.analysis.leaning import leanings
from apostil.analysis.numbers import numbers_of
from apostil.analysis.phrases import key_phrases
from apostil.analysis.repeated import repeats
from apostil.analysis.telling_words import telling_words
from apostil.analysis.words import words_of
from apostil.domain.choices import Extract
from apostil.domain.summary import Method, Ranking, Reasons, Survey

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.analysis.auto.ranking import Scored
    from apostil.analysis.auto.reading import Reading
    from apostil.domain.article import Article
    from apostil.domain.entity import Entity
    from apostil.domain.spans import Span
    from apostil.domain.summary import Ground


def survey(article: Article, sentences: tuple[Span, ...], language: str, entities: tuple[Entity, ...]) -> Survey:
    """What every method says about these sentences of the article, and why."""
    reading = read(article, sentences, language, entities)
    scored = ranking.rank(reading)
    numbers = numbers_of(article, language)
    others = summaries.rankings(article, sentences, language, [one for one in Method if one is not Method.AUTO])
    return Survey(
        _extracts(sentences),
        _words(article, sentences, language),
        (_automatic(article, sentences, scored), *others),
        _reasons(reading, article, sentences, entities, scored.grounds),
        key_phrases(article, language, entities),
        _extracts([number.span for number in numbers]),
        _extracts([number.noun for number in numbers]),
    )


def ranking_alone(
    article: Article, sentences: tuple[Span, ...], language: str, entities: tuple[Entity, ...], method: Method
) -> Survey:
    """What one method says about these sentences of the article, and nothing of why."""
    if method is Method.AUTO:
        said = _automatic(article, sentences, ranking.rank(read(article, sentences, language, entities)))
    else:
        said = summaries.rank(article, sentences, language, method)
    words = _words(article, sentences, language)
    return Survey(_extracts(sentences), words, (said,), tuple(Reasons() for _ in sentences))


def _automatic(article: Article, sentences: tuple[Span, ...], scored: Scored) -> Ranking:
    """What our own method says; the others may repeat words, as they do everywhere."""
    again = repeats((sentence.cut(article.text) for sentence in sentences), scored.ranks)
    return Ranking(Method.AUTO, sentences, scored.scores, scored.ranks, again)


def _extracts(spans: Sequence[Span]) -> tuple[Extract, ...]:
    return tuple(Extract(0, span) for span in spans)


def _words(article: Article, sentences: Sequence[Span], language: str) -> tuple[int, ...]:
    return tuple(len(words_of(span.cut(article.text), language)) for span in sentences)


def _reasons(
    reading: Reading,
    article: Article,
    sentences: Sequence[Span],
    entities: Sequence[Entity],
    grounds: Sequence[tuple[tuple[Ground, float], ...]],
) -> tuple[Reasons, ...]:
    terms = telling_words(article, sentences, reading.language)
    named = entities_in(sentences, entities)
    leans = leanings(article, sentences, reading.lines, reading.language)
    return tuple(
        Reasons(words, names, said, leaning)
        for words, names, said, leaning in zip(terms, named, grounds, leans, strict=True)
    )
