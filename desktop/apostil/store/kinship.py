"""What two articles that share text are to each other: one article that came twice, or two that use the same words."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from apostil.domain.library import Kinship
from apostil.store.folding import folded

LEAST = 0.2
"""The part of an article's words from which on it is told where else they stand."""
MOST_SENTENCES = 0.5
"""The part of an article's sentences from which on it is a copy of the same article."""
SAME_HEADLINE = 0.8
"""From this likeness on, of 1, two headlines are forms of one."""
ONE_IMPORT = dt.timedelta(minutes=10)
"""What came in within this time may have come in together: the one that was read first need not be the older one."""


@dataclass(frozen=True, slots=True)
class Side:
    """What is known of one of two articles; `words` and `sentences` are the parts of it that the other one has too."""

    words: float
    sentences: float
    title: str
    authors: str
    outlet: str
    published: str | None
    imported: str

    @property
    def author_names(self) -> frozenset[str]:
        """The authors, folded, of the JSON that is kept."""
        return frozenset(map(folded, json.loads(self.authors)))


def judge(own: Side, other: Side, *, same_address: bool) -> tuple[float, Kinship] | None:
    """How much an article has in common with another one, and what it is to it; None where that is next to nothing.

    Of copies of one article it is what they have in common both ways: the share of the one that has more of its own.
    """
    order = _order(own, other)
    if same_address or (_is_copy(own, other) and _sentences(own, other, order) >= MOST_SENTENCES):
        both = min(own.words, other.words)
        if order == 0 or both >= 1:
            return both, Kinship.COPY
        return both, Kinship.NEWER if order > 0 else Kinship.OLDER
    return (own.words, Kinship.SHARED) if own.words >= LEAST else None


def _sentences(own: Side, other: Side, order: int) -> float:
    """The part of the newer one's sentences that both have; of the one with fewer of them where none is newer."""
    if order == 0:
        return min(own.sentences, other.sentences)
    return own.sentences if order > 0 else other.sentences


def _is_copy(own: Side, other: Side) -> bool:
    outlets = {folded(own.outlet), folded(other.outlet)}
    if "" not in outlets:
        return len(outlets) == 1
    return min(own.words, other.words) >= 1 or (_same_headline(own.title, other.title) and _same_authors(own, other))


def _same_headline(one: str, other: str) -> bool:
    from rapidfuzz.distance import Indel

    titles = folded(one), folded(other)
    return all(titles) and Indel.normalized_similarity(*titles) >= SAME_HEADLINE


def _same_authors(one: Side, other: Side) -> bool:
    """Whether they have an author in common, or one of them says nothing of its authors."""
    names = one.author_names, other.author_names
    return not all(names) or bool(names[0] & names[1])


def _order(own: Side, other: Side) -> int:
    """Above zero where this one is known to be the newer one, below zero where the other one is."""
    if own.published and other.published and own.published != other.published:
        return 1 if own.published > other.published else -1
    apart = dt.datetime.fromisoformat(own.imported) - dt.datetime.fromisoformat(other.imported)
    return 0 if abs(apart) < ONE_IMPORT else 1 if apart > dt.timedelta() else -1
