"""Documents of Word 97 to 2003, which LibreOffice reads for us; what other old office programs wrote is told apart."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING

from apostil.domain.errors import UnreadableFileError
from apostil.importers.formats.docx import read_document
from apostil.importers.registry import OFFICE_CONTAINER, Format
from apostil.importers.word import container as word_container
from apostil.importers.word import libreoffice
from apostil.importers.word.flow import READER

if TYPE_CHECKING:
    from apostil.domain.article import Article

_SUFFIXES = (".doc", ".dot")
_LOCKED = (
    "This document is protected by a password, which Apostil does not ask for. "
    "Open it in Word or LibreOffice, save it without the password, and open that."
)
_BROKEN = (
    "This Word document is damaged: parts of it are missing or do not fit together. "
    "Open it in Word or LibreOffice, which can often repair it, and save it as DOCX."
)
_OTHER = "This is {}, which Apostil does not read. {}"
_CONVERTER = re.compile(rb"<Application>\s*(LibreOffice)/([\d.]+)")


def _recognises(data: bytes, name: str) -> bool:
    if data.startswith(word_container.WORD_PERFECT):
        return True
    if not data.startswith(OFFICE_CONTAINER):
        return False
    if word_container.kind_of(data) is not None:
        return True
    other = word_container.is_letter(data) or word_container.is_locked_package(data)
    return PurePath(name).suffix.lower() in _SUFFIXES and not other


def _read(data: bytes, _name: str) -> Article:
    kind = word_container.kind_of(data)
    if kind is None:
        raise UnreadableFileError(_BROKEN)
    if kind is not word_container.Kind.WORD:
        raise UnreadableFileError(_OTHER.format(*kind.value))
    if word_container.is_locked(data):
        raise UnreadableFileError(_LOCKED)
    document = libreoffice.converted(data, ".doc")
    return read_document(document, f"{_version(document)}, {READER}")


def _version(document: bytes) -> str:
    """What wrote the converted document, as it says itself."""
    from apostil.importers import archives

    with_name = archives.part(archives.opened(document, _BROKEN), "docProps/app.xml", _BROKEN)
    found = _CONVERTER.search(with_name)
    return f"LibreOffice {found[2].decode('ascii')}" if found else "LibreOffice"


FORMAT = Format("Word 97–2003 document", "application/msword", _SUFFIXES, _recognises, _read)
