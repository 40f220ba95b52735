"""Ranks the sentences of an article: sumy's methods, fed with our sentences and words, and the lead.

sumy's own classes do the counting. They get sentence objects that know their index, so that a sentence that stands
twice in an article is two sentences; and what they rate is caught where they pick the best, so that every sentence
has the score that the method gave it.
"""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, Any

from apostil.analysis.words import stemmer, stop_words, words_of
from apostil.domain.article import Role
from apostil.domain.summary import Method, Ranking

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from apostil.domain.article import Article
    from apostil.domain.spans import Span

_HEADINGS = frozenset({Role.HEADLINE, Role.HEADING})
_NOWHERE = frozenset({"\0"})  # Edmundson's method wants word lists that are not empty


def rank(article: Article, sentences: tuple[Span, ...], language: str, method: Method) -> Ranking:
    """What the method says about each of these sentences of the article.

    Equal scores are ranked as they stand in the article.
    """
    scores = _lead(len(sentences)) if method is Method.LEAD else _rated(article, sentences, language, method)
    return Ranking(method, sentences, scores, _ranks(scores))


def _lead(count: int) -> tuple[float, ...]:
    return tuple((count - index) / count for index in range(count))


def _ranks(scores: Sequence[float]) -> tuple[int, ...]:
    order = sorted(range(len(scores)), key=lambda index: (-scores[index], index))
    ranks = [0] * len(scores)
    for place, index in enumerate(order, 1):
        ranks[index] = place
    return tuple(ranks)


def _rated(article: Article, sentences: tuple[Span, ...], language: str, method: Method) -> tuple[float, ...]:
    import numpy as np

    from apostil.analysis import sumy_documents

    if not sentences:
        return ()
    document = sumy_documents.document(_paragraphs(article, sentences, language))
    summarizer = sumy_documents.summarizer(method, stemmer(language))
    _equip(summarizer, article, language, method)
    # Sentences without words, or with nothing in common, divide by zero inside sumy; such scores are read as 0.
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Number of words .* is lower than number of sentences")
        summarizer(document, len(sentences))
    return _tidy(summarizer.ratings, len(sentences))


def _tidy(ratings: Mapping[int, float], count: int) -> tuple[float, ...]:
    """The ratings in order; rounded, because sumy sums over sets, whose order differs from run to run."""
    found = (float(ratings.get(index, 0.0)) for index in range(count))
    return tuple(round(score, 10) if abs(score) < float("inf") else 0.0 for score in found)


def _equip(summarizer: Any, article: Article, language: str, method: Method) -> None:  # noqa: ANN401  # sumy is untyped
    stops = stop_words(language)
    if method is Method.EDMUNDSON:
        summarizer.bonus_words = (_title_words(article, language) - stops) or _NOWHERE
        summarizer.stigma_words = stops or _NOWHERE
        summarizer.null_words = stops or _NOWHERE
    else:
        summarizer.stop_words = stops


def _title_words(article: Article, language: str) -> frozenset[str]:
    texts = [article.metadata.title, *(text for text, role in _texts(article) if role in _HEADINGS)]
    return frozenset(word.lower() for text in texts for word in words_of(text, language))


def _texts(article: Article) -> Iterable[tuple[str, Role]]:
    return ((block.span.cut(article.text), block.role) for block in article.blocks)


def _paragraphs(
    article: Article, sentences: tuple[Span, ...], language: str
) -> list[tuple[list[tuple[str, ...]], list[tuple[str, ...]]]]:
    """The words of each block's headings and of each of its sentences, in order; blocks without either are left out."""
    paragraphs = []
    upcoming = 0
    for block in article.blocks:
        headings, held = [], []
        if block.role in _HEADINGS:
            headings.append(words_of(block.span.cut(article.text), language))
        while upcoming < len(sentences) and sentences[upcoming].start < block.span.end:
            held.append(words_of(sentences[upcoming].cut(article.text), language))
            upcoming += 1
        if headings or held:
            paragraphs.append((headings, held))
    return paragraphs
