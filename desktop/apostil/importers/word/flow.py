"""The blocks of a word processor's document, with its comments and notes, put in order as they are met."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from apostil import __version__
from apostil.domain.article import Article, Metadata, Piece, Role, compose
from apostil.importers.markup import with_headline
from apostil.importers.metadata import completed, credited
from apostil.importers.structure import assigned

if TYPE_CHECKING:
    from collections.abc import Iterable

READER = f"Apostil {__version__}"
"""What reads documents where no library does."""

_PROSE_CELL = 60
"""From so many words in one cell, a table is there for its looks, and what it holds is prose."""
_RUNS = re.compile(" {2,}")
_HALVES = re.compile("[\ud800-\udfff]")
_MARK = "\ufeff"
"""A byte order mark that went astray, as it does when texts are put together."""


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says about itself, beside its text.

    The days on which it was made and changed are not among them: neither says when its text was published.
    """

    title: str = ""
    author: str = ""


@dataclass(slots=True)
class _Block:
    """A block with the comments and notes that belong right behind it."""

    piece: Piece
    beside: list[Piece] = field(default_factory=list)


class Flow:
    """Text that is said piece by piece, in the order in which a document is walked through.

    Words wait until their block is closed. What is beside the text (comments, notes, boxes) is handed over while the
    block that refers to it is open, and comes right behind that block: marks in the text would be taken for words, so
    that the place of a note is what tells where it belongs.
    """

    def __init__(self) -> None:
        self._words: list[str] = []
        self._blocks: list[_Block] = []
        self._rows: list[list[list[_Block]]] = []
        self._boxes: list[_Block] = []
        self._beside: list[Piece] = []

    def say(self, words: str | None) -> None:
        """Go on with the open block."""
        if words:
            self._words.append(words)

    def close(self, role: Role = Role.PARAGRAPH, level: int = 0) -> None:
        """End the open block, which has this role."""
        text = tidied("".join(self._words))
        self._words.clear()
        blocks = self._open_cell()
        if text:
            blocks.append(_Block(Piece(text, role, level)))
        if blocks:
            blocks[-1].beside += self._beside
            self._beside.clear()
        blocks += self._boxes
        self._boxes.clear()

    def add(self, pieces: Iterable[Piece]) -> None:
        """Take in blocks that another reader found, behind the open one."""
        self._boxes += map(_Block, pieces)

    def comment(self, author: str, text: str) -> None:
        """Somebody's comment on the open block."""
        if text:
            author = tidied(author)
            self._beside.append(Piece(f"{author}: {text}" if author else text, Role.COMMENT))

    def note(self, mark: str, text: str) -> None:
        """A footnote or endnote that the open block refers to by this mark."""
        mark = mark.strip()
        if text:
            behind = ". " if mark.isalnum() else " "
            words = text if not mark or text.startswith(mark) else f"{mark}{behind}{text}"
            self._beside.append(Piece(words, Role.FOOTNOTE))

    def box(self, content: Flow) -> None:
        """What stands in a box beside the open block."""
        content.close()
        self._boxes += content._blocks

    def begin_row(self) -> None:
        """Blocks now belong to the first cell of a table's row, which may lie in another one."""
        self._rows.append([[]])

    def end_cell(self) -> None:
        """Blocks now belong to the next cell."""
        if self._rows:
            self._rows[-1].append([])

    def end_row(self) -> None:
        """The row is one block, or its cells' blocks where they are prose."""
        if not self._rows:
            return
        cells = self._rows.pop()
        blocks = [block for cell in cells for block in cell]
        if blocks and not _are_prose(cells):
            text = "\t".join(" ".join(_flat(block.piece.text) for block in cell) for cell in cells)
            beside = [piece for block in blocks for piece in block.beside]
            blocks = [_Block(Piece(text.strip(), Role.TABLE_ROW), beside)]
        self._open_cell().extend(blocks)

    @property
    def in_row(self) -> int:
        """How many rows are open, each inside the one before."""
        return len(self._rows)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said in the text or beside it."""
        self.close()
        return not (self._blocks or self._rows or self._beside)

    @property
    def text(self) -> str:
        """Everything that was said so far, a line for each block."""
        self.close()
        return "\n".join(block.piece.text for block in self._blocks)

    def article(self, properties: Properties, extractor: str = READER) -> Article:
        """The article, with the roles that its blocks' forms and places add to those that the document gives."""
        while self._rows:
            self.end_row()
        self.close()
        marked = with_headline(tuple(block.piece for block in self._blocks))
        settled = assigned(marked, headings=not any(piece.role is Role.HEADING for piece in marked))
        pieces: list[Piece] = []
        for piece, block in zip(settled, self._blocks, strict=True):
            pieces += (piece, *block.beside)
        known = credited(completed(Metadata(), settled), properties.title, _turned(properties.author))
        return compose((*pieces, *self._beside), known, extractor)

    def _open_cell(self) -> list[_Block]:
        return self._rows[-1][-1] if self._rows else self._blocks


def numeral(number: int) -> str:
    """A number as endnotes have it where nothing else is said: i, ii, iii."""
    parts = ("m", 1000), ("cm", 900), ("d", 500), ("cd", 400), ("c", 100), ("xc", 90), ("l", 50), ("xl", 40)
    words = ""
    for sign, worth in (*parts, ("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1)):
        words += sign * (number // worth)
        number %= worth
    return words


def _are_prose(cells: list[list[_Block]]) -> bool:
    """Whether a row is there for its looks: one cell with several blocks, or a cell that holds an article."""
    filled = [cell for cell in cells if cell]
    if len(filled) == 1 and len(filled[0]) > 1:
        return True
    return any(sum(len(block.piece.text.split()) for block in cell) >= _PROSE_CELL for cell in filled)


def _turned(author: str) -> str:
    """An author whose last name stands first, as offices write it, the other way round."""
    last, comma, first = author.partition(",")
    one = comma and "," not in first and ";" not in author and len(last.split()) == 1 and first.strip()
    return f"{first.strip()} {last.strip()}" if one else author


def tidied(words: str) -> str:
    """Words as they are read: single spaces, and characters that were written as two halves put together."""
    if _HALVES.search(words):
        words = words.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    words = _RUNS.sub(" ", words.replace(_MARK, "").replace("\t", " "))
    return words.replace(" \n", "\n").replace("\n ", "\n").strip()


def _flat(text: str) -> str:
    return text.replace("\n", " ").replace("\t", " ")
