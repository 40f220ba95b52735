"""Names are corrected by keys in the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from apostil.domain.entity import Confirmed, Kind, MarkedEntity
from apostil.domain.errors import LibraryError
from apostil.ui.dialogs.correction import CorrectionDialog

if TYPE_CHECKING:
    from support.main_windows import Room


def opened(room: Room) -> list[CorrectionDialog]:
    return room.window.findChildren(CorrectionDialog)


def test_a_key_confirms_the_name_at_the_cursor(room: Room) -> None:
    room.put_caret("Lindqvist")
    room.put_caret("Adama")
    room.do("name-confirm")
    span = room.place("Adama Késsou")
    assert room.library.corrections(room.english) == (Confirmed("Adama Késsou", span, Kind.PERSON),)
    assert room.said.startswith("Confirmed a mention of Adama Késsou as person.")


@pytest.mark.parametrize(
    ("action", "title"),
    [
        ("name-kind", "What “Adama Késsou” is"),
        ("name-extent", "How far “Adama Késsou” goes"),
        ("name-none", "“Adama Késsou” is not a name"),
        ("name-same", "“Adama Késsou” is the same as…"),
        ("name-split", "Split “Adama Késsou” off"),
        ("name-rename", "Rename “Adama Késsou”"),
    ],
)
def test_a_key_asks_about_the_name_at_the_cursor(room: Room, action: str, title: str) -> None:
    room.put_caret("Adama")
    room.do(action)
    assert [dialog.windowTitle() for dialog in opened(room)] == [title]


def test_away_from_any_name_it_says_what_to_do(room: Room) -> None:
    room.put_caret("doubts")
    room.do("name-kind")
    assert opened(room) == []
    assert room.said == "Put the cursor into a name first, or select words and press M."


def test_hidden_names_are_not_meant(room: Room) -> None:
    room.desk.set_kind_visible(Kind.PERSON, visible=False)
    room.put_caret("Adama")
    room.do("name-kind")
    assert opened(room) == []


def test_what_was_undone_and_done_again_is_said(room: Room) -> None:
    room.put_caret("Adama")
    room.do("name-confirm")
    label = room.desk.undo_stack.undoText()
    room.do("undo")
    assert room.said == f"“{label}” was undone."
    room.do("redo")
    assert room.said == f"“{label}” was done again."


def test_an_undo_that_fails_says_why_alone(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.put_caret("Adama")
    room.do("name-confirm")

    def refuse(_edit: object) -> None:
        raise LibraryError("The disk is full.")

    monkeypatch.setattr(room.library, "apply", refuse)
    room.do("undo")
    assert room.said == "The disk is full."


def test_selected_words_are_marked(room: Room) -> None:
    room.select("dockers")
    room.do("name-mark")
    (dialog,) = opened(room)
    dialog.accept()
    room.jobs.run()
    assert room.library.corrections(room.english) == (MarkedEntity("dockers", Kind.PERSON),)


def test_without_words_there_is_nothing_to_mark(room: Room) -> None:
    room.reader.clear_selection()
    room.do("name-mark")
    assert room.said == "Select the words of a name first."


def test_without_an_article_nothing_is_asked(room: Room) -> None:
    entity = room.desk.entities[0]
    room.desk.open(None)
    from apostil.services.corrections.operations import Operation

    assert room.window.naming.ask(Operation.KIND, entity) is None


def test_where_one_can_only_read_it_says_why(read_only_room: Room) -> None:
    from apostil.services.corrections.operations import Operation

    naming = read_only_room.window.naming
    assert naming.ask(Operation.KIND, read_only_room.desk.entities[0]) is None
    assert read_only_room.said == read_only_room.desk.read_only_because
