"""Invented libraries whose articles name invented people, places and organisations, as often as news do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from apostil.domain.analysis import Analysis
from apostil.domain.article import Metadata, Piece, Role, compose
from apostil.domain.edits import PresenceEdit
from apostil.domain.entity import Entity, Kind, Mention, entity_id
from apostil.domain.spans import Span
from apostil.store.preparing import prepare
from support.libraries import NOON, invented_words, make_source

if TYPE_CHECKING:
    from random import Random

    from apostil.domain.article import Article, ArticleId
    from apostil.store.library import Library


@dataclass(frozen=True, slots=True)
class Invented:
    """An entity with the forms it is mentioned by; the first is its name."""

    kind: Kind
    forms: tuple[str, ...]
    known: str = ""


Sentence = Sequence[str | tuple[Invented, str]]
"""Words, and entities by the form they have there."""


def write(sentences: Sequence[Sentence], metadata: Metadata | None = None) -> tuple[Article, Analysis]:
    """An article of these sentences, each a paragraph of its own, and its analysis."""
    pieces, spans, found, position = [], [], {}, 0
    for sentence in sentences:
        text = ""
        for part in sentence:
            words = part if isinstance(part, str) else part[1]
            text += " " if text and not words.startswith((".", ",")) else ""
            if not isinstance(part, str):
                start = position + len(text)
                mention = Mention(Span(start, start + len(words)), part[0].kind, 0.9)
                found.setdefault(part[0], []).append(mention)
            text += words
        pieces.append(Piece(text, Role.PARAGRAPH))
        spans.append(Span(position, position + len(text)))
        position += len(text) + 2
    entities = tuple(_entity(one, tuple(mentions)) for one, mentions in found.items())
    article = compose(pieces, metadata or Metadata(pieces[0].text[:60], (), "", None, "en"), "invented")
    return article, Analysis(article.metadata.language, tuple(spans), entities, "invented 1")


def put(library: Library, written: Sequence[tuple[Article, Analysis]], *, analysed: bool = True) -> list[ArticleId]:
    """Put articles into the library's list with their analyses."""
    ids = []
    for number, (article, analysis) in enumerate(written):
        data = f"{number} {article.text}".encode()
        article_id = library.insert(make_source(data, f"{number}.txt"), data, prepare(article))
        if analysed:
            library.save_analysis(article_id, analysis)
        ids.append(article_id)
    library.apply(PresenceEdit("Import", tuple(ids), True))
    return ids


def people(random: Random, count: int) -> list[Invented]:
    """Entities of all kinds under names that nobody bears; people also go by their last names."""
    words = [word.capitalize() for word in invented_words(random, 3 * count) if len(word) > 3]
    kinds = random.choices(list(Kind), [40, 25, 20, 5, 5, 5], k=count)
    return [_person(kind, *random.sample(words, 2), number) for number, kind in enumerate(kinds)]


def news(random: Random, cast: Sequence[Invented], number: int, mentions: int = 40) -> tuple[Article, Analysis]:
    """An article with so many mentions: few of the cast stand in many articles, and most in hardly any."""
    weights = list(accumulate(1 / (rank + 1) for rank in range(len(cast))))
    here = list(dict.fromkeys(random.choices(cast, cum_weights=weights, k=mentions // 2)))
    sentences: list[list[str | tuple[Invented, str]]] = []
    left = mentions
    while left:
        told = [random.choice(here) for _ in range(min(left, random.randint(1, 3)))]
        left -= len(told)
        sentence: list[str | tuple[Invented, str]] = ["yesterday in the tide mill"]
        for one in dict.fromkeys(told):
            sentence += [(one, random.choice(one.forms)), "met with those who keep the sluice gates"]
        left += len(told) - len(dict.fromkeys(told))
        sentences.append([*sentence, "."])
    day = NOON.date() - dt.timedelta(days=random.randrange(900))
    return write(sentences, Metadata(f"News {number}", (), f"Outlet {number % 17}", day, random.choice(["en", "fr"])))


def _person(kind: Kind, first: str, last: str, number: int) -> Invented:
    name = f"{first} {last}{'' if kind is not Kind.ORGANIZATION else ' Union'}"
    return Invented(kind, (name, last) if kind is Kind.PERSON else (name,))


def _entity(one: Invented, mentions: tuple[Mention, ...]) -> Entity:
    name = one.forms[0]
    return Entity(entity_id(name, one.kind), name, one.kind, mentions, one.forms[1:], known=one.known)
