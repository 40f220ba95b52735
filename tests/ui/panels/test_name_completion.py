"""Names that are offered while one types."""

import pytest
from PySide6.QtCore import Qt

from apostil.domain.entity import Kind
from apostil.domain.names import Named
from apostil.ui.panels.name_completion import MOST, NameCompletion
from support import panels

FOUND = [
    Named(f"person:ada {number}", Kind.PERSON, f"Ada {number}", articles=9 - number, confirmed=number == 1)
    for number in range(8)
]


@pytest.fixture
def offered(shown):
    made = shown(NameCompletion(panels.LIGHT), 264, 220)
    made.offer(FOUND)
    made.show()
    return made


def test_no_more_are_offered_than_fit(offered):
    assert offered.model.rowCount() == MOST


def test_nothing_to_offer_takes_no_room(offered):
    offered.offer([])
    assert offered.isHidden()


@pytest.mark.parametrize(
    ("modifier", "signal"),
    [(Qt.KeyboardModifier.NoModifier, "chosen"), (Qt.KeyboardModifier.ShiftModifier, "opened")],
)
def test_enter_chooses_and_with_shift_opens_the_page(offered, qtbot, modifier, signal):
    offered.take_keyboard()
    with qtbot.waitSignal(getattr(offered, signal)) as told:
        qtbot.keyClick(offered.view, Qt.Key.Key_Return, modifier)
    assert told.args == [FOUND[0]]


@pytest.mark.parametrize(
    ("row", "key", "step"), [(0, Qt.Key.Key_Up, -1), (MOST - 1, Qt.Key.Key_Down, 1), (2, Qt.Key.Key_Escape, -1)]
)
def test_at_its_ends_the_keyboard_goes_on(offered, qtbot, row, key, step):
    offered.view.setCurrentIndex(offered.model.index(row))
    with qtbot.waitSignal(offered.left) as told:
        qtbot.keyClick(offered.view, key)
    assert told.args == [step]


def test_within_it_keys_walk(offered, qtbot):
    offered.take_keyboard()
    qtbot.keyClick(offered.view, Qt.Key.Key_Down)
    assert offered.view.currentIndex().row() == 1


def test_a_menu_offers_both(offered, qtbot):
    menu = offered.menu(0)
    with qtbot.waitSignal(offered.opened):
        panels.act(menu, "Everything").trigger()
    with qtbot.waitSignal(offered.chosen):
        panels.act(menu, "Show the articles").trigger()


@pytest.mark.parametrize("theme", [panels.LIGHT, panels.DARK], ids=["light", "dark"])
def test_rows_are_drawn_in_both_themes(offered, theme):
    offered.set_theme(theme)
    offered.take_keyboard()
    assert not offered.grab().isNull()
