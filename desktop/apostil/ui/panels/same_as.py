"""Asks which other entity an entity is the same as."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from apostil.domain.entity import fold
from apostil.ui.forms import APART, BESIDE, soft
from apostil.ui.models.words import kind_name
from apostil.ui.panels.rows import SAMPLE, kind_icon
from apostil.ui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.domain.entity import Entity
    from apostil.ui.theme import Theme


class SameAsDialog(QDialog):
    """A list of the article's other entities that shrinks as one types.

    Signals:
        chosen: the Entity whose name stays.
    """

    chosen = Signal(object)

    def __init__(self, entity: Entity, entities: Sequence[Entity], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sameAsDialog")
        self.setWindowTitle(self.tr("“{name}” is the same as…").format(name=entity.name))
        self.resize(400, 420)
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(self.tr("Type a part of the name"))
        self.filter.setAccessibleName(self.tr("Filter the entities"))
        self.filter.setClearButtonEnabled(True)
        self.filter.installEventFilter(self)
        self.list = QListWidget()
        self.list.setIconSize(SAMPLE)
        self.list.setAccessibleName(self.tr("Other entities"))
        for other in sorted(
            entities, key=lambda one: (one.kind is not entity.kind, -len(one.mentions), fold(one.name))
        ):
            if other.id != entity.id:
                self._add(other, theme)
        self._build(entity)
        self.filter.textChanged.connect(self._sift)
        self._sift("")

    def _build(self, entity: Entity) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.ok.setText(self.tr("Join"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.list.itemActivated.connect(lambda _item: self.accept())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(APART, APART, APART, APART)
        layout.setSpacing(BESIDE)
        layout.addWidget(
            soft(self.tr("All mentions of “{name}” will go by the name you choose.").format(name=entity.name))
        )
        layout.addWidget(self.filter)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)

    def accept(self) -> None:
        """Tell which entity was chosen."""
        if self.ok.isEnabled():
            self.chosen.emit(self.list.currentItem().data(Qt.ItemDataRole.UserRole))
            super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the field, Up and Down walk the list."""
        keys = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in keys:
            return self.list.event(event)
        return super().eventFilter(watched, event)

    def _add(self, other: Entity, theme: Theme) -> None:
        mentions = counted(len(other.mentions), self.tr("mention"), self.tr("mentions"))
        item = QListWidgetItem(kind_icon(other.kind, theme), f"{other.name} · {kind_name(other.kind)} · {mentions}")
        item.setData(Qt.ItemDataRole.UserRole, other)
        self.list.addItem(item)

    def _sift(self, words: str) -> None:
        wanted = fold(words)
        first = None
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(wanted not in fold(item.text()))
            if first is None and not item.isHidden():
                first = item
        if first is not None:
            self.list.setCurrentItem(first)
        self.ok.setEnabled(first is not None)
        self.ok.setToolTip("" if first else self.tr("No entity goes by such a name"))
