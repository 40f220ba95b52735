"""Which names stand in which sentence: those of the entities that were found, otherwise what has a capital."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apostil.domain.spans import covering

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.domain.entity import Entity
    from apostil.domain.spans import Span

_CAPITALIZED = re.compile(r"(?<=[\w,;’'] )[A-ZÀ-ÖØ-ÞŒ][\w’'-]+(?: [A-ZÀ-ÖØ-ÞŒ][\w’'-]+)*|\b[A-Z]{2,}\b")


def names_in(text: str, sentences: Sequence[Span], entities: Sequence[Entity]) -> tuple[frozenset[str], ...]:
    """The names in each sentence."""
    if not entities:
        return tuple(frozenset(_CAPITALIZED.findall(sentence.cut(text))) for sentence in sentences)
    return tuple(map(frozenset, entities_in(sentences, entities)))


def entities_in(sentences: Sequence[Span], entities: Sequence[Entity]) -> tuple[tuple[str, ...], ...]:
    """The ids of the entities that each sentence names, those with the most mentions first."""
    found: list[dict[str, None]] = [{} for _ in sentences]
    for entity in sorted(entities, key=lambda one: -len(one.mentions)):
        for mention in entity.mentions:
            place = covering(sentences, mention.span)
            if place >= 0:
                found[place][entity.id] = None
    return tuple(map(tuple, found))
