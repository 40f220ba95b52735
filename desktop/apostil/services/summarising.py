"""Summarising an article: ranking its sentences, and handing the chosen ones on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.domain.anchor import anchor_at
from apostil.domain.annotation import Annotation, AnnotationId
from apostil.domain.edits import AnnotationsEdit
from apostil.domain.identity import new_id
from apostil.domain.summary import Method

if TYPE_CHECKING:
    import datetime as dt

    from apostil.domain.annotation import Color
    from apostil.domain.article import Article, ArticleId
    from apostil.domain.spans import Span
    from apostil.domain.summary import Ranking, Summary, SummarySentence
    from apostil.store.library import Library


QUADRATIC = 400
"""The number of sentences up to which LexRank, which is quadratic in them, takes about a second."""


def default_method(sentences: int) -> Method:
    """The method for so many sentences where nobody chose: LexRank while it is quick, then Luhn, which is linear."""
    return Method.LEXRANK if sentences <= QUADRATIC else Method.LUHN


def rank(article: Article, sentences: tuple[Span, ...], method: Method) -> Ranking:
    """What the method says about each of these sentences; runs in a worker."""
    from apostil.analysis import summaries
    from apostil.analysis.language import language_of

    return summaries.rank(article, sentences, language_of(article), method)


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
    words = sentence.span.cut(article.text)
    number = article.paragraph_number(sentence.span.start)
    return f"[¶ {number}] {words}" if number else words
