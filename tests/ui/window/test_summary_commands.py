"""The menu, the palette and keys change the summary, from its list and from the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from apostil.domain.choices import UNTOUCHED
from apostil.domain.summary import Length, Unit

if TYPE_CHECKING:
    from apostil.domain.choices import Extract
    from support.main_windows import Room


def shown(room: Room) -> list[Extract]:
    assert room.desk.summary is not None
    return [one.extract for one in room.desk.summary.sentences]


def put_caret_outside(room: Room) -> Extract:
    """Put the cursor into a sentence that is not in the summary."""
    assert room.desk.survey is not None
    extract = next(one for one in room.desk.survey.sentences if one not in shown(room))
    room.reader.set_caret(extract.span.start + 3)
    return extract


def choose(room: Room, row: int) -> Extract:
    """Choose a row of the summary, with the keyboard there."""
    panel = room.window.summary_panel
    panel.view.setFocus()
    panel.view.setCurrentIndex(panel.model.index(row))
    return shown(room)[row]


def test_a_key_keeps_the_sentence_at_the_cursor(room: Room) -> None:
    extract = put_caret_outside(room)
    room.do("keep-sentence")
    assert extract in shown(room)
    assert room.said == "The sentence stays. Undo (Ctrl+Z) takes that back."


def test_a_key_keeps_the_sentence_chosen_in_the_list(room: Room) -> None:
    extract = choose(room, 2)
    room.do("keep-sentence")
    assert room.desk.choices.pinned == (extract,)


def test_a_key_leaves_the_sentence_out_and_takes_it_back(room: Room) -> None:
    extract = choose(room, 0)
    room.reader.set_caret(extract.span.start)
    room.reader.setFocus()
    room.do("leave-out-sentence")
    assert extract not in shown(room)
    room.do("leave-out-sentence")
    assert extract in shown(room)


def test_undo_takes_a_choice_back(room: Room) -> None:
    put_caret_outside(room)
    room.do("keep-sentence")
    assert room.action("undo").text() == "&Undo keep a sentence"
    room.do("undo")
    assert room.desk.choices == UNTOUCHED


def test_a_key_adds_the_sentence_before(room: Room) -> None:
    assert room.desk.survey is not None
    extract = put_caret_outside(room)
    sentences = room.desk.survey.sentences
    room.reader.set_caret(sentences[sentences.index(extract) + 1].span.start)
    room.do("sentence-before")
    assert extract in shown(room)


@pytest.mark.parametrize(("action", "row", "to"), [("sentence-down", 0, 1), ("sentence-up", 1, 0)])
def test_a_command_moves_the_sentence(room: Room, action: str, row: int, to: int) -> None:
    extract = choose(room, row)
    room.action(action).trigger()
    assert shown(room).index(extract) == to


def test_commands_put_the_order_and_everything_back(room: Room) -> None:
    before = shown(room)
    choose(room, 0)
    room.action("sentence-down").trigger()
    room.action("summary-order").trigger()
    assert shown(room) == before
    room.action("keep-sentence").trigger()
    room.action("summary-forget").trigger()
    assert room.desk.choices == UNTOUCHED


def test_a_command_tells_why_a_sentence_is_there(room: Room) -> None:
    room.reader.set_caret(shown(room)[1].span.start)
    room.action("sentence-why").trigger()
    assert room.window.open_panes.tab == "summary"
    assert room.window.summary_panel.delegate.opened == {shown(room)[1]}


def test_of_a_sentence_that_is_not_there_nothing_is_told(room: Room) -> None:
    put_caret_outside(room)
    room.action("sentence-why").trigger()
    assert room.said == "This sentence is not in the summary."


def test_where_no_sentence_is_meant_it_says_so(room: Room) -> None:
    room.reader.set_caret(0)
    room.do("keep-sentence")
    assert room.said == "Put the cursor into a sentence, or choose one in the summary."


def test_a_command_shows_what_was_left_out(room: Room) -> None:
    room.action("summary-left-out").trigger()
    assert room.said == "You have left out no sentence of this article."
    choose(room, 0)
    room.action("leave-out-sentence").trigger()
    room.action("summary-left-out").trigger()
    panel = room.window.summary_panel
    assert panel.model.rowCount() == panel.model.chosen_count + 1


@pytest.mark.parametrize("seconds", [30, 120, 300])
def test_a_command_sets_the_time_to_read(room: Room, seconds: int) -> None:
    room.action(f"summary-{seconds}").trigger()
    assert room.desk.length == Length(seconds, Unit.SECONDS)


def test_in_a_library_that_is_only_read_nothing_is_offered(read_only_room: Room) -> None:
    assert not read_only_room.action("keep-sentence").isEnabled()
    assert "read" in read_only_room.action("keep-sentence").toolTip()
    assert read_only_room.action("summary-30").isEnabled()


def test_a_small_window_shows_three_sentences(room: Room) -> None:
    room.window.resize(800, 600)
    room.window.open_panes.show_tab("summary")
    panel = room.window.summary_panel
    room.qtbot.waitUntil(lambda: panel.delegate.brief)
    room.qtbot.wait(50)
    panel.view.doItemsLayout()
    seen = panel.view.viewport().height() / panel.view.visualRect(panel.model.index(0)).height()
    assert seen >= 3
