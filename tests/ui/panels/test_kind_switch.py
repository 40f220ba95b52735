"""The switch of a kind with its number."""

import pytest

from apostil.domain.entity import Kind
from apostil.ui.panels.kind_switch import KindSwitch


@pytest.fixture
def switch(qtbot):
    made = KindSwitch(Kind.ORGANIZATION)
    qtbot.addWidget(made)
    return made


def test_it_names_its_kind_and_the_number(switch):
    switch.count(7)
    assert switch.text() == "Organisations 7"


def test_few_take_as_much_room_as_many(switch):
    widths = []
    for number in (0, 9, 88):
        switch.count(number)
        widths.append(switch.sizeHint().width())
    assert max(widths) - min(widths) <= 1


def test_very_many_get_the_room_they_need(switch):
    switch.count(88)
    before = switch.sizeHint().width()
    switch.count(888)
    assert switch.minimumSizeHint().width() > before
