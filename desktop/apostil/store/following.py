"""Keeps the index of names in step with edits: which articles an edit touches, and what of them is made anew."""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING

from apostil.domain.edits import (
    AnalysisEdit,
    CorrectionsEdit,
    GlossaryEdit,
    LibraryCorrectionsEdit,
    MetadataEdit,
    RolesEdit,
    SeveralEdits,
)
from apostil.domain.entity import Confirmed, Kind, OtherKind, Renamed, SameAs, fold
from apostil.domain.glossary import GlossaryEntry, corrections_of
from apostil.store import naming, renaming, rules
from apostil.store.articles import key_of
from apostil.store.folding import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import apsw

    from apostil.domain.article import ArticleId
    from apostil.domain.edits import Edit
    from apostil.domain.entity import Correction
    from apostil.store.naming import Effective

BY_NAME = (Confirmed, OtherKind, Renamed, SameAs)
"""Corrections that look at the names of entities alone, where they have no span."""

_SPELT = "SELECT article FROM spelling WHERE folded = ?"
_WRITTEN = "SELECT rowid FROM text_index(?)"
_ANALYSED = "SELECT DISTINCT article FROM analysis"
_UNDER = "SELECT glossary FROM indexed_under"
_NOW_UNDER = "UPDATE indexed_under SET glossary = ?"


def follow(
    connection: apsw.Connection, edit: Edit, effective: Effective, glossary: Sequence[GlossaryEntry]
) -> frozenset[ArticleId]:
    """Bring the index in step with an edit that was applied, and say which articles' entities it may have changed.

    `glossary` is what holds always by now.
    """
    if isinstance(edit, LibraryCorrectionsEdit) and _goes_on_by_name(edit):
        added = edit.after[len(edit.before) :]
        touched, left = renaming.go_on(connection, added)
        _index(connection, left, effective)
        return frozenset(naming.ids_of(connection, {*touched, *left}))
    keys = reach(connection, edit, glossary) | follow_glossary(connection, glossary)
    _index(connection, keys, effective)
    return frozenset(naming.ids_of(connection, keys))


def reach(connection: apsw.Connection, edit: Edit, glossary: Sequence[GlossaryEntry]) -> set[int]:
    """The rows of the articles whose entities an edit may change, before it is applied or after."""
    return set(chain.from_iterable(_touched(connection, one, glossary) for one in _flat(edit)))


def candidates(
    connection: apsw.Connection, changed: Iterable[Correction], standing: Iterable[Correction] = ()
) -> set[int]:
    """The rows of the articles that these corrections can change, among others that are in force.

    A correction changes an article only where an entity goes by one of its names, or where the text has its words.
    """
    names = _names(changed, [*changed, *standing])
    found: set[int] = set()
    for name in names:
        found.update(int(key) for (key,) in connection.execute(_SPELT, (fold(name),)))
        words = folded(name).split()
        if words:
            phrase = f'"{" ".join(words)}"'
            found.update(int(key) for (key,) in connection.execute(_WRITTEN, (phrase,)))
    return found & {int(key) for (key,) in connection.execute(_ANALYSED)}


def follow_glossary(connection: apsw.Connection, entries: Sequence[GlossaryEntry]) -> set[int]:
    """The rows of the articles that a glossary touches which is another one than when the index was made.

    It may have changed while this library was closed; it is kept as the one that the index is made under now.
    """
    before, after = str(connection.execute(_UNDER).get), dump_glossary(entries)
    if before == after:
        return set()
    connection.execute(_NOW_UNDER, (after,))
    old, new = _said(load_glossary(before)), _said(entries)
    return candidates(connection, _differing(old, new), (*old, *new, *rules.rules(connection)))


def is_under(connection: apsw.Connection, entries: Sequence[GlossaryEntry]) -> bool:
    """Whether this glossary is the one that the index was made under."""
    return bool(connection.execute(_UNDER).get == dump_glossary(entries))


