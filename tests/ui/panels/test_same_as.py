import pytest
from PySide6.QtCore import Qt

from apostil.domain.entity import Kind
from apostil.ui.accessibility import nameless
from apostil.ui.panels.same_as import NamePicker
from support import panels


@pytest.fixture
def picker(desk, english, qtbot):
    """What another name of Sendaré is asked with."""
    made = NamePicker("Sendaré", Kind.LOCATION, desk.entities, panels.LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def shown(picker):
    items = [picker.list.item(row) for row in range(picker.list.count())]
    return [item.text() for item in items if not item.isHidden()]


def test_the_list_shrinks_as_one_types(picker, qtbot):
    qtbot.keyClicks(picker.filter, "kessou")
    assert shown(picker) == ["Adama Késsou · person · 2 mentions"]
    assert picker.name == "Adama Késsou"


def test_down_walks_the_list_from_the_field(picker, qtbot):
    qtbot.keyClick(picker.filter, Qt.Key.Key_Down)
    assert picker.list.currentRow() == 1


def test_what_matches_nobody_is_a_name_too(picker):
    picker.filter.setText("City of  Sendaré")
    assert picker.name == "City of Sendaré"


def test_an_entity_is_not_offered_to_itself(picker):
    assert not any(text.startswith("Sendaré ·") for text in shown(picker))


def test_a_row_that_is_opened_is_chosen(picker, qtbot):
    with qtbot.waitSignal(picker.accepted):
        picker.list.itemActivated.emit(picker.list.item(0))


def test_everything_has_a_name(picker):
    assert nameless(picker) == []
