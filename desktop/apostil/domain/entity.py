"""Who and what an article is about, and what its reader corrected of that."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from apostil.domain.spans import Span


class Kind(StrEnum):
    """The kinds of entities."""

    PERSON = "person"
    ORGANIZATION = "organization"
    LOCATION = "location"
    GROUP = "group"
    EVENT = "event"
    WORK = "work"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an entity; `confidence` is between 0 and 1, `confirmed` says that a person marked it."""

    span: Span
    kind: Kind
    confidence: float = 1.0
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """All mentions, in order, of one person, organisation, place… in an article.

    `name` is the canonical one, `aliases` are the other forms that occur. `confirmed` says that a person settled
    its name or kind. `id` is the folded name with its kind, stable from one analysis to the next.
    """

    id: str
    name: str
    kind: Kind
    mentions: tuple[Mention, ...]
    aliases: tuple[str, ...] = ()
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class OtherKind:
    """Every mention under this name is of this kind."""

    name: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class NotAnEntity:
    """Nothing under this name is an entity; with a span, only the mention there is none."""

    name: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class SameAs:
    """What goes by the first name is the same entity as what goes by the second, whose name stays."""

    name: str
    canonical: str


@dataclass(frozen=True, slots=True)
class MarkedEntity:
    """Every occurrence of these words names an entity of this kind."""

    name: str
    kind: Kind


Correction = OtherKind | NotAnEntity | SameAs | MarkedEntity
"""What a reader says about entities. Corrections go by names, so that they outlive every new analysis."""


def fold(name: str) -> str:
    """A name for comparing: no case, no accents, one kind of apostrophe and space."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("ʼ", "'"))
    if not plain.isascii():
        plain = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(plain.casefold().split())


def entity_id(name: str, kind: Kind) -> str:
    """The identity of an entity within its article."""
    return f"{kind}:{fold(name)}"
