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
    its name or kind. `id` is the folded name with its kind, stable from one analysis to the next. `known` is what is
    known of it in every language: a territory of CLDR (`DZ`, for a country and for its people) or a city
    (`geonames:2507480`).
    """

    id: str
    name: str
    kind: Kind
    mentions: tuple[Mention, ...]
    aliases: tuple[str, ...] = ()
    confirmed: bool = False
    known: str = ""


class Scope(StrEnum):
    """How far a correction reaches: one mention, its entity, all of the article, all of the library, or always."""

    MENTION = "mention"
    ENTITY = "entity"
    ARTICLE = "article"
    LIBRARY = "library"
    ALWAYS = "always"


# Corrections go by names, so that they outlive every new analysis. With a span, one is about the mention there alone.


@dataclass(frozen=True, slots=True)
class OtherKind:
    """The entity of this name is of this kind; with a span, the mention there is one of an entity of that kind."""

    name: str
    kind: Kind
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class MarkedEntity:
    """Every occurrence of these words, found or not, names an entity of this kind; with a span, the one there does."""

    name: str
    kind: Kind
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class NotAnEntity:
    """Nothing under this name is an entity; with a span, the mention there is none.

    `everywhere` says that these very words name none, whichever entity they were taken for.
    """

    name: str
    span: Span | None = None
    everywhere: bool = False


@dataclass(frozen=True, slots=True)
class OtherExtent:
    """What is found as `name` reads `words`, which stand in it or around it; with a span, only there."""

    name: str
    words: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class SameAs:
    """What goes by the first name is the same entity as what goes by the second, whose name stays.

    Where the first is only one of an entity's other names, the mentions that read so change over, and with a span
    the one there does. `known` is what is known of the second, for articles in which only the first one stands.
    """

    name: str
    canonical: str
    span: Span | None = None
    known: str = ""


@dataclass(frozen=True, slots=True)
class Split:
    """What goes by this name, among the others that an entity has, is an entity of its own, called `own`.

    With a span only the mention there is; where the whole entity goes by this name, all of it is.
    """

    name: str
    own: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Renamed:
    """The entity of this name is called by another one from now on."""

    name: str
    canonical: str


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The entity of this name is right as it was found; with a span, the mention there is.

    With the `kind` it was found as, it stays so even where a later analysis finds something else.
    """

    name: str
    span: Span | None = None
    kind: Kind | None = None


Correction = OtherKind | MarkedEntity | NotAnEntity | OtherExtent | SameAs | Split | Renamed | Confirmed
"""What a reader says about entities."""


def fold(name: str) -> str:
    """A name for comparing: no case, no accents, one kind of apostrophe and space."""
    plain = unicodedata.normalize("NFKD", name.replace("’", "'").replace("ʼ", "'"))
    if not plain.isascii():
        plain = "".join(char for char in plain if not unicodedata.combining(char))
    return " ".join(plain.casefold().split())


def accents(name: str) -> int:
    """How many accents a name is written with."""
    return sum(bool(unicodedata.combining(char)) for char in unicodedata.normalize("NFD", name))


def entity_id(name: str, kind: Kind) -> str:
    """The identity of an entity within its article."""
    return f"{kind}:{fold(name)}"


def identity(entity: Entity) -> str:
    """What a library takes for one entity in all its articles: the kind, with what is known of it or its name."""
    return f"{entity.kind}:{entity.known or fold(entity.name)}"
