"""The texts that the automatic method learns from, each with what somebody wrote to say it in short.

Two sets, whose licences allow it: GUM, with its human summaries, and our own corpus of invented news, with the
standfirsts of its articles and with abstracts and highlights written for the purpose. Since the articles that people
open often begin behind their standfirst, each news article is learned from a second time without its first paragraph,
which then is the abstract. Since ours have short sentences, those with highlights are learned from in long ones too.
"""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import dataclass, replace
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
FULL = 17
"""A sentence of so many words is not made longer."""

SHORTEST = 10
"""A standfirst of fewer words says too little."""

HIGHLIGHTS = 3
"""How many sentences say as much as the highlights of an article."""
sys.path.append(str(HERE.parent / "ner"))

GUM = "summaries/gum_summaries/dev.jsonl"
CHECKSUMS = {GUM: "730f040fb64f332427fc0d6b119ae934c1c7bf763b1f42b562bd9bf106835dc9"}


@dataclass(frozen=True, slots=True)
class Text:
    """An article with its sentences, and what it is in short, in the words of one or several people.

    `source` names the article it comes from: what comes from one is never learned from and tested on at once. `count`
    is how many sentences say as much as `abstracts` do: one beside an abstract, three beside highlights.
    """

    source: str
    genre: str
    language: str
    article: Article
    sentences: tuple[Span, ...]
    abstracts: tuple[str, ...]
    count: int = 1


def texts(folder: Path) -> list[Text]:
    """All there is to learn from; the folder holds the set that is not ours."""
    return [*gum(checked(folder / GUM, CHECKSUMS[GUM])), *own(), *stories()]


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
    """Our own articles that have an abstract or highlights, each with its variants."""
    import corpus

    abstracts, highlights = _written("abstracts"), _written("highlights")
    for document in corpus.load():
        key = document.language, document.id
        pieces = [
            Piece(block.text, _OWN_ROLES.get(block.role) or Role(block.role))
            for block in document.blocks
            if block.text and block.role not in {"apparatus", "caption"}
        ]
        yield from _with_abstract(Origin(*key, document.facts.get("register", "")), pieces, abstracts.get(key, ""))
        if key in highlights:
            yield from _with_highlights(Origin(*key, document.facts.get("register", "")), pieces, highlights[key])


@dataclass(frozen=True, slots=True)
class Origin:
    """Which of our articles a text comes from."""

    language: str
    name: str
    genre: str

    def text(self, pieces: list[Piece], abstracts: tuple[str, ...], count: int = 1) -> Text:
        """A text of it."""
        title = next((piece.text for piece in pieces if piece.role is Role.HEADLINE), "")
        article = compose(pieces, Metadata(title=title, language=self.language))
        sentences = splitting.split(article, self.language)
        return Text(f"{self.language}/{self.name}", self.genre, self.language, article, sentences, abstracts, count)


def _with_abstract(origin: Origin, pieces: list[Piece], abstract: str) -> Iterator[Text]:
    body = _body(pieces)
    standfirst = " ".join(piece.text for piece in pieces if piece.role is Role.STANDFIRST)
    wanted = tuple(one for one in (abstract, standfirst) if len(one.split()) >= SHORTEST)
    if wanted:
        yield origin.text(body, wanted)
    if abstract and len(body) < len(pieces):
        yield replace(origin.text(pieces, (abstract,)), genre="with standfirst")
    lead, rest = _beheaded(body)
    if abstract and rest:
        yield replace(origin.text(rest, (abstract, lead)), genre="headless")


def _with_highlights(origin: Origin, pieces: list[Piece], highlights: str) -> Iterator[Text]:
    body = _body(pieces)
    plain = origin.text(body, (highlights,), HIGHLIGHTS)
    yield plain
    yield _joined(plain)
    _, rest = _beheaded(body)
    if rest:
        yield replace(origin.text(rest, (highlights,), HIGHLIGHTS), genre="headless")


def _body(pieces: list[Piece]) -> list[Piece]:
    return [piece for piece in pieces if piece.role is not Role.STANDFIRST]


def _beheaded(body: list[Piece]) -> tuple[str, list[Piece]]:
    """The first paragraph and the article without it, which is empty where it would be too short."""
    place = next((place for place, piece in enumerate(body) if piece.role is Role.PARAGRAPH), len(body))
    return (body[place].text, body[:place] + body[place + 1 :]) if len(body) > place + 4 else ("", [])


def _joined(text: Text) -> Text:
    """The same article in longer sentences, each a paragraph, as news agencies and broadcasters write.

    Ours have 15 words on average, theirs 25: three of them are as long as highlights and not longer, and how long the
    chosen ones should be could not be learned from ours alone.
    """
    first = text.article.blocks[:1]
    pieces = [Piece(block.span.cut(text.article.text), block.role) for block in first if block.role is Role.HEADLINE]
    held = ""
    for sentence in text.sentences:
        held = f"{held} {sentence.cut(text.article.text)}".strip()
        if len(held.split()) >= FULL:
            pieces.append(Piece(held))
            held = ""
    article = compose([*pieces, *([Piece(held)] if held else [])], text.article.metadata)
    spans = tuple(block.span for block in article.blocks if block.role is Role.PARAGRAPH)
    return replace(text, genre="long sentences", article=article, sentences=spans)


def stories() -> Iterator[Text]:
    """Our long stories with their highlights, each as it is and in one block, as texts often come."""
    for path in sorted((HERE / "stories").glob("*/*.txt")):
        story, _, below = path.read_text("utf-8").partition("\n---\n")
        title, *paragraphs = filter(None, map(str.strip, story.split("\n\n")))
        highlights = " ".join(map(_ended, filter(None, map(str.strip, below.split("\n")))))
        origin = Origin(path.parent.name, f"stories/{path.stem}", "story")
        pieces = [Piece(title, Role.HEADLINE), *map(Piece, paragraphs)]
        yield origin.text(pieces, (highlights,), HIGHLIGHTS)
        block = [Piece(title, Role.HEADLINE), Piece(" ".join(map(_ended, paragraphs)))]
        yield replace(origin.text(block, (highlights,), HIGHLIGHTS), genre="one block")


_ENDS = tuple(".?!:…\"'”’")


def _ended(line: str) -> str:
    """A line as a sentence."""
    return line if line.endswith(_ENDS) else f"{line} ."


def _written(folder: str) -> dict[tuple[str, str], str]:
    """What was written about our own articles, by their language and name."""
    found = {}
    for language in ("en", "fr"):
        for line in (HERE / folder / f"{language}.tsv").read_text("utf-8").splitlines():
            name, _, words = line.partition("\t")
            if words.strip():
                found[language, name.strip().removesuffix(".txt")] = words.strip()
    return found
