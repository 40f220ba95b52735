"""The sentences that name an entity as rows, under their articles, a part of a long list at a time."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt

from apostil.domain.names import Passage
from apostil.ui.models.named_model import sentences_words
from apostil.ui.wording import short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QObject

    from apostil.ui.models.index import Index

PORTION = 30
"""So many rows come at a time."""


class Roles(IntEnum):
    """What a row holds beside its words."""

    ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Head:
    """An article above its sentences; `first` is the one that a click goes to."""

    title: str
    facts: str
    first: Passage


Row = Head | Passage
"""What stands in the list."""


def passage_facts(passage: Passage) -> str:
    """Outlet and day of the article that a sentence stands in, as far as they are known."""
    day = short_date(passage.published) if passage.published else ""
    return " · ".join(filter(None, [passage.outlet, day]))


class PassageModel(QAbstractListModel):
    """Sentences by article, the newest article first or the oldest; those without a day come last either way."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._passages: tuple[Passage, ...] = ()
        self._rows: list[Row] = []
        self._shown = 0
        self.newest_first = True
        self.articles = 0

    @property
    def sentences(self) -> int:
        """The number of sentences, shown or not yet."""
        return len(self._passages)

    def show(self, passages: Iterable[Passage]) -> None:
        """Show these sentences, which are in the order of their days and outlets."""
        self._passages = tuple(passages)
        self._arrange()

    def set_newest_first(self, newest_first: bool) -> None:
        """Show them in this order."""
        if newest_first != self.newest_first:
            self.newest_first = newest_first
            self._arrange()

    def at(self, row: int) -> Row:
        """An article, or a sentence of it."""
        return self._rows[row]

    def passage(self, row: int) -> Passage:
        """The sentence that a row leads to."""
        found = self._rows[row]
        return found.first if isinstance(found, Head) else found

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of rows that are there by now."""
        return 0 if parent is not None and parent.isValid() else self._shown

    def canFetchMore(self, parent: Index) -> bool:
        """Whether the list goes on."""
        return not parent.isValid() and self._shown < len(self._rows)

    def fetchMore(self, parent: Index) -> None:
        """Let the next portion come."""
        if parent.isValid():
            return
        last = min(self._shown + PORTION, len(self._rows))
        self.beginInsertRows(QModelIndex(), self._shown, last - 1)
        self._shown = last
        self.endInsertRows()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 Qt's own signature
        """What a row shows, tells and holds."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.title if isinstance(row, Head) else row.text
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{row.title}, {row.facts}" if isinstance(row, Head) else row.text
            case Roles.ROW:
                return row
            case _:
                return None

    def _arrange(self) -> None:
        self.beginResetModel()
        groups = [list(group) for _, group in groupby(self._passages, key=lambda one: one.article)]
        if self.newest_first:
            groups = [one for one in reversed(groups) if one[0].published] + [
                one for one in groups if not one[0].published
            ]
        self.articles = len(groups)
        self._rows = []
        for group in groups:
            self._rows += [_head(group), *group]
        self._shown = min(PORTION, len(self._rows))
        self.endResetModel()


def _head(group: Sequence[Passage]) -> Head:
    first = group[0]
    facts = " · ".join(filter(None, [passage_facts(first), sentences_words(len(group))]))
    return Head(first.title, facts, first)
