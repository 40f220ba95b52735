"""Word documents, with tracked changes as accepted."""

from __future__ import annotations

import re
import zipfile
import zlib
from io import BytesIO
from pathlib import PurePath
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET
from xml.parsers.expat import ExpatError

from apostil.domain.article import Article, Metadata, Piece, Role, compose
from apostil.domain.errors import UnreadableFileError
from apostil.importers import archives
from apostil.importers.markup import parsed, with_headline
from apostil.importers.metadata import completed, credited
from apostil.importers.registry import OFFICE_CONTAINER, Format
from apostil.importers.structure import assigned

if TYPE_CHECKING:
    from collections.abc import Mapping

_SUFFIXES = (".docx", ".docm", ".dotx")
_MAIN_PART = b"word/document"
_LOCKED_PART = "EncryptedPackage".encode("utf-16-le")
_LOCKED = (
    "This document is protected by a password, which Apostil does not ask for. "
    "Open it in Word or LibreOffice, save it without the password, and open that."
)
_BROKEN = (
    "This Word document is damaged: parts of it are missing or cannot be unpacked. "
    "Open it in Word or LibreOffice, which can often repair it, and save it again."
)
_DAMAGES = (
    zipfile.BadZipFile,
    zlib.error,
    ExpatError,
    ET.ParseError,
    KeyError,
    IndexError,
    ValueError,
    AttributeError,
    NotImplementedError,
    EOFError,
    OSError,
    RecursionError,
)
_STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p.standfirst:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => blockquote:fresh
p[style-name='Quotations'] => blockquote:fresh
p[style-name='Block Text'] => blockquote:fresh
p[style-name='caption'] => figcaption:fresh
p[style-name='Caption'] => figcaption:fresh
comment-reference =>
"""
_BACK_LINK = re.compile(r'<a href="#[^"]*note-ref-[^"]*">↑</a>')
"""The arrows that lead from a note back to its place are no words of the document."""
_PROPERTIES = {
    "{http://purl.org/dc/elements/1.1/}title": "title",
    "{http://purl.org/dc/elements/1.1/}creator": "creator",
}


def _recognises(data: bytes, name: str) -> bool:
    if data.startswith(OFFICE_CONTAINER):
        return _LOCKED_PART in data
    named = PurePath(name).suffix.lower() in _SUFFIXES
    return data.startswith(archives.SIGNATURE) and (named or _MAIN_PART in data)


def _read(data: bytes, _name: str) -> Article:
    if data.startswith(OFFICE_CONTAINER):
        raise UnreadableFileError(_LOCKED)
    archive = archives.opened(data, _BROKEN)
    if any(part.flag_bits & 1 for part in archive.infolist()):
        raise UnreadableFileError(_LOCKED)
    try:
        marked = with_headline(_pieces(data))
        properties = _properties(archive)
    except _DAMAGES as error:
        raise UnreadableFileError(_BROKEN) from error
    pieces = assigned(marked, headings=not any(piece.role is Role.HEADING for piece in marked))
    return compose(pieces, _metadata(pieces, properties), "mammoth")


def _pieces(data: bytes) -> tuple[Piece, ...]:
    import mammoth

    options = {"style_map": _STYLES, "convert_image": _no_image, "include_embedded_style_map": False}
    page: str = mammoth.convert_to_html(BytesIO(data), **options).value
    return parsed(_BACK_LINK.sub("", page))


def _no_image(_image: object) -> list[object]:
    """Pictures are not unpacked."""
    return []


def _properties(archive: zipfile.ZipFile) -> dict[str, str]:
    if "docProps/core.xml" not in archive.namelist():
        return {}
    root = ET.fromstring(archive.read("docProps/core.xml"))  # noqa: S314 - expat caps what entities expand to
    return {_PROPERTIES[part.tag]: (part.text or "").strip() for part in root if part.tag in _PROPERTIES}


def _metadata(pieces: tuple[Piece, ...], properties: Mapping[str, str]) -> Metadata:
    found = completed(Metadata(), pieces)
    return credited(found, properties.get("title", ""), properties.get("creator", ""))


FORMAT = Format(
    "Word document",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    _SUFFIXES,
    _recognises,
    _read,
)
