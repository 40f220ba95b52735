"""The texts that the automatic method learns from, each with what somebody wrote to say it in short.

Two sets, whose licences allow it: GUM, with its human summaries, and our own corpus of
invented news, with the standfirsts of its articles and with abstracts written for the purpose. Since the articles that
people open often begin behind their standfirst, each news article is learned from a second time without its first
paragraph, which then is the abstract.
"""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from apostil.analysis import sentences as splitting
from apostil.domain.article import Metadata, Piece, Role, compose
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apostil.domain.article import Article

HERE = Path(__file__).parent
ABSTRACTS = HERE / "abstracts"
sys.path.append(str(HERE.parent / "ner"))

GUM = "summaries/gum_summaries/dev.jsonl"
CHECKSUMS = {GUM: "730f040fb64f332427fc0d6b119ae934c1c7bf763b1f42b562bd9bf106835dc9"}


@dataclass(frozen=True, slots=True)
class Text:
    """An article with its sentences, what it is in short (in the words of one or several people), and its extract.

    `source` names the article it comes from: what comes from one is never learned from and tested on at once.
    """

    source: str
    genre: str
    language: str
    article: Article
    sentences: tuple[Span, ...]
    abstracts: tuple[str, ...]


def texts(folder: Path) -> list[Text]:
    """All there is to learn from; the folder holds the set that is not ours."""
    return [*gum(checked(folder / GUM, CHECKSUMS[GUM])), *own()]


def checked(path: Path, checksum: str) -> Path:
    """The path of a file, if it holds what it should.

    Raises:
        ValueError: it holds something else.
    """
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != checksum:
        raise ValueError(f"{path.name} has the SHA-256 {found}, not {checksum}: other data would give other weights")
    return path


_ROLES = {
    "head": Role.HEADING, "figure": Role.CAPTION, "caption": Role.CAPTION, "item": Role.LIST_ITEM,
    "list": Role.LIST_ITEM, "quote": Role.QUOTATION, "row": Role.TABLE_ROW, "cell": Role.TABLE_ROW,
    "table": Role.TABLE_ROW, "incident": Role.APPARATUS,
}  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def gum(path: Path) -> Iterator[Text]:
    """GUM's documents."""
    for line in path.read_text("utf-8").splitlines():
        yield _gum_text(json.loads(line))


def _gum_text(row: dict[str, Any]) -> Text:
    """One document: its title is no sentence of it, nor are headings, pictures' captions, and the day of a report."""
    text, pieces, kept = row["text"], [], []
    for _, group in groupby(_numbered_blocks(row), key=lambda one: one[0]):
        block = [sentence for _, sentence in group]
        start, end = block[0]["start"], block[-1]["end"]
        words = text[start:end].strip()
        role = Role.DATELINE if _is_day(words) else _ROLES.get(block[0]["block"], Role.PARAGRAPH)
        if not pieces and role is Role.HEADING:
            role = Role.HEADLINE
        pieces.append(Piece(words, role, 2 if role is Role.HEADING else 0))
        if role.is_prose and role is not Role.CAPTION:
            kept += [text[one["start"] : one["end"]].strip() for one in block]
    title = row["title"]
    article = compose([piece for piece in pieces if piece.role is not Role.CAPTION], Metadata(title=title))
    spans = _spans(article, kept)
    return Text(row["id"], row["genre"], "en", article, spans, tuple(row["summaries"]))


def _numbered_blocks(row: dict[str, Any]) -> Iterator[tuple[int, dict[str, Any]]]:
    """The sentences, each with the number of its block: blank lines lie between blocks."""
    number, last = 0, 0
    for sentence in row["sentences"]:
        if "\n" in row["text"][last : sentence["start"]]:
            number += 1
        last = sentence["end"]
        yield number, sentence


def _is_day(words: str) -> bool:
    return len(words) < 40 and words.startswith(_DAYS) and words[-1:].isdigit()


def _spans(article: Article, sentences: list[str]) -> tuple[Span, ...]:
    found, position = [], 0
    for words in sentences:
        start = article.text.index(words, position)
        position = start + len(words)
        found.append(Span(start, position))
    return tuple(found)


_OWN_ROLES = {"item": Role.LIST_ITEM, "row": Role.TABLE_ROW}


def own() -> Iterator[Text]:
    """Our own articles that have an abstract, and all whose first paragraph can be one."""
    import corpus

    abstracts = {language: _abstracts(language) for language in ("en", "fr")}
    for document in corpus.load():
        pieces = [
            Piece(block.text, _OWN_ROLES.get(block.role) or Role(block.role))
            for block in document.blocks
            if block.text and block.role not in {"apparatus", "caption"}
        ]
        source, genre = f"{document.language}/{document.id}", document.facts.get("register", "")
        body = [piece for piece in pieces if piece.role is not Role.STANDFIRST]
        written = [abstracts[document.language].get(document.id, "")]
        written += [" ".join(piece.text for piece in pieces if piece.role is Role.STANDFIRST)]
        wanted = tuple(one for one in written if len(one.split()) >= 10)
        if wanted:
            yield _own_text(source, genre, document.language, body, wanted)
        if written[0] and len(body) < len(pieces):
            yield _own_text(source, "with standfirst", document.language, pieces, (written[0],))
        lead = next((place for place, piece in enumerate(body) if piece.role is Role.PARAGRAPH), None)
        if written[0] and lead is not None and len(body) > lead + 4:
            rest = body[:lead] + body[lead + 1 :]
            yield _own_text(source, "headless", document.language, rest, (written[0], body[lead].text))


def _own_text(source: str, genre: str, language: str, pieces: list[Piece], abstracts: tuple[str, ...]) -> Text:
    title = next((piece.text for piece in pieces if piece.role is Role.HEADLINE), "")
    article = compose(pieces, Metadata(title=title, language=language))
    return Text(source, genre, language, article, splitting.split(article, language), abstracts)


def _abstracts(language: str) -> dict[str, str]:
    path = ABSTRACTS / f"{language}.tsv"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    rows = (line.split("\t") for line in lines if "\t" in line)
    return {row[0].strip().removesuffix(".txt"): row[1].strip() for row in rows}
