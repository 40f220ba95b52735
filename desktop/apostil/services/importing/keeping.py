"""Puts what was read into a library, and makes it appear there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.domain.article import Source
from apostil.domain.edits import PresenceEdit
from apostil.domain.provenance import Choice
from apostil.services.importing.report import Arrival

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator, Sequence

    from apostil.domain.article import ArticleId
    from apostil.services.importing.items import Read
    from apostil.store.library import Library
    from apostil.store.preparing import Incoming

    _Firsts = dict[tuple[str, Choice], Read]
    _There = dict[tuple[str, Choice], tuple[tuple[ArticleId, bool], ...]]


@dataclass(frozen=True, slots=True)
class Kept:
    """What a library took in: the articles that are new and those that it had, and the edit that made them appear."""

    new: tuple[Arrival, ...] = ()
    known: tuple[Arrival, ...] = ()
    edit: PresenceEdit | None = None


def keep(library: Library, found: Sequence[Read], now: dt.datetime) -> Kept:
    """Put what was read and prepared into the library, and make it appear."""
    firsts: _Firsts = {}
    for read in found:
        firsts.setdefault((read.sha256, read.choice), read)
    there = {key: library.known_parts(*key) for key in firsts}
    incoming = [(read, one) for key, read in firsts.items() if not there[key] for one in _incoming(read, now)]
    ids = library.insert_all([one for _, one in incoming])
    new = tuple(
        Arrival(article, one.prepared.article.metadata.title, read.item)
        for (read, one), article in zip(incoming, ids, strict=True)
    )
    known = tuple(
        Arrival(article, library.entry(article).title, read.item)
        for read in found
        for article in _already(read, firsts, there, new)
    )
    hidden = (article for parts in there.values() for article, present in parts if not present)
    appearing = (*ids, *hidden)
    if not appearing:
        return Kept(new, known)
    edit = PresenceEdit(import_label(len(appearing), (*new, *known)[0].title), appearing, present=True)
    library.apply(edit)
    return Kept(new, known, edit)


def import_label(count: int, title: str) -> str:
    """What the Edit menu calls an import."""
    if count > 1:
        return f"Import {count} articles"
    return f"Import “{title}”" if title else "Import article"


def _already(read: Read, firsts: _Firsts, there: _There, new: Sequence[Arrival]) -> tuple[ArticleId, ...]:
    """The articles that the library had of a file before it came, be it from the same batch."""
    key = (read.sha256, read.choice)
    if there[key] or firsts[key] is read:
        return tuple(article for article, _ in there[key])
    return tuple(arrival.article for arrival in new if arrival.item == firsts[key].item)


def _incoming(read: Read, now: dt.datetime) -> Iterator[Incoming]:
    from apostil.store.preparing import Incoming

    file = read.file
    source = Source(read.sha256, file.name, read.extracted.media_type, len(file.data), now, file.origin)
    for number, prepared in enumerate(read.prepared, 1):
        part = str(number) if len(read.prepared) > 1 else ""
        yield Incoming(source, file.data, prepared, read.choice, part)
