"""Renaming an entity of the library: which names can be given, and what is said of them."""

import pytest

from apostil.ui.accessibility import nameless
from apostil.ui.dialogs.rename_entity import RenameDialog

MINISTER = "person:adama kessou"
PRESIDENT = "person:rosa lindqvist"


@pytest.fixture
def rename(minister, explorer, qtbot):
    dialog = RenameDialog(minister, explorer)
    qtbot.addWidget(dialog)
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


def test_everything_has_a_name_for_a_screen_reader(rename):
    assert nameless(rename) == []
