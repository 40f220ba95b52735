"""A line of tags, completed one tag at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from apostil.domain.tag import tag_names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QFocusEvent

SEPARATOR = ", "


class TagCompleter(QCompleter):
    """Completes the tag at the end of a comma-separated line."""

    def __init__(self, names: Iterable[str], parent: QWidget) -> None:
        super().__init__(list(names), parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def splitPath(self, path: str) -> list[str]:
        """What is completed: the words after the last comma."""
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        """The whole line with its last tag completed."""
        widget = self.widget()
        line = widget.text() if isinstance(widget, QLineEdit) else ""
        before = line.rpartition(",")[0].strip()
        return SEPARATOR.join(filter(None, [before, super().pathFromIndex(index)]))


class TagsEdit(QLineEdit):
    """A comma-separated line of tags.

    Signals:
        settled: the tags as a tuple, when the line is left or Enter is pressed and they differ.
    """

    settled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(self.tr("Tags, separated by commas"))
        self.setAccessibleName(self.tr("Tags"))
        self._settled: tuple[str, ...] = ()
        self.returnPressed.connect(self.settle)

    def show_tags(self, tags: tuple[str, ...]) -> None:
        """Show these tags, unless others are being typed."""
        unchanged = tag_names(self.text()) == self._settled
        self._settled = tags
        if unchanged and tag_names(self.text()) != tags:
            self.setText(SEPARATOR.join(tags))

    def offer(self, names: Iterable[str]) -> None:
        """Complete with these names."""
        self.setCompleter(TagCompleter(names, self))

    def settle(self) -> None:
        """Take what was typed."""
        tags = tag_names(self.text())
        if tags != self._settled:
            self._settled = tags
            self.settled.emit(tags)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing that was typed is lost, unless its completions merely took the focus."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.settle()
