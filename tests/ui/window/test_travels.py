"""Back and forward, and how far each article was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.domain.edits import PresenceEdit

if TYPE_CHECKING:
    from support.main_windows import Room


def test_an_article_opens_where_it_was_left(room: Room) -> None:
    room.window.resize(1300, 480)
    room.reader.scroll_to(room.place("What the flood left").start)
    left = room.reader.top_position()
    room.desk.open(room.french)
    room.desk.open(room.english)
    assert left > 0
    assert room.reader.top_position() == left


def test_back_and_forward_lead_across_articles(room: Room) -> None:
    room.desk.open(room.french)
    room.press("Alt+Left")
    assert room.desk.current == room.english
    room.press("Alt+Right")
    assert room.desk.current == room.french
    assert not room.action("forward").isEnabled()


def test_back_leads_to_where_a_jump_began(room: Room) -> None:
    room.window.resize(1300, 480)
    room.desk.reveal(room.place("The Oumé Basin Authority"))
    assert room.reader.top_position() > 0
    room.press("Alt+Left")
    assert room.reader.top_position() == 0


def test_at_the_beginning_there_is_no_way_back(room: Room) -> None:
    assert not room.action("back").isEnabled()
    room.window.travels.go_back()
    assert room.desk.current == room.english


def test_there_is_no_way_back_to_a_deleted_article(room: Room) -> None:
    room.desk.open(room.french)
    room.desk.do(PresenceEdit("Delete", (room.english,), present=False))
    assert not room.action("back").isEnabled()


def test_places_are_remembered_the_present_one_last(room: Room) -> None:
    room.desk.open(room.french)
    room.desk.open(room.english)
    assert list(room.window.travels.positions()) == [room.french, room.english]
