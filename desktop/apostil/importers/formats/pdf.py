"""PDF: the words of its pages in the order in which they are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.domain.article import Article, Metadata, Piece, compose
from apostil.domain.errors import UnreadableFileError
from apostil.importers.metadata import completed, credited
from apostil.importers.pdf_layout import pieces_of
from apostil.importers.pdf_opening import opened, unlocked, version
from apostil.importers.pdf_pages import leaves_of
from apostil.importers.registry import Format
from apostil.importers.structure import assigned

if TYPE_CHECKING:
    from collections.abc import Mapping

_SUFFIXES = (".pdf",)
_SIGNATURE = b"%PDF-"
_HEAD = 1024
_PICTURES = (
    "This PDF has no text: its pages are pictures. "
    "Run it through a program that recognises text (OCR), or open the article's web page or text instead."
)
_FEWEST_LETTERS = 3


def _recognises(data: bytes, _name: str) -> bool:
    return _SIGNATURE in data[:_HEAD]


def _read(data: bytes, _name: str) -> Article:
    with opened(data) as document:
        found = pieces_of(leaves_of(document))
        properties = document.get_metadata_dict()
    if sum(char.isalnum() for piece in found for char in piece.text) < _FEWEST_LETTERS:
        raise UnreadableFileError(_PICTURES)
    pieces = assigned(found)
    return compose(pieces, _metadata(pieces, properties), version())


def _metadata(pieces: tuple[Piece, ...], properties: Mapping[str, str]) -> Metadata:
    found = completed(Metadata(), pieces)
    return credited(found, properties.get("Title", ""), properties.get("Author", ""))


FORMAT = Format("PDF", "application/pdf", _SUFFIXES, _recognises, _read, unlock=unlocked)
