"""Edits such as a reader makes, at random, and what a library looks like from outside."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from apostil.domain.analysis import Analysis
from apostil.domain.anchor import anchor_at
from apostil.domain.annotation import Annotation, AnnotationId, Color, Status
from apostil.domain.article import Role
from apostil.domain.edits import (
    AnalysisEdit,
    AnnotationsEdit,
    CorrectionsEdit,
    Edit,
    LibraryCorrectionsEdit,
    MetadataEdit,
    PresenceEdit,
    RolesEdit,
)
from apostil.domain.entity import (
    Confirmed,
    Entity,
    Kind,
    MarkedEntity,
    Mention,
    NotAnEntity,
    OtherExtent,
    OtherKind,
    Renamed,
    SameAs,
    Split,
)
from apostil.domain.spans import Span
from support.libraries import NOON

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from apostil.domain.article import ArticleId
    from apostil.store.library import Library

WORDS = ("vérifier", "l’État", "source ?", "cœur", "double, triple", "", "été", "🇲🇱", "to ask the mayor")


def random_edit(random: Random, library: Library, articles: Sequence[ArticleId]) -> Edit:
    """An edit that fits what is in the library now; the same for the same random numbers and the same library."""
    article = random.choice(articles)
    make = random.choices(
        [_mark, _rewrite, _remove, _describe, _give_roles, _correct, _correct_all, _analyze, _show_or_hide],
        [5, 8, 2, 1, 1, 1, 1, 1, 1],
    )[0]
    return make(random, library, article)


def picture(library: Library, articles: Sequence[ArticleId]) -> object:
    """Everything a person can see of these articles, to compare."""
    return (
        library.entries(),
        library.all_tags(),
        library.rules(),
        [
            (
                library.article(article),
                library.annotations(article),
                library.corrections(article),
                library.analysis(article),
                library.entry(article),
                sorted(library.search("vérifier")[:1], key=str),
            )
            for article in articles
        ],
    )


def _mark(random: Random, library: Library, article_id: ArticleId) -> Edit:
    article = library.article(article_id)
    marks = tuple(_annotation(random, article.text, article_id) for _ in range(random.choice([1, 1, 1, 4])))
    return AnnotationsEdit("Highlight", (), marks)


def _annotation(random: Random, text: str, article_id: ArticleId) -> Annotation:
    start = random.randrange(len(text))
    end = random.randint(start, min(len(text), start + 40))
    moment = NOON + dt.timedelta(seconds=random.randrange(10_000))
    identity = AnnotationId(f"{random.getrandbits(128):032x}")
    tags = tuple(random.sample(WORDS, random.randrange(4)))
    anchor = anchor_at(text, Span(start, end))
    color = random.choice(list(Color))
    return Annotation(identity, article_id, anchor, color, moment, moment, random.choice(WORDS), tags)


def _rewrite(random: Random, library: Library, article_id: ArticleId) -> Edit:
    marks = library.annotations(article_id)
    if not marks:
        return _mark(random, library, article_id)
    mark = random.choice(marks)
    changed = replace(
        mark,
        note=f"{mark.note} {random.choice(WORDS)}"[-200:],
        tags=random.choice([mark.tags, mark.tags[1:], (*mark.tags, "new")]),
        status=random.choice(list(Status)),
        modified=mark.modified + dt.timedelta(microseconds=1),
    )
    return AnnotationsEdit("Note", (mark,), (changed,), typing=True)


def _remove(random: Random, library: Library, article_id: ArticleId) -> Edit:
    marks = library.annotations(article_id)
    return AnnotationsEdit("Remove", tuple(random.sample(marks, min(len(marks), 2))), ())


def _describe(random: Random, library: Library, article_id: ArticleId) -> Edit:
    before = library.article(article_id).metadata
    after = replace(before, title=random.choice(WORDS), authors=tuple(random.sample(WORDS, 2)), published=None)
    return MetadataEdit("Edit details", article_id, before, after)


def _give_roles(random: Random, library: Library, article_id: ArticleId) -> Edit:
    now = [block.role for block in library.article(article_id).blocks]
    found = library.found_roles(article_id)
    index = random.randrange(len(now))
    before = None if now[index] is found[index] else now[index]
    after = random.choice([None, *(role for role in Role if role is not found[index])])
    return RolesEdit("Change role", article_id, ((index, before),), ((index, after),))


CORRECTIONS = (
    OtherKind("Mali", Kind.LOCATION),
    NotAnEntity("Lire", Span(3, 7)),
    NotAnEntity("Aussi"),
    SameAs("Lœvenbruck", "Anaïs Lœvenbruck"),
    MarkedEntity("l’État", Kind.ORGANIZATION),
    OtherExtent("l’État", "État"),
    Split("État", "l’État du Mali", Span(3, 7)),
    Renamed("Lœvenbruck", "A. Lœvenbruck"),
    Confirmed("Mali", None, Kind.LOCATION),
    NotAnEntity("été", everywhere=True),
)


def _correct(random: Random, library: Library, article_id: ArticleId) -> Edit:
    before = library.corrections(article_id)
    new = random.choice(CORRECTIONS)
    return CorrectionsEdit("Correct", article_id, before, random.choice([(*before, new)[-5:], before[1:]]))


def _correct_all(random: Random, library: Library, article_id: ArticleId) -> Edit:
    before = library.rules()
    new = random.choice(CORRECTIONS)
    return LibraryCorrectionsEdit("Correct", before, random.choice([(*before, new)[-5:], before[1:]]))


def _analyze(random: Random, library: Library, article_id: ArticleId) -> Edit:
    start = random.randrange(20)
    mention = Mention(Span(start, start + 4), Kind.PERSON, random.random())
    entity = Entity("person:x", random.choice(WORDS), Kind.PERSON, (mention,), ("X", "Y"))
    after = random.choice([None, Analysis("fr", (Span(0, 9), Span(11, 20)), (entity,), "invented 1")])
    return AnalysisEdit("Analyse again", article_id, library.analysis(article_id), after)


def _show_or_hide(random: Random, library: Library, article_id: ArticleId) -> Edit:
    present = {entry.id for entry in library.entries()}
    return PresenceEdit("Delete", (article_id,), article_id not in present)
