import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox

from apostil.ui.accessibility import nameless
from apostil.ui.dialogs.paste import PasteDialog


@pytest.fixture
def a_dialog(qtbot):
    def make(clipboard=""):
        QGuiApplication.clipboard().setText(clipboard)
        dialog = PasteDialog()
        qtbot.addWidget(dialog)
        return dialog

    return make


def ok(dialog):
    return dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok)


@pytest.mark.parametrize("text", ["One.\n\nTwo.", "«\u202fParole\u00a0»", "🇲🇱 Oumé\n\n\nFin"])
def test_the_text_of_the_clipboard_is_kept_as_it_is(a_dialog, text):
    assert a_dialog(text).text() == text


def test_without_text_it_says_what_is_missing(a_dialog):
    dialog = a_dialog("  \n ")
    assert not ok(dialog).isEnabled()
    assert ok(dialog).toolTip() == "There is no text to open yet"


def test_typing_makes_it_ready(a_dialog, qtbot):
    dialog = a_dialog()
    qtbot.keyClicks(dialog._text, "It rained.")
    assert ok(dialog).isEnabled()
    assert dialog.text() == "It rained."


def test_a_title_may_be_given(a_dialog):
    dialog = a_dialog("It rained.")
    assert dialog.title() == ""
    dialog._title.setText("  Rain   again ")
    assert dialog.title() == "Rain again"


def test_open_accepts(a_dialog, qtbot):
    dialog = a_dialog("It rained.")
    qtbot.mouseClick(ok(dialog), Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_everything_has_a_name(a_dialog):
    assert nameless(a_dialog()) == []
