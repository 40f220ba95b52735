"""The container of old office programs: whose document it holds, and whether that is locked."""

from __future__ import annotations

import struct
from enum import Enum
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from olefile import OleFileIO

WORD_PERFECT = b"\xffWPC"
"""What documents of WordPerfect begin with, which are in no container."""

_AS_TEXT = "Open it in LibreOffice or the program that wrote it, save it as DOCX, and open that."
_AS_TABLE = "Save the text that you need as a DOCX document or as plain text, and open that."
_LOCKED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_LOCK = 0x0100
"""The bit among the flags of a document that says that a password locks it."""
_DAMAGES = (OSError, ValueError, IndexError, KeyError, AttributeError, TypeError, struct.error, RecursionError)


class Kind(Enum):
    """What an old document is, and what to do with it where it is no Word document."""

    WORD = ("a Word document", "")
    SHEET = ("an Excel workbook", _AS_TABLE)
    SLIDES = ("a PowerPoint presentation", _AS_TABLE)
    WORD_PERFECT = ("a WordPerfect document", _AS_TEXT)
    WORKS = ("a Microsoft Works document", _AS_TEXT)
    PUBLISHER = ("a Microsoft Publisher document", _AS_TEXT)
    DRAWING = ("a Visio drawing", _AS_TABLE)
    HANGUL = ("a Hangul document", _AS_TEXT)


_STREAMS = {
    "worddocument": Kind.WORD,
    "workbook": Kind.SHEET,
    "book": Kind.SHEET,
    "powerpoint document": Kind.SLIDES,
    "perfectoffice_main": Kind.WORD_PERFECT,
    "matost": Kind.WORKS,
    "mn0": Kind.WORKS,
    "quill": Kind.PUBLISHER,
    "visiodocument": Kind.DRAWING,
    "fileheader": Kind.HANGUL,
}
"""The stream or storage at the top of a container that tells whose it is, in lower case."""


def kind_of(data: bytes) -> Kind | None:
    """What a document is, by its streams; None where none of these tells, or the container is broken."""
    if data.startswith(WORD_PERFECT):
        return Kind.WORD_PERFECT
    names = _names(data)
    return next((kind for stream, kind in _STREAMS.items() if stream in names), None)


def is_letter(data: bytes) -> bool:
    """Whether the container holds a mail that Outlook wrote."""
    return "__properties_version1.0" in _names(data)


def is_locked_package(data: bytes) -> bool:
    """Whether the container holds a document of today that a password locks."""
    names = _names(data)
    return "encryptedpackage" in names or (not names and _LOCKED_PACKAGE in data)


def is_locked(data: bytes) -> bool:
    """Whether a password locks this Word document."""
    try:
        with _opened(data) as container, container.openstream("WordDocument") as stream:
            head = stream.read(12)
    except _DAMAGES:
        return False
    return len(head) == 12 and bool(int.from_bytes(head[10:12], "little") & _LOCK)


def _names(data: bytes) -> frozenset[str]:
    """The names of what lies at the top of a container, in lower case."""
    try:
        with _opened(data) as container:
            return frozenset(path[0].lower() for path in container.listdir(streams=True, storages=True))
    except _DAMAGES:
        return frozenset()


def _opened(data: bytes) -> OleFileIO:
    from olefile import OleFileIO

    return OleFileIO(BytesIO(data))
