"""Which names stand in which sentence: those of the entities that were found, otherwise what has a capital."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.domain.entity import Entity
    from apostil.domain.spans import Span

_CAPITALIZED = re.compile(r"(?<=[\w,;’'] )[A-ZÀ-ÖØ-ÞŒ][\w’'-]+(?: [A-ZÀ-ÖØ-ÞŒ][\w’'-]+)*|\b[A-Z]{2,}\b")


def names_in(text: str, sentences: Sequence[Span], entities: Sequence[Entity]) -> tuple[frozenset[str], ...]:
    """The names in each sentence."""
    if not entities:
        return tuple(frozenset(_CAPITALIZED.findall(sentence.cut(text))) for sentence in sentences)
    found: list[set[str]] = [set() for _ in sentences]
    starts = [sentence.start for sentence in sentences]
    for entity in entities:
        for mention in entity.mentions:
            place = bisect_right(starts, mention.span.start) - 1
            if place >= 0 and mention.span.start < sentences[place].end:
                found[place].add(entity.id)
    return tuple(map(frozenset, found))
