"""Reads the pages of a PDF within a time, scanned ones through Tesseract, and gives its blocks."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from apostil.domain.article import Piece, Role
from apostil.domain.errors import UnreadableFileError
from apostil.domain.place import Box, Place
from apostil.importers.pdf import tesseract as pdf_tesseract
from apostil.importers.pdf.layout import pieces_of
from apostil.importers.pdf.opening import opened, version
from apostil.importers.pdf.pages import leaves_of

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from pypdfium2 import PdfDocument

    from apostil.importers.pdf.lines import Leaf

BLANK = (
    "There are no words on the pages of this PDF: they are blank, or hold drawings alone. "
    "Look whether it is the right file."
)
UNREAD = (
    "This PDF is a scan, and Tesseract found no words in its pictures. "
    "Look whether they show text; a sharper scan, or one more language of Tesseract's, may help."
)
UNSURE = (
    "The pictures in this PDF could not be read: their letters are too small, too pale, or not upright. "
    "Scan the pages again upright and at 300 dpi, or add their language to Tesseract, and open the file again."
)
_SECONDS = 45.0
"""The time for one file, well below that after which its worker is ended without a reason."""
_PICTURES = 0.85
"""The share of the time that is left for Tesseract; the words must be put in order, too."""
_MANY = 0.1
"""More than this share of a document's pages without words is worth a remark."""
_SILENT = "[Page {page} is a picture without text.]"
_HARD = "[Page {page} is a picture that is hard to read: compare its words with it.]"
_MOST_LETTERS = 8_000_000
_FEWEST_LETTERS = 3
_COVERED = 0.25
"""The share of a page that pictures cover at least where they are the page itself, scanned."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a PDF holds: its blocks, its own properties, and what extracted it."""

    pieces: tuple[Piece, ...]
    properties: Mapping[str, str]
    extractor: str


def read(data: bytes, seconds: float = _SECONDS) -> Found:
    """The blocks of the PDF in these bytes.

    Raises:
        UnreadableFileError: where it is damaged or locked, has no words, or takes longer than this.
    """
    with opened(data) as document:
        limit = _Limit(len(document), time.monotonic() + seconds)
        leaves = leaves_of(document, limit.count)
        scanned = _Scanned(document, leaves, limit)
        leaves = scanned.read()
        properties = document.get_metadata_dict()
    if sum(leaf.letters for leaf in leaves) < _FEWEST_LETTERS:
        raise UnreadableFileError(scanned.reason())
    extractor = ", ".join(filter(None, (version(), scanned.version)))
    pieces = pieces_of(leaves, limit.check)
    return Found((*pieces, *_told(leaves, scanned.numbers)), properties, extractor)


def _told(leaves: Sequence[Leaf], scanned: Container[int]) -> list[Piece]:
    """What is said of pages that are pictures: that many say nothing, and that one is hard to read."""
    silent = [leaf for leaf in leaves if leaf.number in scanned and leaf.letters < _FEWEST_LETTERS]
    told = [_note(leaf, _SILENT) for leaf in silent] if len(silent) > len(leaves) * _MANY else []
    hard = [leaf for leaf in leaves if leaf.certainty < pdf_tesseract.DOUBTFUL and leaf not in silent]
    return [*told, *(_note(leaf, _HARD) for leaf in hard)]


def _note(leaf: Leaf, words: str) -> Piece:
    box = Box(leaf.number, 0, 0, leaf.width, leaf.height)
    return Piece(words.format(page=leaf.number), Role.APPARATUS, place=Place((box,)))


class _Limit:
    """How long the pages of a document may take, and how much they may hold."""

    def __init__(self, pages: int, until: float) -> None:
        self.pages = pages
        self.until = until
        self._letters = 0

    def count(self, leaf: Leaf) -> None:
        """Note one page more."""
        self._letters += leaf.letters
        self.check()

    def check(self) -> None:
        """Raise where it has become too much."""
        if time.monotonic() > self.until or self._letters > _MOST_LETTERS:
            raise UnreadableFileError(
                f"This PDF has {self.pages:,} pages, more than Apostil reads as one article. "
                "Save the pages that you need as a PDF of their own, and open that."
            )


class _Scanned:
    """The pages of a document that are pictures, while Tesseract reads them."""

    def __init__(self, document: PdfDocument, leaves: Sequence[Leaf], limit: _Limit) -> None:
        self.version = ""
        self.numbers: frozenset[int] = frozenset()
        self._is_unsure = False
        self._document = document
        self._leaves = leaves
        self._limit = limit
        self._has_text = sum(leaf.letters for leaf in leaves) >= _FEWEST_LETTERS

    def read(self) -> list[Leaf]:
        """All pages, the scanned ones with the words of their pictures.

        In a document that has text besides, pages that cannot be read so stay without words.

        Raises:
            UnreadableFileError: where a document has no other words, and Tesseract is missing, fails, or is too slow.
        """
        scanned = [leaf for leaf in self._leaves if self._is_scanned(leaf)]
        self.numbers = frozenset(leaf.number for leaf in scanned)
        if not scanned:
            return list(self._leaves)
        try:
            found = self._recognised(scanned)
        except UnreadableFileError:
            if not self._has_text:
                raise
            found = {}
        return [found.get(leaf.number, leaf) for leaf in self._leaves]

    def reason(self) -> str:
        """Why a document has no words at all."""
        if self._is_unsure:
            return UNSURE
        return UNREAD if self.version else BLANK

    def _legible(self, leaf: Leaf) -> Leaf:
        """A page as it was read, without its words where these are mostly wrong."""
        if leaf.certainty >= pdf_tesseract.UNREAD:
            return leaf
        self._is_unsure = True
        return replace(leaf, lines=(), letters=0)

    def _is_scanned(self, leaf: Leaf) -> bool:
        if leaf.letters >= _FEWEST_LETTERS or not leaf.is_drawn:
            return False
        covered = sum((box.right - box.left) * (box.bottom - box.top) for box in leaf.pictures)
        return covered >= leaf.width * leaf.height * _COVERED or not self._has_text

    def _recognised(self, scanned: Sequence[Leaf]) -> dict[int, Leaf]:
        program = pdf_tesseract.installed()
        if program is None:
            raise UnreadableFileError(pdf_tesseract.MISSING if any(leaf.pictures for leaf in scanned) else BLANK)
        found: dict[int, Leaf] = {}
        begun = time.monotonic()
        until = begun + (self._limit.until - begun) * _PICTURES
        for done, leaf in enumerate(scanned):
            if not self._has_text and _is_late(begun, until, done, len(scanned)):
                raise UnreadableFileError(_too_long(len(scanned)))
            try:
                read = program.read(self._document[leaf.number - 1], leaf.number, until)
                found[leaf.number] = self._legible(read)
            except TimeoutError as error:
                if self._has_text:
                    break
                raise UnreadableFileError(_too_long(len(scanned))) from error
        self.version = program.version
        return found


def _is_late(begun: float, until: float, done: int, pages: int) -> bool:
    """Whether the pages so far foretell that the time will not do."""
    now = time.monotonic()
    return done > 1 and (now - begun) / done * (pages - done) > (until - now) * 1.5


def _too_long(pages: int) -> str:
    return (
        f"This scan has {pages:,} pages, and reading their pictures takes longer than Apostil gives one file. "
        "Save fewer of its pages as a PDF of their own, or run it through a program that recognises text (OCR)."
    )
