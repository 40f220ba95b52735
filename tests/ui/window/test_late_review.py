"""The review of doubtful names comes below the article when it is first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from apostil.ui.window.side_pane import NARROW
from support import panels

if TYPE_CHECKING:
    from support.main_windows import Room


def test_it_is_not_made_before(room: Room) -> None:
    assert room.window.review.bar is None


def test_without_an_article_there_is_none(room: Room) -> None:
    room.desk.open(None)
    room.window.review.start()
    assert room.window.review.bar is None


def test_it_is_made_once(room: Room) -> None:
    room.do("review")
    bar = room.window.review.bar
    room.action("review").trigger()
    assert room.window.review.bar is bar


def test_a_pane_that_floats_over_the_article_makes_way(room: Room) -> None:
    room.window.resize(NARROW - 100, 700)
    room.press("F10")
    room.action("review").trigger()
    assert not room.window.side.isVisible()


def test_at_its_end_the_text_has_the_keyboard_and_it_is_said_what_was_done(room: Room) -> None:
    room.do("review")
    room.window.review.bar.end()
    assert QApplication.focusWidget() is room.reader
    assert room.said.startswith("Review ended")


def test_the_outline_of_the_last_name_goes_with_it(room: Room) -> None:
    room.do("review")
    room.press("Esc")
    assert room.reader._scene.revealed is None


def test_it_takes_on_another_theme(room: Room) -> None:
    room.do("review")
    room.window.set_theme(panels.DARK)
    assert room.window.review.bar._theme is panels.DARK
