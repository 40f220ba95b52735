"""The summary of several articles, in the place of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from apostil.domain.digest import Grouping
from apostil.domain.edits import Changes, PresenceEdit, Topic
from apostil.domain.errors import ApostilError
from apostil.domain.summary import Method
from apostil.ui.history import TogetherPlace
from apostil.ui.keeping import Deed
from apostil.ui.panels.chips import Chip
from support import panels
from support.main_windows import Room

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from apostil.ui.pages.together_page import TogetherPage

FRENCH_FIRST = "Le port fluvial de Sendaré a rouvert mardi"


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    """A window with the English article open."""
    made = Room(tmp_path, qtbot)
    yield made
    made.close()


@pytest.fixture
def page(room: Room) -> TogetherPage:
    """The page of both articles, their outlets one after the other."""
    room.window.travels.explore(TogetherPlace((room.english, room.french)))
    room.jobs.run()
    return room.window.pages.together


def _middle(widget: QWidget) -> int:
    """How far below the head's beginning the middle of a field is."""
    return widget.mapTo(widget.window(), widget.rect().center()).y()


def _apart(widgets: Iterable[QWidget]) -> int:
    """How much further below the middle of one of these is than that of another."""
    middles = [_middle(widget) for widget in widgets]
    return max(middles) - min(middles)


def words(page: TogetherPage) -> list[str]:
    return [page.model.at(row).words for row in range(page.model.chosen_count)]


def test_the_articles_that_are_selected_are_summarised_together(room: Room) -> None:
    room.window.library_panel.view.selectAll()
    room.do("together")
    room.jobs.run()

    page = room.window.pages.together
    assert page.head.title.text() == "Summary of 2 articles"
    assert page.view.hasFocus()
    assert page.model.rowCount() == 10


def test_the_list_of_articles_offers_it_too(room: Room) -> None:
    room.window.library_panel.view.selectAll()
    panels.act(room.window.library_panel.context_menu(), "Summarise together").trigger()

    assert isinstance(room.window.pages.present, TogetherPlace)


def test_one_article_alone_is_not_summarised_together(room: Room) -> None:
    room.do("together")

    assert room.window.pages.present is None
    assert room.said == "Select several articles in the library first, with Ctrl or Shift held."


def test_each_outlet_stands_above_its_sentences(page: TogetherPage) -> None:
    rows = range(page.model.rowCount())
    headings = [page.model.above(row).heading for row in rows if page.model.above(row).heading]

    assert headings == ["Le Courrier du fleuve", "The Basin Observer"]


def test_days_can_stand_there_instead(page: TogetherPage) -> None:
    page.head.grouping.setCurrentIndex(1)
    page.head.grouping.activated.emit(1)

    assert page.model.above(0).heading == "31 Jan 2026"
    assert page.model.above(0).source.startswith("The Basin Observer · River port")


def test_by_rank_the_best_sentence_comes_first_with_its_whole_source(page: TogetherPage) -> None:
    page.state.set_grouping(Grouping.RANK)

    assert page.model.at(0).sentence.rank == 1
    assert page.model.above(0).heading == ""
    assert page.model.above(0).source.count(" · ") == 2


def test_a_screen_reader_hears_the_source_first(page: TogetherPage) -> None:
    heard = page.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert heard.startswith("Le Courrier du fleuve · 1 Feb 2026 · À Sendaré")


def test_another_method_is_chosen_in_its_list(page: TogetherPage) -> None:
    row = page.head.method.findData(Method.LSA)
    page.head.method.setCurrentIndex(row)
    page.head.method.activated.emit(row)

    assert page.state.method is Method.LSA


def test_the_slider_makes_the_summary_shorter(page: TogetherPage) -> None:
    page.head.length.slider.setValue(3)

    assert page.model.rowCount() == 3
    assert page.head.facts.text().startswith("3 of 11 sentences · 2 outlets · English, French")


def test_a_sentence_is_kept_by_a_key(room: Room, page: TogetherPage) -> None:
    room.key(Qt.Key.Key_P)

    assert page.model.at(0).sentence.pinned
    assert page.state.choices.pinned == (page.model.at(0).sentence.extract,)


