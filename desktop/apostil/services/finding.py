"""Finds the wished parts of one article at one go, as the commands without a window want them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from apostil.domain.summary import Length, Method, Summary, choose
from apostil.importers.formats.text import FORMAT, read_text
from apostil.services import summarising
from apostil.services.analysing import entities_of, sentences_of
from apostil.services.corrections.glossaries import applied
from apostil.services.reading import Extracted, in_its_language

if TYPE_CHECKING:
    import datetime as dt

    from apostil.domain.article import Article
    from apostil.domain.entity import Entity
    from apostil.domain.glossary import GlossaryEntry
    from apostil.domain.spans import Span

KINDS = ("sentences", "summary", "entities")
"""What can be found."""

NOT_YET = ("statements", "figures", "dates")
"""What this version does not find."""

LENGTH = Length(5)
"""How long a summary is where nobody said."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be found, and how long a summary by which method; without a method, the one that suits the length.

    The `glossary` says of names in every article what they are. With `agreement` it is also found out how many methods
    choose each sentence of the summary.
    """

    kinds: frozenset[str] = frozenset(KINDS)
    method: Method | None = None
    length: Length = LENGTH
    glossary: tuple[GlossaryEntry, ...] = ()
    agreement: bool = False


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in an article; None is what was not wished."""

    sentences: tuple[Span, ...] | None
    entities: tuple[Entity, ...] | None
    summary: Summary | None


def read_given(text: str, language: str, published: dt.date | None) -> Extracted:
    """The article that a given string is; language and day are its own where none are given. Runs in a worker."""
    article = read_text(text)
    metadata = replace(article.metadata, language=language, published=published or article.metadata.published)
    return Extracted((in_its_language(replace(article, metadata=metadata)),), FORMAT.media_type)


def find(article: Article, wish: Wish) -> Findings:
    """The wished parts, loading nothing that none of them needs. Runs in a worker."""
    found = entities_of(article) if "entities" in wish.kinds else None
    entities = None if found is None else applied(article, found, wish.glossary)
    sentences = sentences_of(article) if {"sentences", "summary"} & wish.kinds else None
    summary = _summary(article, sentences or (), found or (), wish) if "summary" in wish.kinds else None
    return Findings(sentences, entities, summary)


def _summary(article: Article, sentences: tuple[Span, ...], entities: tuple[Entity, ...], wish: Wish) -> Summary:
    method = wish.method or summarising.DEFAULT
    if wish.agreement:
        return choose(summarising.survey(article, sentences, entities), method, wish.length)
    return choose(summarising.rank(article, sentences, entities, method), method, wish.length)
