import pytest
from PySide6.QtCore import Qt

from apostil.ui.accessibility import nameless
from apostil.ui.panels.same_as import SameAsDialog
from support import panels


@pytest.fixture
def dialog(desk, english, qtbot):
    """What another name of Sendaré is asked with."""
    sendare = next(entity for entity in desk.entities if entity.name == "Sendaré")
    made = SameAsDialog(sendare, desk.entities, panels.LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_list_shrinks_as_one_types(dialog, qtbot):
    qtbot.keyClicks(dialog.filter, "kessou")
    shown = [dialog.list.item(row) for row in range(dialog.list.count())]
    assert [item.text() for item in shown if not item.isHidden()] == ["Adama Késsou · person · 2 mentions"]


def test_down_walks_the_list_from_the_field(dialog, qtbot):
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Down)
    assert dialog.list.currentRow() == 1


def test_without_a_match_nothing_can_be_joined(dialog, qtbot):
    dialog.filter.setText("zebra")
    dialog.accept()
    assert not dialog.ok.isEnabled()
    assert dialog.ok.toolTip() == "No entity goes by such a name"


def test_an_entity_is_not_offered_to_itself(dialog):
    texts = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    assert not any(text.startswith("Sendaré ·") for text in texts)


def test_everything_in_the_dialog_has_a_name(dialog):
    assert nameless(dialog) == []


def test_return_tells_the_chosen_entity(dialog, qtbot):
    qtbot.keyClicks(dialog.filter, "basin")
    with qtbot.waitSignal(dialog.chosen) as chosen:
        qtbot.keyClick(dialog.filter, Qt.Key.Key_Return)
    assert chosen.args[0].name == "Oumé Basin Authority"


def test_entities_of_the_same_kind_come_first(dialog):
    kinds = [dialog.list.item(row).data(Qt.ItemDataRole.UserRole).kind for row in range(dialog.list.count())]
    assert kinds == sorted(kinds, key=lambda kind: kind != "location")
