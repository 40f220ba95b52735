"""Analysing an article, and taking its reader's corrections of what was found."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from apostil.analysis import entities, gazetteer, language, sentences
from apostil.analysis.spacy_engine import SpacyEngine
from apostil.domain.analysis import Analysis

if TYPE_CHECKING:
    from apostil.analysis.engine import EntityEngine
    from apostil.domain.article import Article


def analyse(article: Article) -> Analysis:
    """Find the sentences and entities of an article; runs in a worker, which keeps what it loaded.

    The language is the one the article's metadata names, otherwise the one its text is in.
    """
    engine = _engine()
    code = article.metadata.language or language.detect(article.text)
    return Analysis(code, sentences.split(article, code), entities.find(article, code, engine), engine.name)


def warm_up(code: str) -> None:
    """Load what analysing an article in this language needs, so that the first one does not wait for it."""
    _engine().warm_up(code)
    sentences.split_text("", code)
    gazetteer.places()


@cache
def _engine() -> EntityEngine:
    return SpacyEngine()
