"""Chips of the entities by which the library is filtered."""

import pytest
from PySide6.QtCore import Qt

from apostil.domain.entity import Kind
from apostil.domain.names import Named
from apostil.ui.accessibility import nameless
from apostil.ui.panels.entity_filter import EntityFilter
from support import panels

ADA = Named("person:ada quill", Kind.PERSON, "Ada Quill")
MILL = Named("location:mill", Kind.LOCATION, "The <b>Mill</b> & more")


@pytest.fixture
def chips(shown):
    return shown(EntityFilter(panels.LIGHT), 264, 80)


def test_without_any_it_takes_no_room(qtbot):
    chips = EntityFilter(panels.LIGHT)
    qtbot.addWidget(chips)
    assert chips.isHidden()
    assert chips.words() == ""


def test_one_is_said_in_words(chips, qtbot):
    with qtbot.waitSignal(chips.changed):
        chips.add(ADA)
    assert chips.words() == "with this name"
    assert chips.together.isHidden()


@pytest.mark.parametrize(("index", "words"), [(0, "all"), (1, "any")])
def test_several_are_all_wanted_or_any_of_them(chips, index, words):
    chips.add(ADA)
    chips.add(MILL)
    chips.together.setCurrentIndex(index)
    assert chips.words() == f"with {words} of these names"
    assert chips.all_of_them is (index == 0)


def test_one_that_is_there_is_not_added_twice(chips, qtbot):
    chips.add(ADA)
    with qtbot.assertNotEmitted(chips.changed):
        chips.add(ADA)


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_keys_take_a_chip_out(chips, qtbot, key):
    chips.add(ADA)
    chips.add(MILL)
    qtbot.keyClick(chips._chips[0].name, key)
    assert chips.chosen == (MILL,)


def test_the_cross_takes_a_chip_out(chips, qtbot):
    chips.add(ADA)
    chips._chips[0].cross.click()
    assert chips.chosen == ()


def test_the_name_leads_to_its_page(chips, qtbot):
    chips.add(ADA)
    with qtbot.waitSignal(chips.opened) as told:
        chips._chips[0].name.click()
    assert told.args == [ADA]


def test_all_of_them_go_at_once(chips, qtbot):
    chips.add(ADA)
    chips.add(MILL)
    chips.clear()
    assert chips.isHidden()


def test_names_are_no_markup_and_can_be_spoken(chips):
    chips.add(MILL)
    chips.set_theme(panels.DARK)
    assert "<b>" not in chips._chips[0].name.toolTip()
    assert nameless(chips) == []
