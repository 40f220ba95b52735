"""The formats that Apostil reads: one module each below `formats`, found by themselves."""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from apostil.domain.errors import UnreadableFileError
from apostil.domain.provenance import Choice
from apostil.importers import formats as modules

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from apostil.domain.article import Article

OFFICE_CONTAINER = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What the files of old office programs begin with, and those of new ones that a password locks."""


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file inside another one: its name as it is shown, and its size in bytes where that is known."""

    name: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class Container:
    """How the files inside a file are listed, and taken out by their places in that list.

    `left` gives those that are not listed because nothing is read of them.
    """

    list: Callable[[bytes, str], tuple[Enclosed, ...]]
    take: Callable[[bytes, str, Sequence[int]], tuple[bytes, ...]]
    left: Callable[[bytes, str], tuple[Enclosed, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: how it is known, and how it becomes an article. Every function takes the bytes and the name.

    `order` says when it is asked: first those that know their files by a signature (0), then by their words (1),
    by the name (2), and at last the one that takes any text (3).

    What only some formats can do is None for the others: `whole` reads everything on a page, `chapters` each chapter
    as an article, `container` opens what lies inside, and `unlock` gives the bytes that `read` takes for those that a
    password locks (from the bytes and the password). A pile of files and nothing else has no `read`.

    Raises:
        UnreadableFileError: from every function, where the file cannot be read; `PasswordNeededError` where it could
            be with a password, or with another one.
    """

    name: str
    media_type: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes, str], bool]
    read: Callable[[bytes, str], Article] | None
    order: int = 0
    whole: Callable[[bytes, str], Article] | None = None
    chapters: Callable[[bytes, str], tuple[Article, ...]] | None = None
    container: Container | None = None
    unlock: Callable[[bytes, str], bytes] | None = None


@cache
def formats() -> tuple[Format, ...]:
    """Every format, in the order in which they are asked whether a file is theirs."""
    found = [import_module(f"{modules.__name__}.{module.name}") for module in pkgutil.iter_modules(modules.__path__)]
    return tuple(sorted((module.FORMAT for module in found), key=lambda form: (form.order, form.name)))


def recognise(data: bytes, name: str) -> Format:
    """The format that a file's bytes have; the content decides, then the name.

    Raises:
        UnreadableFileError: where the file is empty or of no known kind.
    """
    if not data.strip():
        raise UnreadableFileError(EMPTY)
    for form in formats():
        if form.recognises(data, name):
            return form
    raise UnreadableFileError(_unknown(data))


def read(form: Format, data: bytes, name: str, choice: Choice = Choice.ARTICLE) -> tuple[Article, ...]:
    """The articles that the bytes of a file of this format hold by this choice: none in a mere pile of files.

    Raises:
        UnreadableFileError: where they cannot be read, or hold no words.
    """
    if choice is Choice.CHAPTERS and form.chapters:
        found = form.chapters(data, name)
    elif choice is Choice.PAGE and form.whole:
        found = (form.whole(data, name),)
    else:
        found = (form.read(data, name),) if form.read else ()
    articles = tuple(article for article in found if article.blocks)
    if form.read and not articles:
        raise UnreadableFileError(WORDLESS)
    return articles


EMPTY = "The file is empty: there is nothing in it to read. If it should hold an article, save or copy it again."
WORDLESS = "There are no words in this file: it opened, but holds nothing to read. Look whether it is the right one."


def _unknown(data: bytes) -> str:
    if data.startswith(OFFICE_CONTAINER):
        return (
            "This file comes from an old office program, in a format that Apostil does not read. "
            "Open it in Word or LibreOffice, save it as DOCX, and open that."
        )
    return (
        "This is not a kind of file that Apostil reads. It reads texts, web pages, PDF, documents of "
        "Word and LibreOffice, e-books, mails and subtitles, and zip archives of them. "
        "Save the article as one of these, or copy its text and paste it."
    )
