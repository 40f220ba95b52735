"""The page of the graph: from asking to drawing, what it is of, what a choice shows, and handing it on."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from apostil.domain.edits import PresenceEdit
from apostil.domain.names import Named, Tie
from apostil.ui import chooser
from apostil.ui.accessibility import nameless
from apostil.ui.history import GraphPlace
from apostil.ui.pages.graph_page import GraphPage
from support import panels

MINISTER = "person:adama kessou"


@pytest.fixture
def page(desk, explorer, shown):
    def listed():
        return frozenset(entry.id for entry in desk.library.entries())

    return shown(GraphPage(desk, explorer, panels.LIGHT, listed))


@pytest.fixture
def drawn(page, jobs):
    page.show_graph(GraphPlace())
    jobs.run()
    return page


def offers(page):
    return [button.text() for button in page.findChildren(QPushButton, "emptyOffer") if button.isVisible()]


def choose_tie(page, jobs):
    page.view.choose(page.graph.edges[0])
    jobs.run()


def test_it_says_what_it_is_doing_and_can_be_stopped(page, jobs):
    page.show_graph(GraphPlace())
    assert page.waiting.words == "Counting who appears with whom…"
    jobs.step()
    assert page.waiting.words.startswith("Laying out")
    assert offers(page) == ["Stop"]


def test_what_was_stopped_can_be_begun_again(page, jobs, qtbot):
    page.show_graph(GraphPlace())
    page._stop()
    jobs.run()
    assert page.empty.words.startswith("Stopped")
    page.again.click()
    jobs.run()
    assert page.pages.currentWidget() is page.split


def test_it_says_how_much_it_shows(drawn):
    assert drawn.head.state.text().startswith(f"{len(drawn.graph.nodes)} names, {len(drawn.graph.edges)} ")


def test_without_ties_it_says_what_to_do(page, jobs, desk):
    desk.do(PresenceEdit("Delete", tuple(entry.id for entry in desk.library.entries()), present=False))
    page.show_graph(GraphPlace())
    jobs.run()
    assert "Open articles in which people" in page.empty.words
    assert not page.head.export.isEnabled()
    assert offers(page) == []


def test_without_ties_in_some_articles_it_offers_the_whole_library(page, jobs, qtbot):
    page.show_graph(GraphPlace(articles=frozenset()))
    jobs.run()
    assert offers(page) == ["Show the whole library"]
    with qtbot.waitSignal(page.place_wanted) as told:
        page.whole.click()
    assert told.args == [GraphPlace()]


def test_a_node_lists_its_ties_and_leads_to_its_page(drawn, qtbot):
    node = drawn.graph.nodes[0]
    drawn.view.choose(node)
    assert drawn.details.ties.rowCount() == len(drawn.view.ties_of(node.identity))
    with qtbot.waitSignal(drawn.entity_wanted) as told:
        drawn.details.page.click()
    assert told.args == [node.identity]


def test_a_tie_lists_its_sentences_which_lead_to_their_articles(drawn, jobs, qtbot):
    choose_tie(drawn, jobs)
    assert drawn.details.passages.sentences == drawn.graph.edges[0].sentences
    with qtbot.waitSignal(drawn.passage_wanted):
        panels.click(drawn.details.view, 1)


def test_keys_lead_from_a_node_to_a_sentence_and_back(drawn, jobs, qtbot):
    drawn.view.setFocus()
    qtbot.keyClick(drawn.view, Qt.Key.Key_Tab)
    assert isinstance(drawn.view.choice, Named)
    qtbot.keyClick(drawn.view, Qt.Key.Key_Space)
    qtbot.keyClick(drawn.details.tie_list, Qt.Key.Key_Return)
    assert isinstance(drawn.view.choice, Tie)
    jobs.run()
    with qtbot.waitSignal(drawn.details.closed):
        qtbot.keyClick(drawn.details.view, Qt.Key.Key_Escape)
    assert drawn.view.choice is None
    assert drawn.details.isHidden()


def test_what_it_is_of_can_be_chosen(drawn, qtbot):
    assert [drawn.head.scope.itemText(row) for row in range(2)] == ["The whole library", "The 2 articles in the list"]
    with qtbot.waitSignal(drawn.place_wanted) as told:
        drawn.head.scope.activated.emit(1)
    assert len(told.args[0].articles) == 2


def test_around_an_entity_it_says_whose_it_is(page, jobs):
    page.show_graph(GraphPlace(MINISTER))
    jobs.run()
    assert page.head.scope.currentText() == "Around Adama Késsou"


def test_it_follows_the_library(drawn, desk, jobs, qtbot):
    before = drawn.graph
    desk.do(PresenceEdit("Delete", (desk.library.entries()[0].id,), present=False))
    qtbot.waitUntil(lambda: bool(jobs._waiting))
    jobs.run()
    assert drawn.graph != before


@pytest.mark.parametrize(("suffix", "start"), [(".svg", b"<svg"), (".graphml", b"<?xml"), (".csv", b"\xef\xbb\xbf")])
def test_it_is_handed_on(drawn, explorer, jobs, qtbot, tmp_path, monkeypatch, suffix, start):
    file = tmp_path / f"graph{suffix}"
    monkeypatch.setattr(chooser, "graph_target", lambda *_: file)
    drawn._export(suffix)
    with qtbot.waitSignal(explorer.told):
        jobs.run()
    assert file.read_bytes().startswith(start)


def test_escape_goes_back_to_the_article(drawn, qtbot):
    with qtbot.waitSignal(drawn.closed):
        qtbot.keyClick(drawn.view, Qt.Key.Key_Escape)


def test_everything_has_a_name_for_a_screen_reader(drawn):
    assert nameless(drawn) == []


@pytest.mark.parametrize("width", [380, 900])
def test_it_is_drawn_in_any_width(drawn, jobs, width):
    choose_tie(drawn, jobs)
    drawn.resize(width, 520)
    drawn.set_theme(panels.DARK)
    assert not drawn.grab().isNull()
