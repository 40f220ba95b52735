from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from apostil.domain.edits import Changes, MetadataEdit, PresenceEdit, Topic
from apostil.services import entities
from apostil.ui.accessibility import nameless
from apostil.ui.models.library_model import Sieve, Sorting
from apostil.ui.panels.library_panel import LibraryPanel
from support import panels


@pytest.fixture
def panel(desk, english, french, shown):
    return shown(LibraryPanel(desk, panels.LIGHT), 280)


def titles(panel):
    return [panel.model.index(row).data() for row in range(panel.model.rowCount())]


def row(panel, article_id):
    return panel.model.row_of(article_id)


def test_an_empty_library_says_what_will_be_here(desk, shown):
    panel = shown(LibraryPanel(desk, panels.LIGHT))
    assert panel.pages.currentWidget() is panel.empty
    assert "will be listed here" in panel.empty.words
    assert not panel.head.isVisible()


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("Open a file…", "open_file_requested"),
        ("Paste a text…", "paste_requested"),
        ("Try the sample articles", "samples_requested"),
    ],
)
def test_an_empty_library_offers_what_to_do_next(desk, shown, qtbot, words, signal):
    panel = shown(LibraryPanel(desk, panels.LIGHT))
    button = next(button for button in panel.findChildren(QPushButton) if button.text() == words)
    with qtbot.waitSignal(getattr(panel, signal)):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_an_empty_library_that_is_only_read_offers_nothing(desk, shown, read_only):
    panel = shown(LibraryPanel(desk, panels.LIGHT))
    assert "open for reading only" in panel.empty.words
    assert "The file is write-protected." in panel.empty.words
    assert not any(button.isVisible() for button in panel.empty.findChildren(QPushButton))


def test_a_click_opens_an_article(panel, desk, french, qtbot):
    with qtbot.waitSignal(desk.opened) as told:
        panels.click(panel.view, row(panel, french))
    assert told.args == [french]


def test_a_click_with_control_only_selects(panel, desk, english, french, qtbot):
    with qtbot.assertNotEmitted(desk.opened):
        panels.click(panel.view, row(panel, french), Qt.KeyboardModifier.ControlModifier)
    assert set(panel.selected()) == {english, french}


def test_arrows_walk_and_enter_opens(panel, desk, french, qtbot):
    panel.view.setFocus()
    way = Qt.Key.Key_Up if row(panel, french) == 0 else Qt.Key.Key_Down
    qtbot.keyClick(panel.view, way)
    assert desk.current != french
    qtbot.keyClick(panel.view, Qt.Key.Key_Return)
    assert desk.current == french


def test_delete_asks_for_what_is_selected(panel, english, qtbot):
    with qtbot.waitSignal(panel.delete_requested) as told:
        qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert told.args == [(english,)]


def test_what_is_opened_elsewhere_is_selected_here(panel, desk, french):
    desk.open(french)
    assert panel.selected() == (french,)


def test_typing_searches_after_a_moment(panel, qtbot):
    with qtbot.waitSignal(panel.searched) as told:
        qtbot.keyClicks(panel.search, "parole")
    assert told.args == ["parole"]
    assert titles(panel) == [panels.FRENCH.metadata.title]
    assert panel.head.state.text() == "1 of 2 articles"


def test_enter_opens_the_best_match(panel, desk, french, qtbot):
    qtbot.keyClicks(panel.search, "parole")
    qtbot.keyClick(panel.search, Qt.Key.Key_Return)
    assert desk.current == french


def test_down_goes_into_the_list(panel, qtbot):
    panel.focus_search()
    qtbot.keyClick(panel.search, Qt.Key.Key_Down)
    assert panel.view.hasFocus()


def test_escape_ends_the_search(panel, qtbot):
    panel.search.setText("parole")
    panel.search_now()
    qtbot.keyClick(panel.search, Qt.Key.Key_Escape)
    assert len(titles(panel)) == 2


