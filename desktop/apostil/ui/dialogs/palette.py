"""Every command by its name: type a few letters, press Enter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROW = Qt.ItemDataRole.UserRole


class Palette(QDialog):
    """A list of commands that narrows as one types."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Commands"))
        self.resize(480, 400)
        self._actions = list(actions)
        self._query = QLineEdit(self)
        self._query.setPlaceholderText(self.tr("What do you want to do?"))
        self._query.setAccessibleName(self.tr("Command"))
        self._query.installEventFilter(self)
        self._list = QListWidget(self)
        self._list.setObjectName("commands")
        self._list.setAccessibleName(self.tr("Commands"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self._query)
        layout.addWidget(self._list)
        self._query.textChanged.connect(self._narrow)
        self._query.returnPressed.connect(self._run)
        self._list.itemActivated.connect(self._run)
        self._list.itemClicked.connect(self._run)
        self._narrow("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrow keys move in the list while the words are typed."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and watched is self._query:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step and self._list.count():
                self._list.setCurrentRow((self._list.currentRow() + step) % self._list.count())
                return True
        return super().eventFilter(watched, event)

    def _narrow(self, query: str) -> None:
        self._list.clear()
        found = [action for action in self._actions if action.isVisible() and matches(_said_of(action), query)]
        for action in sorted(found, key=lambda action: rank(_name_of(action), query)):
            self._add(action)
        self._list.setCurrentRow(0)

    def _add(self, action: QAction) -> None:
        item = QListWidgetItem(self._list)
        item.setData(_ROW, action)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, _name_of(action))
        item.setToolTip(action.toolTip())
        row = QWidget(self._list)
        line = QHBoxLayout(row)
        line.setContentsMargins(8, 4, 8, 4)
        name = QLabel(_name_of(action), row)
        key = QLabel(action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), row)
        key.setObjectName("soft")
        for label in (name, key):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setEnabled(action.isEnabled())
        line.addWidget(name, 1)
        line.addWidget(key)
        item.setSizeHint(row.sizeHint())
        self._list.setItemWidget(item, row)

    def _run(self, _item: QListWidgetItem | None = None) -> None:
        if not self._list.count():
            return
        action = self._list.currentItem().data(_ROW)
        if isinstance(action, QAction) and action.isEnabled():
            self.accept()
            action.trigger()


def _name_of(action: QAction) -> str:
    return action.text().replace("&", "")


def _said_of(action: QAction) -> str:
    """What a command is called, and other words by which it is looked for."""
    return f"{_name_of(action)} {action.data() or ''}"


def rank(name: str, query: str) -> int:
    """How near a name is to what was typed, the nearest first: the name itself, its beginning, beginnings of words."""
    name, typed = name.casefold().rstrip("…"), " ".join(query.casefold().split())
    words, asked = re.findall(r"\w+", name), typed.split()
    closer = (
        name == typed,
        name.startswith(typed),
        all(any(word.startswith(one) for word in words) for one in asked),
        all(one in name for one in asked),
    )
    return closer.index(True) if True in closer else len(closer)


def matches(name: str, query: str) -> bool:
    """Whether every word of the query begins, or stands in, a word of the name; case does not matter."""
    name = name.casefold()
    return all(word in name for word in query.casefold().split())
