"""Lists of names that say what names are: a person's own glossary, and those that are handed round as files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from apostil.domain import corrections
from apostil.domain.edits import GlossaryEdit
from apostil.domain.entity import Scope
from apostil.domain.glossary import corrections_of, holds_in, read_lines, together, write_entries
from apostil.services import reading
from apostil.store import places
from apostil.store.glossary import GlossaryFile, decoded

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from apostil.domain.article import Article
    from apostil.domain.entity import Entity
    from apostil.domain.glossary import GlossaryEntry
    from apostil.store.glossary import Glossary
    from apostil.store.library import Library


@dataclass(frozen=True, slots=True)
class Listed:
    """The entries of a list, and a sentence for each of its lines that was left out."""

    entries: tuple[GlossaryEntry, ...]
    problems: tuple[str, ...]


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


def read_list(path: Path) -> Listed:
    """Read a list of names in any of the usual encodings; what held in a library is to hold always.

    Raises:
        UnreadableFileError: where the file is not there, or cannot be read.
    """
    lines = read_lines(decoded(reading.load(path).data))
    entries: list[GlossaryEntry] = []
    problems: list[str] = []
    for number, line in enumerate(lines, 1):
        if line.problem:
            problems.append(line.problem)
        elif line.entry and line.entry.scope in {Scope.ALWAYS, Scope.LIBRARY}:
            entries.append(replace(line.entry, scope=Scope.ALWAYS))
        elif line.entry:
            problems.append(f"Line {number} was left out: what holds in one article alone cannot be handed round.")
    return Listed(tuple(entries), tuple(problems))


def compared(library: Library, path: Path) -> Outcome:
    """Read a list of names, and say what it would change in the glossary.

    Raises:
        UnreadableFileError: where it cannot be read.
    """
    listed = read_list(path)
    standing = {(entry.text, entry.language): entry for entry in library.glossary().entries}
    wanted = {(entry.text, entry.language): entry for entry in listed.entries}
    same = sum(standing.get(key) == entry for key, entry in wanted.items())
    changed = sum(key in standing for key in wanted) - same
    new = len(wanted) - same - changed
    edit = imported(library, wanted.values()) if new or changed else None
    return Outcome(edit, len(listed.entries) + len(listed.problems), new, changed, same, listed.problems)


def imported(library: Library, entries: Iterable[GlossaryEntry]) -> GlossaryEdit:
    """A list of names becomes a part of the glossary, where it replaces what was said of the same words."""
    before = library.glossary().entries
    return GlossaryEdit("Import glossary", before, together(before, entries))


def as_list(entries: Iterable[GlossaryEntry]) -> bytes:
    """Entries as a file to hand round."""
    return write_entries(entries).encode("utf-8", "replace")


def write(entries: Sequence[GlossaryEntry], path: Path) -> None:
    """Write entries as a list that Apostil and other programs read.

    Raises:
        ApostilError: where the file cannot be written.
    """
    from apostil.services.exporting import save  # which loads every format

    save(as_list(entries), path)


def own() -> Glossary:
    """The person's own glossary, as its file is now."""
    return GlossaryFile(places.glossary_file()).read()


def add_to_own(entries: Iterable[GlossaryEntry]) -> None:
    """Make entries a part of the person's own glossary, where they replace what was said of the same words.

    Raises:
        LibraryError: where it cannot be written.
    """
    file = GlossaryFile(places.glossary_file())
    before = file.read().entries
    file.replace(before, together(before, entries))


def applied(article: Article, entities: Sequence[Entity], entries: Iterable[GlossaryEntry]) -> tuple[Entity, ...]:
    """The entities of an article after what these entries say, as far as they are in its language."""
    held = [entry for entry in entries if holds_in(entry, article.metadata.language)]
    said = [correction for entry in held for correction in corrections_of(entry)]
    return corrections.corrected(article, entities, said) if said else tuple(entities)
