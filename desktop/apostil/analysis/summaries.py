"""Ranks the sentences of an article: sumy's methods, fed with our sentences and words, and the lead.

Our summarizers get sentence objects that equal themselves alone, so that a sentence that stands twice in an article is
two sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apostil.analysis.words import stemmer, stop_words, words_of
from apostil.domain.article import Role
from apostil.domain.summary import Method, Ranking

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from apostil.domain.article import Article
    from apostil.domain.spans import Span

_HEADINGS = frozenset({Role.HEADLINE, Role.HEADING})
_NOWHERE = frozenset({"\0"})  # Edmundson's method wants word lists that are not empty


def rank(article: Article, sentences: tuple[Span, ...], language: str, method: Method) -> Ranking:
    """What the method says about each of these sentences of the article.

    Equal scores are ranked as they stand in the article.
    """
    (said,) = rankings(article, sentences, language, [method])
    return said


def rankings(
    article: Article, sentences: tuple[Span, ...], language: str, methods: Iterable[Method]
) -> tuple[Ranking, ...]:
    """What each of these methods says; the words of the article are looked for once."""
    from apostil.analysis.summarizers.sumy_model import document

    source = document(_paragraphs(article, sentences, language))

    def scores(method: Method) -> tuple[float, ...]:
        if method is Method.LEAD or not sentences:
            return _lead(len(sentences))
        return _rated(_summarizer(article, language, method), source)

    return tuple(Ranking(method, sentences, found, _ranks(found)) for method in methods for found in (scores(method),))


def _lead(count: int) -> tuple[float, ...]:
    return tuple((count - index) / count for index in range(count))


def _ranks(scores: Sequence[float]) -> tuple[int, ...]:
    order = sorted(range(len(scores)), key=lambda index: (-scores[index], index))
    ranks = [0] * len(scores)
    for place, index in enumerate(order, 1):
        ranks[index] = place
    return tuple(ranks)


def _rated(summarizer: Any, source: Any) -> tuple[float, ...]:  # noqa: ANN401  # sumy is untyped
    # Rounded, so that what processors round otherwise decides nothing.
    return tuple(round(rating, 12) for rating in summarizer.ratings(source))


def _summarizer(article: Article, language: str, method: Method) -> Any:  # noqa: ANN401  # sumy is untyped
    from apostil.analysis.summarizers.methods import METHODS

    summarizer = METHODS[method](stemmer(language))
    stops = stop_words(language)
    if method is Method.EDMUNDSON:
        summarizer.bonus_words = (_title_words(article, language) - stops) or _NOWHERE
        summarizer.stigma_words = stops or _NOWHERE
        summarizer.null_words = stops or _NOWHERE
    else:
        summarizer.stop_words = stops
    return summarizer


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
