"""Exchanging the glossary with other people and programs, with a report of what was understood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.services import correcting, glossaries
from apostil.services.exporting import save

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from apostil.domain.edits import GlossaryEdit
    from apostil.domain.glossary import GlossaryEntry
    from apostil.store.library import Library


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reading a list came to: the edit that takes it in, counts of its lines, and why some were left out.

    `edit` is None where the list says nothing anew.
    """

    edit: GlossaryEdit | None
    read: int
    new: int
    changed: int
    same: int
    problems: tuple[str, ...]


def read(library: Library, path: Path) -> Outcome:
    """Read a list of names, and say what it would change in the glossary.

    Raises:
        UnreadableFileError: where it cannot be read.
    """
    listed = glossaries.read_list(path)
    standing = {(entry.text, entry.language): entry for entry in library.glossary().entries}
    wanted = {(entry.text, entry.language): entry for entry in listed.entries}
    same = sum(standing.get(key) == entry for key, entry in wanted.items())
    changed = sum(key in standing for key in wanted) - same
    new = len(wanted) - same - changed
    edit = correcting.imported(library, wanted.values()) if new or changed else None
    return Outcome(edit, len(listed.entries) + len(listed.problems), new, changed, same, listed.problems)


def write(entries: Sequence[GlossaryEntry], path: Path) -> None:
    """Write entries as a list that Apostil and other programs read.

    Raises:
        ApostilError: where the file cannot be written.
    """
    save(glossaries.as_list(entries), path)
