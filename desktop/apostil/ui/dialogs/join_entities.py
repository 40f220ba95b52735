"""Asks which other entity of the library an entity is the same as."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from apostil.domain.entity import fold
from apostil.ui.dialogs.entity_change import EntityChangeDialog
from apostil.ui.forms import soft
from apostil.ui.models.named_model import NamedModel
from apostil.ui.models.words import kind_name
from apostil.ui.panels.named_rows import NamedDelegate
from apostil.ui.panels.rows import RowView

if TYPE_CHECKING:
    from apostil.domain.names import Named
    from apostil.ui.exploring import Explorer
    from apostil.ui.theme import Theme

MOST = 60
"""So many entities are listed; typing more finds the others."""

_WALKING = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class JoinDialog(EntityChangeDialog):
    """Asks which entity of the library an entity is the same as; that one's name and kind stay."""

    def __init__(self, named: Named, explorer: Explorer, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(named, explorer, parent)
        self.setWindowTitle(self.tr("“{}” is the same as…").format(named.name))
        self.ok.setText(self.tr("Join"))
        self.setObjectName("joinDialog")
        self._others: list[tuple[str, Named]] = []
        self.field.setPlaceholderText(self.tr("Type a part of the name"))
        self.field.setAccessibleName(self.tr("Filter the entities"))
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.model = NamedModel(self)
        self.list = RowView("namedList", uniform=True)
        self.list.setAccessibleName(self.tr("Other entities"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(NamedDelegate(theme, self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._layout.insertWidget(
            0, soft(self.tr("The name and the kind of the one that you choose stay, everywhere."))
        )
        self._layout.insertWidget(2, self.list, 1)
        self.field.textChanged.connect(self._sift)
        self.list.selectionModel().currentChanged.connect(lambda _new, _old: self._begin())
        self._wait(self.tr("Looking through the library…"))
        self._list = explorer.named(self._fill)
        self.resize(440, 460)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the field, Up and Down walk the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _WALKING:
            return self.list.event(event)
        return super().eventFilter(watched, event)

    def done(self, result: int) -> None:
        """Ask nothing more."""
        self._list.cancel()
        super().done(result)

    def _fill(self, found: tuple[Named, ...]) -> None:
        own = self._named
        others = sorted(
            (one for one in found if one.identity != own.identity), key=lambda one: one.kind is not own.kind
        )
        self._others = [(fold(" ".join((one.name, *one.names))), one) for one in others]
        self._sift(self.field.text())

    def _sift(self, words: str) -> None:
        wanted = fold(words)
        found = [named for folded, named in self._others if wanted in folded]
        self.model.show_named(found[:MOST])
        # Nothing is chosen before a word is typed or a row is gone to: Return alone must not join two names.
        self.list.setCurrentIndex(self.model.index(0 if found and wanted else -1))
        self._begin()

    def _begin(self) -> None:
        if self._other() is None and self.model.rowCount():
            self._wait(self.tr("Choose the entity whose name stays."))
        elif self._other() is None:
            self._wait(self.tr("No entity goes by such a name."))
        else:
            self._wait(self.tr("Counting what that changes…"))
            self._pause.start()

    def _other(self) -> Named | None:
        index = self.list.currentIndex()
        return self.model.at(index.row()) if index.isValid() else None

    def _look(self) -> None:
        other = self._other()
        if other is not None:
            self._asked = [self._explorer.merge(self._named.identity, other.identity, self._weigh)]

    def _more(self) -> str:
        other = self._other()
        if other is None or other.kind is self._named.kind:
            return ""
        words = self.tr("Its kind changes from {kind} to {other}.")
        return words.format(kind=kind_name(self._named.kind), other=kind_name(other.kind))

    def _identity(self) -> str:
        other = self._other()
        return self._named.identity if other is None else other.identity
