"""Plain text, as it is pasted or saved by any program."""

from __future__ import annotations

import re
from pathlib import PurePath

from apostil import __version__
from apostil.domain.article import Article, Metadata, compose
from apostil.domain.errors import UnreadableFileError
from apostil.importers.decoding import decode, is_binary
from apostil.importers.metadata import completed
from apostil.importers.rawdata import is_json, is_style, is_table
from apostil.importers.registry import Format
from apostil.importers.structure import structured

_SUFFIXES = (".txt", ".text")
_MARKED_UP = re.compile(
    rb"\s*(?:\{\\rtf|%!PS|<\?xml|(?:From [^\n]*\n)?(?:[A-Za-z-]+:[^\n]*\n|[ \t][^\n]*\n)*MIME-Version:)", re.IGNORECASE
)
"""Formats that are written in plain characters, and yet are no text to read."""


_MAGIC = re.compile(
    rb"\xff\xd8\xff|\x89PNG|GIF8[79]a|RIFF.{4}(?:WAVE|AVI |WEBP)|OggS|fLaC|\x7fELF|ID3[\x00-\x0f]|.{4}ftyp"
    rb"|MZ.{1,40}\x00|\x00\x00\x01\xba|\x1aE\xdf\xa3|II\*\x00|MM\x00\*",
    re.DOTALL,
)
"""How pictures, sounds, films and programs begin, whatever bytes follow."""
_DATA = (
    "This file holds data that programs exchange, and no article. "
    "Open it in the program it is made for, or copy the words that you need and paste them."
)
_TABLE = (
    "This file holds the rows of a table, and no article. "
    "Open it in a spreadsheet, or copy the words that you need and paste them."
)
_STYLE = (
    "This file says how a web page looks, and holds no article. Save the page itself in your browser, and open that."
)


def read_text(text: str) -> Article:
    """The article that a plain text holds."""
    pieces = structured(text)
    return compose(pieces, completed(Metadata(), pieces), f"Apostil {__version__}")


def _recognises(data: bytes, name: str) -> bool:
    if _MARKED_UP.match(data[:4096]) or _MAGIC.match(data[:64]):
        return False
    return PurePath(name).suffix.lower() in _SUFFIXES or not is_binary(data)


def _read(data: bytes, name: str) -> Article:
    text = decode(data)
    if is_json(text):
        raise UnreadableFileError(_DATA)
    if is_table(text, name):
        raise UnreadableFileError(_TABLE)
    if is_style(text):
        raise UnreadableFileError(_STYLE)
    return read_text(text)


FORMAT = Format("plain text", "text/plain", _SUFFIXES, _recognises, _read, order=3)
