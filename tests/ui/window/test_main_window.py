"""The window: what lies open, what can be done, and what ties its parts together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from apostil.domain.edits import PresenceEdit
from apostil.domain.errors import LibraryError
from apostil.ui.accessibility import focusable, nameless
from support import panels
from support.main_windows import in_menu
from support.panels import ENGLISH
from support.reader import drag

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from support.main_windows import Room


def write(folder: Path, *names: str) -> list[Path]:
    """Files with an article each."""
    files = [folder / name for name in names]
    for file in files:
        file.write_text(f"News of {file.stem}\n\nNothing happened at {file.stem} today, it is said.\n")
    return files


# What lies open


def test_the_title_names_article_and_library(room: Room) -> None:
    assert room.window.windowTitle() == f"{ENGLISH.metadata.title} – library – Apostil"


def test_without_an_article_the_title_names_the_library(room: Room) -> None:
    room.desk.open(None)
    assert room.window.windowTitle() == "library – Apostil"
    assert room.reader.article is None


# What can be done


MARKING = ("color-yellow", "note", "tag", "remove-mark", "highlight-summary", "analyse", "delete")
READING = ("export", "copy", "copy-quotation", "find", "next-mark", "about-article", "copy-summary")
BRINGING_IN = ("open", "paste", "samples")


@pytest.mark.parametrize("action_id", [*MARKING, *READING, *BRINGING_IN])
def test_with_an_article_everything_can_be_done(room: Room, action_id: str) -> None:
    assert room.action(action_id).isEnabled()


@pytest.mark.parametrize("action_id", [*MARKING, *READING])
def test_without_an_article_it_is_said_that_one_is_needed(room: Room, action_id: str) -> None:
    room.desk.open(None)
    room.window.library_panel.view.clearSelection()
    assert not room.action(action_id).isEnabled()
    assert "Open an article first" in room.action(action_id).toolTip()


@pytest.mark.parametrize("action_id", [*MARKING, *BRINGING_IN])
def test_a_library_that_is_only_read_cannot_be_changed(read_only_room: Room, action_id: str) -> None:
    action = read_only_room.action(action_id)
    assert not action.isEnabled()
    assert action.toolTip() == read_only_room.library.read_only_because


@pytest.mark.parametrize("action_id", READING)
def test_a_library_that_is_only_read_can_still_be_handed_on(read_only_room: Room, action_id: str) -> None:
    assert read_only_room.action(action_id).isEnabled()


def test_a_library_that_is_only_read_says_so(read_only_room: Room) -> None:
    assert "read only" in read_only_room.window.windowTitle()
    assert read_only_room.window.status.facts.endswith("read only")


def test_undo_and_redo_name_what_they_do(room: Room) -> None:
    room.select("900 dockers")
    room.press("1")
    assert room.action("undo").text() == "&Undo highlight"
    assert not room.action("redo").isEnabled()
    room.press("Ctrl+Z")
    assert room.action("redo").text() == "&Redo highlight"
    assert room.action("undo").text() == "&Undo"
    assert not room.action("undo").isEnabled()


@pytest.mark.parametrize("keys", ["Ctrl+Shift+Z", "Ctrl+Y"])
def test_what_was_undone_is_redone(room: Room, keys: str) -> None:
    room.select("900 dockers")
    room.press("1")
    room.press("Ctrl+Z")
    assert room.desk.annotations == ()
    room.press(keys)
    assert len(room.desk.annotations) == 1


def test_letters_are_typed_outside_the_text(room: Room) -> None:
    room.press("Ctrl+L")
    room.type("1nt")
    assert room.window.library_panel.search.text() == "1nt"
    assert room.desk.undo_stack.count() == 0


# The mouse in the text


def test_a_drag_shows_the_bar_and_a_color_marks_the_words(room: Room, qtbot: QtBot) -> None:
    span = room.place("900 dockers")
    drag(room.reader, room.reader.point_of(span.start), room.reader.point_of(span.end))
    assert room.window.selection_bar.isVisible()
    red = next(b for b in room.window.selection_bar.findChildren(object) if named(b) == "Red")
    qtbot.mouseClick(red, Qt.MouseButton.LeftButton)
    assert (room.mark.span, room.mark.color) == (span, "red")


def named(thing: object) -> str:
    return thing.accessibleName() if hasattr(thing, "accessibleName") else ""


def test_clicking_a_mark_brings_its_card_to_the_front(room: Room) -> None:
    room.select("900 dockers")
    room.press("1")
    room.select("Rosa")
    room.press("2")
    first = room.desk.annotations[1]
    drag(room.reader, room.reader.point_of(first.span.start + 2))
    assert room.reader.active_mark == first.id
    assert room.window.notes_panel.view.currentIndex().row() == 1


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_menu_of_the_text_pops_up_where_it_is_asked_for(room: Room) -> None:
    found = []
    room.put_caret("dockers")
    in_menu(lambda menu: found.extend((menu.pos(), [action.text() for action in menu.actions()])))
    room.press("Shift+F10")
    corner = room.reader.viewport().mapToGlobal(room.reader.caret_rect().bottomLeft())
    assert found[0] == corner
    assert "Copy as &quotation" in found[1]


# Panes, zoom and colours


@pytest.mark.parametrize(("keys", "percent"), [("Ctrl++", 110), ("Ctrl+-", 90), ("Ctrl+=", 110)])
def test_the_text_is_zoomed_with_the_keyboard(room: Room, keys: str, percent: int) -> None:
    room.press(keys)
    assert room.reader.zoom == percent
    room.press("Ctrl+0")
    assert room.reader.zoom == 100


def test_an_appearance_is_chosen_once(room: Room, qtbot: QtBot) -> None:
    with qtbot.waitSignal(room.window.appearance_chosen) as chosen:
        room.action("appearance-dark").trigger()
    ticked = [name for name in ("system", "light", "dark") if room.action(f"appearance-{name}").isChecked()]
    assert (chosen.args, ticked) == (["dark"], ["dark"])


def test_every_part_takes_the_colors_of_a_theme(room: Room) -> None:
    room.window.set_theme(panels.DARK)
    parts = (room.window.library_panel, room.window.summary_panel, room.window.notes_panel)
    assert {part._theme.name for part in parts} == {panels.DARK.name}
    assert room.reader._scene.theme is panels.DARK


# Files


def takes(room: Room, urls: list[QUrl], event_type: type = QDropEvent) -> bool:
    """Whether the window takes these when they are let go over it, or dragged onto it."""
    data = QMimeData()
    data.setUrls(urls)
    button, modifiers = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = event_type(QPoint(10, 10), Qt.DropAction.CopyAction, data, button, modifiers)
    event.ignore()
    (room.window.dropEvent if event_type is QDropEvent else room.window.dragEnterEvent)(event)
    return event.isAccepted()


def test_dropped_files_are_opened_in_one_step(room: Room, tmp_path: Path) -> None:
    assert takes(room, [QUrl.fromLocalFile(str(file)) for file in write(tmp_path, "mill.txt", "lock.txt")])
    room.jobs.run()
    assert len(room.library.entries()) == 4
    assert room.action("undo").text() == "&Undo import 2 articles"


def test_what_is_no_file_is_not_taken(room: Room) -> None:
    assert not takes(room, [QUrl("https://news.example/1")])
    assert not room.importer.busy


def test_files_may_be_dragged_over_the_window(room: Room, tmp_path: Path) -> None:
    assert takes(room, [QUrl.fromLocalFile(str(tmp_path))], QDragEnterEvent)


def test_a_library_that_is_only_read_takes_no_files(read_only_room: Room, tmp_path: Path) -> None:
    assert not takes(read_only_room, [QUrl.fromLocalFile(str(tmp_path))], QDragEnterEvent)


def test_an_edit_that_fails_is_told(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_edit: object) -> None:
        raise LibraryError("The disk is full: free some space and try again.")

    monkeypatch.setattr(room.library, "apply", fail)
    room.select("900 dockers")
    room.press("1")
    assert room.said == "The disk is full: free some space and try again."
    assert room.desk.annotations == ()


# Coming and going


def test_closing_writes_down_a_note_that_is_half_typed(room: Room) -> None:
    room.select("900 dockers")
    room.press("N")
    room.type("half a thou")
    room.window.close()
    assert room.library.annotations(room.english)[0].note == "half a thou"


def test_closing_waits_for_an_export(room: Room, tmp_path: Path, qtbot: QtBot) -> None:
    room.exporter.export([room.english], "json", tmp_path / "notes.json")
    room.window.close()
    assert room.window.isVisible()
    assert "being written" in room.said
    room.jobs.run()
    qtbot.waitUntil(lambda: not room.window.isVisible())
    assert (tmp_path / "notes.json").exists()


def test_another_article_writes_down_a_note_that_is_half_typed(room: Room) -> None:
    room.select("900 dockers")
    room.press("N")
    room.type("half a thou")
    room.desk.open(room.french)
    assert room.library.annotations(room.english)[0].note == "half a thou"


# For those who hear the window


def test_everything_that_the_tab_key_reaches_has_a_name(room: Room) -> None:
    room.select("900 dockers")
    for keys in ("N", "Ctrl+F", "Ctrl+1", "Ctrl+2", "Ctrl+3"):
        room.press(keys)
        assert nameless(room.window) == []
    assert len(focusable(room.window)) > 30


def test_an_empty_window_has_names_too(room: Room) -> None:
    room.desk.do(PresenceEdit("Delete", (room.english, room.french), present=False))
    assert nameless(room.window) == []


def test_the_tab_key_leads_around_the_window_and_back(room: Room) -> None:
    seen = []
    while QApplication.focusWidget() not in seen:
        seen.append(QApplication.focusWidget())
        room.key(Qt.Key.Key_Tab)
    assert room.reader in seen
    assert room.window.library_panel.view in seen
    assert any(room.window.side.isAncestorOf(widget) for widget in seen)


def test_an_article_that_comes_back_is_the_one_selected(room: Room) -> None:
    room.do("delete")
    room.do("undo")
    assert room.desk.current == room.english
    assert room.window.library_panel.selected() == (room.english,)
    assert room.said == "“Delete article” was undone."
