"""What is typed is written down while it is typed, and nothing of it is lost where that fails."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import Qt

from apostil.domain.errors import LibraryError
from apostil.ui.panels import note_editor
from apostil.ui.panels.notes_panel import NotesPanel
from support import panels


@pytest.fixture
def panel(desk, english, shown):
    """The notes of an article with one mark, whose card is open."""
    panels.mark(desk, "900 dockers")
    made = shown(NotesPanel(desk, panels.LIGHT))
    made.focus_note(desk.annotations[0].id)
    return made


@pytest.fixture
def full_disk(desk, monkeypatch):
    """No room for any edit, until the list is emptied."""
    full = [True]
    apply = desk.library.apply

    def apply_or_fail(edit):
        if full:
            raise LibraryError("The disk is full: free some space.")
        return apply(edit)

    monkeypatch.setattr(desk.library, "apply", apply_or_fail)
    return full


def test_whoever_goes_on_typing_is_saved_all_the_same(panel, desk, qtbot):
    until = time.monotonic() + 1.2
    while time.monotonic() < until:
        qtbot.keyClick(panel.editor.note, "a")
        qtbot.wait(60)
    assert len(desk.annotations[0].note) > 5
    panel.flush()
    assert desk.annotations[0].note == panel.editor.note.toPlainText()


def test_tags_are_saved_while_they_are_typed(panel, desk, qtbot):
    panel.focus_tags(desk.annotations[0].id)
    qtbot.keyClicks(panel.editor.tags, "port, to verify")
    qtbot.waitUntil(lambda: desk.annotations[0].tags == ("port", "to verify"), timeout=2000)
    assert panel.editor.tags.hasFocus()


def test_escape_takes_back_tags_that_were_saved_meanwhile(panel, desk, qtbot):
    panel.focus_tags(desk.annotations[0].id)
    qtbot.keyClicks(panel.editor.tags, "por")
    qtbot.waitUntil(lambda: desk.annotations[0].tags == ("por",), timeout=2000)
    qtbot.keyClick(panel.editor.tags, Qt.Key.Key_Escape)
    assert desk.annotations[0].tags == ()


def test_a_note_that_could_not_be_saved_is_tried_again(panel, desk, qtbot, full_disk, monkeypatch):
    monkeypatch.setattr(note_editor, "RETRY", 50)
    qtbot.keyClicks(panel.editor.note, "Ask")
    panel.flush()
    assert panel.pending
    full_disk.clear()
    qtbot.waitUntil(lambda: desk.annotations[0].note == "Ask", timeout=2000)
    assert not panel.pending


def test_a_note_that_could_not_be_saved_outlives_its_card(panel, desk, english, qtbot, full_disk):
    qtbot.keyClicks(panel.editor.note, "Ask")
    desk.open(None)
    assert panel.pending
    full_disk.clear()
    panel.flush()
    assert desk.library.annotations(english)[0].note == "Ask"
    assert not panel.pending


def test_a_note_can_be_given_up(panel, qtbot, full_disk):
    qtbot.keyClicks(panel.editor.note, "Ask")
    panel.flush()
    panel.give_up()
    panel.editor.hide()
