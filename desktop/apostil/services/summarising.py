"""Summarising an article: surveying its sentences, and handing the chosen ones on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apostil.domain.anchor import anchor_at
from apostil.domain.annotation import Annotation, AnnotationId
from apostil.domain.bullets import without_bullet
from apostil.domain.choices import placed_anew
from apostil.domain.edits import AnnotationsEdit
from apostil.domain.identity import new_id
from apostil.domain.items import choosable
from apostil.domain.summary import Method

if TYPE_CHECKING:
    import datetime as dt

    from apostil.domain.annotation import Color
    from apostil.domain.article import Article, ArticleId
    from apostil.domain.choices import Choices
    from apostil.domain.entity import Entity
    from apostil.domain.spans import Span
    from apostil.domain.summary import Summary, SummarySentence, Survey
    from apostil.store.library import Library


VERSION = "12"
"""The version of what a survey holds; those of another one are made again."""

DEFAULT = Method.AUTO
"""The method where nobody chose one."""


def survey(article: Article, sentences: tuple[Span, ...], entities: tuple[Entity, ...]) -> Survey:
    """All that summarising needs to know of an article with these sentences and entities; runs in a worker.

    Items of a list that are no sentences are none to choose from.
    """
    from apostil.analysis import surveying
    from apostil.analysis.language import language_of

    asked = choosable(article, sentences)
    return replace(surveying.survey(article, asked, language_of(article), entities), version=VERSION)


def rank(article: Article, sentences: tuple[Span, ...], entities: tuple[Entity, ...], method: Method) -> Survey:
    """What one method says about these sentences, and nothing more; runs in a worker."""
    from apostil.analysis import surveying
    from apostil.analysis.language import language_of

    return surveying.ranking_alone(article, choosable(article, sentences), language_of(article), entities, method)


def is_current(found: Survey | None, article: Article, sentences: tuple[Span, ...]) -> bool:
    """Whether a survey that was kept is still good for an article with these sentences."""
    return (
        found is not None
        and found.version == VERSION
        and tuple(sentence.span for sentence in found.sentences) == choosable(article, sentences)
    )


def choices_of(library: Library, articles: tuple[ArticleId, ...], survey: Survey | None) -> Choices:
    """What the reader chose in the summary of these articles, among the sentences of their survey where there is one.

    Raises:
        LibraryError: where the library cannot be read.
    """
    chosen = library.choices(articles)
    return chosen if survey is None else placed_anew(chosen, survey.sentences)


def highlights(
    library: Library, article_id: ArticleId, summary: Summary, color: Color, now: dt.datetime
) -> AnnotationsEdit | None:
    """Every sentence of the summary becomes a mark of this colour, unless a mark lies over exactly its words already.

    None where nothing is left to mark.
    """
    marked = {mark.span for mark in library.annotations(article_id)}
    text = library.article(article_id).text
    marks = tuple(
        Annotation(AnnotationId(new_id()), article_id, anchor_at(text, sentence.span), color, now, now)
        for sentence in summary.sentences
        if sentence.span not in marked
    )
    return AnnotationsEdit("Highlight the summary", (), marks) if marks else None


def copied(article: Article, summary: Summary) -> str:
    """The summary for the clipboard: where it is from, and its sentences verbatim, each with its paragraph."""
    source = _source(article)
    sentences = "\n".join(_line(article, sentence) for sentence in summary.sentences)
    return "\n\n".join(part for part in (source, sentences) if part)


def _source(article: Article) -> str:
    known = article.metadata
    published = known.published.isoformat() if known.published else ""
    parts = (known.title, ", ".join(known.authors), known.outlet, published, known.address)
    return "\n".join(part for part in (parts[0], " · ".join(filter(None, parts[1:4])), parts[4]) if part)


def _line(article: Article, sentence: SummarySentence) -> str:
    words = without_bullet(article, sentence.span).cut(article.text)
    number = article.paragraph_number(sentence.span.start)
    return f"[¶ {number}] {words}" if number else words
