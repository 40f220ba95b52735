"""Plain text, as it is pasted or saved by any program."""

from __future__ import annotations

import re
from pathlib import PurePath

from apostil import __version__
from apostil.domain.article import Article, Metadata, compose
from apostil.importers.decoding import decode, is_binary
from apostil.importers.metadata import completed
from apostil.importers.registry import Format
from apostil.importers.structure import structured

_SUFFIXES = (".txt", ".text")
_MARKED_UP = re.compile(
    rb"\s*(?:\{\\rtf|%!PS|<\?xml|(?:From [^\n]*\n)?(?:[A-Za-z-]+:[^\n]*\n|[ \t][^\n]*\n)*MIME-Version:)", re.IGNORECASE
)
"""Formats that are written in plain characters, and yet are no text to read."""


def read_text(text: str) -> Article:
    """The article that a plain text holds."""
    pieces = structured(text)
    return compose(pieces, completed(Metadata(), pieces), f"Apostil {__version__}")


def _recognises(data: bytes, name: str) -> bool:
    if _MARKED_UP.match(data[:4096]):
        return False
    return PurePath(name).suffix.lower() in _SUFFIXES or not is_binary(data)


def _read(data: bytes, _name: str) -> Article:
    return read_text(decode(data))


FORMAT = Format("plain text", "text/plain", _SUFFIXES, _recognises, _read, order=3)
