"""The library's articles as rows: sorted, filtered, or as a search found them."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, Qt

from apostil.domain.edits import Topic
from apostil.domain.entity import fold
from apostil.domain.library import Kinship
from apostil.ui.models.words import shortened, wrapped_tip
from apostil.ui.wording import counted, short_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from PySide6.QtCore import QObject

    from apostil.domain.article import ArticleId
    from apostil.domain.edits import Changes
    from apostil.domain.library import Entry, Hit, Overlap
    from apostil.store.library import Library
    from apostil.ui.models.index import Index


MANY = 40
"""From so many changed articles on, the list is read anew instead of row by row."""

_ROW_TOPICS = (Topic.METADATA, Topic.BLOCKS, Topic.ANNOTATIONS, Topic.PRESENCE, Topic.OVERLAPS)


class Roles(IntEnum):
    """What a row holds beside its title."""

    ENTRY = Qt.ItemDataRole.UserRole + 1
    HIT = Qt.ItemDataRole.UserRole + 2
    KIN = Qt.ItemDataRole.UserRole + 3
    LEAD = Qt.ItemDataRole.UserRole + 4


class Sorting(StrEnum):
    """The orders of the list."""

    IMPORTED = "imported"
    PUBLISHED = "published"
    TITLE = "title"
    OUTLET = "outlet"
    MARKS = "marks"


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which articles are shown; what is left empty lets everything through.

    `naming` are the articles that name the entities that are filtered by; None where none is.
    """

    language: str = ""
    tag: str = ""
    marked: bool = False
    naming: frozenset[ArticleId] | None = None

    def passes(self, entry: Entry) -> bool:
        """Whether this article is shown."""
        return (
            (not self.language or entry.language == self.language)
            and (not self.tag or self.tag in entry.tags)
            and (not self.marked or entry.marks > 0)
            and (self.naming is None or entry.id in self.naming)
        )

    def __bool__(self) -> bool:
        """Whether anything may be held back."""
        return self != Sieve()


def entry_title(entry: Entry) -> str:
    """What the list calls an article: its title, or the name of its file."""
    return entry.title or entry.source_name


def entry_marks(entry: Entry) -> str:
    """How many marks an article has, in words; nothing where it has none."""
    if not entry.marks:
        return ""
    one = QCoreApplication.translate("LibraryModel", "highlight")
    return counted(entry.marks, one, QCoreApplication.translate("LibraryModel", "highlights"))


def entry_facts(entry: Entry) -> list[str]:
    """Language, date, marks and versions of an article, as far as they are known."""
    day = short_date(entry.published) if entry.published else ""
    facts = (entry.language.upper(), day, entry_marks(entry), entry_orphans(entry), entry_versions(entry))
    return [fact for fact in facts if fact]


def entry_orphans(entry: Entry) -> str:
    """How many marks wait for a place, in words; nothing where none does."""
    waiting = QCoreApplication.translate("LibraryModel", "{} not placed")
    return waiting.format(entry.orphans) if entry.orphans else ""


def entry_versions(entry: Entry) -> str:
    """How many versions there are, in words; nothing where there is one."""
    many = QCoreApplication.translate("LibraryModel", "{} versions")
    return many.format(entry.versions) if entry.versions > 1 else ""


def in_a_word(overlap: Overlap) -> str:
    """How an article stands to the one that it shares the most text with, as short as a row of the list needs it."""
    translate = QCoreApplication.translate
    if overlap.kinship is Kinship.COPY and overlap.percent == 100:
        return translate("LibraryModel", "Same text")
    words = {
        Kinship.NEWER: translate("LibraryModel", "Newer copy"),
        Kinship.OLDER: translate("LibraryModel", "Older copy"),
        Kinship.COPY: translate("LibraryModel", "{share}\u00a0% the same"),
        Kinship.SHARED: translate("LibraryModel", "{share}\u00a0% shared"),
    }
    return words[overlap.kinship].format(share=overlap.percent)


def told_apart(entry: Entry, beside: Entry) -> str:
    """An article so named that it can be told from this other one: by its file alone where they have one title."""
    day = short_date(entry.published) if entry.published else ""
    if fold(entry_title(entry)) == fold(entry_title(beside)):
        name, rest = entry.source_name, [entry.outlet, day]
    else:
        name, rest = f"“{shortened(entry_title(entry), 60)}”", [entry.outlet, day, entry.title and entry.source_name]
    facts = ", ".join(filter(None, rest))
    return f"{name} ({facts})" if facts else name


