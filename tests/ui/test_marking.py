"""What the keys and the small bar do to the words at the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from apostil.domain.annotation import Color

if TYPE_CHECKING:
    from support.main_windows import Room

SENTENCE = "The Northern Transport Union doubts it."


@pytest.mark.parametrize(("number", "color"), list(enumerate(Color, 1)))
def test_a_digit_marks_the_selection(room: Room, number: int, color: Color) -> None:
    span = room.select("900 dockers")
    room.press(str(number))
    assert (room.mark.span, room.mark.color) == (span, color)


def test_without_a_selection_a_digit_marks_the_sentence(room: Room) -> None:
    room.put_caret("Transport Union")
    room.press("3")
    assert room.mark.span.cut(room.desk.article.text) == SENTENCE


def test_a_digit_gives_the_mark_at_the_cursor_another_color(room: Room) -> None:
    room.select("900 dockers")
    room.press("1")
    room.put_caret("dockers")
    room.press("4")
    assert room.mark.color is Color.BLUE
    assert room.desk.undo_stack.count() == 2


def test_the_same_color_again_is_no_edit(room: Room) -> None:
    room.select("900 dockers")
    room.press("1")
    room.press("1")
    assert room.desk.undo_stack.count() == 1


def test_a_selection_in_a_mark_becomes_a_mark_of_its_own(room: Room) -> None:
    room.select("900 dockers")
    room.press("1")
    room.select("dockers")
    room.press("2")
    assert {mark.color for mark in room.desk.annotations} == {Color.YELLOW, Color.RED}


def test_where_there_are_no_words_nothing_is_marked(room: Room) -> None:
    room.desk.open(None)
    room.window.marking.color(Color.RED)
    room.window.marking.write_note()
    assert room.desk.undo_stack.count() == 0


def test_a_mark_is_the_chosen_one_once_it_is_made(room: Room) -> None:
    room.select("900 dockers")
    room.press("5")
    assert room.reader.active_mark == room.mark.id
    assert room.reader.selection() is None


def test_n_makes_a_mark_and_takes_the_keyboard_to_its_note(room: Room) -> None:
    room.select("900 dockers")
    room.press("N")
    room.type("Ask the union")
    room.window.panels.flush()
    assert room.mark.note == "Ask the union"


def test_n_on_a_mark_goes_to_the_note_that_is_there(room: Room) -> None:
    room.select("900 dockers")
    room.press("2")
    room.press("N")
    room.type("Again")
    room.window.panels.flush()
    assert (room.mark.note, room.mark.color) == ("Again", Color.RED)


def test_a_new_note_takes_the_color_used_last(room: Room) -> None:
    room.select("900 dockers")
    room.press("6")
    room.select("Rosa")
    room.press("N")
    assert {mark.color for mark in room.desk.annotations} == {Color.MAGENTA}


def test_t_takes_the_keyboard_to_the_tags(room: Room) -> None:
    room.select("900 dockers")
    room.press("T")
    room.type("figures, to check")
    room.window.panels.flush()
    assert room.mark.tags == ("figures", "to check")


def test_escape_in_a_note_gives_the_keyboard_back_to_the_text(room: Room) -> None:
    room.select("900 dockers")
    room.press("N")
    room.key(Qt.Key.Key_Escape)
    room.key(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is room.reader


def test_del_removes_the_mark_at_the_cursor(room: Room) -> None:
    room.select("900 dockers")
    room.press("1")
    room.press("Del")
    assert room.desk.annotations == ()
    assert room.desk.undo_stack.undoText() == "Remove highlight"


def test_del_without_a_mark_does_nothing(room: Room) -> None:
    room.put_caret("dockers")
    room.press("Del")
    assert room.desk.undo_stack.count() == 0


def test_of_marks_on_the_same_words_the_shortest_is_meant(room: Room) -> None:
    room.select("whose union counts 900 dockers")
    room.press("1")
    room.select("900 dockers")
    room.press("2")
    room.reader.set_active_mark(None)
    room.put_caret("dockers")
    room.press("Del")
    assert room.mark.color is Color.YELLOW


def test_o_chooses_one_mark_after_another(room: Room) -> None:
    for words, key in (("whose union counts 900 dockers", "1"), ("900 dockers", "2")):
        room.select(words)
        room.press(key)
    room.put_caret("dockers")
    chosen = []
    for _ in range(3):
        room.press("O")
        chosen.append(room.reader.active_mark)
    assert len(set(chosen)) == 2
    assert chosen[0] == chosen[2]


def test_an_end_of_the_chosen_mark_moves_by_a_word(room: Room) -> None:
    room.select("900 dockers")
    room.press("1")
    room.press("Shift+Alt+Right")
    assert room.mark.span.cut(room.desk.article.text) == "900 dockers in"
    assert room.desk.undo_stack.undoText() == "Move end of highlight"


def test_a_quotation_of_the_selection_names_its_source(room: Room) -> None:
    room.select("Half of the cranes stand still")
    room.press("Ctrl+Shift+C")
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("“Half of the cranes stand still” — Ines Caldwell, The Basin Observer, 31 January 2026")
    assert "quotation" in room.said


def test_a_quotation_without_a_selection_takes_the_mark(room: Room) -> None:
    room.select("900 dockers")
    room.press("1")
    room.press("Ctrl+Shift+C")
    assert QGuiApplication.clipboard().text().startswith("“900 dockers”")


def test_a_quotation_without_a_mark_takes_the_sentence(room: Room) -> None:
    room.put_caret("Transport Union")
    assert room.window.marking.quotation().startswith(f"“{SENTENCE}”")


def test_without_words_there_is_no_quotation(room: Room) -> None:
    room.put_caret("River port")
    assert room.window.marking.quotation() == ""


def marked_places(room: Room) -> list[int]:
    for words in ("cranes", "dockers", "41 million"):
        room.select(words)
        room.press("1")
    room.reader.set_caret(0)
    room.reader.set_active_mark(None)
    return [mark.span.start for mark in room.desk.annotations]


@pytest.mark.parametrize(("step", "order"), [(1, [0, 1, 2, 0]), (-1, [2, 1, 0, 2])])
def test_marks_are_gone_through_in_the_order_of_the_text(room: Room, step: int, order: list[int]) -> None:
    places = marked_places(room)
    found = []
    for _ in order:
        span = room.window.marking.go(step)
        found.append(places.index(span.start))
        room.reader.set_caret(span.start)
    assert found == order


def test_without_marks_there_is_nowhere_to_go(room: Room) -> None:
    assert room.window.marking.go(1) is None


def test_in_a_library_that_is_only_read_nothing_is_marked(read_only_room: Room) -> None:
    read_only_room.select("900 dockers")
    read_only_room.press("1")
    assert read_only_room.desk.annotations == ()
    assert read_only_room.desk.undo_stack.count() == 0
