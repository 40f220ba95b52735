"""Who and what a library is about: entities by what they are called in all its articles."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from apostil.domain.article import ArticleId
from apostil.domain.entity import Kind
from apostil.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Named:
    """An entity of the library, with how many mentions of it there are, and in how many articles.

    `name` is what most articles call it, `names` are all the canonical names it has in one. `known` is as with the
    entity of an article. `several_languages` says that these articles are not all of one language, `confirmed` that a
    person settled it wherever it occurs.
    """

    identity: str
    kind: Kind
    name: str
    known: str = ""
    mentions: int = 0
    articles: int = 0
    names: tuple[str, ...] = ()
    several_languages: bool = False
    confirmed: bool = False


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence that names an entity, verbatim, with where it stands, and where in the article the names stand.

    `kinds` are what the `mentions` name, one for each of them.
    """

    article: ArticleId
    title: str
    outlet: str
    published: dt.date | None
    span: Span
    mentions: tuple[Span, ...]
    text: str
    kinds: tuple[Kind, ...] = ()


@dataclass(frozen=True, slots=True)
class Companion:
    """Another entity that stands in the same sentences: in how many, and in how many articles."""

    named: Named
    sentences: int
    articles: int


@dataclass(frozen=True, slots=True)
class EntityPage:
    """Everything a library says of one entity.

    `aliases` are the words it is mentioned by, with how often, the most frequent first; `passages` are in the order of
    their days and outlets, those without a day last. `linked` are entities of another kind of which the same is known,
    as a country and its people.
    """

    named: Named
    aliases: tuple[tuple[str, int], ...]
    passages: tuple[Passage, ...]
    companions: tuple[Companion, ...]
    linked: tuple[Named, ...] = ()

    @property
    def first(self) -> Passage | None:
        """The first mention by the day of its article; of none that has a day, the first one there is."""
        return self.passages[0] if self.passages else None

    @property
    def last(self) -> Passage | None:
        """The last mention of those whose articles have a day, or else the last one there is."""
        dated = [passage for passage in self.passages if passage.published]
        return dated[-1] if dated else self.passages[-1] if self.passages else None


class Likeness(StrEnum):
    """Why two entities may be one."""

    OTHER_KIND = "other kind"
    """They have the same name, or the same is known of them, and they are of different kinds."""
    CONTAINED = "contained"
    """The name of one is a part of the other's, as a surname is of a full name."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two entities of a library that may be one; `other` is the one whose name would stay."""

    one: Named
    other: Named
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Tie:
    """How strongly two entities belong together: in how many sentences, and articles, both of them stand."""

    source: str
    target: str
    sentences: int
    articles: int


@dataclass(frozen=True, slots=True)
class Graph:
    """Who appears with whom: the strongest ties, the strongest first, and the entities that they connect."""

    nodes: tuple[Named, ...]
    edges: tuple[Tie, ...]
