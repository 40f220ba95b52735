"""What each action does when its key is pressed."""

from __future__ import annotations

import errno
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from apostil.domain.annotation import Color
from apostil.domain.article import Role
from apostil.domain.edits import PresenceEdit
from apostil.domain.spans import Span
from apostil.domain.summary import Length
from apostil.services import exporting
from apostil.services.importing import Item, Step
from apostil.ui import chooser
from apostil.ui.actions import ACTIONS
from support.main_windows import in_dialog
from support.panels import ENGLISH, FRENCH

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from support.main_windows import Room

MARKS = ("cranes", "dockers", "41 million")


def mark_three(room: Room) -> list[int]:
    """Three marks, and the cursor at the beginning; where they start."""
    for words in MARKS:
        room.select(words)
        room.press("1")
    room.reader.set_caret(0)
    room.reader.set_active_mark(None)
    return [mark.span.start for mark in room.desk.annotations]


# The list


def test_every_action_has_a_handler(room: Room) -> None:
    assert set(room.window.commands.handlers()) == {action.id for action in ACTIONS}


def test_every_key_belongs_to_its_action_alone(room: Room) -> None:
    for action in ACTIONS:
        assert [key.toString() for key in room.action(action.id).shortcuts()] == list(action.keys)


# Articles in and out


