import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from apostil.domain.entity import Kind, MarkedEntity, NotAnEntity, OtherKind, SameAs
from apostil.ui.panels.entity_menus import ask_same_as, entity_menu, mark_menu
from support import panels


@pytest.fixture
def parent(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def sendare(desk, english):
    return next(entity for entity in desk.entities if entity.name == "Sendaré")


def corrections(desk):
    return desk.library.corrections(desk.current)


def test_another_kind_can_be_given(desk, sendare, parent):
    panels.act(entity_menu(desk, sendare, None, panels.LIGHT, parent), "Organisation").trigger()
    assert corrections(desk) == (OtherKind("Sendaré", Kind.ORGANIZATION),)


def test_a_confirmed_kind_is_ticked_and_changes_nothing(desk, sendare, parent):
    action = panels.act(entity_menu(desk, sendare, None, panels.LIGHT, parent), "Place")
    assert action.isChecked()
    action.trigger()
    assert corrections(desk) == ()


def test_the_tick_of_the_present_kind_is_not_hidden_by_its_sample(desk, sendare, parent):
    menu = entity_menu(desk, sendare, None, panels.LIGHT, parent)
    assert panels.act(menu, "Place").icon().isNull()
    assert not panels.act(menu, "Group").icon().isNull()


@pytest.fixture
def union(desk, english):
    """An entity whose kind was guessed, and guessed right."""
    return next(entity for entity in desk.entities if entity.name == "Northern Transport Union")


@pytest.mark.parametrize("words", ["Confirm as organisation", "Organisation"])
def test_a_right_guess_is_confirmed(desk, union, parent, words):
    panels.act(entity_menu(desk, union, None, panels.LIGHT, parent), words).trigger()
    now = next(entity for entity in desk.entities if entity.id == union.id)
    assert (union.confirmed, now.confirmed) == (False, True)
    assert desk.undo_stack.undoText() == "Confirm Northern Transport Union as organisation"


def test_what_is_confirmed_need_not_be_confirmed_again(desk, sendare, parent):
    action = panels.act(entity_menu(desk, sendare, None, panels.LIGHT, parent), "Confirm")
    assert not action.isEnabled()
    assert action.toolTip() == "It is confirmed already"


def test_the_edits_have_british_names(desk, sendare, parent):
    panels.act(entity_menu(desk, sendare, None, panels.LIGHT, parent), "Organisation").trigger()
    assert desk.undo_stack.undoText() == "Change kind of Sendaré to organisation"
    span = panels.places(panels.ENGLISH.text, "dockers")[0]
    panels.act(mark_menu(desk, span, panels.LIGHT, parent), "Organisation").trigger()
    assert desk.undo_stack.undoText() == "Mark dockers as organisation"


def test_a_name_can_be_no_entity(desk, sendare, parent):
    panels.act(entity_menu(desk, sendare, None, panels.LIGHT, parent), "“Sendaré” is not").trigger()
    assert corrections(desk) == (NotAnEntity("Sendaré"),)
    desk.undo_stack.undo()
    assert corrections(desk) == ()


def test_one_mention_can_be_no_entity(desk, sendare, parent):
    span = sendare.mentions[1].span
    panels.act(entity_menu(desk, sendare, span, panels.LIGHT, parent), "Not an entity here").trigger()
    assert corrections(desk) == (NotAnEntity("Sendaré", span),)


def test_the_next_mention_follows_the_one_here(desk, sendare, parent, qtbot):
    menu = entity_menu(desk, sendare, sendare.mentions[1].span, panels.LIGHT, parent)
    with qtbot.waitSignal(desk.reveal_requested) as told:
        panels.act(menu, "Go to next mention").trigger()
    assert told.args == [sendare.mentions[2].span]


def test_after_the_last_mention_comes_the_first(desk, sendare, parent, qtbot):
    menu = entity_menu(desk, sendare, sendare.mentions[-1].span, panels.LIGHT, parent)
    with qtbot.waitSignal(desk.reveal_requested) as told:
        panels.act(menu, "Go to next mention").trigger()
    assert told.args == [sendare.mentions[0].span]


def test_every_occurrence_of_words_can_be_marked(desk, english, parent):
    span = panels.places(panels.ENGLISH.text, "dockers")[0]
    menu = mark_menu(desk, span, panels.LIGHT, parent)
    assert menu.title() == "Mark every occurrence of “dockers” as"
    panels.act(menu, "Group").trigger()
    assert corrections(desk) == (MarkedEntity("dockers", Kind.GROUP),)


@pytest.mark.parametrize("words", ["", "“", "” ", "."])
def test_nothing_is_marked_without_a_letter_or_digit(desk, english, qtbot, words):
    above = QMenu()
    qtbot.addWidget(above)
    menu = mark_menu(desk, panels.places(panels.ENGLISH.text, words)[0], panels.LIGHT, above)
    above.addMenu(menu)
    assert not menu.menuAction().isEnabled()
    assert menu.title() == "Mark every occurrence of these words as"
    assert "a name needs one" in menu.menuAction().toolTip()
    assert above.toolTipsVisible()


def test_a_number_can_be_marked(desk, english, parent):
    assert mark_menu(desk, panels.places(panels.ENGLISH.text, "900")[0], panels.LIGHT, parent).isEnabled()


def test_two_entities_can_be_joined(desk, sendare, parent, qtbot):
    dialog = ask_same_as(desk, sendare, panels.LIGHT, parent)
    qtbot.keyClicks(dialog.filter, "flood")
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Return)
    assert corrections(desk) == (SameAs("Sendaré", "Sendaré Flood"),)


@pytest.mark.parametrize("words", ["Same as", "Confirm", "“Sendaré” is not", "Person"])
def test_a_library_that_is_only_read_says_why(desk, sendare, parent, read_only, words):
    action = panels.act(entity_menu(desk, sendare, None, panels.LIGHT, parent), words)
    assert not action.isEnabled()
    assert action.toolTip() == "The file is write-protected."