def _index(connection: apsw.Connection, keys: Iterable[int], effective: Effective) -> None:
    """Index these articles now where they are few, and none of them long; the others wait."""
    keys = set(keys)
    late = keys if len(keys) > naming.MOST_AT_ONCE else naming.long_ones(connection, keys)
    if late:
        naming.wait(connection, late)
    for key in sorted(keys - late):
        naming.index(connection, key, effective)


def _goes_on_by_name(edit: LibraryCorrectionsEdit) -> bool:
    """Whether nothing is said anew but what goes by the names of entities, after all that was said before."""
    count = len(edit.before)
    return edit.after[:count] == edit.before and all(map(_is_by_name, edit.after[count:]))


def _is_by_name(said: Correction) -> bool:
    """Whether it does the same to all entities of a name; who is made a person may turn out to be another one."""
    makes_person = isinstance(said, OtherKind) and said.kind is Kind.PERSON
    return isinstance(said, BY_NAME) and getattr(said, "span", None) is None and not makes_person


def _flat(edit: Edit) -> Iterator[Edit]:
    if isinstance(edit, SeveralEdits):
        for one in edit.edits:
            yield from _flat(one)
    else:
        yield edit


def _touched(connection: apsw.Connection, edit: Edit, glossary: Sequence[GlossaryEntry]) -> set[int]:
    """The rows of the articles whose entities an edit may change; which are present changes nothing in the index."""
    match edit:
        case AnalysisEdit() | CorrectionsEdit() | RolesEdit():
            return {key_of(connection, edit.article)}
        case MetadataEdit() if edit.before.language != edit.after.language:
            return {key_of(connection, edit.article)}
        case LibraryCorrectionsEdit():
            changed = _differing(edit.before, edit.after)
            return candidates(connection, changed, (*_said(glossary), *edit.before, *edit.after))
        case GlossaryEdit():
            before, after = _said(edit.before), _said(edit.after)
            return candidates(connection, _differing(before, after), (*before, *after, *rules.rules(connection)))
    return set()


def _said(entries: Iterable[GlossaryEntry]) -> tuple[Correction, ...]:
    return tuple(chain.from_iterable(map(corrections_of, entries)))


def _differing(before: Sequence[Correction], after: Sequence[Correction]) -> tuple[Correction, ...]:
    """What stands in one of two lists from where they begin to differ to where they end to."""
    start, most = 0, min(len(before), len(after))
    while start < most and before[start] == after[start]:
        start += 1
    end = 0
    while end < most - start and before[-1 - end] == after[-1 - end]:
        end += 1
    return (*before[start : len(before) - end], *after[start : len(after) - end])


def _names(changed: Iterable[Correction], standing: Iterable[Correction]) -> set[str]:
    """The names that these go by, and those that come to be called so through others."""
    names = {name for correction in changed for name in _said_names(correction)}
    keys = {fold(name) for name in names}
    others = {correction: _said_names(correction) for correction in standing}
    grown = True
    while grown:
        grown = False
        for said in others.values():
            new = [name for name in said if name not in names]
            if new and any(fold(name) in keys for name in said):
                names.update(new)
                keys.update(map(fold, new))
                grown = True
    return names


def _said_names(correction: Correction) -> tuple[str, ...]:
    """Every name and all words that a correction speaks of."""
    parts = (getattr(correction, part, "") for part in ("name", "canonical", "own", "words"))
    return tuple(part for part in parts if part)


def dump_glossary(entries: Iterable[GlossaryEntry]) -> str:
    """The entries of a glossary as JSON."""
    return json.dumps([(one.text, one.kind, one.language, one.canonical) for one in entries], ensure_ascii=False)


def load_glossary(words: str) -> list[GlossaryEntry]:
    """The entries of a glossary from their JSON."""
    return [
        GlossaryEntry(text, Kind(kind) if kind else None, language, canonical)
        for text, kind, language, canonical in json.loads(words)
    ]
