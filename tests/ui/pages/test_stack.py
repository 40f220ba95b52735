"""The middle of the window: the article, or pages about the library in its stead, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from apostil.ui.history import EntityPlace, GraphPlace
from support import panels

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

from support.main_windows import Room

MINISTER = EntityPlace("person:adama kessou")


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    """A window with the English article open."""
    made = Room(tmp_path, qtbot)
    yield made
    made.close()


def explore(room: Room, place: EntityPlace | GraphPlace) -> None:
    """Show this page, once the library has answered."""
    room.window.travels.explore(place)
    room.jobs.run()


def test_a_page_stands_in_the_place_of_the_article(room: Room) -> None:
    explore(room, MINISTER)
    assert room.window.pages.present == MINISTER
    assert not room.reader.isVisible()
    assert room.window.pages.entity.view.hasFocus()


def test_escape_brings_the_article_back(room: Room) -> None:
    explore(room, MINISTER)
    room.key(Qt.Key.Key_Escape)
    assert room.window.pages.present is None
    assert room.reader.hasFocus()


def test_a_sentence_opens_its_article_and_back_returns(room: Room) -> None:
    explore(room, MINISTER)
    panels.click(room.window.pages.entity.view, 1)
    assert room.desk.current == room.french
    assert room.reader.isVisible()
    room.press("Alt+Left")
    assert room.window.pages.present == MINISTER
    room.press("Alt+Left")
    assert room.window.pages.present is None
    assert room.desk.current == room.english
    room.press("Alt+Right")
    assert room.window.pages.present == MINISTER


def test_a_sentence_of_the_open_article_leads_there_too(room: Room) -> None:
    explore(room, MINISTER)
    panels.click(room.window.pages.entity.view, 3)
    assert room.desk.current == room.english
    assert room.window.pages.present is None
    room.press("Alt+Left")
    assert room.window.pages.present == MINISTER


def test_company_and_graph_lead_on_and_back(room: Room) -> None:
    explore(room, MINISTER)
    page = room.window.pages.entity
    page.head.graph_button.click()
    room.jobs.run()
    assert room.window.pages.present == GraphPlace(MINISTER.identity)
    room.press("Alt+Left")
    assert room.window.pages.present == MINISTER


@pytest.mark.parametrize("keys", ["Ctrl+F", "F6"])
def test_what_is_about_the_text_brings_it_back(room: Room, keys: str) -> None:
    explore(room, GraphPlace())
    room.press(keys)
    assert room.window.pages.present is None


def test_opening_an_article_brings_the_text_back(room: Room) -> None:
    explore(room, MINISTER)
    room.desk.open(room.french)
    assert room.window.pages.present is None
    room.press("Alt+Left")
    assert room.window.pages.present == MINISTER


def test_the_open_article_in_the_list_brings_its_text_back(room: Room) -> None:
    explore(room, MINISTER)
    library = room.window.library_panel
    panels.click(library.view, library.model.row_of(room.english))
    assert room.window.pages.present is None


def test_a_key_opens_the_page_of_the_name_at_the_cursor(room: Room) -> None:
    room.put_caret("Adama Késsou")
    room.do("entity-page")
    assert room.window.pages.present == MINISTER


def test_without_a_name_at_the_cursor_it_says_what_to_do(room: Room) -> None:
    room.put_caret("eleven months")
    room.do("entity-page")
    assert room.window.pages.present is None
    assert "Put the cursor on a name" in room.said


def test_a_page_filters_the_library(room: Room) -> None:
    explore(room, MINISTER)
    room.window.pages.entity.head.filter_button.click()
    assert [one.name for one in room.window.library_panel.names.chosen] == ["Adama Késsou"]
    assert room.window.library_panel.head.state.text().endswith("with this name")


def test_an_article_that_is_gone_is_said_so(room: Room) -> None:
    explore(room, MINISTER)
    passage = room.window.pages.entity.model.passage(1)
    room.desk.open(None)
    explore(room, MINISTER)
    room.window.commands.articles.delete((passage.article,))
    room.window.travels.read_passage(passage)
    assert "no longer in the library" in room.said


def test_pages_take_on_the_colours_of_the_window(room: Room) -> None:
    explore(room, MINISTER)
    explore(room, GraphPlace())
    room.window.set_theme(panels.DARK)
    assert room.window.pages.graph.view.scene().backgroundBrush().color().name() == panels.DARK.tones["paper"]
