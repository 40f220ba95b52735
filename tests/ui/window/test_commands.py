"""What each action does when its key is pressed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from apostil.domain.annotation import Color
from apostil.domain.article import Role
from apostil.domain.edits import PresenceEdit
from apostil.domain.spans import Span
from apostil.domain.summary import Length
from apostil.ui.window.actions import ACTIONS
from support.main_windows import in_dialog

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from support.main_windows import Room


# The list


def test_every_action_has_a_handler(room: Room) -> None:
    assert set(room.window.commands.handlers()) == {action.id for action in ACTIONS}


def test_every_key_belongs_to_its_action_alone(room: Room) -> None:
    for action in ACTIONS:
        assert [key.toString() for key in room.action(action.id).shortcuts()] == list(action.keys)


def test_quitting_closes_the_window(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.window.closed):
        room.press("Ctrl+Q")
    assert not room.window.isVisible()


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


def test_the_help_lists_every_key(room: Room) -> None:
    seen = in_dialog(lambda dialog: dialog.reject())
    room.press("F1")
    assert seen[0].windowTitle() == "Keyboard shortcuts"


def test_a_role_that_a_block_has_already_is_no_edit(room: Room) -> None:
    room.window.commands.change_role(0, Role.HEADLINE)
    assert room.desk.undo_stack.count() == 0


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
    room.action("undo").trigger()
    assert room.desk.annotations[0].note == ""
    assert room.window.notes_panel.editor.note.toPlainText() == ""
    room.action("redo").trigger()
    assert room.desk.annotations[0].note == "Ask"