def test_a_search_without_hits_says_so_and_leads_back(panel, qtbot):
    panel.search.setText("zebra")
    panel.search_now()
    assert panel.no_hit.words.startswith("Nothing found for “zebra”")
    qtbot.mouseClick(panel.no_hit.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert len(titles(panel)) == 2
    assert panel.search.text() == ""


def test_a_filter_in_force_is_written_out(panel):
    panels.act(panel.head.choose.menu(), "French") if panel.head.choose.menu().actions() else None
    panel._fill_order_menu()
    panels.act(panel.head.choose.menu(), "French").trigger()
    assert titles(panel) == [panels.FRENCH.metadata.title]
    assert panel.head.state.text() == "1 of 2 articles · French"


def test_marks_and_tags_can_be_asked_for(panel, desk):
    panels.mark(desk, "rice", tags=("food",))
    panel._fill_order_menu()
    panels.act(panel.head.choose.menu(), "food").trigger()
    assert panel.model.sieve == Sieve(tag="food")
    panel._fill_order_menu()
    panels.act(panel.head.choose.menu(), "With highlights only").trigger()
    assert titles(panel) == [panels.ENGLISH.metadata.title]


def test_a_filter_that_nothing_passes_says_so(panel):
    panel._sift(Sieve(marked=True))
    assert panel.no_hit.words.startswith("No article passes this filter")


def test_the_order_is_chosen_from_the_menu(panel):
    panel._fill_order_menu()
    panels.act(panel.head.choose.menu(), "Title").trigger()
    assert panel.model.sorting is Sorting.TITLE


@pytest.mark.parametrize("sorting", [Sorting.TITLE, Sorting.PUBLISHED, Sorting.MARKS])
def test_the_article_that_lies_open_stays_selected_in_another_order(panel, desk, english, sorting):
    panel.model.set_sorting(Sorting.OUTLET)
    panel.model.set_sorting(sorting)
    assert panel.selected() == (english,)
    assert panel.view.currentIndex().row() == row(panel, english)


def test_what_is_selected_stays_selected_in_another_order(panel, desk, english, french):
    panel.view.selectAll()
    panel.model.set_sorting(Sorting.TITLE)
    assert set(panel.selected()) == {english, french}


def test_the_article_that_lies_open_is_selected_again_after_a_search(panel, english):
    for words in ("Courrier fleuve rouvert", "port", ""):
        panel.search.setText(words)
        panel.search_now()
    assert panel.selected() == (english,)


def test_while_searching_the_order_says_why_it_is_fixed(panel):
    panel.search.setText("port")
    panel.search_now()
    panel._fill_order_menu()
    action = panels.act(panel.head.choose.menu(), "Title")
    assert not action.isEnabled()
    assert "best matches" in action.toolTip()


def test_a_new_title_shows_at_once(panel, desk, english):
    before = panels.ENGLISH.metadata
    desk.do(MetadataEdit("Edit details", english, before, replace(before, title="Quays")))
    assert "Quays" in titles(panel)


def test_deleting_the_last_article_shows_the_empty_state(panel, desk, english, french):
    desk.do(PresenceEdit("Delete", (english, french), present=False))
    assert panel.pages.currentWidget() is panel.empty
    desk.undo_stack.undo()
    assert panel.pages.currentWidget() is panel.view


@pytest.mark.parametrize(
    ("words", "signal", "told"),
    [
        ("About", "about_requested", lambda one: one),
        ("Export", "export_requested", lambda one: (one,)),
        ("Delete", "delete_requested", lambda one: (one,)),
    ],
)
def test_the_context_menu_asks_for(panel, english, qtbot, words, signal, told):
    with qtbot.waitSignal(getattr(panel, signal)) as heard:
        panels.act(panel.context_menu(), words).trigger()
    assert heard.args == [told(english)]


def test_several_articles_are_named_by_their_number(panel):
    panel.view.selectAll()
    menu = panel.context_menu()
    assert panels.act(menu, "Delete 2 articles").isEnabled()
    assert panels.act(menu, "Export notes of 2 articles").isEnabled()


def test_a_library_that_is_only_read_says_why_nothing_is_deleted(panel, read_only):
    action = panels.act(panel.context_menu(), "Delete")
    assert not action.isEnabled()
    assert action.toolTip() == "The file is write-protected."


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_opens_also_on_the_keypad(panel, desk, french, qtbot, key):
    panel.view.setCurrentIndex(panel.model.index(row(panel, french)))
    qtbot.keyClick(panel.view, key, Qt.KeyboardModifier.KeypadModifier)
    assert desk.current == french


def test_a_right_click_shows_the_menu(panel, english, popped):
    panel.view.customContextMenuRequested.emit(panels.center(panel.view, row(panel, english)))
    assert panels.act(popped[0], "Open").isEnabled()


def test_everything_has_a_name(panel):
    assert nameless(panel) == []


def test_rows_are_drawn_in_both_themes(panel):
    panel.search.setText("port")
    panel.search_now()
    light = panel.grab().toImage()
    panel.set_theme(panels.DARK)
    assert panel.grab().toImage() != light


def test_nothing_moves_when_a_search_begins(panel):
    before = panel.head.sizeHint().height()
    panel.search.setText("port")
    panel.search_now()
    assert panel.head.sizeHint().height() == before


# Names


def type_name(panel, qtbot, words):
    """Type the beginning of a name, and choose the first one that is offered with the keyboard."""
    panel.focus_search()
    qtbot.keyClicks(panel.search, words)
    panel.search_now()
    qtbot.keyClick(panel.search, Qt.Key.Key_Down)
    qtbot.keyClick(panel.completion.view, Qt.Key.Key_Return)


def test_typing_offers_names_with_their_kinds(panel, qtbot):
    panel.search.setText("ada")
    panel.search_now()
    model = panel.completion.model
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Adama Késsou, person · 2 articles"


def test_names_that_are_offered_follow_what_is_changed(panel, desk):
    panel.search.setText("ada")
    panel.search_now()
    desk.do(entities.rename(desk.library, "person:adama kessou", "Ada Quill"))
    entities.settle(desk.library)
    desk.announce(Changes(frozenset(), frozenset({Topic.ANALYSIS})))
    assert panel.completion.model.index(0).data() == "Ada Quill"


def test_a_chosen_name_filters_and_is_said(panel, qtbot):
    type_name(panel, qtbot, "northern")
    assert titles(panel) == [panels.ENGLISH.metadata.title]
    assert panel.head.state.text() == "1 of 2 articles · with this name"
    assert panel.search.text() == ""
    assert panel.search.hasFocus()


def test_all_of_them_or_any_of_them(panel, qtbot):
    for words in ("northern", "adama"):
        type_name(panel, qtbot, words)
    assert len(titles(panel)) == 1
    panel.names.together.setCurrentIndex(1)
    assert len(titles(panel)) == 2
    assert panel.head.state.text().endswith("with any of these names")


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Backspace])
def test_keys_in_the_empty_field_clear_the_names(panel, qtbot, key):
    type_name(panel, qtbot, "northern")
    qtbot.keyClick(panel.search, key)
    assert panel.names.chosen == ()
    assert len(titles(panel)) == 2


