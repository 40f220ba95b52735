"""Keys carry the reader and the keyboard around."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from apostil.domain.edits import PresenceEdit

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from support.main_windows import Room


MARKS = ("cranes", "dockers", "41 million")


def mark_three(room: Room) -> list[int]:
    """Three marks, and the cursor at the beginning; where they start."""
    for words in MARKS:
        room.select(words)
        room.press("1")
    room.reader.set_caret(0)
    room.reader.set_active_mark(None)
    return [mark.span.start for mark in room.desk.annotations]


@pytest.mark.parametrize(("keys", "which"), [("F4", 0), ("Shift+F4", 2)])
def test_f4_goes_from_mark_to_mark(room: Room, qtbot: QtBot, keys: str, which: int) -> None:
    places = mark_three(room)
    with qtbot.waitSignal(room.desk.reveal_requested) as asked:
        room.press(keys)
    assert asked.args[0].start == places[which]


def test_f4_without_marks_stays_where_it_is(room: Room, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(room.desk.reveal_requested):
        room.press("F4")


def test_the_next_article_follows_the_list_around(room: Room) -> None:
    opened = []
    for _ in range(3):
        room.press("Ctrl+PgDown")
        opened.append(room.desk.current)
    assert opened == [room.french, room.english, room.french]


def test_the_previous_article_without_an_open_one_is_the_last(room: Room) -> None:
    last = room.window.library_panel.model.entry_at(1).id
    room.desk.open(None)
    room.action("previous-article").trigger()
    assert room.desk.current == last


def test_in_an_empty_library_there_is_no_next_article(room: Room) -> None:
    room.desk.do(PresenceEdit("Delete", (room.english, room.french), present=False))
    room.action("next-article").trigger()
    assert room.desk.current is None


@pytest.mark.parametrize("keys", ["Ctrl+Shift+F", "Ctrl+L"])
def test_searching_shows_the_library_and_takes_the_keyboard(room: Room, keys: str) -> None:
    room.window.open_panes.toggle_library()
    room.press(keys)
    assert QApplication.focusWidget() is room.window.library_panel.search


@pytest.mark.parametrize("tab", ["Ctrl+1", "Ctrl+2"])
def test_f5_f6_and_f7_carry_the_keyboard_around(room: Room, tab: str) -> None:
    room.press(tab)
    room.press("F7")
    assert room.window.side.isAncestorOf(QApplication.focusWidget())
    room.press("F5")
    assert QApplication.focusWidget() is room.window.library_panel.view
    room.press("F6")
    assert QApplication.focusWidget() is room.reader


def test_f7_brings_the_side_panel_back(room: Room) -> None:
    room.press("F10")
    room.press("F7")
    assert room.window.side.isVisible()


@pytest.mark.parametrize(("keys", "tab"), [("Ctrl+1", "summary"), ("Ctrl+2", "entities"), ("Ctrl+3", "notes")])
def test_each_panel_has_its_key(room: Room, keys: str, tab: str) -> None:
    room.press(keys)
    assert room.window.open_panes.tab == tab
