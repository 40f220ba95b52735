"""What the answer to a question about an entity changes is counted before it can be given."""

import pytest

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


def test_what_a_new_name_changes_is_counted_first(rename, jobs):
    rename.field.setText("Minister Késsou")
    assert rename.state.text() == "Counting what that changes…"
    settle(rename, jobs)
    assert rename.state.text() == "Changes 3 places in 2 articles of this library. One undo takes it back."
    assert rename.ok.isEnabled()


def test_enter_before_it_is_counted_does_nothing(rename, qtbot):
    rename.field.setText("Minister")
    with qtbot.assertNotEmitted(rename.chosen):
        rename.accept()
