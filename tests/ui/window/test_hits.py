"""What is looked for is lit in the article: by the find bar, and by the search in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from apostil.domain.annotation import Color
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from support.main_windows import Room


def shown_hits(room: Room) -> list[str]:
    """The words that are lit in the article."""
    text = room.desk.article.text
    return [span.cut(text) for span in room.reader._scene.decorations.hits.over(Span(0, len(text)))]


def test_finding_goes_from_hit_to_hit(room: Room) -> None:
    room.press("Ctrl+F")
    room.type("cranes")
    assert room.window.find_bar.count.text() == "1 of 2"
    room.press("F3")
    assert room.window.find_bar.count.text() == "2 of 2"
    room.press("Shift+F3")
    assert room.window.find_bar.count.text() == "1 of 2"
    assert shown_hits(room) == ["cranes", "cranes"]


def test_escape_ends_finding_and_returns_to_the_text(room: Room) -> None:
    room.press("Ctrl+F")
    room.type("cranes")
    room.key(Qt.Key.Key_Escape)
    assert room.window.find_bar.isHidden()
    assert shown_hits(room) == []
    assert QApplication.focusWidget() is room.reader


def test_a_color_key_after_finding_marks_the_hit_and_leaves_other_marks_as_they_are(room: Room) -> None:
    room.select("The Northern Transport Union")
    room.type("1")
    room.press("Ctrl+F")
    room.type("cranes")
    room.key(Qt.Key.Key_Escape)
    room.type("2")
    marks = {mark.anchor.exact.casefold(): mark.color for mark in room.desk.annotations}
    assert marks == {"cranes": Color.RED, "the northern transport union": Color.YELLOW}


def test_a_phrase_is_one_hit(room: Room) -> None:
    room.press("Ctrl+F")
    room.type("northern transport union")
    assert room.window.find_bar.count.text().startswith("1 of ")
    assert {hit.casefold() for hit in shown_hits(room)} == {"northern transport union"}


def test_the_first_hit_is_the_one_after_the_cursor(room: Room) -> None:
    room.put_caret("The Northern Transport Union")
    room.press("Ctrl+F")
    room.type("cranes")
    assert room.window.find_bar.count.text() == "2 of 2"


def test_typing_in_the_find_bar_goes_to_the_hit_that_it_counts(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Span] = []
    monkeypatch.setattr(room.reader, "reveal", lambda span, flash=True: shown.append(span))
    room.press("Ctrl+F")
    room.type("cranes")
    assert room.desk.article is not None
    assert shown[-1].cut(room.desk.article.text).casefold() == "cranes"


def test_what_the_library_is_searched_for_is_lit_in_the_article(room: Room) -> None:
    room.press("Ctrl+L")
    room.type("dockers")
    room.window.library_panel.search_now()
    assert shown_hits(room) == ["dockers"]


def test_opening_a_hit_lights_the_words_there_too(room: Room) -> None:
    room.press("Ctrl+L")
    room.type("crue lindqvist")
    room.window.library_panel.search_now()
    room.key(Qt.Key.Key_Return)
    assert room.desk.current == room.french
    assert "Lindqvist" in shown_hits(room)


def test_an_empty_search_lights_nothing(room: Room) -> None:
    room.press("Ctrl+L")
    room.type("dockers")
    room.window.library_panel.search_now()
    room.key(Qt.Key.Key_Escape)
    assert shown_hits(room) == []


def test_after_finding_the_search_in_the_library_is_lit_again(room: Room) -> None:
    room.press("Ctrl+L")
    room.type("dockers")
    room.window.library_panel.search_now()
    room.press("Ctrl+F")
    room.type("cranes")
    assert shown_hits(room) == ["cranes", "cranes"]
    room.key(Qt.Key.Key_Escape)
    assert shown_hits(room) == ["dockers"]
