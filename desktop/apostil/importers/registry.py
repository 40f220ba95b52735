"""The formats that Apostil reads: one module each below `formats`, found by themselves."""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from apostil.domain.errors import UnreadableFileError
from apostil.importers import formats as modules

if TYPE_CHECKING:
    from collections.abc import Callable

    from apostil.domain.article import Article

OFFICE_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What the files of old office programs begin with, and those of new ones that a password locks."""


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how it is known, and how it becomes an article. Both functions take the bytes and the name.

    `order` says when it is asked: first those that know their files by a signature (0), then by their words (1),
    by the name (2), and at last the one that takes any text (3).
    """

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes, str], bool]
    read: Callable[[bytes, str], Article]
    order: int = 0


@cache
def formats() -> tuple[Format, ...]:
    """Every format, in the order in which they are asked whether a file is theirs."""
    found = [import_module(f"{modules.__name__}.{module.name}") for module in pkgutil.iter_modules(modules.__path__)]
    return tuple(sorted((module.FORMAT for module in found), key=lambda form: (form.order, form.name)))


def read(data: bytes, name: str) -> tuple[Article, Format]:
    """The article that a file's bytes hold, and the format they have; the content decides, then the name.

    Raises:
        UnreadableFileError: where the file is empty, of no known kind, or cannot be read.
    """
    if not data.strip():
        raise UnreadableFileError(EMPTY)
    for form in formats():
        if form.recognises(data, name):
            article = form.read(data, name)
            if not article.blocks:
                raise UnreadableFileError(WORDLESS)
            return article, form
    raise UnreadableFileError(_unknown(data))


EMPTY = "The file is empty: there is nothing in it to read. If it should hold an article, save or copy it again."
WORDLESS = "There are no words in this file: it opened, but holds nothing to read. Look whether it is the right one."


def kinds() -> str:
    """The kinds of files that Apostil reads, as words for a sentence."""
    names = sorted((f"{form.name} ({', '.join(form.suffixes)})" for form in formats()), key=str.casefold)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _unknown(data: bytes) -> str:
    if data.startswith(OFFICE_CONTAINER):
        return (
            "This file comes from an old office program, in a format that Apostil does not read. "
            "Open it in Word or LibreOffice, save it as DOCX, and open that."
        )
    return (
        f"This is not a kind of file that Apostil reads. It reads {kinds()}. "
        "Save the article as one of these, or copy its text and paste it."
    )
