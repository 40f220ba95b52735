"""Small texts as the automatic method reads them."""

from __future__ import annotations

from apostil.analysis.auto.reading import Reading, read
from apostil.analysis.sentences import split
from apostil.domain.article import Metadata, Piece, Role, compose

NEWS = [
    "A dam burst near Lodwar on Saturday, killing nine people, the governor said.",
    "The dam had held the river Turkwel for forty years.",
    '"We heard the water before we saw it," said Esther Akai.',
    "It was dark. The dam was not guarded.",
    "Rain is expected on Sunday.",
]


def reading_of(paragraphs: list[str | Piece], title: str = "Dam bursts near Lodwar", language: str = "en") -> Reading:
    """What is read of these paragraphs under this title."""
    pieces = [piece if isinstance(piece, Piece) else Piece(piece) for piece in paragraphs]
    article = compose(pieces, Metadata(title=title, language=language))
    return read(article, split(article, language), language)


def book(chapters: int, sentences: int) -> Reading:
    """A book of invented sentences under a heading for each chapter."""
    pieces: list[str | Piece] = []
    for chapter in range(chapters):
        pieces.append(Piece(f"Chapter {chapter}", Role.HEADING, 1))
        pieces += [
            f"The {word(chapter)} of chapter {word(number)} met {word(number * 7 % 13)} near the {word(number % 5)}."
            for number in range(sentences)
        ]
    return reading_of(pieces, title="A book")


def word(number: int) -> str:
    """A made-up word for each number."""
    letters = "bcdfglmnprst"
    return "".join(letters[number // 12**place % 12] + "aeiou"[number % 5] for place in range(4))
