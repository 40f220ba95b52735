"""While a menu is open, letters are the menu's own."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from apostil.ui.history import MethodsPlace
from apostil.ui.reader.places import ContextAt
from apostil.ui.window.actions import MENUS
from apostil.ui.window.context_menu import reader_menu

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.main_windows import Room

K = Qt.Key

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def opened(room: Room) -> Iterator[QMenu]:
    """The menu of the summary, opened over the text."""
    menu = next(one.menu() for one in room.window.menuBar().actions() if one.text() == "S&ummary")
    assert isinstance(menu, QMenu)
    room.reader.setFocus()
    menu.popup(room.window.mapToGlobal(QPoint(50, 50)))
    room.qtbot.waitUntil(menu.isVisible)
    yield menu
    menu.close()


def press(room: Room, key: Qt.Key) -> None:
    """Press a key as the system hands it to the window, which looks for commands first."""
    QTest.keyClick(room.window.windowHandle(), key)


def test_a_letter_in_an_open_menu_does_what_the_menu_says(room: Room, opened: QMenu) -> None:
    press(room, K.Key_M)
    assert not opened.isVisible()
    assert room.window.pages.present == MethodsPlace()


@pytest.mark.parametrize("key", [K.Key_T, K.Key_N, K.Key_1, K.Key_Delete], ids=lambda key: key.name)
def test_a_key_in_an_open_menu_does_nothing_to_the_text(room: Room, opened: QMenu, key: Qt.Key) -> None:
    room.select("river port")
    press(room, key)
    assert opened.isVisible()
    assert not room.desk.annotations


def test_a_letter_does_nothing_to_the_text_while_the_menu_bar_has_the_keyboard(room: Room) -> None:
    room.select("river port")
    room.window.menuBar().setFocus(Qt.FocusReason.MenuBarFocusReason)
    press(room, K.Key_2)
    assert not room.desk.annotations


def test_a_key_of_the_text_works_again_when_the_menu_is_closed(room: Room, opened: QMenu) -> None:
    opened.close()
    room.select("river port")
    press(room, K.Key_1)
    assert room.mark


def letters(menu: QMenu) -> list[str]:
    """The letters of a menu that somebody else has, too, and of those in it."""
    found = Counter(QKeySequence.mnemonic(one.text()).toString() for one in menu.actions())
    inner = [name for one in menu.actions() if isinstance(one.menu(), QMenu) for name in letters(one.menu())]
    return [name for name, count in found.items() if name and count > 1] + inner


def test_in_no_menu_of_the_bar_two_entries_have_one_letter(room: Room) -> None:
    menus = [one.menu() for one in room.window.menuBar().actions()]
    assert [name for menu in menus if isinstance(menu, QMenu) for name in letters(menu)] == []
    assert len({QKeySequence.mnemonic(title).toString() for title in MENUS}) == len(MENUS)


def test_in_the_menu_of_the_text_no_two_entries_have_one_letter(room: Room) -> None:
    span = room.select("river port")
    menu = reader_menu(room.window, ContextAt(span.start, span, QPoint()))
    assert letters(menu) == []
    menu.deleteLater()
