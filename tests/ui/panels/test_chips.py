import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea

from apostil.domain.entity import Kind
from apostil.ui.panels.chips import FEW, GAP, LONGEST, Chip, ChipView
from support import panels

K = Qt.Key
NAMES = ("Adama Késsou", "Oumé", "Northern Transport Union", "Act", "Sendaré Flood", "41 million", "a")
MANY = [Chip(NAMES[n % len(NAMES)], tuple(Kind)[n % 6]) for n in range(40)]


def tell(row):
    return f"chip {row}", f"about {row}"


@pytest.fixture
def view(shown):
    made = shown(ChipView("Chips", panels.LIGHT), 320, 200)
    made.show_chips(MANY, tell)
    return made


def lines(view):
    """The tops of the lines of chips, as Qt laid them out."""
    return sorted({view.visualRect(view.chips.index(row)).top() for row in range(view.chips.rowCount())})


@pytest.mark.parametrize("width", [90, 200, 251, 320, 333, 700])
def test_so_many_chips_are_shown_as_stand_on_the_first_lines(view, width):
    view.resize(width, 200)
    assert len(lines(view)) == FEW
    assert view.hidden == len(MANY) - view.chips.rowCount() > 0


@pytest.mark.parametrize("width", [90, 200, 251, 320, 333, 700])
def test_the_view_is_as_high_as_its_lines(view, width):
    view.resize(width, 200)
    view.show_all(True)
    last = view.visualRect(view.chips.index(len(MANY) - 1))
    assert view.hidden == 0
    assert view.sizeHint().height() == last.bottom() + 1 + GAP


def test_all_can_be_shown_and_again_a_few(view):
    few = view.chips.rowCount()
    view.show_all(True)
    assert view.chips.rowCount() == len(MANY)
    view.show_all(False)
    assert view.chips.rowCount() == few


def test_without_chips_it_takes_no_room(view):
    view.show_chips([], tell)
    assert view.sizeHint().height() == 0
    assert view.chips.rowCount() == 0


@pytest.mark.parametrize("key", [K.Key_Return, K.Key_Enter, K.Key_Space])
def test_a_key_does_what_a_click_does(view, qtbot, key):
    view.setCurrentIndex(view.chips.index(1))
    with qtbot.waitSignal(view.wanted) as told:
        qtbot.keyClick(view, key)
    assert told.args == [1]


def test_a_click_asks_for_its_chip(view, qtbot):
    with qtbot.waitSignal(view.wanted) as told:
        panels.click(view, 2)
    assert told.args == [2]


def test_right_goes_over_the_end_of_a_line(view, qtbot):
    view.setFocus()
    view.setCurrentIndex(view.chips.index(0))
    for _ in range(100):
        qtbot.keyClick(view, K.Key_Right)
    assert view.currentIndex().row() == view.chips.rowCount() - 1


def test_left_stays_at_the_first_one(view, qtbot):
    view.setFocus()
    view.setCurrentIndex(view.chips.index(1))
    qtbot.keyClick(view, K.Key_Left)
    qtbot.keyClick(view, K.Key_Left)
    assert view.currentIndex().row() == 0


def test_the_keyboard_stays_at_its_place_when_a_chip_goes(view):
    view.setFocus()
    view.setCurrentIndex(view.chips.index(2))
    view.show_chips(MANY[:2] + MANY[3:], tell)
    assert view.currentIndex().row() == 2
    view.show_chips(MANY[:1], tell)
    assert view.currentIndex().row() == 0


def test_a_chip_says_everything_about_itself(view):
    index = view.chips.index(3)
    assert index.data(Qt.ItemDataRole.DisplayRole) == "Act"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "chip 3. about 3"
    assert "about 3" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_long_names_are_cut_on_the_chip_alone(view):
    long = Chip("name " * 30)
    view.show_chips([long], tell)
    assert view.visualRect(view.chips.index(0)).width() < view.fontMetrics().averageCharWidth() * (LONGEST + 12)
    assert view.chips.index(0).data() == long.words


def test_one_chip_is_the_open_one(view):
    view.chips.open(1)
    view.chips.open(2)
    assert view.chips.open_row == 2
    view.show_chips(MANY, tell)
    assert view.chips.open_row == -1


def test_every_sort_of_chip_is_drawn(view, qtbot):
    view.show_chips(
        [
            Chip("29 million", glyph="numeric"),
            Chip("rice", number=12),
            Chip("gone", kind=Kind.EVENT, faint=True),
        ],
        tell,
    )
    view.chips.open(1)
    view.setFocus()
    view.setCurrentIndex(view.chips.index(0))
    pictures = [view.grab().toImage()]
    view.delegate.set_theme(panels.DARK)
    pictures.append(view.grab().toImage())
    assert pictures[0] != pictures[1]


def test_the_keyboard_scrolls_what_the_chips_stand_in(shown, qtbot):
    area = QScrollArea()
    area.setWidgetResizable(True)
    view = ChipView("Chips", panels.LIGHT)
    area.setWidget(view)
    shown(area, 200, 90)
    view.show_chips(MANY, tell)
    view.show_all(True)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    view.setFocus()
    qtbot.keyClick(view, K.Key_End)
    assert view.currentIndex().row() == len(MANY) - 1
    assert area.verticalScrollBar().value() > 0
