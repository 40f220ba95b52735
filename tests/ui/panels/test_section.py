import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from apostil.ui.accessibility import nameless
from apostil.ui.panels.chips import Chip
from apostil.ui.panels.section import ChipSection, Section
from support import panels

MANY = [Chip(f"name {n}") for n in range(60)]


@pytest.fixture
def section(shown):
    made = Section("some")
    made.column.addWidget(QLabel("below"))
    made.say("Forty & two")
    return shown(made)


@pytest.fixture
def chips(shown):
    made = ChipSection("some", "Chips", panels.LIGHT)
    made.say("Chips")
    made.show_chips(MANY, lambda row: [str(row)])
    return shown(made)


def test_the_title_folds_what_is_below_and_unfolds_it(section, qtbot):
    with qtbot.waitSignal(section.folded) as told:
        qtbot.mouseClick(section.title, Qt.MouseButton.LeftButton)
    assert told.args == [True]
    assert not section.body.isVisible()
    qtbot.mouseClick(section.title, Qt.MouseButton.LeftButton)
    assert section.body.isVisible()


def test_a_key_folds_it_too(section, qtbot):
    section.title.setFocus()
    qtbot.keyClick(section.title, Qt.Key.Key_Space)
    assert not section.body.isVisible()


def test_the_title_is_said_as_it_stands(section):
    assert section.title.text() == "Forty && two"


def test_a_long_title_is_cut_and_heard_in_full(section):
    words = "Leaves out 1,120 of 2,310 names and figures, which is a lot of them"
    section.say(words)
    section.resize(200, 100)
    assert section.title.text().endswith("…")
    assert section.title.accessibleName() == words
    assert section.title.sizeHint().width() <= 200


def test_short_words_stand_where_there_is_no_room(section):
    section.say("120 of 230 names and figures left out", "120 of 230 left out", "120 left out")
    section.resize(200, 100)
    assert section.title.text() == "120 of 230 left out"
    section.resize(140, 100)
    assert section.title.text() == "120 left out"
    assert section.title.accessibleName() == "120 of 230 names and figures left out"


def test_the_tool_tip_says_in_full_what_short_words_begin_to_say(section):
    section.say("120 of 230 names and figures left out", "120 of 230 left out")
    section.resize(500, 100)
    assert section.title.toolTip() == "Fold this away"
    section.resize(200, 100)
    assert section.title.toolTip() == "120 of 230 names and figures left out\nFold this away"


def test_without_more_there_is_nothing_to_unfold(section):
    section.say("Nothing", more=False)
    assert not section.body.isVisible()
    assert not section.title.isEnabled()
    section.say("Something")
    assert section.body.isVisible()


def test_folding_in_code_is_not_told_as_by_hand(section, qtbot):
    with qtbot.assertNotEmitted(section.folded):
        section.unfold(False)
    assert not section.body.isVisible()


def test_all_chips_are_one_click_away(chips, qtbot):
    assert chips.more.text() == "Show all 60"
    qtbot.mouseClick(chips.more, Qt.MouseButton.LeftButton)
    assert chips.view.hidden == 0
    assert chips.more.text() == "Show fewer"
    qtbot.mouseClick(chips.more, Qt.MouseButton.LeftButton)
    assert chips.view.hidden > 0


def test_where_all_are_seen_no_more_are_offered(chips):
    chips.show_chips(MANY[:2], lambda row: [str(row)])
    assert not chips.more.isVisible()


def test_a_wider_section_offers_no_more_than_is_hidden(chips, qtbot):
    chips.show_chips(MANY[:20], lambda row: [str(row)])
    assert chips.more.isVisible()
    chips.resize(1400, 300)
    qtbot.waitUntil(lambda: not chips.more.isVisible())


def test_a_chip_that_is_clicked_is_told(chips, qtbot):
    with qtbot.waitSignal(chips.wanted) as told:
        panels.click(chips.view, 1)
    assert told.args == [1]


def test_everything_in_it_has_a_name(chips):
    assert nameless(chips) == []