def test_a_sentence_is_left_out_by_a_key_and_taken_back_on_the_page(room: Room, page: TogetherPage) -> None:
    first = words(page)[0]
    room.key(Qt.Key.Key_Delete)
    assert first not in words(page)
    assert page.view.currentIndex().row() == 0

    room.qtbot.mouseClick(page.sentences.left_out_link, Qt.MouseButton.LeftButton)
    last = page.model.rowCount() - 1
    assert page.model.above(last).heading == "Left out by you"
    assert page.view.currentIndex().row() == last
    page.view.setFocus()
    room.key(Qt.Key.Key_Delete)
    assert first in words(page)


def test_where_everything_is_left_out_it_can_be_taken_back(room: Room, page: TogetherPage) -> None:
    while page.model.chosen_count:
        room.key(Qt.Key.Key_Delete)

    assert page.sentences.left_out_link.isVisible()
    assert page.sentences.left_out_link.text() == "10 sentences left out · Show"


def test_a_sentence_moves_within_its_outlet_only(room: Room, page: TogetherPage) -> None:
    before = words(page)
    room.press("Alt+Down")
    assert words(page)[:2] == [before[1], before[0]]

    room.press("Alt+Down")
    room.press("Alt+Down")
    assert words(page)[2] == before[0]
    assert room.said.startswith("Sentences move within their outlet or day")


def test_undo_leads_back_to_the_page_that_it_changes(room: Room, page: TogetherPage) -> None:
    room.key(Qt.Key.Key_P)
    room.key(Qt.Key.Key_Escape)
    assert room.window.pages.present is None

    room.do("undo")

    assert room.window.pages.present == TogetherPlace((room.english, room.french))
    assert page.state.choices.pinned == ()


def place_of(page: TogetherPage, row: int) -> QPoint:
    """A place on the words of a sentence."""
    rect = page.view.visualRect(page.model.index(row))
    return QPoint(rect.center().x(), rect.bottom() - 40)


def test_a_click_chooses_the_sentence_that_keys_act_on(room: Room, page: TogetherPage) -> None:
    room.qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(page, 1))
    room.key(Qt.Key.Key_P)

    assert room.window.pages.present == TogetherPlace((room.english, room.french))
    assert page.model.at(1).sentence.pinned


def test_return_reads_the_sentence_in_its_article(room: Room, page: TogetherPage) -> None:
    room.key(Qt.Key.Key_Return)

    assert room.desk.current == room.french


def test_the_tip_says_how_a_sentence_is_read_in_its_article(page: TogetherPage) -> None:
    index = page.model.index(0)
    said = page.delegate.tip_at(place_of(page, 0), page.view.row_option(index), index)

    assert said == "Read it in its article: double click, or Return"


def test_a_double_click_on_a_sign_leaves_the_page_where_it_is(room: Room, page: TogetherPage) -> None:
    option = page.view.row_option(page.model.index(0))
    laid = page.delegate.laid(option, page.model.index(0))
    above = option.rect.height() - laid.height
    place = option.rect.topLeft() + laid.zones[Deed.KEEP].center().toPoint() + QPoint(0, above)
    room.qtbot.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert room.window.pages.present is not None


def test_a_double_click_opens_the_sentence_in_its_article_and_back_returns(room: Room, page: TogetherPage) -> None:
    room.qtbot.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place_of(page, 0))
    assert room.desk.current == room.french
    assert room.reader.hasFocus()

    room.press("Alt+Left")
    assert page.isVisible()
    assert words(page)[0].startswith(FRENCH_FIRST)


def test_a_click_on_the_pin_keeps_the_sentence(room: Room, page: TogetherPage) -> None:
    index = page.model.index(3)
    option = page.view.row_option(index)
    zone = page.delegate.laid(option, index).zones[Deed.KEEP].center().toPoint()
    height = page.delegate.sizeHint(option, index).height() - page.delegate.laid(option, index).height
    room.qtbot.mouseClick(
        page.view.viewport(), Qt.MouseButton.LeftButton, pos=option.rect.topLeft() + zone + QPoint(0, height)
    )

    assert page.model.at(3).sentence.pinned


def test_a_sign_says_what_it_does(page: TogetherPage) -> None:
    index = page.model.index(0)
    option = page.view.row_option(index)
    above = option.rect.height() - page.delegate.laid(option, index).height
    zone = page.delegate.laid(option, index).zones[Deed.KEEP].center().toPoint()

    assert page.delegate.tip_at(option.rect.topLeft() + zone + QPoint(0, above), option, index) == "Keep (P)"


