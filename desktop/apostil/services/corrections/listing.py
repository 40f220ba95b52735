"""All that is said of names beyond one article, as the lines of one list: what holds always, and in the library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.domain.edits import GlossaryEdit, LibraryCorrectionsEdit, SeveralEdits
from apostil.domain.entity import (
    Confirmed,
    Correction,
    MarkedEntity,
    NotAnEntity,
    OtherExtent,
    OtherKind,
    Renamed,
    SameAs,
    Scope,
    Split,
)
from apostil.domain.glossary import GlossaryEntry, corrections_of, together

if TYPE_CHECKING:
    from collections.abc import Collection

    from apostil.domain.edits import Edit
    from apostil.store.library import Library


@dataclass(frozen=True, slots=True)
class Said:
    """A line of the list: an entry of the glossary, or a correction that holds in the library, put as an entry.

    `changeable` says that the entry says all of it; `whole` is the correction as it is, None for the glossary.
    """

    entry: GlossaryEntry
    whole: Correction | None = None
    changeable: bool = True


def listed(library: Library) -> tuple[Said, ...]:
    """Everything that holds always, and then what holds in this library."""
    always = (Said(entry) for entry in library.glossary().entries)
    return (*always, *map(_of_library, library.rules()))


def removed(library: Library, lines: Collection[Said]) -> Edit:
    """The edit that takes these lines out, as one step."""
    always = {line.entry for line in lines if line.whole is None}
    rules = {line.whole for line in lines if line.whole is not None}
    count = len(lines)
    (first, *_) = lines
    label = f"Remove {first.entry.text} from the glossary" if count == 1 else f"Remove {count} names from the glossary"
    listed_now, rules_now = library.glossary().entries, library.rules()
    edits: list[Edit] = []
    if always:
        kept = tuple(entry for entry in listed_now if entry not in always)
        edits.append(GlossaryEdit(label, listed_now, kept))
    if rules:
        edits.append(LibraryCorrectionsEdit(label, rules_now, tuple(one for one in rules_now if one not in rules)))
    return edits[0] if len(edits) == 1 else SeveralEdits(label, tuple(edits))


def put(library: Library, entry: GlossaryEntry, instead: Said | None = None) -> Edit:
    """The edit that puts an entry in, as its scope says, instead of a line that is there or beside all of them."""
    label = f"Add {entry.text} to the glossary" if instead is None else f"Change {entry.text} in the glossary"
    always, rules = library.glossary().entries, library.rules()
    always_after = tuple(one for one in always if instead is None or instead.whole or one != instead.entry)
    rules_after = tuple(one for one in rules if instead is None or one != instead.whole)
    if entry.scope is Scope.LIBRARY:
        rules_after = (*rules_after, *corrections_of(entry))
    else:
        always_after = together(always_after, [entry])
    edits: list[Edit] = []
    if always_after != always:
        edits.append(GlossaryEdit(label, always, always_after))
    if rules_after != rules:
        edits.append(LibraryCorrectionsEdit(label, rules, rules_after))
    return edits[0] if len(edits) == 1 else SeveralEdits(label, tuple(edits))


def _of_library(said: Correction) -> Said:
    match said:
        case MarkedEntity(name, kind, None):
            return Said(GlossaryEntry(name, kind, scope=Scope.LIBRARY), said)
        case NotAnEntity(name, None, True):
            return Said(GlossaryEntry(name, None, scope=Scope.LIBRARY), said)
        case OtherKind(name, kind):
            return Said(GlossaryEntry(name, kind, scope=Scope.LIBRARY), said, changeable=False)
        case Confirmed(name, _, kind):
            return Said(GlossaryEntry(name, kind, scope=Scope.LIBRARY), said, changeable=False)
        case SameAs(name, other) | Renamed(name, other) | Split(name, other) | OtherExtent(name, other):
            return Said(GlossaryEntry(name, None, "", other, Scope.LIBRARY), said, changeable=False)
        case MarkedEntity(name) | NotAnEntity(name):
            return Said(GlossaryEntry(name, None, scope=Scope.LIBRARY), said, changeable=False)


def is_nameless(line: Said) -> bool:
    """Whether a line says that its words are no name."""
    return line.entry.kind is None and (line.whole is None or isinstance(line.whole, NotAnEntity))
