"""Articles as they lie on the web: bylines, dates and notices of the page stand among their sentences as such.

The words are a page's as people copy it whole; where they stand hangs on the article alone.
"""

from __future__ import annotations

from itertools import cycle
from typing import TYPE_CHECKING
from zlib import crc32

from apostil.analysis import sentences as splitting
from apostil.domain.article import Metadata, Piece, compose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.summary_sets import Summarized

TOPS = {
    "en": (
        ("By .", "Ada Morland .", "PUBLISHED: .", "14:11 EST, 25 October 2013 .", "| .", "UPDATED: ."),
        ("By Ada Morland and Joss Perrin for The Wexcombe Post .", "Last updated at 9:32 AM on 3rd March 2012 ."),
        ("Editor's note: Ada Morland teaches law in Wexcombe.", "The opinions expressed here are solely hers."),
        ("Share this article .", "Follow Ada Morland on Twitter .", "Photo: the harbour at dawn ."),
        (),
    ),
    "fr": (
        ("Par Jeanne Marlot .", "Publié le 12 mars 2021 à 14h02 .", "Mis à jour le 12 mars 2021 à 18h40 ."),
        ("Propos recueillis par Jeanne Marlot .", "Temps de lecture : 4 min ."),
        ("Crédit photo : Luc Perrin .", "Article réservé aux abonnés ."),
        (),
    ),
}
BETWEEN = {
    "en": (
        "Scroll down for video .",
        "Read more: The harbour that sank .",
        "Click here to see the map .",
        "Image: The dam on Monday .",
        "The Associated Press contributed to this report .",
    ),
    "fr": (
        "Lire aussi : le port qui coule .",
        "Abonnez-vous à notre lettre .",
        "Légende : le barrage lundi .",
        "Cliquez ici pour voir la carte .",
    ),
}
EVERY = 4
"""After so many sentences, on average, another notice stands."""


def littered(text: Summarized, language: str) -> Summarized:
    """The article among the words of its page, in one block or with a paragraph a sentence, without a title."""
    pieces = list(_pieces(text, language))
    if crc32(text.source.encode()) % 2:
        pieces = [" ".join(pieces)]
    article = compose([Piece(words) for words in pieces], Metadata(language=language))
    return text._replace(article=article, sentences=splitting.split(article, language))


def _pieces(text: Summarized, language: str) -> Iterator[str]:
    number = crc32(text.source.encode())
    yield from TOPS[language][number % len(TOPS[language])]
    notices = cycle(BETWEEN[language])
    for place, sentence in enumerate(text.sentences, number % EVERY):
        yield sentence.cut(text.article.text)
        if place % EVERY == EVERY - 1:
            yield next(notices)
