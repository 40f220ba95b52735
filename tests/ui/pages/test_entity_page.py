"""The page of an entity: names, sentences by article, company, proposals, and changes from there."""

import pytest
from PySide6.QtCore import Qt

from apostil.domain.edits import PresenceEdit
from apostil.domain.errors import LibraryError
from apostil.domain.names import Likeness, Proposal
from apostil.ui.accessibility import nameless
from apostil.ui.pages.entity_page import EntityPageView
from support import panels
from support.main_windows import in_dialog

MINISTER = "person:adama kessou"
PRESIDENT = "person:rosa lindqvist"


@pytest.fixture
def page(desk, explorer, jobs, shown):
    page = shown(EntityPageView(desk, explorer, panels.LIGHT))
    page.show_entity(MINISTER)
    jobs.run()
    return page


def proposed(desk):
    """That the minister may be the president."""
    found = desk.library.named((MINISTER, PRESIDENT))
    return Proposal(found[PRESIDENT], found[MINISTER], Likeness.CONTAINED)


def test_it_says_that_it_is_looking(desk, explorer, shown):
    page = shown(EntityPageView(desk, explorer, panels.LIGHT))
    page.show_entity(MINISTER)
    assert page.empty.words == "Looking through the library…"


def test_the_head_says_who_how_often_and_by_which_names(page):
    assert page.head.headline.accessibleName() == "Adama Késsou, person"
    assert page.head.facts.text() == "Person · 3 mentions in 2 articles · found by the program"
    assert page.head.names.text() == "Called so 2 times, and also: Késsou (1)"


def test_the_sentences_stand_below_their_articles_the_newest_first(page):
    rows = [page.model.index(row).data() for row in range(page.model.rowCount())]
    assert rows[0] == panels.FRENCH.metadata.title
    assert rows[2] == panels.ENGLISH.metadata.title
    assert page.tabs.tabText(0) == "Sentences 3"


def test_the_oldest_may_come_first(page):
    page.order.setCurrentIndex(1)
    assert page.model.index(0).data() == panels.ENGLISH.metadata.title


def test_a_sentence_leads_to_its_mention(page, qtbot):
    with qtbot.waitSignal(page.passage_wanted) as told:
        panels.click(page.view, 1)
    assert [span.cut(panels.FRENCH.text) for span in told.args[0].mentions] == ["Adama Késsou"]


@pytest.mark.parametrize(("button", "title"), [("first", panels.ENGLISH), ("last", panels.FRENCH)])
def test_the_first_and_the_last_mention_are_a_click_away(page, qtbot, button, title):
    with qtbot.waitSignal(page.passage_wanted) as told:
        getattr(page.head, button).click()
    assert told.args[0].title == title.metadata.title


def test_a_companion_leads_to_its_page(page, qtbot):
    page.tabs.setCurrentIndex(1)
    with qtbot.waitSignal(page.entity_wanted):
        qtbot.keyClick(page.others, Qt.Key.Key_Down)
        qtbot.keyClick(page.others, Qt.Key.Key_Return)
    assert page.company.index(0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("article")


@pytest.mark.parametrize("signal", ["graph_wanted", "filter_wanted"])
def test_graph_and_filter_are_a_button_away(page, qtbot, signal):
    with qtbot.waitSignal(getattr(page, signal)):
        (page.head.graph_button if signal == "graph_wanted" else page.head.filter_button).click()


def test_escape_goes_back_to_the_article(page, qtbot):
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_what_nothing_names_any_more_is_said_so(page, jobs):
    page.show_entity("person:nobody")
    jobs.run()
    assert "No article names this any more" in page.empty.words


def test_a_library_that_cannot_be_read_is_said_so(page, jobs, desk, monkeypatch):
    def fail(*_):
        raise LibraryError("The disk is gone.")

    monkeypatch.setattr(type(desk.library), "entity_page", fail)
    page.show_entity(PRESIDENT)
    jobs.run()
    assert "The disk is gone." in page.empty.words


def test_a_page_follows_the_library(page, jobs, desk):
    desk.do(PresenceEdit("Delete", (page.model.passage(0).article,), present=False))
    jobs.run()
    assert page.head.facts.text().startswith("Person · 2 mentions in 1 article")


def test_a_page_that_was_left_stays_as_it_was(page, jobs, qtbot):
    page.view.setCurrentIndex(page.model.index(3))
    page.show_entity(MINISTER)
    jobs.run()
    assert page.view.currentIndex().row() == 3


def test_a_proposal_that_is_accepted_joins_the_two(page, desk, jobs):
    page._propose((proposed(desk),))
    assert page.head.question.words.text() == "Also found as “Rosa Lindqvist” (person) in 2 articles. Is it the same?"
    page.head.question.yes.click()
    jobs.run()
    assert PRESIDENT not in desk.library.named()
    assert desk.undo_stack.undoText().startswith("Join Rosa Lindqvist")


def test_a_proposal_that_is_refused_is_remembered(page, desk, jobs):
    page._propose((proposed(desk),))
    page.head.question.no.click()
    jobs.run()
    assert page.head.question.isHidden()
    assert desk.library.distinct() == {frozenset({MINISTER, PRESIDENT})}


def rename(page, jobs, name):
    """Rename by the dialog, once it has counted what that changes."""

    def answer(dialog):
        dialog.field.setText(name)
        dialog._look()
        jobs.run()
        dialog.accept()

    in_dialog(answer)
    page.head.rename_button.click()


def test_a_renamed_entity_keeps_its_page_and_so_does_taking_it_back(page, desk, jobs, qtbot):
    rename(page, jobs, "Minister Késsou")
    qtbot.waitUntil(lambda: bool(jobs._waiting) or page.identity != MINISTER)
    jobs.run()
    assert page.head.headline.accessibleName() == "Minister Késsou, person"
    desk.undo_stack.undo()
    jobs.run()
    assert page.head.headline.accessibleName() == "Adama Késsou, person"


def test_where_nothing_can_be_changed_the_buttons_say_why(desk, explorer, jobs, shown, monkeypatch):
    monkeypatch.setattr(type(desk), "read_only", True)
    monkeypatch.setattr(type(desk), "read_only_because", "The file is write-protected.")
    page = shown(EntityPageView(desk, explorer, panels.DARK))
    page.show_entity(MINISTER)
    jobs.run()
    assert not page.head.rename_button.isEnabled()
    assert page.head.join_button.toolTip() == "The file is write-protected."


def test_everything_has_a_name_for_a_screen_reader(page):
    assert nameless(page) == []


@pytest.mark.parametrize("width", [380, 660, 1000])
def test_the_page_is_drawn_in_any_width(page, width):
    page.resize(width, 500)
    page.set_theme(panels.DARK)
    assert not page.grab().isNull()
    assert page.view.sizeHintForRow(1) >= page.view.sizeHintForRow(0) / 2
