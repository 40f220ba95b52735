"""Panes are opened and put away, and are as they were when the window opens again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.ui.history import TogetherPlace
from apostil.ui.window.side_pane import NARROW

if TYPE_CHECKING:
    from support.main_windows import Room


def test_f9_and_f10_put_the_panes_away_and_back(room: Room) -> None:
    for keys, pane in (("F9", room.window.library_panel), ("F10", room.window.side)):
        room.press(keys)
        assert not pane.isVisible()
        room.press(keys)
        assert pane.isVisible()


def test_a_ticked_pane_is_one_that_is_seen(room: Room) -> None:
    room.press("F9")
    assert not room.action("panel-library").isChecked()
    assert room.window.open_panes.state() == {"library": False, "side": True}


def test_in_a_narrow_window_the_side_panel_waits_until_it_is_wanted(room: Room) -> None:
    room.window.resize(NARROW - 100, 700)
    assert not room.window.side.isVisible()
    room.press("Ctrl+3")
    assert room.window.side.isVisible()
    room.press("F10")
    room.window.resize(NARROW + 200, 700)
    assert room.window.side.isVisible()


def test_panels_are_restored(room: Room) -> None:
    room.window.open_panes.restore({"library": False, "side": False}, "notes")
    assert room.window.open_panes.state() == {"library": False, "side": False}
    assert room.window.open_panes.tab == "notes"


def test_an_unknown_panel_leaves_the_first_one_in_front(room: Room) -> None:
    room.window.open_panes.restore({}, "weather")
    assert room.window.open_panes.state() == {"library": True, "side": True}
    assert room.window.open_panes.tab == "summary"


def show_several(room: Room) -> None:
    """Show the summary of both articles."""
    room.window.travels.explore(TogetherPlace((room.english, room.french)))


def test_a_summary_of_several_articles_stands_without_that_of_the_open_one(room: Room) -> None:
    show_several(room)
    assert not room.window.side.isVisible()
    assert not room.action("panel-side").isChecked()
    assert room.window.open_panes.state()["side"]


def test_back_in_the_article_the_side_panel_is_there_again(room: Room) -> None:
    room.press("Ctrl+2")
    show_several(room)
    room.window.travels.go_back()
    assert room.window.side.isVisible()
    assert room.window.open_panes.tab == "entities"


def test_a_side_panel_that_was_put_away_stays_so_after_a_summary_of_several(room: Room) -> None:
    room.press("F10")
    show_several(room)
    room.window.travels.go_back()
    assert not room.window.side.isVisible()


def test_beside_a_summary_of_several_the_side_panel_is_seen_where_it_is_asked_for(room: Room) -> None:
    room.press("F10")
    show_several(room)
    room.press("Ctrl+3")
    assert room.window.side.isVisible()
    room.window.travels.go_back()
    assert not room.window.side.isVisible()


def test_in_a_window_that_gets_wider_the_side_panel_stays_away_from_a_summary_of_several(room: Room) -> None:
    room.window.resize(NARROW - 100, 700)
    show_several(room)
    room.window.resize(NARROW + 200, 700)
    assert not room.window.side.isVisible()
    room.window.travels.go_back()
    assert room.window.side.isVisible()
