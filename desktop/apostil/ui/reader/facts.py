"""The line of facts under a headline: who wrote the article, where and when, and how long reading it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.domain.article import Role, reading_minutes
from apostil.domain.entity import fold
from apostil.ui.wording import short_date

if TYPE_CHECKING:
    from apostil.domain.article import Article

_BODY = frozenset({Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTATION})


def facts_of(article: Article) -> str:
    """What is known about an article, on one line; its authors only where no byline at its head names them all."""
    metadata = article.metadata
    parts = [
        "" if _named_in_byline(article) else ", ".join(metadata.authors),
        metadata.outlet,
        short_date(metadata.published) if metadata.published else "",
        f"{reading_minutes(article.word_count)} min",
    ]
    return " · ".join(part for part in parts if part)


def _named_in_byline(article: Article) -> bool:
    """Whether every author stands in a byline before the first paragraph."""
    bylines = []
    for block in article.blocks:
        if block.role in _BODY:
            break
        if block.role is Role.BYLINE:
            bylines.append(fold(block.span.cut(article.text)))
    return all(any(fold(author) in byline for byline in bylines) for author in article.metadata.authors)
