"""Two methods side by side, in the place of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from apostil.domain.summary import Length, Method
from apostil.ui.history import MethodsPlace
from apostil.ui.pages.methods_page import ROOM_FOR_PRESETS
from support import panels
from support.main_windows import Room
from support.surveys import make_ranking, make_survey

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from apostil.ui.pages.methods_page import MethodsPage


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    """A window with the English article open, of which LSA takes the first sentences and LexRank the last ones."""
    made = Room(tmp_path, qtbot)
    spans = [sentence.span for sentence in made.desk.survey.sentences]  # type: ignore[union-attr]
    survey = make_survey(spans)
    rankings = tuple(
        make_ranking(one.method, spans, range(len(spans))) if one.method is Method.LEXRANK else one
        for one in survey.rankings
    )
    from dataclasses import replace

    made.desk.take_survey(replace(survey, rankings=rankings))
    yield made
    made.close()


@pytest.fixture
def page(room: Room) -> MethodsPage:
    """LexRank beside LSA."""
    room.action("methods").trigger()
    found = room.window.pages.methods
    choose(found, 1, Method.LSA)
    return found


def choose(page: MethodsPage, side: int, method: Method) -> None:
    chooser = page.choosers[side]
    chooser.setCurrentIndex(chooser.findData(method))
    chooser.activated.emit(chooser.currentIndex())


def test_the_method_in_force_stands_at_the_left(room: Room, page: MethodsPage) -> None:
    assert page.method(0) is Method.LEXRANK
    assert page.view.hasFocus()


def test_what_both_choose_stands_on_one_line(room: Room, page: MethodsPage) -> None:
    room.desk.set_length(Length(5))

    standing = [page.model.standing(page.model.at(row)) for row in range(page.model.rowCount())]

    assert standing == [*["only LSA"] * 3, *["in both"] * 2, *["only LexRank"] * 3]
    assert page.facts.text() == "2 sentences in both, 6 in one of them"


def test_sentences_stand_in_the_order_of_the_article(page: MethodsPage) -> None:
    spans = [page.model.at(row).span for row in range(page.model.rowCount())]

    assert spans == sorted(spans)


def test_equal_methods_differ_in_nothing(page: MethodsPage) -> None:
    choose(page, 1, Method.LEXRANK)

    assert page.model.in_both == page.model.rowCount()


def test_another_length_holds_for_both(room: Room, page: MethodsPage) -> None:
    page.length.slider.setValue(1)

    assert page.model.rowCount() == 2
    assert room.desk.length == Length(1)


def test_a_screen_reader_hears_who_chooses_a_sentence(page: MethodsPage) -> None:
    assert page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("(only LSA)")


def test_a_click_goes_to_the_text_and_back_returns(room: Room, page: MethodsPage) -> None:
    panels.click(page.view, 0)
    assert room.reader.isVisible()

    room.press("Alt+Left")
    assert room.window.pages.present == MethodsPlace()


def test_a_method_can_be_used_from_here(room: Room, page: MethodsPage) -> None:
    page.use[1].click()

    assert room.desk.method is Method.LSA
    assert not page.use[1].isEnabled()
    assert page.use[0].isEnabled()
    assert [button.text() for button in page.use] == ["Use this method", "In use"]
    assert room.said == "The summary is made with LSA now"


def test_escape_brings_the_article_back(room: Room, page: MethodsPage) -> None:
    room.key(Qt.Key.Key_Escape)

    assert room.window.pages.present is None


def test_the_page_follows_the_theme(room: Room, page: MethodsPage) -> None:
    room.window.set_theme(panels.DARK)

    assert page.delegate.theme is panels.DARK


def test_an_article_that_is_not_surveyed_yet_says_what_it_waits_for(room: Room) -> None:
    room.desk.survey = None
    room.action("methods").trigger()

    page = room.window.pages.methods
    assert page.empty.words.startswith("Ranking the sentences…")
    assert page.close_button.hasFocus()


def test_columns_are_equally_wide(page: MethodsPage) -> None:
    assert 2 * page.delegate.column() < page.view.width()
    assert not page.grab().isNull()


@pytest.mark.parametrize(("height", "seen"), [(ROOM_FOR_PRESETS - 1, False), (ROOM_FOR_PRESETS, True)])
def test_where_the_page_is_low_lengths_ready_made_leave_their_room(
    page: MethodsPage, height: int, *, seen: bool
) -> None:
    page.resize(page.width(), height)

    assert page.length.shortcuts.isVisible() is seen


def test_what_the_reader_chose_is_said_to_be_left_aside(room: Room, page: MethodsPage) -> None:
    assert "yourself" not in page.facts.text()
    assert room.desk.summary is not None
    room.desk.set_choices("Keep a sentence", room.desk.choices.pin(room.desk.summary.sentences[0].extract))

    assert page.facts.text().endswith(". What you kept or left out yourself does not count on this page.")