def test_show_all_clears_the_names(panel, qtbot):
    type_name(panel, qtbot, "northern")
    panel.head.all.click()
    assert panel.names.isHidden()
    assert len(titles(panel)) == 2


def test_the_names_follow_the_library(panel, qtbot, desk, english):
    type_name(panel, qtbot, "adama")
    desk.do(PresenceEdit("Delete", (english,), present=False))
    assert titles(panel) == [panels.FRENCH.metadata.title]


def test_a_name_that_is_filtered_by_is_not_offered_again(panel, qtbot):
    type_name(panel, qtbot, "northern")
    panel.search.setText("northern")
    panel.search_now()
    assert panel.completion.isHidden()


def test_a_chosen_name_and_an_offered_one_lead_to_their_pages(panel, qtbot, desk):
    type_name(panel, qtbot, "northern")
    with qtbot.waitSignal(desk.place_wanted):
        panel.names._chips[0].name.click()
    panel.search.setText("ada")
    panel.search_now()
    with qtbot.waitSignal(desk.place_wanted) as told:
        panel.completion.take_keyboard()
        qtbot.keyClick(panel.completion.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert told.args[0].identity == "person:adama kessou"


def test_the_keyboard_goes_through_the_names_into_the_list(panel, qtbot):
    panel.focus_search()
    panel.search.setText("adama")
    panel.search_now()
    qtbot.keyClick(panel.search, Qt.Key.Key_Down)
    qtbot.keyClick(panel.completion.view, Qt.Key.Key_Down)
    assert panel.view.hasFocus()
    panel.completion.take_keyboard()
    qtbot.keyClick(panel.completion.view, Qt.Key.Key_Up)
    assert panel.search.hasFocus()
