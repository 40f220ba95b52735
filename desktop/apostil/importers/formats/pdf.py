"""PDF: the words of its pages in the order in which they are read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apostil.domain.article import Article, Metadata, Piece, compose
from apostil.importers.metadata import completed, credited
from apostil.importers.pdf import reading as pdf_reading
from apostil.importers.pdf.opening import unlocked
from apostil.importers.registry import Format
from apostil.importers.structure import assigned

if TYPE_CHECKING:
    from collections.abc import Mapping

_SUFFIXES = (".pdf",)
_SIGNATURE = b"%PDF-"
_HEAD = 1024
_PROGRAM = re.compile(r"^(?:Microsoft (?:Word|PowerPoint|Excel)|Print|Layout \d+)\s*[-:]\s*", re.IGNORECASE)
_FILE = re.compile(
    r"\.(?:docx?|odt|rtf|pptx?|xlsx?|indd|qxp|qxd|tex|dvi|pdf|pages|txt|html?|ps|eps)\b|^https?:|[\\/]\w+\."
)
_NAMELESS = re.compile(
    r"(?:untitled|sans titre|unbenannt|document|presentation|slide|title|titre|doc|scan|microsoft|layout|mise en page)"
    r"[\s\d()_.-]*",
    re.IGNORECASE,
)


def _recognises(data: bytes, _name: str) -> bool:
    return _SIGNATURE in data[:_HEAD]


def _read(data: bytes, _name: str) -> Article:
    found = pdf_reading.read(data)
    pieces = assigned(found.pieces)
    return compose(pieces, _metadata(pieces, found.properties), found.extractor)


def _metadata(pieces: tuple[Piece, ...], properties: Mapping[str, str]) -> Metadata:
    """What the text says about itself, then what the properties say; the day a file was made is not one of printing."""
    found = completed(Metadata(), pieces)
    return credited(found, _title(properties.get("Title", "")), properties.get("Author", ""))


def _title(words: str) -> str:
    """A title from the properties, or nothing where a program has filled in the name of a file."""
    title = _PROGRAM.sub("", words.strip())
    worded = sum(char.isalpha() for char in title) > 3
    return title if worded and not _FILE.search(title) and not _NAMELESS.fullmatch(title) else ""


FORMAT = Format("PDF", "application/pdf", _SUFFIXES, _recognises, _read, unlock=unlocked)
