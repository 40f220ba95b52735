"""Joining an entity of the library with another one, which is found in a list."""

import pytest
from PySide6.QtCore import Qt

from apostil.ui.accessibility import nameless
from apostil.ui.dialogs.join_entities import JoinDialog
from support import panels

MINISTER = "person:adama kessou"
PRESIDENT = "person:rosa lindqvist"


@pytest.fixture
def join(minister, explorer, jobs, qtbot):
    dialog = JoinDialog(minister, explorer, panels.LIGHT)
    qtbot.addWidget(dialog)
    jobs.run()
    yield dialog
    dialog.close()


def settle(dialog, jobs):
    """Let it look at what was typed, as it does after a moment."""
    dialog._look()
    jobs.run()


def test_the_list_of_others_shrinks_as_one_types(join):
    join.field.setText("rosa")
    assert [join.model.at(row).name for row in range(join.model.rowCount())] == ["Rosa Lindqvist"]
    join.field.setText("nobody at all")
    assert join.state.text() == "No entity goes by such a name."


def test_entities_of_the_same_kind_come_first(join):
    assert join.model.at(0).identity == PRESIDENT


def test_keys_walk_the_list_from_the_field(join, qtbot):
    assert not join.list.currentIndex().isValid()
    qtbot.keyClick(join.field, Qt.Key.Key_Down)
    assert join.list.currentIndex().row() == 0


def test_joining_is_counted_and_told(join, jobs, qtbot):
    join.field.setText("rosa")
    settle(join, jobs)
    assert "in 2 articles" in join.state.text()
    with qtbot.waitSignal(join.chosen) as told:
        join.accept()
    assert told.args[0][0] == PRESIDENT


def test_another_kind_is_said_before_it_is_joined(join, jobs):
    join.field.setText("northern")
    settle(join, jobs)
    assert "Its kind changes from person to organisation." in join.state.text()


def test_everything_has_a_name_for_a_screen_reader(join):
    assert nameless(join) == []