def test_the_full_account_opens_and_closes(room: Room, page: TogetherPage) -> None:
    height = page.view.visualRect(page.model.index(0)).height()
    room.key(Qt.Key.Key_Right)
    assert page.view.visualRect(page.model.index(0)).height() > height

    room.key(Qt.Key.Key_Left)
    assert page.view.visualRect(page.model.index(0)).height() == height


def test_the_menu_of_a_sentence_keeps_it(page: TogetherPage) -> None:
    panels.act(page.sentences.context_menu(1), "Keep the sentence").trigger()

    assert page.model.at(1).sentence.pinned


def test_the_menu_of_a_sentence_goes_to_its_place(room: Room, page: TogetherPage) -> None:
    panels.act(page.sentences.context_menu(0), "Go to the place").trigger()

    assert room.desk.current == room.french


def test_the_sentence_before_is_added_by_a_key(room: Room, page: TogetherPage) -> None:
    page.head.length.slider.setValue(1)
    room.key(Qt.Key.Key_B)

    assert len(page.state.choices.pinned) + bool(room.said) >= 1


def test_a_chip_adds_what_the_summary_leaves_out(page: TogetherPage) -> None:
    page.head.length.slider.setValue(1)
    coverage = page.state.coverage()
    assert coverage is not None
    missing = coverage.missing[0]

    page.coverage.missed.emit(missing)

    assert page.state.choices.pinned == (missing.best,)


def test_the_summary_is_copied_with_its_sources(room: Room, page: TogetherPage) -> None:
    page.head.copy_button.click()

    assert QGuiApplication.clipboard().text().startswith(f"Le Courrier du fleuve\n{FRENCH_FIRST}")
    assert room.said == "The summary is on the clipboard, with its sources"


def test_what_is_under_way_is_told_and_can_be_cancelled(room: Room) -> None:
    room.window.travels.explore(TogetherPlace((room.english, room.french)))
    page = room.window.pages.together
    assert page.empty.words.startswith("Reading article 1 of 2…")
    while page.empty.words.startswith("Reading article 1"):
        room.jobs.step()
    assert page.empty.words.startswith("Reading article 2 of 2…")

    page.cancel_button.click()
    room.jobs.run()

    assert room.window.pages.present is None
    assert page.state.digest is None


