"""A desk on a library with invented articles that are analysed already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.domain.analysis import Analysis
from apostil.domain.entity import Entity, Kind, Mention, entity_id
from apostil.domain.spans import Span
from apostil.ui.desk import Desk
from support.libraries import NOON, add_article, make_article, make_library
from support.surveys import bring_surveys, make_survey

if TYPE_CHECKING:
    from pathlib import Path

    from apostil.domain.article import Article, ArticleId


def make_analysis(article: Article) -> Analysis:
    """Each paragraph is one sentence, and `Kérouan` is a place."""
    sentences = tuple(block.span for block in article.blocks if block.role.is_prose)
    start = article.text.find("Kérouan")
    mentions = (Mention(Span(start, start + 7), Kind.LOCATION, 0.9),) if start >= 0 else ()
    entities = (Entity(entity_id("Kérouan", Kind.LOCATION), "Kérouan", Kind.LOCATION, mentions),) if mentions else ()
    return Analysis("fr", sentences, entities, "invented 1")


def make_desk(folder: Path, *, analysed: bool = True) -> tuple[Desk, ArticleId]:
    """A desk with one article in its library; the caller closes `desk.library`."""
    library = make_library(folder)
    article = make_article()
    article_id = add_article(library, article)
    desk = Desk(library, now=lambda: NOON)
    bring_surveys(desk)
    if analysed:
        analysis = make_analysis(article)
        library.save_analysis(article_id, analysis)
        library.save_survey(article_id, make_survey(analysis.sentences))
    return desk, article_id
