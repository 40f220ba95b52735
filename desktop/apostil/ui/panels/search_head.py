"""The head of a panel that holds many rows: words to look for, a menu of what to show, and how much is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from apostil.ui.forms import BESIDE, soft
from apostil.ui.icons import dress, icon
from apostil.ui.panels.empty import keep_place

if TYPE_CHECKING:
    from apostil.ui.theme import Theme

CLOSE = 4
"""Between what belongs together, in pixels."""


class SearchField(QLineEdit):
    """A line for words to look for, with a glass before them and a cross that clears it."""

    def __init__(self, theme: Theme, words: str, named: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setPlaceholderText(words)
        self.setAccessibleName(named)
        self.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._glass.setIcon(icon("magnify", theme))


class SearchHead(QWidget):
    """A search field beside a menu, and below them how many rows are shown, and a button that shows all."""

    def __init__(self, theme: Theme, field: SearchField, menu_icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = menu_icon
        self.field = field
        self.choose = QToolButton()
        self.choose.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.choose.setMenu(QMenu(self.choose))
        self.choose.menu().setToolTipsVisible(True)
        self.state = soft("")
        self.state.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.all = QToolButton()
        self.all.setText(self.tr("Show all"))
        keep_place(self.all)
        self._lay_out()
        self.set_theme(theme)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(CLOSE)
        top.addWidget(self.field, 1)
        top.addWidget(self.choose)
        line = QHBoxLayout()
        line.setSpacing(BESIDE)
        line.addWidget(self.state, 1)
        line.addWidget(self.all)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(BESIDE, BESIDE, BESIDE, CLOSE)
        self._layout.setSpacing(CLOSE)
        self._layout.addLayout(top)
        self._layout.addLayout(line)

    def put_between(self, widget: QWidget) -> None:
        """Put this below the field, and above how many rows are shown."""
        self._layout.insertWidget(1, widget)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.field.set_theme(theme)
        dress(self.choose, self._icon, theme)