def kinship(overlap: Overlap, other: str) -> str:
    """How an article stands to the one of this name that it shares the most text with."""
    translate = QCoreApplication.translate
    if overlap.kinship is Kinship.COPY and overlap.percent == 100:
        return translate("LibraryModel", "The same text, from another file: {}").format(other)
    words = {
        Kinship.NEWER: translate("LibraryModel", "Newer copy of {other}, {share}\u00a0% the same"),
        Kinship.OLDER: translate("LibraryModel", "Older copy of {other}, {share}\u00a0% the same"),
        Kinship.COPY: translate("LibraryModel", "{share}\u00a0% the same as {other}"),
        Kinship.SHARED: translate("LibraryModel", "{share}\u00a0% of its words stand in {other} too"),
    }
    return words[overlap.kinship].format(share=overlap.percent, other=other)


def _looks(entry: Entry) -> tuple[object, ...]:
    """What of an article its row says first."""
    return fold(entry_title(entry)), fold(entry.outlet), entry.published


def _spoken(entry: Entry, kin: str) -> str:
    return ", ".join(filter(None, [entry_title(entry), entry.outlet, *entry_facts(entry), kin]))


def _parts_in_order(part: str) -> tuple[tuple[int, str], ...]:
    """A key by which part 10 comes after part 9."""
    return tuple((int(number or 0), words) for number, words in re.findall(r"(\d*)(\D*)", part)) if part else ()


