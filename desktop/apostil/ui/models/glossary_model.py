"""The glossary as a table: what is said of names always, and in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, Qt

from apostil.domain.entity import OtherExtent, Renamed, SameAs, Scope, Split, fold
from apostil.services.corrections.listing import is_nameless
from apostil.ui.models.words import kind_name
from apostil.ui.wording import language_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.services.corrections.listing import Said
    from apostil.ui.models.index import Index

TEXT, KIND, LANGUAGE, CANONICAL, SCOPE = range(5)


class GlossaryModel(QAbstractTableModel):
    """The lines that have the wanted words in them, sorted by a column."""

    def __init__(self, parent: Any = None) -> None:  # noqa: ANN401 Qt's own signature
        super().__init__(parent)
        self._lines: tuple[Said, ...] = ()
        self._shown: list[Said] = []
        self._words = ""
        self._column, self._order = TEXT, Qt.SortOrder.AscendingOrder

    @property
    def total(self) -> int:
        """How many lines there are, shown or not."""
        return len(self._lines)

    def show(self, lines: Sequence[Said]) -> None:
        """Show these lines."""
        self._lines = tuple(lines)
        self._arrange()

    def set_words(self, words: str) -> None:
        """Show only lines with these words in any column."""
        self._words = fold(words)
        self._arrange()

    def at(self, row: int) -> Said:
        """The line of a row."""
        return self._shown[row]

    def row_of(self, text: str) -> int:
        """The row of the first line about these words, -1 where none is shown."""
        return next((row for row, line in enumerate(self._shown) if line.entry.text == text), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """The number of lines shown."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: ARG002 Qt's own signature
        """The number of columns."""
        return SCOPE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """What the columns are called."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Words"), self.tr("Kind"), self.tr("Language"), self.tr("Called"), self.tr("Holds"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 Qt's own signature
        """What a cell shows."""
        if not index.isValid() or role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return None
        return self._words_of(self._shown[index.row()])[index.column()]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column."""
        self._column, self._order = column, order
        self._arrange()

    def _words_of(self, line: Said) -> tuple[str, ...]:
        entry = line.entry
        holds = self.tr("always") if entry.scope is Scope.ALWAYS else self.tr("in this library")
        language = language_name(entry.language) if entry.language else self.tr("any")
        return entry.text, self._kind(line), language, entry.canonical, holds

    def _kind(self, line: Said) -> str:
        if is_nameless(line):
            return self.tr("not a name")
        if line.entry.kind is not None:
            return kind_name(line.entry.kind)
        deeds = {
            SameAs: self.tr("same as"),
            Renamed: self.tr("renamed"),
            Split: self.tr("split off"),
            OtherExtent: self.tr("other words"),
        }
        return next((words for deed, words in deeds.items() if isinstance(line.whole, deed)), "")

    def _arrange(self) -> None:
        self.beginResetModel()
        found = [line for line in self._lines if self._words in fold(" ".join(self._words_of(line)))]
        down = self._order is Qt.SortOrder.DescendingOrder
        self._shown = sorted(found, key=lambda line: fold(self._words_of(line)[self._column]), reverse=down)
        self.endResetModel()
