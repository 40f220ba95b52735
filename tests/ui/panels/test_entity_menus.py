import pytest
from PySide6.QtWidgets import QMenu, QWidget

from apostil.domain.entity import Confirmed, Kind, MarkedEntity, NotAnEntity, OtherKind
from apostil.ui.dialogs.correction import CorrectionDialog
from apostil.ui.panels.entity_menus import entity_menu, mark_menu
from support import panels


@pytest.fixture
def parent(qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def sendare(desk, english):
    return next(entity for entity in desk.entities if entity.name == "Sendaré")


@pytest.fixture
def union(desk, english):
    """An entity whose kind was guessed, and guessed right."""
    return next(entity for entity in desk.entities if entity.name == "Northern Transport Union")


def corrections(desk):
    return desk.library.corrections(desk.current)


def words_of(menu):
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_everything_can_be_said_of_an_entity(naming, union, parent):
    assert words_of(entity_menu(naming, union, None, parent)) == [
        "Go to next mention", "Everything about “Northern Transport Union”", "Confirm as organisation",
        "Confirm in more places…", "Kind…", "Extent…", "Not a name…", "Same as…", "Split off…", "Rename…",
    ]  # fmt: skip


def test_of_a_mention_more_can_be_said_at_once(naming, union, parent):
    menu = entity_menu(naming, union, union.mentions[0].span, parent)
    (here,) = (action.menu() for action in menu.actions() if action.text() == "Only here")
    assert words_of(here) == ["Confirm", "Person", "Place", "Group", "Event", "Work", "Not a name"]


def test_a_right_guess_is_confirmed(desk, naming, union, parent):
    panels.act(entity_menu(naming, union, None, parent), "Confirm as organisation").trigger()
    assert corrections(desk) == (Confirmed("Northern Transport Union", None, Kind.ORGANIZATION),)
    assert desk.undo_stack.undoText() == "Confirm Northern Transport Union as organisation"


def test_what_is_confirmed_need_not_be_confirmed_again(naming, sendare, parent):
    action = panels.act(entity_menu(naming, sendare, None, parent), "Confirm")
    assert not action.isEnabled()
    assert action.toolTip() == "It is confirmed already"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Group", lambda span: OtherKind("Sendaré", Kind.GROUP, span)),
        ("Not a name", lambda span: NotAnEntity("Sendaré", span)),
    ],
)
def test_one_mention_is_corrected_at_once(desk, naming, sendare, parent, words, said):
    span = sendare.mentions[1].span
    panels.act(entity_menu(naming, sendare, span, parent), words).trigger()
    assert corrections(desk) == (said(span),)
    desk.undo_stack.undo()
    assert corrections(desk) == ()


def test_all_else_is_asked_about(naming, sendare, parent):
    panels.act(entity_menu(naming, sendare, None, parent), "Rename…").trigger()
    (dialog,) = naming.parent().findChildren(CorrectionDialog)
    assert dialog.isVisible()


def test_going_on_reveals_the_mention_after_this_one(desk, naming, sendare, parent, qtbot):
    menu = entity_menu(naming, sendare, sendare.mentions[1].span, parent)
    with qtbot.waitSignal(desk.reveal_requested) as revealed:
        panels.act(menu, "Go to next mention").trigger()
    assert revealed.args == [sendare.mentions[2].span]


def test_after_the_last_mention_comes_the_first(desk, naming, sendare, parent, qtbot):
    menu = entity_menu(naming, sendare, sendare.mentions[-1].span, parent)
    with qtbot.waitSignal(desk.reveal_requested) as revealed:
        panels.act(menu, "Go to next mention").trigger()
    assert revealed.args == [sendare.mentions[0].span]


def test_its_page_is_asked_for(desk, naming, sendare, parent, qtbot):
    with qtbot.waitSignal(desk.place_wanted) as wanted:
        panels.act(entity_menu(naming, sendare, None, parent), "Everything about").trigger()
    assert wanted.args[0].identity == "location:sendare"


def test_every_occurrence_is_marked(desk, naming, english, jobs, parent):
    span = panels.places(panels.ENGLISH.text, "dockers ")[0]
    panels.act(mark_menu(naming, span, parent), "Group").trigger()
    jobs.run()
    assert corrections(desk) == (MarkedEntity("dockers", Kind.GROUP),)
    assert desk.undo_stack.undoText() == "Mark dockers as group"


def test_where_words_are_marked_can_be_asked(naming, english, parent):
    span = panels.places(panels.ENGLISH.text, "dockers")[0]
    panels.act(mark_menu(naming, span, parent), "Only here").trigger()
    (dialog,) = naming.parent().findChildren(CorrectionDialog)
    assert dialog.windowTitle() == "Mark “dockers” as a name"


@pytest.mark.parametrize("words", [" ", ". "])
def test_words_without_a_letter_cannot_be_marked_and_say_why(naming, english, parent, words):
    above = QMenu(parent)
    menu = mark_menu(naming, panels.places(panels.ENGLISH.text, words)[0], above)
    assert not menu.isEnabled()
    assert menu.menuAction().toolTip() == "No letter and no digit is selected: a name needs one"
    assert above.toolTipsVisible()


def test_a_name_with_an_ampersand_is_shown_whole(naming, english, parent, desk):
    menu = mark_menu(naming, panels.places(panels.ENGLISH.text, "Rosa")[0], parent)
    assert menu.title() == "Mark every occurrence of “Rosa” as"


def test_where_one_can_only_read_it_says_so(naming, sendare, read_only, parent):
    menu = entity_menu(naming, sendare, sendare.mentions[0].span, parent)
    action = panels.act(menu, "Rename…")
    assert (action.isEnabled(), action.toolTip()) == (False, "The file is write-protected.")
