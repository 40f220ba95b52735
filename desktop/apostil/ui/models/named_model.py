"""Entities of the library as rows, each with what is said of it."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, Qt

from apostil.ui.models.words import kind_name
from apostil.ui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QObject

    from apostil.domain.names import Companion, Named
    from apostil.ui.models.index import Index


class Roles(IntEnum):
    """What a row holds beside its name."""

    NAMED = Qt.ItemDataRole.UserRole + 1
    FACTS = Qt.ItemDataRole.UserRole + 2


def articles_words(count: int) -> str:
    """So many articles."""
    return counted(count, _tr("article"), _tr("articles"))


def mentions_words(count: int) -> str:
    """So many mentions."""
    return counted(count, _tr("mention"), _tr("mentions"))


def sentences_words(count: int) -> str:
    """So many sentences."""
    return counted(count, _tr("sentence"), _tr("sentences"))


def frequency(named: Named) -> str:
    """How often an entity is mentioned: “12 mentions in 3 articles”."""
    return _tr("{mentions} in {articles}").format(
        mentions=mentions_words(named.mentions), articles=articles_words(named.articles)
    )


def company(companion: Companion) -> str:
    """How often it stands beside another one: “3 sentences in 2 articles”."""
    return _tr("{sentences} in {articles}").format(
        sentences=sentences_words(companion.sentences), articles=articles_words(companion.articles)
    )


class NamedModel(QAbstractListModel):
    """A list of entities with a few words on each; the kind is always said first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[Named, str], ...] = ()

    def show(self, rows: Iterable[tuple[Named, str]]) -> None:
        """Show these entities with these words."""
        fresh = tuple(rows)
        if fresh == self._rows:
            return
        self.beginResetModel()
        self._rows = fresh
        self.endResetModel()

    def show_named(self, found: Iterable[Named]) -> None:
        """Show these entities with the number of their articles."""
        self.show((named, articles_words(named.articles)) for named in found)

    def at(self, row: int) -> Named:
        """The entity of a row."""
        return self._rows[row][0]

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of entities."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 Qt's own signature
        """What a row shows, tells and holds."""
        if not index.isValid():
            return None
        named, words = self._rows[index.row()]
        facts = f"{kind_name(named.kind)} · {words}" if words else kind_name(named.kind)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return named.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{named.name}, {facts}"
            case Roles.NAMED:
                return named
            case Roles.FACTS:
                return facts
            case _:
                return None


def _tr(words: str) -> str:
    return QCoreApplication.translate("NamedModel", words)
