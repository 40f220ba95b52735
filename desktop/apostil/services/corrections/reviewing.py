"""The doubtful names of an article, in the order in which a person goes through them, and what is decided of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from apostil.domain.doubts import is_guess
from apostil.domain.entity import Kind, Scope
from apostil.services.corrections import correcting, operations

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apostil.domain.article import ArticleId
    from apostil.domain.entity import Entity
    from apostil.domain.spans import Span
    from apostil.services.corrections.correcting import Correcting
    from apostil.store.library import Library

DOUBTFUL = 0.9
"""A mention that the program is less sure of is worth a look."""


EVERYTHING = 2.0
"""No program is as sure."""


class Order(StrEnum):
    """In which order doubtful names are gone through."""

    DOUBT = "doubt"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A mention that nobody has confirmed, with its entity."""

    span: Span
    entity: Entity
    kind: Kind
    confidence: float


def doubts(entities: Iterable[Entity], order: Order, below: float = DOUBTFUL) -> tuple[Doubt, ...]:
    """The guessed mentions that the program is less sure of than this, the least sure first or as they stand."""
    found = [
        Doubt(mention.span, entity, mention.kind, mention.confidence)
        for entity in entities
        for mention in entity.mentions
        if is_guess(entity, mention) and mention.confidence < below
    ]
    return tuple(sorted(found, key=lambda one: (one.confidence if order is Order.DOUBT else 0.0, one.span)))


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person says of a doubt: `kind` is None where it is no name; `span` is where the name is after all.

    `everywhere` says the same of all places of this name in the article.
    """

    doubt: Doubt
    kind: Kind | None
    span: Span
    everywhere: bool = False


def decided(library: Library, article_id: ArticleId, text: str, decision: Decision) -> Correcting:
    """The edit that keeps a decision, as one step of undo."""
    subject = operations.subject_of(article_id, text, decision.doubt.entity, decision.doubt.span)
    words = " ".join(decision.span.cut(text).split())
    scope = Scope.ENTITY if decision.everywhere else Scope.MENTION
    about = correcting.About(library, article_id, subject.name, scope, decision.doubt.span)
    if decision.kind is None:
        return correcting.not_an_entity(about)
    if decision.span != decision.doubt.span:
        return _extended(library, article_id, subject.words, words, decision)
    make = correcting.confirm if decision.kind is decision.doubt.kind else correcting.other_kind
    return make(about, decision.kind)


def _extended(library: Library, article_id: ArticleId, read: str, words: str, decision: Decision) -> Correcting:
    """The edit that moves the ends of a name, here or wherever it was found so, and says what it is."""
    kind = decision.kind or decision.doubt.kind
    scope = Scope.ARTICLE if decision.everywhere else Scope.MENTION
    if kind is not decision.doubt.kind:
        return correcting.mark_entity(correcting.About(library, article_id, words, scope, decision.span), kind)
    return correcting.other_extent(correcting.About(library, article_id, read, scope, decision.doubt.span), words)
