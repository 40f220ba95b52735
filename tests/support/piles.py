"""Invented formats of files that enclose others, are locked, or fall into chapters, as plain as they can be."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from apostil.domain.article import Article, Metadata, Piece, compose
from apostil.domain.errors import PasswordNeededError, UnreadableFileError
from apostil.importers import registry
from apostil.importers.registry import Container, Enclosed, Format

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pytest

LOCKED = "It is locked. Open it with its password."
BROKEN = "A file in it is damaged. Ask for another copy."


def crate(*files: tuple[str, bytes], password: str = "") -> bytes:
    """A pile of files and nothing else."""
    return b"CRATE " + _dumped({"files": _plain(files), "password": password})


def letter(text: str, *files: tuple[str, bytes]) -> bytes:
    """A text that encloses files."""
    return b"LETTER " + _dumped({"text": text, "files": _plain(files)})


def safe(text: str, password: str) -> bytes:
    """A text that a password locks."""
    return b"SAFE " + _dumped({"text": text, "password": password})


def book(*chapters: str) -> bytes:
    """A text in chapters."""
    return b"BOOK " + _dumped({"chapters": chapters})


def add_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let these formats be read like the others, in this process."""
    known = registry.formats()
    monkeypatch.setattr(registry, "formats", lambda: (*FORMATS, *known))


def _dumped(value: object) -> bytes:
    return json.dumps(value).encode()


def _plain(files: Sequence[tuple[str, bytes]]) -> list[list[str]]:
    return [[name, data.decode("latin-1")] for name, data in files]


def _inside(data: bytes) -> dict:
    return json.loads(data.partition(b" ")[2])


def _list(data: bytes, _name: str) -> tuple[Enclosed, ...]:
    return tuple(Enclosed(name, len(words)) for name, words in _inside(data)["files"])


def _take(data: bytes, _name: str, places: Sequence[int]) -> tuple[bytes, ...]:
    inside = _inside(data)
    if inside.get("password") and not inside.get("open"):
        raise PasswordNeededError(LOCKED)
    taken = [inside["files"][place][1].encode("latin-1") for place in places]
    if b"BROKEN" in taken:
        raise UnreadableFileError(BROKEN)
    return tuple(taken)


def _unlock(data: bytes, password: str) -> bytes:
    inside = _inside(data)
    if password != inside["password"]:
        raise PasswordNeededError(LOCKED, wrong=True)
    return data.partition(b" ")[0] + b" " + _dumped(inside | {"open": True})


def _article(text: str) -> Article:
    return compose([Piece(part) for part in text.split("\n\n")], Metadata(title=text[:20]), "invented 1")


def _read(data: bytes, _name: str) -> Article:
    return _article(_inside(data)["text"])


def _read_locked(data: bytes, _name: str) -> Article:
    inside = _inside(data)
    if not inside.get("open"):
        raise PasswordNeededError(LOCKED)
    return _article(inside["text"])


def _read_book(data: bytes, _name: str) -> Article:
    return _article("\n\n".join(_inside(data)["chapters"]))


def _chapters(data: bytes, _name: str) -> tuple[Article, ...]:
    return tuple(map(_article, _inside(data)["chapters"]))


def _begins(word: bytes):
    return lambda data, _name: data.startswith(word + b" ")


FORMATS = (
    Format("crate", "x/crate", (".crate",), _begins(b"CRATE"), None, container=Container(_list, _take), unlock=_unlock),
    Format("letter", "x/letter", (".letter",), _begins(b"LETTER"), _read, container=Container(_list, _take)),
    Format("safe", "x/safe", (".safe",), _begins(b"SAFE"), _read_locked, unlock=_unlock),
    Format("book", "x/book", (".book",), _begins(b"BOOK"), _read_book, chapters=_chapters),
)
