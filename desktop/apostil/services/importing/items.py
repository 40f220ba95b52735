"""A file to be read, how it is to be read, and what can come of it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from apostil.domain.provenance import Choice
from apostil.services import reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.importers.registry import Enclosed
    from apostil.store.preparing import Prepared


WITHIN = " › "
"""Stands between what encloses a file and the file."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step into what encloses other files: the name of one of them, and its place there."""

    name: str
    place: int


@dataclass(frozen=True, slots=True)
class Item:
    """A file to be read: on the disk, or enclosed there in other files, or given with its bytes.

    `choice` is what is to become of it where that was decided for this file alone, `title` is what the article is
    called whatever the file says, and `asked` says that somebody was asked for a password already.
    """

    path: str = ""
    way: tuple[Step, ...] = ()
    size: int = 0
    given: reading.File | None = None
    title: str = ""
    choice: Choice | None = None
    asked: bool = False

    @property
    def name(self) -> str:
        """The name of the file, without what it lies in."""
        if self.given is not None:
            return self.given.name
        return PurePath(self.way[-1].name).name if self.way else reading.displayed(PurePath(self.path).name)

    @property
    def origin(self) -> str:
        """Where the file lies, in words: the path on the disk, and the way inside."""
        if self.given is not None:
            return self.given.origin
        return WITHIN.join((_shown_path(self.path), *(step.name for step in self.way)))

    def enclosed(self, files: Sequence[Enclosed]) -> tuple[Item, ...]:
        """The files that this one encloses."""
        return tuple(
            Item(self.path, (*self.way, Step(file.name, place)), file.size, choice=self.choice)
            for place, file in enumerate(files)
        )


@dataclass(frozen=True, slots=True)
class Terms:
    """How the files of one import are read: `books` in one piece or in chapters, where None leaves that to be asked."""

    books: Choice | None = None
    passwords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """A file that was read: its bytes and its articles, and what it encloses that could be read too.

    Once it is prepared for the library, `sha256` is the fingerprint of the bytes, and `prepared` are the articles as
    they are kept there; as such alone, without `extracted`.
    """

    item: Item
    file: reading.File
    extracted: reading.Extracted
    choice: Choice = Choice.ARTICLE
    prepared: tuple[Prepared, ...] = ()
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Pile:
    """A file that is nothing but other files."""

    item: Item
    files: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Locked:
    """A file that none of the known passwords opens."""

    item: Item
    reason: str


@dataclass(frozen=True, slots=True)
class Undecided:
    """A book of so many chapters, which may become one article or as many."""

    item: Item
    chapters: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not read, and why; what it encloses can perhaps be read all the same."""

    item: Item
    reason: str
    enclosed: tuple[Enclosed, ...] = ()


Outcome = Read | Pile | Locked | Undecided | Refused

Batch = tuple["Item", ...]


def _shown_path(path: str) -> str:
    return reading.displayed(os.path.abspath(path)) if path else ""  # noqa: PTH100  # a Path of it may not exist
