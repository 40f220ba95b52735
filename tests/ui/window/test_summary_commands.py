"""The menu, the palette and keys change the summary, from its list and from the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from apostil.domain.analysis import Analysis
from apostil.domain.article import Piece, Role, compose
from apostil.domain.choices import UNTOUCHED
from apostil.domain.summary import Length, Unit
from apostil.ui.history import MethodsPlace, TogetherPlace
from apostil.ui.window.actions import SUMMARY
from support import panels

if TYPE_CHECKING:
    from apostil.domain.choices import Extract
    from apostil.ui.pages.together_page import TogetherPage
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


def take(room: Room, action: str) -> None:
    """Take an action from its menu."""
    menu = next(one.menu() for one in room.window.menuBar().actions() if one.text() == SUMMARY)
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    room.action(action).trigger()


@pytest.mark.parametrize(("action", "row", "to"), [("sentence-down", 0, 1), ("sentence-up", 1, 0)])
def test_a_command_moves_the_sentence(room: Room, action: str, row: int, to: int) -> None:
    extract = choose(room, row)
    take(room, action)
    assert shown(room).index(extract) == to


def test_commands_put_the_order_and_everything_back(room: Room) -> None:
    before = shown(room)
    choose(room, 0)
    take(room, "sentence-down")
    room.action("summary-order").trigger()
    assert shown(room) == before
    room.action("keep-sentence").trigger()
    room.action("summary-forget").trigger()
    assert room.desk.choices == UNTOUCHED


def test_where_nothing_was_chosen_nothing_can_be_put_back(room: Room) -> None:
    forget, order = room.action("summary-forget"), room.action("summary-order")
    assert (forget.isEnabled(), forget.toolTip()) == (False, "You have changed nothing in this summary")
    assert (order.isEnabled(), order.toolTip()) == (False, "You have moved no sentence")
    choose(room, 1)
    take(room, "sentence-up")
    assert forget.isEnabled()
    assert order.isEnabled()
    forget.trigger()
    assert not forget.isEnabled()


def test_where_there_are_no_sentences_no_length_can_be_chosen(room: Room) -> None:
    length = room.action("summary-120")
    assert length.isEnabled()
    headings = compose([Piece("First part", Role.HEADING)])
    article_id = panels.add(room.desk.library, headings, "contents.txt", analysed=False)
    room.desk.library.save_analysis(article_id, Analysis("en", (), (), "invented 1"))
    room.desk.open(article_id)
    assert (length.isEnabled(), length.toolTip()) == (False, "This article has no sentences to choose from")


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


# While the page of several articles is shown


@pytest.fixture
def page(room: Room) -> TogetherPage:
    """The page of both articles, with the keyboard in its list."""
    room.window.travels.explore(TogetherPlace((room.english, room.french)))
    room.jobs.run()
    return room.window.pages.together


def chosen(page: TogetherPage, row: int) -> Extract:
    """Choose a row of the page."""
    page.view.setCurrentIndex(page.model.index(row))
    return page.model.at(row).sentence.extract


def test_a_key_keeps_a_sentence_of_several_articles(room: Room, page: TogetherPage) -> None:
    extract = chosen(page, 2)
    room.do("keep-sentence")
    assert page.state.choices.pinned == (extract,)
    assert room.desk.choices == UNTOUCHED


def test_of_several_articles_nothing_can_be_put_back_but_what_was_chosen(room: Room, page: TogetherPage) -> None:
    assert not room.action("summary-forget").isEnabled()
    chosen(page, 0)
    room.do("keep-sentence")
    assert room.action("summary-forget").isEnabled()
    room.window.travels.show_reader()
    assert not room.action("summary-forget").isEnabled()


def test_a_key_leaves_a_sentence_of_several_articles_out(room: Room, page: TogetherPage) -> None:
    extract = chosen(page, 2)
    room.do("leave-out-sentence")
    assert page.state.choices.dropped == (extract,)


def test_commands_move_a_sentence_of_several_articles_and_put_the_order_back(room: Room, page: TogetherPage) -> None:
    extract = chosen(page, 0)
    take(room, "sentence-down")
    assert page.model.row_of(extract) == 1
    take(room, "sentence-up")
    take(room, "sentence-down")
    room.action("summary-order").trigger()
    assert page.model.row_of(extract) == 0
    assert page.state.choices == UNTOUCHED


def test_a_command_tells_why_a_sentence_of_several_articles_is_there(room: Room, page: TogetherPage) -> None:
    extract = chosen(page, 1)
    room.action("sentence-why").trigger()
    assert page.delegate.opened == {extract}


def test_a_command_shows_what_was_left_out_of_several_articles(room: Room, page: TogetherPage) -> None:
    room.action("summary-left-out").trigger()
    assert room.said == "You have left out no sentence of these articles."
    chosen(page, 0)
    room.do("leave-out-sentence")
    room.action("summary-left-out").trigger()
    assert page.model.rowCount() == page.model.chosen_count + 1
    room.action("summary-forget").trigger()
    assert page.state.choices == UNTOUCHED


def test_a_command_copies_the_summary_of_several_articles(room: Room, page: TogetherPage) -> None:
    room.do("copy-summary")
    assert QGuiApplication.clipboard().text().startswith("Le Courrier du fleuve\n")


def test_a_command_sets_the_time_to_read_of_several_articles(room: Room, page: TogetherPage) -> None:
    room.action("summary-30").trigger()
    assert page.state.length == Length(30, Unit.SECONDS)
    assert room.desk.length.unit is Unit.SENTENCES


def test_several_articles_are_not_highlighted_at_once(room: Room, page: TogetherPage) -> None:
    room.do("highlight-summary")
    assert room.said.startswith("Highlights belong to one article")
    assert room.desk.annotations == ()


def test_without_an_open_article_a_summary_of_several_can_be_changed(room: Room) -> None:
    articles = (room.english, room.french)
    room.desk.open(None)
    assert not room.action("keep-sentence").isEnabled()
    room.window.travels.explore(TogetherPlace(articles))
    room.jobs.run()
    assert room.action("keep-sentence").isEnabled()
    room.do("keep-sentence")
    assert len(room.window.pages.together.state.choices.pinned) == 1


def test_while_a_page_hides_the_text_its_cursor_means_no_sentence(room: Room) -> None:
    put_caret_outside(room)
    room.window.travels.explore(MethodsPlace())
    room.do("keep-sentence")
    assert room.desk.choices == UNTOUCHED


def test_a_sentence_that_is_not_in_the_summary_does_not_move(room: Room) -> None:
    put_caret_outside(room)
    take(room, "sentence-up")
    assert room.action("sentence-up").toolTip() == "This sentence is not in the summary"
    assert room.desk.choices == UNTOUCHED


@pytest.mark.parametrize(
    ("action", "row", "because"),
    [("sentence-up", 0, "This is the first sentence"), ("sentence-down", 4, "This is the last sentence")],
)
def test_at_an_end_the_menu_says_why_a_sentence_goes_no_further(
    room: Room, action: str, row: int, because: str
) -> None:
    choose(room, row)
    take(room, action)
    assert (room.action(action).isEnabled(), room.action(action).toolTip()) == (False, because)


def test_without_a_sentence_the_menu_says_which_could_be_moved(room: Room) -> None:
    room.window.travels.explore(MethodsPlace())
    take(room, "sentence-up")
    words = "Put the cursor into a sentence, or choose one in the summary."
    assert room.action("sentence-up").toolTip() == words


def test_a_menu_bar_that_has_the_keyboard_shuts_no_move(room: Room) -> None:
    choose(room, 1)
    room.reader.set_caret(0)
    room.window.menuBar().setFocus()
    take(room, "sentence-up")
    assert room.action("sentence-up").isEnabled()


def test_a_move_is_told_in_the_place_of_the_deed_before(room: Room) -> None:
    choose(room, 1)
    room.do("keep-sentence")
    take(room, "sentence-up")
    assert room.said == "The sentence moved to place 1 of 5. Undo (Ctrl+Z) takes that back."


def test_what_was_said_of_a_deed_goes_with_the_next_one(room: Room) -> None:
    choose(room, 1)
    room.do("keep-sentence")
    room.select("river port")
    room.reader.setFocus()
    room.press("1")
    assert "stays" not in room.said
