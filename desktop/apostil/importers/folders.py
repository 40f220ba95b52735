"""Finds what can be read below a folder, and leaves out what nobody put there to be read."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_NUMBER = re.compile(r"(\d+)")
_LITTER = frozenset({"__macosx", "thumbs.db", "desktop.ini", "$recycle.bin", "system volume information"})
"""What systems leave in folders and archives for themselves."""
_PAGES = frozenset({".html", ".htm", ".xhtml", ".xht"})
_BESIDE_PAGES = ("_files", "_fichiers", "_dateien", "-dateien", "_archivos", "_bestanden", ".files")
"""How browsers, in several languages, end the name of the folder that they put beside a page they save."""


def files_in(root: Path, most: int = 20_000, unread: Callable[[Path], None] | None = None) -> Iterator[Path]:
    """The files in a folder and the folders below it, each folder's own files first, in the order people count in.

    Hidden files are left out, and the folder with pictures and programs that a browser saves beside a page. Folders
    that are links are not entered, so that the walk always ends.

    Args:
        root: The folder; it may be a link itself.
        most: How many files are found at most.
        unread: Told of each folder that could not be looked into.
    """
    waiting = [root]
    count = 0
    while waiting:
        folder = waiting.pop()
        try:
            files, folders = _inside(folder)
        except OSError:
            if unread:
                unread(folder)
            continue
        for name in files:
            if count == most:
                return
            count += 1
            yield folder / name
        waiting += [folder / name for name in reversed(folders)]


def in_order(name: str) -> tuple[tuple[bool, int, str], ...]:
    """What names are sorted by so that `page 9` comes before `page 10`, whatever their case."""
    parts = _NUMBER.split(name.casefold())
    return tuple((part.isdecimal(), int(part) if part.isdecimal() and len(part) < 19 else 0, part) for part in parts)


def is_litter(name: str) -> bool:
    """Whether the name of a file or folder says that it is hidden, or that a system keeps it for itself."""
    return name.startswith((".", "~$")) or name.casefold() in _LITTER


def beside_pages(names: Iterable[str]) -> frozenset[str]:
    """The names, without case, of the folders that browsers save beside those of these files that are pages."""
    stems = {PurePath(name).stem.casefold() for name in names if PurePath(name).suffix.lower() in _PAGES}
    return frozenset(stem + ending for stem in stems for ending in _BESIDE_PAGES)


def _inside(folder: Path) -> tuple[list[str], list[str]]:
    """The names of the files and of the folders in a folder, in order."""
    with os.scandir(folder) as entries:
        kept = [entry for entry in entries if not is_litter(entry.name)]
    files = sorted((entry.name for entry in kept if _is_file(entry)), key=in_order)
    beside = beside_pages(files)
    folders = (entry.name for entry in kept if entry.is_dir(follow_symlinks=False))
    return files, sorted((name for name in folders if name.casefold() not in beside), key=in_order)


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link that leads back to itself
        return False
