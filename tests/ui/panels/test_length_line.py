import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSlider

from apostil.domain.summary import Length, Unit
from apostil.ui.panels.length_line import LEAST_SLIDER, LengthLine, UnitBox

HALF_A_MINUTE = Length(30, Unit.SECONDS)


@pytest.fixture
def box(shown):
    made = UnitBox(lambda: [("30 seconds", HALF_A_MINUTE, ""), ("5 minutes", Length(300, Unit.SECONDS), "Too long")])
    made.addItem("sentences", Unit.SENTENCES)
    made.addItem("seconds", Unit.SECONDS)
    return shown(made)


@pytest.fixture
def line(shown):
    unit = UnitBox(list)
    unit.addItem("sentences", Unit.SENTENCES)
    amount = QLabel("5")
    amount.setMinimumWidth(24)
    made = LengthLine(QSlider(Qt.Orientation.Horizontal), amount, unit)
    made.unit = unit
    return shown(made)


@pytest.mark.parametrize(("width", "below"), [(400, False), (170, True)])
def test_the_unit_goes_below_a_slider_that_would_be_too_short(line, qtbot, width, below):
    line.resize(width, 80)
    slider = line.findChild(QSlider)
    qtbot.waitUntil(lambda: (line.unit.y() > slider.geometry().bottom()) is below)
    assert slider.width() >= LEAST_SLIDER


def test_the_unit_comes_back_where_there_is_room(line, qtbot):
    line.resize(170, 80)
    line.resize(400, 80)
    qtbot.waitUntil(lambda: line.unit.x() > line.findChild(QSlider).geometry().right())


@pytest.fixture
def listed(box, monkeypatch):
    """The box with its list open."""
    monkeypatch.setattr(type(box).__mro__[1], "showPopup", lambda _box: None)
    box.showPopup()
    return box


def test_closed_it_has_units_alone(box):
    assert [box.itemText(row) for row in range(box.count())] == ["sentences", "seconds"]


def test_open_it_has_lengths_too(listed):
    assert [listed.itemText(row) for row in (3, 4)] == ["30 seconds", "5 minutes"]
    assert listed.itemData(3) == HALF_A_MINUTE


def test_what_cannot_be_chosen_says_why(listed):
    assert not listed.model().item(4).isEnabled()
    assert listed.itemData(4, Qt.ItemDataRole.ToolTipRole) == "Too long"


def test_opened_twice_it_has_them_once(listed):
    listed.showPopup()
    assert listed.count() == 5


def test_they_go_when_it_is_closed_after_the_choice_is_told(listed, qtbot):
    told = []
    listed.activated.connect(lambda row: told.append(listed.itemData(row)))
    listed.hidePopup()
    listed.activated.emit(3)
    qtbot.waitUntil(lambda: listed.count() == 2)
    assert told == [HALF_A_MINUTE]
