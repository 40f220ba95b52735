"""Articles and other samples for the tests of the analysis."""

from __future__ import annotations

import re
from pathlib import Path

from apostil.domain.article import Article, Metadata, Piece, Role, compose

SHARED = Path(__file__).resolve().parents[3] / "shared"
"""The folder of local data beside a checkout; most machines have none."""

ENGLISH = """\
The island council of Port Lorne approved a new ferry on Monday. The ferry will carry three hundred passengers and
forty cars between the island and the mainland. Fishermen had asked for a larger ferry for years, because the old one
could not sail in winter. “We waited ten years for this ferry,” said Moira Tennant, who leads the fishermen's union.
The council wants the ferry to sail before the spring. Critics say that the harbour is too small for such a ship. The
harbour master disagrees. He says that the harbour was dredged last year. A second vote on the harbour is planned for
June. Nobody was hurt."""

FRENCH = """\
Le conseil de l’île de Port-Lorne a approuvé lundi un nouveau bac. Le bac transportera trois cents passagers et
quarante voitures entre l'île et le continent. Les pêcheurs demandaient un bac plus grand depuis des années, car
l’ancien ne pouvait naviguer en hiver. « Nous avons attendu ce bac dix ans », a déclaré Moira Tennant, qui dirige le
syndicat des pêcheurs. Le conseil veut que le bac navigue avant le printemps. Des critiques jugent le port trop petit
pour un tel navire. Le capitaine du port n’est pas d’accord. Il rappelle que le port a été dragué l’an dernier. Un
second vote sur le port est prévu en juin."""


def article_of(*texts: str | tuple[Role, str], language: str = "en", title: str = "") -> Article:
    """An article of these blocks: plain texts are paragraphs."""
    pieces = [Piece(text, Role.PARAGRAPH) if isinstance(text, str) else Piece(text[1], text[0]) for text in texts]
    return compose(pieces, Metadata(title=title, language=language))


def sample(language: str) -> Article:
    """An article of a headline, a heading and a few paragraphs about a ferry."""
    text = (ENGLISH if language == "en" else FRENCH).replace("\n", " ")
    sentences = re.split(r"(?<=[.”»])\s(?=[A-ZÉ“«])", text)
    title = "A new ferry for the island" if language == "en" else "Un nouveau bac pour l’île"
    return article_of(
        (Role.HEADLINE, title),
        " ".join(sentences[:4]),
        (Role.HEADING, "The harbour" if language == "en" else "Le port"),
        " ".join(sentences[4:]),
        language=language,
        title=title,
    )
