import pytest
from PySide6.QtCore import Qt

from apostil.domain.entity import Kind, Scope
from apostil.domain.glossary import GlossaryEntry
from apostil.ui.accessibility import nameless
from apostil.ui.dialogs.glossary_entry import EntryDialog
from support import panels


@pytest.fixture
def dialog(qtbot):
    made = EntryDialog(panels.LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def test_fields_become_an_entry(dialog, qtbot):
    qtbot.keyClicks(dialog.text, "  ONU ")
    dialog.kind.setCurrentIndex(1)
    dialog.canonical.setText("United Nations")
    dialog.language.setCurrentIndex(dialog.language.findData("fr"))
    dialog.scope.setCurrentIndex(1)
    expected = GlossaryEntry("ONU", Kind.ORGANIZATION, "fr", "United Nations", Scope.LIBRARY)
    assert dialog.entry() == expected


def test_what_is_no_name_is_not_called_anything(dialog):
    dialog.canonical.setText("Mali")
    dialog.kind.setCurrentIndex(len(Kind))
    assert not dialog.canonical.isEnabled()
    assert dialog.entry().canonical == ""


@pytest.mark.parametrize(("words", "allowed"), [("", False), ("…", False), ("Gao", True)])
def test_words_need_a_letter(dialog, words, allowed):
    dialog.text.setText(words)
    assert dialog.ok.isEnabled() is allowed


def test_enter_takes_the_entry(dialog, qtbot):
    qtbot.keyClicks(dialog.text, "Gao")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.text, Qt.Key.Key_Return)


def test_everything_has_a_name(dialog):
    assert nameless(dialog) == []
