"""Finds out, once, all that summarising needs to know of an article: every later question is only looked up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.analysis import summaries
from apostil.analysis.words import words_of
from apostil.domain.choices import Extract
from apostil.domain.summary import Method, Reasons, Survey

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.domain.article import Article
    from apostil.domain.entity import Entity
    from apostil.domain.spans import Span


def survey(
    article: Article,
    sentences: tuple[Span, ...],
    language: str,
    entities: tuple[Entity, ...],
    methods: Sequence[Method] = (),
) -> Survey:
    """What every method says about these sentences of the article, and why; of these methods the ranking alone."""
    del entities
    return Survey(
        sentences=tuple(Extract(0, span) for span in sentences),
        words=tuple(len(words_of(span.cut(article.text), language)) for span in sentences),
        rankings=tuple(summaries.rank(article, sentences, language, method) for method in methods or Method),
        reasons=tuple(Reasons() for _ in sentences),
    )
