"""Word documents: zipped, in one file of XML, and locked ones, of which it is said that they are."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from apostil.domain.article import Article
from apostil.domain.errors import UnreadableFileError
from apostil.importers import archives
from apostil.importers.registry import OFFICE_CONTAINER, Format
from apostil.importers.safe_xml import parsed
from apostil.importers.word.container import is_locked_package
from apostil.importers.word.flow import READER, Properties
from apostil.importers.word.ooxml import flow_of
from apostil.importers.word.package import FlatParts, Package, ZippedParts

if TYPE_CHECKING:
    from apostil.importers.word.package import Parts

_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
_MAIN_PART = b"word/document"
_MAIN_MEMBER = re.compile(r"word/document\d*\.xml", re.IGNORECASE)
_HEAD = 4096
_FLAT = re.compile(rb"<\?mso-application\s+progid=[\"']Word\.Document[\"']|<w:wordDocument[\s>]|<pkg:package[\s>]")
_LOCKED = (
    "This document is protected by a password, which Apostil does not ask for. "
    "Open it in Word or LibreOffice, save it without the password, and open that."
)
_BROKEN = (
    "This Word document is damaged: parts of it are missing or cannot be unpacked. "
    "Open it in Word or LibreOffice, which can often repair it, and save it again."
)
_DC = "{http://purl.org/dc/elements/1.1/}"


def _recognises(data: bytes, name: str) -> bool:
    if data.startswith(OFFICE_CONTAINER):
        return is_locked_package(data)
    if data.startswith(archives.SIGNATURE):
        return _is_zipped(data, named=PurePath(name).suffix.lower() in _SUFFIXES)
    head = data[:_HEAD].lstrip(b"\xef\xbb\xbf \r\n\t")
    return head.startswith(b"<?xml") and bool(_FLAT.search(head))


def _is_zipped(data: bytes, *, named: bool) -> bool:
    members = archives.names(data)
    if not members:  # it is damaged, and that can be said
        return named or _MAIN_PART in data
    return any(map(_MAIN_MEMBER.fullmatch, members)) or (named and "[Content_Types].xml" in members)


def read_document(data: bytes, extractor: str = READER) -> Article:
    """The article in a zipped Word document.

    Raises:
        UnreadableFileError: where it is damaged or locked.
    """
    parts: Parts
    if data.startswith(archives.SIGNATURE):
        parts = ZippedParts(archives.opened(data, _BROKEN), _BROKEN)
    else:
        parts = FlatParts(parsed(data, _BROKEN), _BROKEN)
    package = Package(parts)
    return flow_of(package).article(_properties(package), extractor)


def _read(data: bytes, _name: str) -> Article:
    if data.startswith(OFFICE_CONTAINER):
        raise UnreadableFileError(_LOCKED)
    return read_document(data)


def _properties(package: Package) -> Properties:
    about = package.properties()
    if about is None:
        return Properties()
    return Properties(about.findtext(f"{_DC}title") or "", about.findtext(f"{_DC}creator") or "")


FORMAT = Format(
    "Word document",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    _SUFFIXES,
    _recognises,
    _read,
)
