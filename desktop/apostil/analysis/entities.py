"""Finds the entities of an article: an engine's names and the gazetteer's, settled among themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.analysis.passages import passages
from apostil.analysis.settling import settle

if TYPE_CHECKING:
    from apostil.analysis.engine import EntityEngine
    from apostil.domain.article import Article
    from apostil.domain.entity import Entity


def find(article: Article, language: str, engine: EntityEngine) -> tuple[Entity, ...]:
    """The entities of an article outside its apparatus; in a language the engine does not know, places alone."""
    found = passages(article)
    names = engine.find([passage.text for passage in found], language)
    return settle(found, names, language, article.metadata.authors)
