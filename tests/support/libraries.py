"""Builders of invented articles and libraries."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from hashlib import sha256
from random import Random
from typing import TYPE_CHECKING

from apostil.domain.anchor import anchor_at
from apostil.domain.annotation import Annotation, AnnotationId, Color, Status
from apostil.domain.article import Article, ArticleId, Metadata, Piece, Role, Source, compose
from apostil.domain.edits import PresenceEdit
from apostil.domain.spans import Span
from apostil.store.library import Library
from apostil.store.preparing import prepare

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

NOON = dt.datetime(2026, 1, 31, 12, 0, tzinfo=dt.UTC)
"""The moment at which everything invented happens."""

PIECES = (
    Piece("La source sacrée de Kérouan menacée par la sécheresse", Role.HEADLINE),
    Piece("Par Anaïs Lœvenbruck", Role.BYLINE),
    Piece("« L’État doit agir », dit la maire. Le cœur du village bat encore."),
    Piece("Les habitants portent 1 200 litres d’eau par jour, selon l'association Eau-Vive."),
    Piece("Lire aussi : dix idées pour l’été", Role.APPARATUS),
)
"""The pieces of an invented French article, with what makes French difficult."""


def make_article(pieces: Sequence[Piece] = PIECES, metadata: Metadata | None = None) -> Article:
    """An invented article; its title is its headline where no metadata say otherwise."""
    headline = next((piece.text for piece in pieces if piece.role is Role.HEADLINE), "")
    found = metadata or Metadata(
        headline,
        ("Anaïs Lœvenbruck",),
        "Le Courrier du Littoral",
        dt.date(2026, 1, 30),
        "fr",
        "https://courrier.example/1",
    )
    return compose(pieces, found, "plain text 1")


def make_source(data: bytes, name: str = "article.txt") -> Source:
    """The source that these bytes are."""
    return Source(sha256(data).hexdigest(), name, "text/plain", len(data), NOON, f"/articles/{name}")


def add_article(library: Library, article: Article, *, present: bool = True, hours: int = 0) -> ArticleId:
    """Put an article in so many hours after noon, as if it had come from a file, and compare it with the others."""
    data = article.text.encode()
    source = make_source(data)
    source = replace(source, imported=source.imported + dt.timedelta(hours=hours))
    article_id = library.insert(source, data, prepare(article))
    while library.compare_next() is not None:
        pass
    if present:
        library.apply(PresenceEdit("Import", (article_id,), True))
    return article_id


def make_annotation(
    article: Article,
    article_id: ArticleId,
    start: int = 0,
    end: int = 9,
    *,
    name: str = "mark",
    note: str = "",
    tags: tuple[str, ...] = (),
    color: Color = Color.YELLOW,
) -> Annotation:
    """A mark on an article."""
    anchor = anchor_at(article.text, Span(start, end))
    identity = AnnotationId(name)
    return Annotation(identity, article_id, anchor, color, NOON, NOON, note, tags, Status.NONE, "Reader")


def make_library(folder: Path, articles: int = 0) -> Library:
    """An open library in this folder with so many invented articles, each with words of its own."""
    library = Library.open(folder / "library.apostil")
    random = Random(7)
    words = invented_words(random, 2000) if articles else []
    for number in range(articles):
        add_article(library, invented_article(random, words, number))
    return library


def invented_words(random: Random, count: int) -> list[str]:
    """So many different words that nobody has used before, some with accents and ligatures."""
    onsets = ["b", "br", "ch", "d", "f", "g", "gr", "l", "m", "n", "p", "qu", "r", "s", "t", "tr", "v", ""]
    vowels = ["a", "e", "é", "è", "i", "o", "ou", "u", "ê", "oi", "an", "in", "on"]
    rare = ["œu", "æ"]
    found: dict[str, None] = {}
    while len(found) < count:
        found[
            "".join(
                random.choice(onsets) + random.choice(vowels if random.random() < 0.99 else rare)
                for _ in range(random.randint(1, 4))
            )
        ] = None
    return list(found)


def invented_article(random: Random, words: Sequence[str], number: int, paragraphs: int = 8) -> Article:
    """An article of invented words, rare and frequent as in a language, with about 90 words a paragraph."""
    weights = [1 / (rank + 3) for rank in range(len(words))]

    def sentence() -> str:
        chosen = random.choices(words, weights, k=random.randint(6, 24))
        return " ".join(chosen).capitalize() + "."

    pieces = [Piece(f"{sentence()[:60]} {number}", Role.HEADLINE)]
    pieces += [Piece(" ".join(sentence() for _ in range(6))) for _ in range(paragraphs)]
    language = random.choice(["fr", "en"])
    return compose(pieces, Metadata(pieces[0].text, (), f"Outlet {number % 17}", NOON.date(), language), "invented")
