"""The names that what is typed into the search field may be the beginning of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QMenu, QVBoxLayout, QWidget

from apostil.ui.forms import BESIDE
from apostil.ui.models.named_model import NamedModel
from apostil.ui.panels.named_rows import NamedDelegate
from apostil.ui.panels.rows import RowView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.domain.names import Named
    from apostil.ui.theme import Theme

MOST = 5
"""So many names are offered at a time; typing more finds the others."""


class CompletionView(RowView):
    """The offered names: Enter chooses one, Shift+Enter opens its page; at its ends the keyboard goes on.

    Signals:
        asked: (row, whether its page is wanted) as a tuple.
        left: 1 where the keyboard goes on below, -1 where it goes back above.
    """

    asked = Signal(object)
    left = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back, and so does Up from the first row; Down from the last goes on."""
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Escape or (event.key() == Qt.Key.Key_Up and row <= 0):
            self.left.emit(-1)
        elif event.key() == Qt.Key.Key_Down and row >= self.model().rowCount() - 1:
            self.left.emit(1)
        else:
            super().keyPressEvent(event)

    def open_row(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        """Choose it, or open its page where Shift is held."""
        self.asked.emit((row, bool(modifiers & Qt.KeyboardModifier.ShiftModifier)))


class NameCompletion(QFrame):
    """Offers names below the search field; hidden while there is none to offer.

    Signals:
        chosen: the Named by which the library is to be filtered.
        opened: the Named whose page is wanted.
        left: 1 where the keyboard goes on below, -1 where it goes back above.
    """

    chosen = Signal(object)
    opened = Signal(object)
    left = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nameCompletion")
        self.model = NamedModel(self)
        self.view = CompletionView("completionList", uniform=True)
        self.view.setAccessibleName(self.tr("Names that begin so"))
        self.view.setToolTip(self.tr("Enter: show the articles that name it. Shift+Enter: everything about it"))
        self.view.setModel(self.model)
        self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.delegate = NamedDelegate(theme, self.view, flat=True)
        self.view.setItemDelegate(self.delegate)
        self.view.asked.connect(self._ask)
        self.view.left.connect(self.left)
        self.view.customContextMenuRequested.connect(self._show_menu)
        head = QLabel(self.tr("Filter by a name"))
        head.setObjectName("soft")
        head.setContentsMargins(BESIDE + 4, 4, BESIDE, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.view)
        self.hide()

    def offer(self, found: Sequence[Named]) -> None:
        """Offer these names, in this order."""
        self.model.show_named(found[:MOST])
        rows = self.model.rowCount()
        if rows:
            self.view.setFixedHeight(rows * self.view.sizeHintForRow(0))
        if not rows and self.view.hasFocus():
            self.left.emit(-1)
        self.setVisible(rows > 0)

    def take_keyboard(self) -> None:
        """Let keys walk the names."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.setCurrentIndex(self.model.index(0))

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.delegate.set_theme(theme)
        self.view.viewport().update()

    def menu(self, row: int) -> QMenu:
        """What can be done with a name."""
        menu = QMenu(self)
        menu.addAction(self.tr("Show the articles that name it"), lambda: self._ask((row, False)))
        menu.addAction(self.tr("Everything about it"), lambda: self._ask((row, True)))
        return menu

    def _ask(self, asked: tuple[int, bool]) -> None:
        row, page = asked
        (self.opened if page else self.chosen).emit(self.model.at(row))

    def _show_menu(self, place: QPoint) -> None:
        index = self.view.indexAt(place)
        if index.isValid():
            menu = self.menu(index.row())
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.view.viewport().mapToGlobal(place))
