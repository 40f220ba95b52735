"""What is worked on in the background is told at the foot of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

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
