"""Summarise a story of several outlets, choose in it, and find that again whatever becomes of the articles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from apostil.domain.provenance import Choice
from support import copies
from support.main_windows import Room, in_dialog

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from apostil.ui.pages.together_page import TogetherPage

KEPT = copies.OLDER[4]


@pytest.fixture
def room(tmp_path: Path, qtbot: QtBot) -> Iterator[Room]:
    """A window with three articles, the saved page of one of them open."""
    (tmp_path / "library").mkdir()
    page = tmp_path / "gate.html"
    page.write_bytes(copies.page(copies.OLDER))
    made = Room(tmp_path / "library", qtbot)
    made.importer.open_files([page])
    made.jobs.run()
    yield made
    made.close()


def summarise(room: Room) -> TogetherPage:
    """Select all articles in the library, and summarise them together."""
    room.window.library_panel.view.selectAll()
    room.do("together")
    room.jobs.run()
    return room.window.pages.together


def row_of(page: TogetherPage, words: str) -> int:
    return next(row for row in range(page.model.rowCount()) if page.model.at(row).words == words)


def keep(room: Room, page: TogetherPage, words: str) -> None:
    page.head.length.slider.setValue(30)
    page.view.setCurrentIndex(page.model.index(row_of(page, words)))
    page.view.setFocus()
    room.key(Qt.Key.Key_P)
    page.head.length.slider.setValue(1)


def kept(page: TogetherPage) -> list[str]:
    chosen = map(page.model.at, range(page.model.chosen_count))
    return [one.words for one in chosen if one.sentence.pinned]


def extract_the_whole_page_again(room: Room) -> None:
    def act(dialog: Any) -> None:
        dialog.buttons[Choice.PAGE].setChecked(True)
        dialog.accept()

    in_dialog(act)
    room.action("extract-again").trigger()
    room.jobs.run()


def test_what_is_kept_is_on_the_clipboard_with_its_source(room: Room) -> None:
    page = summarise(room)
    keep(room, page, KEPT)
    page.head.copy_button.click()

    assert f"{KEPT} ({copies.TITLE}, Gazette" in QGuiApplication.clipboard().text()


def test_an_article_is_extracted_again_while_its_sentence_is_kept(room: Room) -> None:
    page = summarise(room)
    keep(room, page, KEPT)
    room.window.travels.show_reader()
    extract_the_whole_page_again(room)
    assert "News from the estuary" in room.desk.article.text

    assert kept(summarise(room)) == [KEPT]
    assert page.head.title.text() == "Summary of 3 articles"


def test_the_page_that_was_left_has_the_new_version_too(room: Room) -> None:
    page = summarise(room)
    keep(room, page, KEPT)
    room.window.travels.show_reader()
    extract_the_whole_page_again(room)
    room.press("Alt+Left")
    room.jobs.run()

    assert page.isVisible()
    assert kept(page) == [KEPT]


def test_another_article_is_deleted_and_brought_back(room: Room) -> None:
    page = summarise(room)
    keep(room, page, KEPT)
    room.window.travels.show_reader()
    room.desk.open(room.french)
    room.do("delete")
    room.jobs.run()
    assert kept(summarise(room)) == [KEPT]
    assert page.head.title.text() == "Summary of 2 articles"

    room.do("undo")
    room.jobs.run()
    assert kept(summarise(room)) == [KEPT]
    assert page.head.title.text() == "Summary of 3 articles"


def test_the_library_is_sorted_otherwise(room: Room) -> None:
    page = summarise(room)
    keep(room, page, KEPT)
    listed = room.window.library_panel.selected()
    room.window.commands.summarise_together(listed[:2])
    room.jobs.run()
    assert kept(page) == []

    room.window.commands.summarise_together(listed[::-1])
    room.jobs.run()
    assert kept(page) == [KEPT]
