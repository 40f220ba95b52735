import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from apostil.domain.entity import Kind
from apostil.ui import theme as themes
from apostil.ui.accessibility import nameless
from apostil.ui.panels.same_as import NamePicker
from apostil.ui.reader.tints import contrast
from apostil.ui.style import style_sheet
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
    assert (picker.list.currentRow(), picker.name) == (-1, "")
    qtbot.keyClick(picker.filter, Qt.Key.Key_Down)
    assert picker.list.currentRow() == 0


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


@pytest.mark.parametrize("shade", ["light", "dark"])
def test_the_chosen_row_can_be_read_while_one_types(picker, qtbot, shade):
    theme = themes.load(shade)
    picker.setPalette(theme.palette())
    picker.setStyleSheet(style_sheet(theme))
    qtbot.keyClicks(picker.filter, "kessou")
    row = picker.list.visualItemRect(picker.list.currentItem()).adjusted(30, 2, -2, -2)
    image = picker.list.viewport().grab(row).toImage()
    ground = image.pixelColor(image.width() - 1, 0)
    seen = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    assert max(contrast(QColor(color), ground) for color in seen) >= 4.4
