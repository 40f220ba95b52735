"""What lies in a file beside its articles and is not read, told in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.domain.errors import ApostilError
from apostil.services.importing import opening

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.importers.registry import Enclosed
    from apostil.services.importing.items import Item

MOST_NAMES = 12
"""So many files are named in a sentence; the rest is counted."""


def left_in(item: Item, passwords: Sequence[str] = ()) -> tuple[Enclosed, ...]:
    """The files in a pile that are not read, as they are of no kind that is. Runs in a worker process."""
    try:
        return opening.left_in(item, passwords)
    except ApostilError:
        return ()


def told_left(name: str, left: Sequence[Enclosed]) -> list[str]:
    """Which files of a pile were not read, a sentence for each reason."""
    empty = [file.name for file in left if not file.size]
    other = [file.name for file in left if file.size]
    told = []
    if other:
        told.append(f"“{name}” also holds what Apostil does not read: {_listed(other)}.")
    if empty:
        told.append(f"“{name}” also holds what is empty: {_listed(empty)}.")
    return told


def told_enclosed(name: str, files: Sequence[Item]) -> str:
    """Which files came with a mail and were not read, and how they are."""
    names = _listed([file.name for file in files])
    return f"“{name}” encloses files that were not read: {names}. Read them with --attachments."


def _listed(names: Sequence[str]) -> str:
    more = len(names) - MOST_NAMES
    return ", ".join(names[:MOST_NAMES]) + (f" and {more} more" if more > 0 else "")