def test_what_fails_is_said_on_the_page(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Any:
        raise ApostilError("The library could not be read.")

    monkeypatch.setattr("apostil.ui.completing._look", fail)
    room.window.travels.explore(TogetherPlace((room.english, room.french)))
    room.jobs.run()

    assert room.window.pages.together.empty.words.endswith("The library could not be read.")


def test_what_keeps_a_summary_from_being_made_anew_is_told_beside_it(
    room: Room, page: TogetherPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Any:
        raise ApostilError("The library could not be read.")

    before = words(page)
    monkeypatch.setattr("apostil.ui.completing._look", fail)
    room.desk.announce(Changes(frozenset({room.english}), frozenset({Topic.ANALYSIS})))
    room.jobs.run()

    assert room.said == "The summary was not made anew. The library could not be read."
    assert words(page) == before


def test_moved_sentences_are_put_back_under_their_outlets(room: Room, page: TogetherPage) -> None:
    before = words(page)
    assert panels.act(page.sentences.context_menu(0), "Put moved sentences back").toolTip() == (
        "You have moved no sentence"
    )
    room.press("Alt+Down")

    panels.act(page.sentences.context_menu(0), "Put moved sentences back").trigger()

    assert words(page) == before


def test_the_page_follows_the_theme(room: Room, page: TogetherPage) -> None:
    room.window.set_theme(panels.DARK)

    assert page.delegate.theme is panels.DARK


def test_a_library_that_can_only_be_read_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    room = Room(tmp_path, qtbot, read_only=True)
    try:
        room.window.travels.explore(TogetherPlace((room.english, room.french)))
        room.jobs.run()
        room.key(Qt.Key.Key_P)

        assert room.said == room.desk.read_only_because
    finally:
        room.close()


def test_what_was_chosen_in_one_article_is_said_to_be_left_aside(room: Room, page: TogetherPage) -> None:
    words = "without what you chose in single articles"
    assert words not in page.head.facts.text()
    assert room.desk.summary is not None
    room.desk.set_choices("Leave out a sentence", room.desk.choices.drop(room.desk.summary.sentences[0].extract))

    assert f"· {words} ·" in page.head.facts.text()


@pytest.mark.parametrize(("height", "seen"), [(600, False), (1000, True)])
def test_where_the_page_is_low_its_room_is_the_sentences(
    room: Room, page: TogetherPage, height: int, *, seen: bool
) -> None:
    room.window.resize(1300, height)
    page.head.length.slider.setValue(1)

    room.qtbot.waitUntil(lambda: page.coverage.body.isVisible() is seen)


@pytest.mark.parametrize(("size", "presets"), [((800, 600), False), ((1300, 800), True), ((1600, 1000), True)])
def test_method_order_and_length_stand_in_one_line(
    room: Room, page: TogetherPage, size: tuple[int, int], *, presets: bool
) -> None:
    room.window.resize(*size)

    room.qtbot.waitUntil(lambda: page.head.length.shortcuts.isVisible() is presets)
    fields = (page.head.method, page.head.grouping, page.head.length.slider, page.head.length.unit)
    room.qtbot.waitUntil(lambda: _apart(fields) < max(field.height() for field in fields) / 2)


def test_at_the_smallest_window_most_of_the_page_is_sentences(room: Room, page: TogetherPage) -> None:
    room.window.resize(800, 600)

    room.qtbot.waitUntil(lambda: page.view.height() > 0.66 * page.height())


def test_where_the_page_is_low_outlets_and_languages_are_told_by_a_tip(room: Room, page: TogetherPage) -> None:
    room.window.resize(800, 600)

    room.qtbot.waitUntil(lambda: page.head.facts.text() == "10 of 11 sentences")
    assert page.head.facts.toolTip() == "10 of 11 sentences · 2 outlets · English, French"


def test_the_same_articles_are_one_page_however_the_library_lists_them(room: Room, page: TogetherPage) -> None:
    room.window.library_panel.view.selectAll()
    room.do("together")
    first = room.window.pages.present
    page_order = room.window.library_panel.selected()

    room.window.commands.summarise_together(tuple(reversed(page_order)))

    assert room.window.pages.present == first


def test_where_all_articles_are_deleted_the_page_says_so(room: Room, page: TogetherPage) -> None:
    room.desk.do(PresenceEdit("Delete articles", (room.english, room.french), present=False))

    assert page.empty.words.startswith("These articles are no longer in the library")
    assert not page.cancel_button.isVisible()

    room.desk.undo_stack.undo()
    room.jobs.run()
    assert page.model.rowCount() == 10


def test_where_a_deletion_can_no_longer_be_undone_the_page_tells_another_way(room: Room, page: TogetherPage) -> None:
    room.desk.do(PresenceEdit("Delete articles", (room.english, room.french), present=False))
    room.desk.undo_stack.clear()

    assert "as long as their deletion can be undone" in page.empty.words
    assert "open their files or paste their text again" in page.empty.words


def test_however_much_is_left_out_the_window_needs_no_more_room(room: Room, page: TogetherPage) -> None:
    before = room.window.minimumSizeHint().height()
    page.coverage.view.show_all(True)
    page.coverage.show_chips([Chip(f"name {n}") for n in range(300)], lambda row: [str(row)])

    room.qtbot.waitUntil(lambda: page.coverage.view.sizeHint().height() > 300)
    assert room.window.minimumSizeHint().height() <= before + 30


def test_the_tab_key_goes_through_the_page_from_above(room: Room, page: TogetherPage) -> None:
    page.head.length.slider.setValue(2)
    room.key(Qt.Key.Key_Delete)
    head, sentences = page.head, page.sentences
    chosen = [head.method, head.grouping, head.length.slider, head.length.unit]
    wanted = [*chosen, sentences.left_out_link, page.view, page.coverage.title]
    head.method.setFocus()
    passed = []
    for _ in range(16):
        passed.append(QApplication.focusWidget())
        room.key(Qt.Key.Key_Tab)

    assert [widget for widget in passed if widget in wanted] == wanted


def test_the_page_begins_at_its_first_sentence_wherever_one_is_kept(room: Room, page: TogetherPage) -> None:
    page.view.setCurrentIndex(page.model.index(4))
    room.key(Qt.Key.Key_P)
    room.window.travels.explore(TogetherPlace((room.french, room.english)))
    room.jobs.run()
    room.window.travels.explore(TogetherPlace((room.english, room.french)))
    room.jobs.run()

    assert len(page.state.choices.pinned) == 1
    assert page.view.currentIndex().row() == 0
