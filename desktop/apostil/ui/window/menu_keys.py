"""Keys while a menu is open: its letters are its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
"""What may be held with a key that is a letter all the same."""


class MenuKeys(QObject):
    """Keeps keys without Ctrl or Alt from being commands on the text while they are meant for a menu.

    To Qt the text keeps the keyboard while a menu is open above it, so that commands which work only in the text would
    be meant too. It is told of the menu, though; from then on all events are looked at until the last menu is closed.
    """

    def __init__(self, text: QWidget, bar: QMenuBar) -> None:
        super().__init__(text)
        self._looking = False
        for widget in (text, bar):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim a key for the menu before a command takes it."""
        if isinstance(event, QFocusEvent):
            self._follow(event)
        elif _is_for_menu(watched, event):
            event.accept()
            return True
        return False

    def _follow(self, event: QFocusEvent) -> None:
        """Look at everything as long as something that popped up has the keyboard."""
        popped = QApplication.activePopupWidget() is not None
        application = QApplication.instance()
        if popped == self._looking or application is None:
            return
        if popped and event.reason() is not Qt.FocusReason.PopupFocusReason:
            return
        self._looking = popped
        (application.installEventFilter if popped else application.removeEventFilter)(self)


def _is_for_menu(watched: QObject, event: QEvent) -> bool:
    if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return isinstance(watched, QMenu | QMenuBar) and not event.modifiers() & ~PLAIN
