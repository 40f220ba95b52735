"""Chooses the entity that another one is the same as, or types a name that stands elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from apostil.domain.entity import fold
from apostil.ui.forms import BESIDE
from apostil.ui.models.words import kind_name
from apostil.ui.panels.rows import SAMPLE, kind_icon
from apostil.ui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.domain.entity import Entity, Kind
    from apostil.ui.theme import Theme

_WALKING = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class NamePicker(QWidget):
    """A list of the article's other entities that shrinks as one types; what matches none of them is a name too.

    Signals:
        changed: another name is chosen.
        accepted: a row was opened.
    """

    changed = Signal()
    accepted = Signal()

    def __init__(
        self, name: str, kind: Kind, entities: Sequence[Entity], theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Type a part of the name"))
        self.filter.setAccessibleName(self.tr("The name that stays"))
        self.filter.setClearButtonEnabled(True)
        self.filter.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("commands")
        self.list.setIconSize(SAMPLE)
        self.list.setAccessibleName(self.tr("Other entities"))
        self.list.setMinimumHeight(96)
        others = (other for other in entities if other.name != name or other.kind is not kind)
        for other in sorted(others, key=lambda one: (one.kind is not kind, -len(one.mentions), fold(one.name))):
            self._add(other, theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(BESIDE)
        layout.addWidget(self.filter)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.filter)
        self.filter.textChanged.connect(self._sift)
        self.list.currentItemChanged.connect(lambda _new, _old: self.changed.emit())
        self.list.itemActivated.connect(lambda _item: self.accepted.emit())
        self._sift("")

    @property
    def name(self) -> str:
        """The name of the chosen entity, or what was typed where that is none's."""
        row = self.list.currentRow()
        if row >= 0 and not self.list.isRowHidden(row):
            return str(self.list.item(row).data(Qt.ItemDataRole.UserRole).name)
        return " ".join(self.filter.text().split())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the field, Up and Down walk the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _WALKING:
            return self.list.event(event)
        return super().eventFilter(watched, event)

    def _add(self, other: Entity, theme: Theme) -> None:
        mentions = counted(len(other.mentions), self.tr("mention"), self.tr("mentions"))
        item = QListWidgetItem(kind_icon(other.kind, theme), f"{other.name} · {kind_name(other.kind)} · {mentions}")
        item.setData(Qt.ItemDataRole.UserRole, other)
        self.list.addItem(item)

    def _sift(self, words: str) -> None:
        wanted = fold(words)
        first = -1
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(wanted not in fold(item.text()))
            if first < 0 and not item.isHidden():
                first = row
        # Nothing is chosen before a word is typed or a row is gone to: Return alone must not join two names.
        self.list.setCurrentRow(first if wanted else -1)
        self.changed.emit()
