import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QTextEdit

from apostil.domain.errors import UnreadableFileError
from apostil.services import reading
from apostil.ui.accessibility import nameless
from apostil.ui.dialogs.problems import ProblemsDialog
from apostil.ui.importing import Problem

EMPTY = Problem("vide.txt", "This file is empty. Save it again, and open it then.")
LOCKED = Problem("<b>&.docx", "This Word file is protected by a password.")


@pytest.fixture
def dialog(qtbot):
    dialog = ProblemsDialog([EMPTY])
    qtbot.addWidget(dialog)
    return dialog


def heading(dialog):
    return dialog.findChild(QLabel).text()


def test_one_file_is_named_with_its_reason(dialog):
    assert heading(dialog) == "One file could not be opened."
    assert dialog.findChild(QTextEdit).toPlainText() == f"{EMPTY.name}\n{EMPTY.sentence}"


def test_more_files_join_the_list_verbatim(dialog):
    dialog.add([LOCKED])
    assert heading(dialog) == "2 files could not be opened."
    assert "<b>&.docx" in dialog.findChild(QTextEdit).toPlainText()


def test_it_is_copied_a_line_a_file(dialog, qtbot):
    dialog.add([LOCKED])
    copy = next(button for button in dialog.findChildren(QPushButton) if button.text() == "&Copy")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text().splitlines() == [
        f"{EMPTY.name}: {EMPTY.sentence}",
        f"{LOCKED.name}: {LOCKED.sentence}",
    ]


@pytest.mark.parametrize("name", ["a.pdf", "Mr. Key. (1)+.pdf", "<i>.pdf"])
def test_every_file_is_named_once(qtbot, name):
    error = UnreadableFileError("This PDF is damaged. Save it again, and open that.")
    dialog = ProblemsDialog([Problem(name, reading.explain(error, name))])
    qtbot.addWidget(dialog)
    assert dialog.findChild(QTextEdit).toPlainText() == f"{name}\n{error.message}"
    assert dialog.words == f"{name}: {error.message}"


def test_a_reason_of_one_sentence_stays_whole(qtbot):
    dialog = ProblemsDialog([Problem("a.pdf", "“a.pdf” was not opened.")])
    qtbot.addWidget(dialog)
    assert dialog.words == "a.pdf: “a.pdf” was not opened."


def test_enter_closes_it(dialog, qtbot):
    with qtbot.waitExposed(dialog):
        dialog.show()
    default = [button.text() for button in dialog.findChildren(QPushButton) if button.isDefault()]
    assert default == [button.text() for button in dialog.findChildren(QPushButton) if "Close" in button.text()]
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert not dialog.isVisible()


def test_the_window_stays_usable_beside_it(dialog):
    assert not dialog.isModal()
    assert dialog.findChild(QTextEdit).isReadOnly()


def test_everything_has_a_name(dialog):
    assert nameless(dialog) == []
