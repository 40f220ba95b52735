"""How a password is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QLabel, QLineEdit, QPushButton

from apostil.ui.accessibility import nameless
from apostil.ui.dialogs.password import PasswordDialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def made(qtbot: QtBot, name: str = "plan.pdf", *, wrong: bool = False, more: int = 0) -> PasswordDialog:
    dialog = PasswordDialog(name, wrong=wrong, more=more)
    qtbot.addWidget(dialog)
    return dialog


def button(dialog: PasswordDialog, words: str) -> QPushButton:
    return next(each for each in dialog.findChildren(QPushButton) if words in each.text().replace("&", ""))


@pytest.mark.parametrize(("wrong", "words"), [(False, "is locked with a password"), (True, "does not open")])
def test_the_file_is_named(qtbot: QtBot, wrong: bool, words: str) -> None:
    dialog = made(qtbot, "<b>.pdf", wrong=wrong)
    asked = dialog.findChild(QLabel).text()
    assert "“<b>.pdf”" in asked
    assert words in asked


def test_what_is_typed_opens_the_file(qtbot: QtBot) -> None:
    dialog = made(qtbot)
    with qtbot.waitExposed(dialog):
        dialog.show()
    qtbot.keyClicks(dialog.findChild(QLineEdit), "tide")
    qtbot.keyClick(dialog.findChild(QLineEdit), Qt.Key.Key_Return)
    assert (dialog.result(), dialog.password()) == (QDialog.DialogCode.Accepted, "tide")


def test_what_is_typed_is_hidden_until_it_is_to_be_seen(qtbot: QtBot) -> None:
    dialog = made(qtbot)
    field = dialog.findChild(QLineEdit)
    modes = [field.echoMode()]
    for _ in range(2):
        dialog.findChild(QCheckBox).click()
        modes.append(field.echoMode())
    assert modes == [QLineEdit.EchoMode.Password, QLineEdit.EchoMode.Normal, QLineEdit.EchoMode.Password]


def test_nothing_typed_opens_nothing(qtbot: QtBot) -> None:
    dialog = made(qtbot)
    opened = button(dialog, "Open")
    assert not opened.isEnabled()
    assert opened.toolTip()


def test_a_file_is_skipped(qtbot: QtBot) -> None:
    dialog = made(qtbot, more=2)
    button(dialog, "Skip this file").click()
    assert (dialog.result(), dialog.skips_all) == (QDialog.DialogCode.Rejected, False)


def test_all_that_wait_are_skipped(qtbot: QtBot) -> None:
    dialog = made(qtbot, more=2)
    button(dialog, "Skip all 3 locked files").click()
    assert (dialog.result(), dialog.skips_all) == (QDialog.DialogCode.Rejected, True)


def test_everything_has_a_name(qtbot: QtBot) -> None:
    assert nameless(made(qtbot, more=1)) == []
