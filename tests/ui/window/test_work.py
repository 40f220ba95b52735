"""What is worked on in the background is told at the foot of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from apostil.ui.history import TogetherPlace

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from support.main_windows import Room


def test_progress_is_shown_while_articles_are_analysed(room: Room) -> None:
    room.analyst.want([room.english, room.french])
    assert room.window.status._work.text() == "Analysing 1 of 2"
    assert room.window.status._cancel.isVisible()


def test_progress_goes_when_all_is_done(room: Room) -> None:
    room.analyst.want([room.english, room.french])
    room.jobs.run()
    assert not room.window.status._work.isVisible()


def test_cancelling_stops_the_work_and_says_so(room: Room, qtbot: QtBot) -> None:
    room.analyst.want([room.english, room.french])
    qtbot.mouseClick(room.window.status._cancel, Qt.MouseButton.LeftButton)
    assert not room.analyst.busy
    assert room.said == "Stopped. What was finished stays."


def test_articles_that_are_read_for_a_summary_are_counted_wherever_one_looks_meanwhile(room: Room) -> None:
    room.window.travels.explore(TogetherPlace((room.english, room.french)))
    room.press("Esc")
    assert room.window.status._work.text() == "Reading 1 of 2 for their summary"
    room.jobs.run()
    assert not room.window.status._work.isVisible()


def test_cancelling_stops_the_reading_for_a_summary_too(room: Room, qtbot: QtBot) -> None:
    place = TogetherPlace((room.english, room.french))
    room.window.travels.explore(place)
    qtbot.mouseClick(room.window.status._cancel, Qt.MouseButton.LeftButton)
    room.jobs.run()
    assert room.window.pages.present is None
    assert room.window.pages.together.state.digest is None

    room.window.travels.explore(place)
    room.jobs.run()
    assert room.window.pages.together.state.digest is not None
