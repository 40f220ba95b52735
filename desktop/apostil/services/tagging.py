"""Tagging what an article says again and again: one tag for every passage in which the words stand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apostil.domain.anchor import anchor_at
from apostil.domain.annotation import Annotation, AnnotationId, Color
from apostil.domain.concordance import surroundings
from apostil.domain.edits import AnnotationsEdit
from apostil.domain.identity import new_id
from apostil.domain.tag import tag_name

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from apostil.domain.article import Article, ArticleId
    from apostil.domain.spans import Span

COLOR = Color.GRAY
"""The colour of the marks that are made for a tag: the one that says nothing by itself."""


def tag_places(
    article: Article,
    article_id: ArticleId,
    sentences: Sequence[Span],
    marks: Iterable[Annotation],
    places: Iterable[Span],
    name: str,
    now: dt.datetime,
    *,
    author: str = "",
) -> AnnotationsEdit | None:
    """Give every passage with one of these places this tag: the mark that lies there, or a new one over its sentence.

    Of several marks that hold a place, the shortest gets the tag. None where all of them have it already.
    """
    name = tag_name(name)
    there = sorted((mark for mark in marks if mark.placed), key=lambda mark: len(mark.span))
    before: dict[AnnotationId, Annotation] = {}
    bare: dict[Span, None] = {}
    for place in places:
        holding = [mark for mark in there if mark.span.covers(place)]
        if not holding:
            bare[surroundings(article, sentences, place)] = None
        elif not any(_has(mark, name) for mark in holding):
            before[holding[0].id] = holding[0]
    after = [replace(mark, tags=(*mark.tags, name), modified=now) for mark in before.values()]
    after += [_marked(article, article_id, span, name, now, author) for span in sorted(bare)]
    return AnnotationsEdit(f"Tag “{name}”", tuple(before.values()), tuple(after)) if after else None


def _has(mark: Annotation, name: str) -> bool:
    return name.casefold() in {tag.casefold() for tag in mark.tags}


def _marked(
    article: Article, article_id: ArticleId, span: Span, name: str, now: dt.datetime, author: str
) -> Annotation:
    anchor = anchor_at(article.text, span.trimmed(article.text))
    return Annotation(AnnotationId(new_id()), article_id, anchor, COLOR, now, now, tags=(name,), author=author)