def test_chosen_files_are_opened(room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "mill.txt"
    file.write_text("The mill turns\n\nIt turned twice today, said the miller.\n")
    monkeypatch.setattr(chooser, "files_to_open", lambda _parent: [file])
    room.press("Ctrl+O")
    room.jobs.run()
    assert room.desk.article is not None
    assert room.desk.article.metadata.title == "The mill turns"


def test_choosing_no_file_opens_none(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chooser, "files_to_open", lambda _parent: [])
    room.press("Ctrl+O")
    assert not room.importer.busy


def test_the_samples_are_opened(room: Room) -> None:
    room.action("samples").trigger()
    room.jobs.run()
    assert len(room.library.entries()) == 4


def test_pasted_text_becomes_an_article(room: Room) -> None:
    QGuiApplication.clipboard().setText("A quiet day\n\nNothing happened at the mill.")
    in_dialog(lambda dialog: dialog.accept())
    room.press("Ctrl+Shift+V")
    room.jobs.run()
    assert room.desk.article is not None
    assert room.desk.article.text.endswith("Nothing happened at the mill.")


def test_pasting_can_be_given_up(room: Room) -> None:
    QGuiApplication.clipboard().setText("A quiet day")
    in_dialog(lambda dialog: dialog.reject())
    room.press("Ctrl+Shift+V")
    assert not room.importer.busy


def test_what_is_known_about_an_article_is_corrected_and_undone(room: Room) -> None:
    def correct(dialog: object) -> None:
        dialog.title.setText("The port reopens")
        dialog.accept()

    in_dialog(correct)
    room.press("Ctrl+I")
    assert room.desk.article.metadata.title == "The port reopens"
    assert "The port reopens" in room.window.windowTitle()
    room.press("Ctrl+Z")
    assert room.desk.article.metadata.title == ENGLISH.metadata.title
    assert ENGLISH.metadata.title in room.window.windowTitle()


def test_details_of_an_article_that_is_not_open_can_be_corrected(room: Room) -> None:
    def correct(dialog: object) -> None:
        dialog.outlet.setText("Le Fleuve")
        dialog.accept()

    in_dialog(correct)
    room.window.library_panel.about_requested.emit(room.french)
    assert room.library.entry(room.french).outlet == "Le Fleuve"
    assert room.desk.current == room.english


def test_deleting_shows_the_neighbour_and_undo_brings_the_article_back(room: Room) -> None:
    room.do("delete")
    assert room.desk.current == room.french
    assert room.desk.undo_stack.undoText() == "Delete article"
    room.press("Ctrl+Z")
    assert room.desk.current == room.english


def test_several_selected_articles_are_deleted_in_one_step(room: Room) -> None:
    room.window.library_panel.view.setFocus()
    room.window.library_panel.view.selectAll()
    room.do("delete")
    assert room.library.entries() == []
    assert room.desk.undo_stack.undoText() == "Delete 2 articles"
    assert room.desk.undo_stack.count() == 1


def test_another_library_is_asked_for(
    room: Room, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chooser, "new_library", lambda _parent: tmp_path / "new.apostil")
    monkeypatch.setattr(chooser, "library_to_open", lambda _parent: tmp_path / "old.apostil")
    for keys, name in (("Ctrl+Shift+N", "new.apostil"), ("Ctrl+Shift+O", "old.apostil")):
        with qtbot.waitSignal(room.window.library_wanted) as wanted:
            room.press(keys)
        assert wanted.args == [tmp_path / name]


def test_choosing_no_library_changes_nothing(room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chooser, "library_to_open", lambda _parent: None)
    with qtbot.assertNotEmitted(room.window.library_wanted):
        room.press("Ctrl+Shift+O")


def test_one_more_window_can_be_had(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.window.window_wanted):
        room.action("new-window").trigger()


def test_quitting_closes_the_window(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.window.closed):
        room.press("Ctrl+Q")
    assert not room.window.isVisible()


# Handing on


def test_notes_are_exported_to_the_chosen_file(room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "notes.md"
    suggested = []
    monkeypatch.setattr(
        chooser, "export_target", lambda _parent, name, _last: suggested.append(name) or ("markdown", target)
    )
    room.do("export")
    room.jobs.run()
    assert suggested == [ENGLISH.metadata.title]
    assert ENGLISH.metadata.title in target.read_text("utf-8")
    assert str(target) in room.said


def test_several_selected_articles_go_into_one_file(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "notes.md"
    suggested = []
    monkeypatch.setattr(
        chooser, "export_target", lambda _parent, name, _last: suggested.append(name) or ("markdown", target)
    )
    room.window.library_panel.view.setFocus()
    room.window.library_panel.view.selectAll()
    room.do("export")
    room.jobs.run()
    words = target.read_text("utf-8")
    assert suggested == ["Notes on 2 articles"]
    assert ENGLISH.metadata.title in words
    assert FRENCH.metadata.title in words


def test_what_is_being_typed_is_in_the_export(room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "notes.md"
    monkeypatch.setattr(chooser, "export_target", lambda *_: ("markdown", target))
    room.select("900 dockers")
    room.press("N")
    room.type("half a thought")
    room.action("export").trigger()
    room.jobs.run()
    assert "half a thought" in target.read_text("utf-8")


def test_giving_up_an_export_writes_nothing(room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chooser, "export_target", lambda *_: None)
    with qtbot.assertNotEmitted(room.exporter.finished):
        room.do("export")
        room.jobs.run()


def test_where_a_file_cannot_be_written_the_old_one_stays(
    room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "notes.md"
    target.write_text("old notes")
    monkeypatch.setattr(chooser, "export_target", lambda *_: ("markdown", target))
    monkeypatch.setattr(exporting, "write_aside", _refuse)
    room.do("export")
    room.jobs.run()
    assert "may not write “notes.md”" in room.said
    assert target.read_text() == "old notes"


def test_notes_cannot_take_the_place_of_a_folder(room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chooser, "export_target", lambda *_: ("markdown", tmp_path))
    room.do("export")
    room.jobs.run()
    assert "is a folder" in room.said


def _refuse(path: Path, _data: bytes) -> None:
    raise PermissionError(errno.EACCES, "Permission denied", str(path))


# The text


def test_words_are_copied_as_they_stand(room: Room) -> None:
    room.select("“Half of the cranes stand still,”")
    room.press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == "“Half of the cranes stand still,”"


def test_copying_nothing_leaves_the_clipboard_alone(room: Room) -> None:
    QGuiApplication.clipboard().setText("before")
    room.press("Ctrl+C")
    assert QGuiApplication.clipboard().text() == "before"


def test_a_block_is_given_another_role_and_back(room: Room) -> None:
    room.window.commands.change_role(2, Role.CAPTION)
    assert room.desk.article.blocks[2].role is Role.CAPTION
    assert room.desk.undo_stack.undoText() == "Make it a caption"
    room.press("Ctrl+Z")
    assert room.desk.article.blocks[2].role is Role.STANDFIRST


def test_folded_blocks_are_taken_back_in(room: Room) -> None:
    room.window.commands.change_role(3, Role.APPARATUS)
    room.window.commands.take_back_in([3])
    assert room.desk.article.blocks[3].role is Role.PARAGRAPH
    assert room.desk.undo_stack.undoText() == "Take back into the article"


def test_without_an_article_no_block_has_a_role(room: Room) -> None:
    room.desk.open(None)
    room.window.commands.change_role(0, Role.CAPTION)
    room.window.commands.take_back_in([0])
    assert room.desk.undo_stack.count() == 0


def test_the_summary_becomes_highlights_in_one_step(room: Room) -> None:
    room.desk.set_length(Length(2))
    room.press("Ctrl+Shift+H")
    assert len(room.desk.annotations) == 2
    assert room.desk.undo_stack.count() == 1


def test_the_summary_is_copied_with_its_source(room: Room) -> None:
    room.press("Ctrl+Shift+S")
    copied = QGuiApplication.clipboard().text()
    assert room.desk.summary.sentences[0].span.cut(room.desk.article.text) in copied
    assert "The Basin Observer" in copied


def test_analysing_again_says_that_nothing_changed(room: Room) -> None:
    room.do("analyse")
    room.jobs.run()
    assert room.desk.undo_stack.count() == 0
    assert room.said == "Analysed again: nothing changed."


def test_another_analysis_can_be_undone(room: Room) -> None:
    before = room.desk.analysis
    room.library.save_analysis(room.english, replace(before, entities=()))
    room.do("analyse")
    room.jobs.run()
    assert room.desk.undo_stack.undoText() == "Analyse again"
    assert room.desk.analysis == before


# The palette


def test_the_palette_runs_what_is_typed(room: Room, qtbot: QtBot) -> None:
    def write(dialog: object) -> None:
        qtbot.keyClicks(QApplication.focusWidget(), "highlight in green")
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    room.select("900 dockers")
    in_dialog(write)
    room.press("Ctrl+K")
    assert room.mark.color is Color.GREEN


def test_leaving_the_palette_does_nothing(room: Room, qtbot: QtBot) -> None:
    seen = in_dialog(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    room.press("Ctrl+K")
    assert len(seen) == 1
    assert room.desk.undo_stack.count() == 0


# Going places


@pytest.mark.parametrize(("keys", "which"), [("F4", 0), ("Shift+F4", 2)])
def test_f4_goes_from_mark_to_mark(room: Room, qtbot: QtBot, keys: str, which: int) -> None:
    places = mark_three(room)
    with qtbot.waitSignal(room.desk.reveal_requested) as asked:
        room.press(keys)
    assert asked.args[0].start == places[which]


def test_f4_without_marks_stays_where_it_is(room: Room, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(room.desk.reveal_requested):
        room.press("F4")


def test_the_next_article_follows_the_list_around(room: Room) -> None:
    opened = []
    for _ in range(3):
        room.press("Ctrl+PgDown")
        opened.append(room.desk.current)
    assert opened == [room.french, room.english, room.french]


def test_the_previous_article_without_an_open_one_is_the_last(room: Room) -> None:
    last = room.window.library_panel.model.entry_at(1).id
    room.desk.open(None)
    room.action("previous-article").trigger()
    assert room.desk.current == last


def test_in_an_empty_library_there_is_no_next_article(room: Room) -> None:
    room.desk.do(PresenceEdit("Delete", (room.english, room.french), present=False))
    room.action("next-article").trigger()
    assert room.desk.current is None


@pytest.mark.parametrize("keys", ["Ctrl+Shift+F", "Ctrl+L"])
def test_searching_shows_the_library_and_takes_the_keyboard(room: Room, keys: str) -> None:
    room.window.toggle_library()
    room.press(keys)
    assert QApplication.focusWidget() is room.window.library_panel.search


@pytest.mark.parametrize("tab", ["Ctrl+1", "Ctrl+2"])
def test_f5_f6_and_f7_carry_the_keyboard_around(room: Room, tab: str) -> None:
    room.press(tab)
    room.press("F7")
    assert room.window.side.isAncestorOf(QApplication.focusWidget())
    room.press("F5")
    assert QApplication.focusWidget() is room.window.library_panel.view
    room.press("F6")
    assert QApplication.focusWidget() is room.reader


def test_f7_brings_the_side_panel_back(room: Room) -> None:
    room.press("F10")
    room.press("F7")
    assert room.window.side.isVisible()


@pytest.mark.parametrize(("keys", "tab"), [("Ctrl+1", "summary"), ("Ctrl+2", "entities"), ("Ctrl+3", "notes")])
def test_each_panel_has_its_key(room: Room, keys: str, tab: str) -> None:
    room.press(keys)
    assert room.window.side_tab() == tab


def test_the_help_lists_every_key(room: Room) -> None:
    seen = in_dialog(lambda dialog: dialog.reject())
    room.press("F1")
    assert seen[0].windowTitle() == "Keyboard shortcuts"


def test_a_role_that_a_block_has_already_is_no_edit(room: Room) -> None:
    room.window.commands.change_role(0, Role.HEADLINE)
    assert room.desk.undo_stack.count() == 0


def test_chosen_articles_can_be_deleted_and_exported_while_none_lies_open(room: Room) -> None:
    room.desk.open(None)
    room.window.library_panel.view.selectAll()
    assert room.window.actions_by_id["delete"].isEnabled()
    assert room.window.actions_by_id["export"].isEnabled()


def test_a_selected_space_is_no_quotation(room: Room) -> None:
    space = room.desk.article.text.index(" ")
    room.reader.select(Span(space, space + 1))
    QGuiApplication.clipboard().setText("before")
    room.window.commands.copy_quotation()
    assert QGuiApplication.clipboard().text() == "before"


def test_an_ampersand_in_a_name_is_not_a_key(room: Room) -> None:
    room.desk.do(PresenceEdit("Edit details of “A & B”", (room.french,), present=True))
    assert room.window.actions_by_id["undo"].text().endswith("“A && B”")


def test_what_is_being_typed_is_undone_first(room: Room, qtbot: QtBot) -> None:
    room.select("900 dockers")
    room.press("1")
    room.press("N")
    qtbot.keyClicks(room.window.notes_panel.editor.note, "Ask")
    room.window.undo()
    assert room.desk.annotations[0].note == ""
    assert room.window.notes_panel.editor.note.toPlainText() == ""
    room.window.redo()
    assert room.desk.annotations[0].note == "Ask"


def test_a_folder_is_opened(room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "mill.txt").write_text("The mill turns\n\nIt turned twice today, said the miller.\n")
    monkeypatch.setattr(chooser, "folder_to_open", lambda _parent: folder)
    room.press("Ctrl+Alt+O")
    room.jobs.run()
    assert room.desk.article is not None
    assert room.desk.article.metadata.title == "The mill turns"


def test_choosing_no_folder_opens_none(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chooser, "folder_to_open", lambda _parent: None)
    room.action("open-folder").trigger()
    assert not room.importer.busy


def test_attachments_can_be_left_alone(room: Room) -> None:
    in_dialog(lambda dialog: dialog.reject())
    room.window.commands.open_attachments((Item("/mails/a.eml", (Step("plan.txt", 0),)),))
    assert not room.importer.busy
