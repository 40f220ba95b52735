"""Analysing an article, in a worker: what that needs is loaded there and then, and kept for the next article."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from apostil.analysis import stamps
from apostil.domain.analysis import Analysis

if TYPE_CHECKING:
    from apostil.analysis.engine import EntityEngine
    from apostil.domain.article import Article
    from apostil.domain.entity import Entity
    from apostil.domain.spans import Span

_OURS = ("spacy ", "apostil names ")
"""How the names of the engines begin that Apostil has had; what another program found is left as it is."""


def analyse(article: Article) -> Analysis:
    """Find the sentences and entities of an article, and its language where nothing names it."""
    from apostil.analysis.language import language_of

    return Analysis(language_of(article), sentences_of(article), entities_of(article), stamps.made_by())


def is_outdated(analysis: Analysis) -> bool:
    """Whether an engine or rules of ours made it that others have replaced since, so that it is worth making again."""
    return analysis.engine.startswith(_OURS) and analysis.engine != stamps.made_by()


def is_untuned(language: str) -> bool:
    """Whether names are found in this language although the engine did not learn it, so that more of them are wrong."""
    return language in stamps.UNTUNED


def sentences_of(article: Article) -> tuple[Span, ...]:
    """The sentences of an article alone; the language models are not loaded."""
    from apostil.analysis import sentences
    from apostil.analysis.language import language_of

    return sentences.split(article, language_of(article))


def entities_of(article: Article) -> tuple[Entity, ...]:
    """The entities of an article alone; its sentences are not looked for."""
    from apostil.analysis import entities
    from apostil.analysis.language import language_of

    return entities.find(article, language_of(article), _engine())


def warm_up(code: str) -> None:
    """Load what analysing an article in this language needs, so that the first one does not wait for it."""
    from apostil.analysis import gazetteer, sentences

    _engine().warm_up(code)
    sentences.split_text("", code)
    gazetteer.places()


@cache
def _engine() -> EntityEngine:
    from apostil.analysis.own_engine import OwnEngine

    return OwnEngine()
