"""Which files are meant by what a person chose: files, folders, and pages that a browser saved."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from apostil.domain.provenance import Choice
from apostil.services import reading
from apostil.services.importing.items import Item
from apostil.services.importing.report import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


CLOSED_FOLDER = "This folder could not be looked into. Change its permissions, or copy its files to another place."

EMPTY_FOLDER = "There are no files in this folder. Open another one, or look whether its files are hidden."


@dataclass(frozen=True, slots=True)
class Found:
    """The files that are to be read, the folders that could not be looked into, and how many folders were."""

    items: tuple[Item, ...]
    problems: tuple[Problem, ...] = ()
    folders: int = 0


def look_for_files(paths: Iterable[Path], choice: Choice | None = None) -> Found:
    """The files at these paths and in the folders among them, each once."""
    files: dict[Path, None] = {}
    problems: list[Problem] = []
    opened = 0
    for path in dict.fromkeys(_with_pages(paths)):
        if not _is_folder(path):
            files[path] = None
            continue
        opened += 1
        inside, missed = _inside(path)
        files.update(dict.fromkeys(inside))
        problems += missed
    return Found(tuple(Item(str(path), size=_size_of(path), choice=choice) for path in files), tuple(problems), opened)


def _inside(folder: Path) -> tuple[list[Path], list[Problem]]:
    """The files in a folder and below it, and what of it could not be looked into."""
    from apostil.importers.folders import files_in

    unread: list[Path] = []
    found = list(files_in(folder, unread=unread.append))
    if not found and not unread:
        return [], [_problem_of_folder(folder, EMPTY_FOLDER)]
    return found, [_problem_of_folder(each, CLOSED_FOLDER) for each in unread]


def _with_pages(paths: Iterable[Path]) -> Iterator[Path]:
    """The paths, where a folder that a browser saved beside a page stands for that page."""
    for path in paths:
        yield (_page_beside(path) or path) if _is_folder(path) else path


def _page_beside(folder: Path) -> Path | None:
    from apostil.importers.folders import beside_pages

    try:
        files = list(folder.parent.iterdir())
    except OSError:
        return None
    return next((file for file in files if folder.name.casefold() in beside_pages((file.name,))), None)


def _problem_of_folder(folder: Path, reason: str) -> Problem:
    name = reading.displayed(folder.name) or reading.displayed(folder)
    return Problem(name, reason, reading.displayed(folder))


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _size_of(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
