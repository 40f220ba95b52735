import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QWidget

from apostil.ui.panels.wrap import WrapLayout


@pytest.fixture
def box(qtbot):
    box = QWidget()
    qtbot.addWidget(box)
    return box


def fill(box, *, even=False):
    layout = WrapLayout(box, even=even)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(10)
    for width in (100, 60, 80):
        button = QPushButton()
        button.setFixedSize(width, 20)
        layout.addWidget(button)
    return layout


@pytest.mark.parametrize(("width", "height"), [(260, 20), (259, 50), (170, 50), (149, 80), (100, 80)])
def test_as_many_as_fit_stand_on_a_line(box, width, height):
    assert fill(box).heightForWidth(width) == height


def test_even_ones_stand_in_columns(box):
    layout = fill(box, even=True)
    layout.setGeometry(QRect(0, 0, 230, 100))
    places = [layout.itemAt(number).widget().geometry().topLeft().toTuple() for number in range(3)]
    assert places[0][0] == places[2][0]
    assert places[1][1] == places[0][1]


def test_it_can_be_as_narrow_as_its_widest_part(box):
    assert fill(box).minimumSize().width() == 100


def test_things_can_be_taken_out(box):
    layout = fill(box)
    item = layout.takeAt(0)
    assert item.widget().width() == 100
    assert layout.count() == 2
    assert layout.itemAt(5) is None
    assert layout.takeAt(-1) is None


@pytest.mark.parametrize("even", [True, False])
def test_what_is_hidden_takes_no_room(box, even):
    layout = fill(box, even=even)
    layout.itemAt(0).widget().hide()
    layout.setSpacing(0)
    layout.setGeometry(QRect(0, 0, 230, 100))
    assert layout.itemAt(1).widget().geometry().topLeft().toTuple() == (0, 0)
