"""Renaming and joining entities of the library: what that changes is said before it is done."""

from typing import Any, cast

import pytest
from PySide6.QtCore import Qt

from apostil.ui.accessibility import nameless
from apostil.ui.dialogs.naming import JoinDialog, RenameDialog
from apostil.ui.exploring import Explorer
from support import panels
from support.jobs_on_demand import JobsOnDemand

MINISTER = "person:adama kessou"
PRESIDENT = "person:rosa lindqvist"


@pytest.fixture
def desk(qapp, tmp_path):
    desk = panels.a_desk(tmp_path)
    panels.add(desk.library, panels.ENGLISH, "port.txt")
    panels.add(desk.library, panels.FRENCH, "fleuve.txt")
    yield desk
    desk.library.close()


@pytest.fixture
def jobs():
    return JobsOnDemand()


@pytest.fixture
def explorer(desk, jobs):
    made = Explorer(desk, cast("Any", jobs))
    yield made
    made.close()


@pytest.fixture
def minister(desk):
    return desk.library.named((MINISTER,))[MINISTER]


@pytest.fixture
def rename(minister, explorer, qtbot):
    dialog = RenameDialog(minister, explorer)
    qtbot.addWidget(dialog)
    yield dialog
    dialog.close()


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


@pytest.mark.parametrize(
    ("typed", "words"),
    [("Adama Késsou", "It is called so now. Type another name."), (" ", "Type the name that it is to have.")],
)
def test_a_name_that_changes_nothing_cannot_be_given(rename, typed, words):
    rename.field.setText("x")
    rename.field.setText(typed)
    assert rename.state.text() == words
    assert not rename.ok.isEnabled()


def test_what_a_new_name_changes_is_counted_first(rename, jobs):
    rename.field.setText("Minister Késsou")
    assert rename.state.text() == "Counting what that changes…"
    settle(rename, jobs)
    assert rename.state.text() == "Changes 3 places in 2 articles of this library. One undo takes it back."
    assert rename.ok.isEnabled()


def test_a_new_name_is_told_with_its_edit(rename, jobs, qtbot):
    rename.field.setText("Minister  Késsou")
    settle(rename, jobs)
    with qtbot.waitSignal(rename.chosen) as told:
        rename.accept()
    identity, edit = told.args[0]
    assert identity == "person:minister kessou"
    assert "Minister Késsou" in edit.label


def test_a_name_that_another_one_has_is_said_so(rename, jobs):
    rename.field.setText("Rosa Lindqvist")
    settle(rename, jobs)
    assert "“Rosa Lindqvist” (person) already, in 2 articles: the two become one" in rename.state.text()


def test_enter_before_it_is_counted_does_nothing(rename, qtbot):
    rename.field.setText("Minister")
    with qtbot.assertNotEmitted(rename.chosen):
        rename.accept()


def test_the_list_of_others_shrinks_as_one_types(join):
    join.field.setText("rosa")
    assert [join.model.at(row).name for row in range(join.model.rowCount())] == ["Rosa Lindqvist"]
    join.field.setText("nobody at all")
    assert join.state.text() == "No entity goes by such a name."


def test_entities_of_the_same_kind_come_first(join):
    assert join.model.at(0).identity == PRESIDENT


def test_keys_walk_the_list_from_the_field(join, qtbot):
    qtbot.keyClick(join.field, Qt.Key.Key_Down)
    assert join.list.currentIndex().row() == 1


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


def test_everything_has_a_name_for_a_screen_reader(join, rename):
    assert nameless(join) == nameless(rename) == []
