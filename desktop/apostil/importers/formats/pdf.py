"""PDF: the words of its pages in the order in which they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.domain.article import Article, Metadata, Piece, compose
from apostil.domain.errors import UnreadableFileError
from apostil.importers.metadata import completed, credited
from apostil.importers.pdf_layout import pieces_of
from apostil.importers.pdf_lines import lines_of
from apostil.importers.registry import Format
from apostil.importers.structure import assigned

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pypdfium2 import PdfDocument

_SUFFIXES = (".pdf",)
_SIGNATURE = b"%PDF-"
_HEAD = 1024
_LOCKED = (
    "This PDF is protected by a password, which Apostil does not ask for. "
    "Open it in a PDF viewer, print it to a new PDF without the password, and open that."
)
_BROKEN = (
    "This PDF is damaged: it ends too early, or its parts do not fit together. "
    "Get it again from where it came; a browser that still shows it can print it to a new PDF."
)
_PICTURES = (
    "This PDF has no text: its pages are pictures. "
    "Run it through a program that recognises text (OCR), or open the article's web page or text instead."
)
_PASSWORD_NEEDED = 4
"""PDFium's own number for a document that asks for a password."""
_FEWEST_LETTERS = 3


def _recognises(data: bytes, _name: str) -> bool:
    return _SIGNATURE in data[:_HEAD]


def _read(data: bytes, _name: str) -> Article:
    document = _opened(data)
    try:
        found = pieces_of(lines_of(document))
        properties = document.get_metadata_dict()
    finally:
        document.close()
    if sum(char.isalnum() for piece in found for char in piece.text) < _FEWEST_LETTERS:
        raise UnreadableFileError(_PICTURES)
    pieces = assigned(found)
    return compose(pieces, _metadata(pieces, properties), "PDFium")


def _opened(data: bytes) -> PdfDocument:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        locked = getattr(error, "err_code", None) == _PASSWORD_NEEDED
        raise UnreadableFileError(_LOCKED if locked else _BROKEN) from error
    if not pages:
        raise UnreadableFileError(_BROKEN)
    return document


def _metadata(pieces: tuple[Piece, ...], properties: Mapping[str, str]) -> Metadata:
    found = completed(Metadata(), pieces)
    return credited(found, properties.get("Title", ""), properties.get("Author", ""))


FORMAT = Format("PDF", "application/pdf", _SUFFIXES, _recognises, _read)