class LibraryModel(QAbstractListModel):
    """The articles of a library; `apply` follows an edit in the rows it concerns and in no others."""

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._entries: dict[ArticleId, Entry] = {}
        self._shown: list[Entry] = []
        self._hits: dict[ArticleId, Hit] | None = None
        self._places: dict[ArticleId, int] = {}
        self._sorting = Sorting.IMPORTED
        self._sieve = Sieve()
        self.apart: Callable[[], frozenset[frozenset[ArticleId]]] = frozenset
        self.reload()

    @property
    def total(self) -> int:
        """The number of articles in the library, shown or not."""
        return len(self._entries)

    @property
    def sorting(self) -> Sorting:
        """The order of the rows while nothing is searched."""
        return self._sorting

    @property
    def sieve(self) -> Sieve:
        """Which articles are shown."""
        return self._sieve

    @property
    def languages(self) -> list[str]:
        """The languages that occur in the library, in order."""
        return sorted({entry.language for entry in self._entries.values() if entry.language})

    @property
    def searching(self) -> bool:
        """Whether the rows are what a search found, best first."""
        return self._hits is not None

    def reload(self) -> None:
        """Read the whole list anew."""
        self._entries = {entry.id: entry for entry in self._library.entries()}
        self._arrange()

    def set_sorting(self, sorting: Sorting) -> None:
        """Show the rows in this order."""
        if sorting is not self._sorting:
            self._sorting = sorting
            self._arrange()

    def set_sieve(self, sieve: Sieve) -> None:
        """Show only what passes."""
        self._sieve = sieve
        self._arrange()

    def set_hits(self, hits: Sequence[Hit] | None) -> None:
        """Show what a search found, best first; None shows the whole list again."""
        self._hits = None if hits is None else {hit.id: hit for hit in hits}
        self._places = {hit.id: place for place, hit in enumerate(hits or ())}
        self._arrange()

    def row_of(self, article_id: ArticleId | None) -> int:
        """The row of an article, -1 where it is not shown."""
        return next((row for row, entry in enumerate(self._shown) if entry.id == article_id), -1)

    def entry_at(self, row: int) -> Entry:
        """The article of a row."""
        return self._shown[row]

    def apply(self, changes: Changes) -> None:
        """Follow an edit in the rows it concerns."""
        if not any(map(changes.touches, _ROW_TOPICS)):
            return
        if len(changes.articles) > MANY:
            self.reload()
            return
        current = dict(self._current(changes))
        fresh = [entry for key, entry in current.items() if entry is not None and key not in self._entries]
        self._add(fresh)
        for article_id in current.keys() - {entry.id for entry in fresh}:
            self._put(article_id, current[article_id])

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of articles shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 Qt's own signature
        """What a row shows, tells and holds."""
        if not index.isValid():
            return None
        entry = self._shown[index.row()]
        hit = self._hits.get(entry.id) if self._hits else None
        tell: dict[int, Callable[[], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda: entry_title(entry),
            Qt.ItemDataRole.ToolTipRole: lambda: wrapped_tip(self._tip(entry)),
            Qt.ItemDataRole.AccessibleTextRole: lambda: _spoken(entry, self.kin_told(entry)),
            Qt.ItemDataRole.AccessibleDescriptionRole: lambda: hit.excerpt if hit else "",
            Roles.ENTRY: lambda: entry,
            Roles.HIT: lambda: hit,
            Roles.KIN: lambda: self.kin(entry),
            Roles.LEAD: lambda: self.lead(entry),
        }
        return tell[role]() if role in tell else None

    def kin(self, entry: Entry) -> str:
        """In a word, how this article stands to the one that it shares the most text with, where there is one."""
        overlap, other = self._nearest(entry)
        return in_a_word(overlap) if overlap and other else ""

    def kin_told(self, entry: Entry) -> str:
        """Like `kin`, with the name of the other article."""
        overlap, other = self._nearest(entry)
        return kinship(overlap, told_apart(other, entry)) if overlap and other else ""

    def lead(self, entry: Entry) -> str:
        """What a row begins with below its title: the outlet, or the file where a copy is told by nothing else."""
        _, other = self._nearest(entry)
        alike = other is not None and _looks(other) == _looks(entry)
        return " · ".join(filter(None, [entry.source_name if alike else "", entry.outlet]))

    def _nearest(self, entry: Entry) -> tuple[Overlap | None, Entry | None]:
        overlap = entry.overlap
        other = self._entries.get(overlap.other) if overlap else None
        if overlap and frozenset({entry.id, overlap.other}) in self.apart() and overlap.kinship is not Kinship.SHARED:
            overlap = replace(overlap, kinship=Kinship.COPY)
        return overlap, other

    def _tip(self, entry: Entry) -> list[str]:
        file = entry.source_name if entry.title else ""
        return list(filter(None, [entry_title(entry), entry.outlet, file, self.kin_told(entry)]))

    def _current(self, changes: Changes) -> Iterable[tuple[ArticleId, Entry | None]]:
        touched = self._touched(changes)
        if changes.touches(Topic.PRESENCE):
            present = self._library.is_present
            return [(each, self._library.entry(each) if present(each) else None) for each in touched]
        known = [article_id for article_id in touched if article_id in self._entries]
        return [(article_id, self._library.entry(article_id)) for article_id in known]

    def _touched(self, changes: Changes) -> Iterable[ArticleId]:
        """The articles that changed, and those that are told of them as what they share text with."""
        touched = dict.fromkeys(changes.articles)
        if changes.touches(Topic.PRESENCE) or changes.touches(Topic.METADATA):
            for article_id in changes.articles:
                touched.update(dict.fromkeys(one.other for one in self._library.overlaps(article_id)))
            pointing = (one for one in self._entries.values() if one.overlap and one.overlap.other in changes.articles)
            touched.update(dict.fromkeys(one.id for one in pointing))
        return touched

    def _arrange(self) -> None:
        self.beginResetModel()
        self._shown = sorted(filter(self._passes, self._entries.values()), key=self._key)
        self.endResetModel()

    def _passes(self, entry: Entry) -> bool:
        return self._sieve.passes(entry) and (self._hits is None or entry.id in self._hits)

    def _key(self, entry: Entry) -> tuple[Any, ...]:
        if self._hits is not None:
            return (self._places[entry.id],)
        match self._sorting:
            case Sorting.IMPORTED:
                lead: tuple[Any, ...] = ()
            case Sorting.PUBLISHED:
                lead = (-entry.published.toordinal() if entry.published else 0,)
            case Sorting.TITLE:
                lead = (fold(entry_title(entry)),)
            case Sorting.OUTLET:
                lead = (not entry.outlet, fold(entry.outlet))
            case Sorting.MARKS:
                lead = (-entry.marks,)
        # The chapters of a book came in at one moment, and stand in its order wherever nothing else tells them apart.
        return (*lead, -entry.imported.timestamp(), _parts_in_order(entry.part), entry.title, entry.id)

    def _add(self, fresh: Iterable[Entry]) -> None:
        """Show articles that are new; rows that stand together come in one go, which a view takes far sooner."""
        self._entries.update((entry.id, entry) for entry in fresh)
        shown = sorted(filter(self._passes, fresh), key=self._key)
        placed = [(bisect_left(self._shown, self._key(entry), key=self._key), entry) for entry in shown]
        for place, group in groupby(reversed(placed), key=itemgetter(0)):
            rows = [entry for _, entry in group][::-1]
            self.beginInsertRows(QModelIndex(), place, place + len(rows) - 1)
            self._shown[place:place] = rows
            self.endInsertRows()

    def _put(self, article_id: ArticleId, entry: Entry | None) -> None:
        if entry is None:
            self._entries.pop(article_id, None)
        else:
            self._entries[article_id] = entry
        row = self.row_of(article_id)
        if entry is not None and self._passes(entry):
            self._show(row, entry)
        elif row >= 0:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._shown[row]
            self.endRemoveRows()

    def _show(self, row: int, entry: Entry) -> None:
        if row < 0:
            place = bisect_left(self._shown, self._key(entry), key=self._key)
            self.beginInsertRows(QModelIndex(), place, place)
            self._shown.insert(place, entry)
            self.endInsertRows()
            return
        others = self._shown[:row] + self._shown[row + 1 :]
        place = bisect_left(others, self._key(entry), key=self._key)
        if place != row:
            # Qt counts the place to move to before the row has left its own.
            self.beginMoveRows(QModelIndex(), row, row, QModelIndex(), place + (place > row))
        self._shown = [*others[:place], entry, *others[place:]]
        if place != row:
            self.endMoveRows()
        self.dataChanged.emit(self.index(place), self.index(place))
