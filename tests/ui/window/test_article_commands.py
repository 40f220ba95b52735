"""Articles are brought in, taken out and handed on with keys and menus."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

from apostil.services import exporting
from apostil.services.importing.items import Item, Step
from apostil.ui import chooser
from support.main_windows import in_dialog
from support.panels import ENGLISH, FRENCH

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from support.main_windows import Room


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


def test_attachments_can_be_left_alone(room: Room) -> None:
    in_dialog(lambda dialog: dialog.reject())
    room.window.commands.articles.open_attachments((Item("/mails/a.eml", (Step("plan.txt", 0),)),))
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


def test_chosen_articles_can_be_deleted_and_exported_while_none_lies_open(room: Room) -> None:
    room.desk.open(None)
    room.window.library_panel.view.selectAll()
    assert room.window.actions_by_id["delete"].isEnabled()
    assert room.window.actions_by_id["export"].isEnabled()


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


def test_a_summary_of_several_articles_is_exported(room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "summary.md"
    suggested = []

    def choose(_parent: object, name: str, _last: object, *, summary: bool) -> tuple[str, Path]:
        suggested.append((name, summary))
        return "markdown", target

    monkeypatch.setattr(chooser, "export_target", choose)
    room.window.library_panel.view.selectAll()
    room.do("together")
    room.jobs.run()
    room.window.pages.together.head.export_button.click()
    room.jobs.run()
    assert suggested == [("Summary of 2 articles", True)]
    assert target.read_text("utf-8").count("\n> ") == 10
    assert room.said == f"Summary written to {target}."


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
