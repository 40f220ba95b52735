"""Sources, and the articles that were extracted from them."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import accumulate
from typing import TYPE_CHECKING, NewType

from apostil.domain.place import NOWHERE, Place
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ArticleId = NewType("ArticleId", str)

SEPARATOR = "\n\n"
"""What stands between two blocks of an article's text: one blank line."""

LONGEST_BLOCK = 20_000
"""The characters of a block, at most: some ten pages. A window that lays out far more at once stands still."""

READING_SPEED = 238
"""Words a minute, silent reading of non-fiction (Brysbaert 2019, Journal of Memory and Language 109)."""

_WORD = re.compile(r"\w+(?:['’\-‐‑]\w+)*")
_LINE_END = re.compile(r"\r\n?|\u2028|\u2029|\x85|\x0b|\x0c")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_OVERRIDES = re.compile(r"[\u202d\u202e]")
_SPACE = re.compile(r"\s*")
_BLANK_LINES = re.compile(r"\n[ \t\u00a0\u202f]*\n\s*")


class Role(StrEnum):
    """What a block is in the article."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    STANDFIRST = "standfirst"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    QUOTATION = "quotation"
    CAPTION = "caption"
    TABLE_ROW = "table row"
    FOOTNOTE = "footnote"
    COMMENT = "comment"
    APPARATUS = "apparatus"

    @property
    def is_prose(self) -> bool:
        """Whether sentences are looked for in such a block, and a summary may quote it."""
        return self in _PROSE

    @property
    def is_numbered(self) -> bool:
        """Whether such a block counts when paragraphs are numbered for citing."""
        return self in _PROSE or self is Role.TABLE_ROW


_PROSE = frozenset({Role.STANDFIRST, Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTATION, Role.CAPTION})


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the text with a role; `level` is the depth of a heading (1 to 6), otherwise 0.

    `place` says where the run stood in its source, as far as the source has such places.
    """

    span: Span
    role: Role
    level: int = 0
    place: Place = NOWHERE

    def with_role(self, role: Role) -> Block:
        """The same run with another role; where it becomes a heading, one of the second level."""
        return replace(self, role=role, level=2 if role is Role.HEADING else 0)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about an article; every part can be edited by its reader.

    `language` is an ISO 639-1 code, or empty where it is unknown.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    outlet: str = ""
    published: dt.date | None = None
    language: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """The file as it came. Its bytes are kept in the library, known by `sha256` (hexadecimal)."""

    sha256: str
    name: str
    media_type: str
    size: int
    imported: dt.datetime
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One frozen text, the blocks over it, and what is known about it.

    The text is NFC with line ends of one newline; blocks are in order, do not overlap, hold no blank line, and
    exactly one blank line stands between two of them.

    Raises:
        ValueError: where blocks and text do not fit together.
    """

    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata = field(default_factory=Metadata)
    extractor: str = ""
    _numbers: tuple[int, ...] = field(default=(), init=False, repr=False, compare=False)
    _words: int = field(default=-1, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        position = 0
        for block in self.blocks:
            if block.span.start != position or not len(block.span):
                raise ValueError(f"a block starts at {block.span.start}, not at {position}")
            position = block.span.end + len(SEPARATOR)
        if self.blocks and self.blocks[-1].span.end != len(self.text):
            raise ValueError("the last block does not end with the text")

    def block_at(self, position: int) -> int:
        """The index of the block that holds this position, or the one before the gap it lies in."""
        return max(0, bisect_right(self.blocks, position, key=lambda block: block.span.start) - 1)

    def paragraph_number(self, position: int) -> int:
        """The number of the paragraph at this position for citing, from 1; 0 in a block that has none."""
        return self._paragraph_numbers()[self.block_at(position)] if self.blocks else 0

    def _paragraph_numbers(self) -> tuple[int, ...]:
        """The number of each block: counted once, and only where somebody asks, since every block is looked at."""
        if len(self._numbers) != len(self.blocks):
            counted = accumulate(int(block.role.is_numbered) for block in self.blocks)
            numbers = tuple(n if block.role.is_numbered else 0 for n, block in zip(counted, self.blocks, strict=True))
            object.__setattr__(self, "_numbers", numbers)
        return self._numbers

    def with_role(self, index: int, role: Role) -> Article:
        """The same article with another role for one block."""
        block = self.blocks[index].with_role(role)
        return replace(self, blocks=(*self.blocks[:index], block, *self.blocks[index + 1 :]))

    @property
    def word_count(self) -> int:
        """The number of words outside the apparatus, counted once."""
        if self._words < 0:
            shown = (block.span for block in self.blocks if block.role is not Role.APPARATUS)
            counted = sum(len(_WORD.findall(self.text, span.start, span.end)) for span in shown)
            object.__setattr__(self, "_words", counted)
        return self._words


@dataclass(frozen=True, slots=True)
class Piece:
    """What an importer found: words with a role, before they have their span in the article's text."""

    text: str
    role: Role = Role.PARAGRAPH
    level: int = 0
    place: Place = NOWHERE


def compose(pieces: Iterable[Piece], metadata: Metadata | None = None, extractor: str = "") -> Article:
    """Put pieces together into an article, in order; pieces without words are left out.

    White space at the ends of a piece is cut and a blank line inside one becomes a line end; nothing else is
    rewritten but Unicode's normal form (NFC), line ends, and control characters, which become spaces. Characters that
    override the direction of writing (U+202D, U+202E) are left out: with them a text looks other than it reads, is
    searched and is quoted. The marks, embeddings and isolates that Arabic and Hebrew beside Latin letters need stay.
    A piece of more than `LONGEST_BLOCK` characters becomes several blocks, each but the last ending with a sentence or
    a word where there is one, and each at its own part of the piece's place. What boxes say of where their words begin
    counts in the text as it is stored.
    """
    blocks: list[Block] = []
    texts: list[str] = []
    position = 0
    for piece in pieces:
        for start, text in _runs(clean(piece.text)):
            place = piece.place.cut(start, start + len(text))
            blocks.append(Block(Span(position, position + len(text)), piece.role, piece.level, place))
            texts.append(text)
            position += len(text) + len(SEPARATOR)
    return Article(SEPARATOR.join(texts), tuple(blocks), metadata or Metadata(), extractor)


def _runs(text: str) -> Iterator[tuple[int, str]]:
    """A text in runs that are short enough for a block, and where each begins; none of an empty one."""
    start = 0
    while len(text) - start > LONGEST_BLOCK:
        end = _last_end(text, start, start + LONGEST_BLOCK)
        yield start, text[start:end].rstrip()
        start = _SPACE.match(text, end).end()  # type: ignore[union-attr] # it matches everywhere
    if start < len(text):
        yield start, text[start:]


def _last_end(text: str, start: int, most: int) -> int:
    """Where the last sentence before a position ends, or the last word, or that position."""
    for mark in (". ", ".\n", " "):
        found = text.rfind(mark, start + 1, most)
        if found > start:
            return found + len(mark)
    return most


def clean(text: str) -> str:
    """A block's text as it is stored: NFC, plain line ends, no control characters, no white space at its ends."""
    text = _LINE_END.sub("\n", unicodedata.normalize("NFC", _OVERRIDES.sub("", text)))
    return _BLANK_LINES.sub("\n", _CONTROLS.sub(" ", text)).strip()


def reading_minutes(words: int) -> int:
    """How long so many words take to read, in whole minutes, at least one."""
    return max(1, round(words / READING_SPEED))
