"""Summarising several articles together: one survey over all of them, and what the reader takes along of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apostil.services.summarising import VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.analysis.several.features import Part
    from apostil.domain.article import Article
    from apostil.domain.entity import Entity
    from apostil.domain.summary import Survey


def part(article: Article, survey: Survey, entities: tuple[Entity, ...]) -> Part:
    """One of the articles that are to be summarised together, with what was found out about it alone."""
    from apostil.analysis.language import language_of
    from apostil.analysis.several.features import Part

    return Part(article, language_of(article), survey, entities)


def survey(parts: Sequence[Part]) -> Survey:
    """What every method says about the sentences of all these articles; runs in a worker.

    Sentences belong to the articles in the order in which these are given.
    """
    from apostil.analysis.several import together

    return replace(together.survey(parts), version=VERSION)
