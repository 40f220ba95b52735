"""The window: what lies open, what can be done, and what ties its parts together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from apostil.domain.annotation import Color
from apostil.domain.article import Role
from apostil.domain.edits import PresenceEdit
from apostil.domain.errors import LibraryError
from apostil.domain.spans import Span
from apostil.domain.summary import Length
from apostil.ui.accessibility import focusable, nameless
from apostil.ui.side_pane import NARROW
from support import panels
from support.main_windows import in_menu
from support.panels import ENGLISH, FRENCH
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


def shown_hits(room: Room) -> list[str]:
    """The words that are lit in the article."""
    text = room.desk.article.text
    return [span.cut(text) for span in room.reader._scene.decorations.hits.over(Span(0, len(text)))]


# What lies open


def test_the_title_names_article_and_library(room: Room) -> None:
    assert room.window.windowTitle() == f"{ENGLISH.metadata.title} – library – Apostil"


def test_without_an_article_the_title_names_the_library(room: Room) -> None:
    room.desk.open(None)
    assert room.window.windowTitle() == "library – Apostil"
    assert room.reader.article is None


def test_opening_shows_article_summary_and_facts(room: Room) -> None:
    assert room.reader.article == room.desk.article
    assert room.reader.page.facts.startswith("The Basin Observer · 31 Jan 2026")
    assert len(room.reader._scene.decorations.summary) == 5
    assert f"English · {ENGLISH.word_count} words" in room.window.status.facts


def test_an_article_opens_where_it_was_left(room: Room) -> None:
    room.window.resize(1300, 480)
    room.reader.scroll_to(room.place("What the flood left").start)
    left = room.reader.top_position()
    room.desk.open(room.french)
    room.desk.open(room.english)
    assert left > 0
    assert room.reader.top_position() == left


def test_back_and_forward_lead_across_articles(room: Room) -> None:
    room.desk.open(room.french)
    room.press("Alt+Left")
    assert room.desk.current == room.english
    room.press("Alt+Right")
    assert room.desk.current == room.french
    assert not room.action("forward").isEnabled()


def test_back_leads_to_where_a_jump_began(room: Room) -> None:
    room.window.resize(1300, 480)
    room.desk.reveal(room.place("The Oumé Basin Authority"))
    assert room.reader.top_position() > 0
    room.press("Alt+Left")
    assert room.reader.top_position() == 0


def test_at_the_beginning_there_is_no_way_back(room: Room) -> None:
    assert not room.action("back").isEnabled()
    room.window.travel(-1)
    assert room.desk.current == room.english


def test_there_is_no_way_back_to_a_deleted_article(room: Room) -> None:
    room.desk.open(room.french)
    room.desk.do(PresenceEdit("Delete", (room.english,), present=False))
    assert not room.action("back").isEnabled()


def test_another_role_keeps_the_cursor_where_it_is(room: Room) -> None:
    room.put_caret("900 dockers")
    before = room.reader.caret
    room.window.commands.change_role(2, Role.CAPTION)
    assert room.reader.caret == before
    assert room.reader.article.blocks[2].role is Role.CAPTION


def test_hidden_kinds_lose_their_underlines(room: Room) -> None:
    assert room.reader._scene.decorations.entities
    for kind in tuple(room.desk.visible_kinds):
        room.desk.set_kind_visible(kind, visible=False)
    assert not room.reader._scene.decorations.entities


def test_a_shorter_summary_shows_at_once(room: Room) -> None:
    room.desk.set_length(Length(2))
    assert len(room.reader._scene.decorations.summary) == 2


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


# Finding


def test_finding_goes_from_hit_to_hit(room: Room) -> None:
    room.press("Ctrl+F")
    room.type("cranes")
    assert room.window.find_bar.count.text() == "1 of 2"
    room.press("F3")
    assert room.window.find_bar.count.text() == "2 of 2"
    room.press("Shift+F3")
    assert room.window.find_bar.count.text() == "1 of 2"
    assert shown_hits(room) == ["cranes", "cranes"]


def test_escape_ends_finding_and_returns_to_the_text(room: Room) -> None:
    room.press("Ctrl+F")
    room.type("cranes")
    room.key(Qt.Key.Key_Escape)
    assert room.window.find_bar.isHidden()
    assert shown_hits(room) == []
    assert QApplication.focusWidget() is room.reader


def test_a_color_key_after_finding_marks_the_hit_and_leaves_other_marks_as_they_are(room: Room) -> None:
    room.select("The Northern Transport Union")
    room.type("1")
    room.press("Ctrl+F")
    room.type("cranes")
    room.key(Qt.Key.Key_Escape)
    room.type("2")
    marks = {mark.anchor.exact.casefold(): mark.color for mark in room.desk.annotations}
    assert marks == {"cranes": Color.RED, "the northern transport union": Color.YELLOW}


def test_a_phrase_is_one_hit(room: Room) -> None:
    room.press("Ctrl+F")
    room.type("northern transport union")
    assert room.window.find_bar.count.text().startswith("1 of ")
    assert {hit.casefold() for hit in shown_hits(room)} == {"northern transport union"}


def test_the_first_hit_is_the_one_after_the_cursor(room: Room) -> None:
    room.put_caret("The Northern Transport Union")
    room.press("Ctrl+F")
    room.type("cranes")
    assert room.window.find_bar.count.text() == "2 of 2"


def test_what_the_library_is_searched_for_is_lit_in_the_article(room: Room) -> None:
    room.press("Ctrl+L")
    room.type("dockers")
    room.window.library_panel.search_now()
    assert shown_hits(room) == ["dockers"]


def test_opening_a_hit_lights_the_words_there_too(room: Room) -> None:
    room.press("Ctrl+L")
    room.type("crue lindqvist")
    room.window.library_panel.search_now()
    room.key(Qt.Key.Key_Return)
    assert room.desk.current == room.french
    assert "Lindqvist" in shown_hits(room)


def test_an_empty_search_lights_nothing(room: Room) -> None:
    room.press("Ctrl+L")
    room.type("dockers")
    room.window.library_panel.search_now()
    room.key(Qt.Key.Key_Escape)
    assert shown_hits(room) == []


def test_after_finding_the_search_in_the_library_is_lit_again(room: Room) -> None:
    room.press("Ctrl+L")
    room.type("dockers")
    room.window.library_panel.search_now()
    room.press("Ctrl+F")
    room.type("cranes")
    assert shown_hits(room) == ["cranes", "cranes"]
    room.key(Qt.Key.Key_Escape)
    assert shown_hits(room) == ["dockers"]


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


def test_f9_and_f10_put_the_panes_away_and_back(room: Room) -> None:
    for keys, pane in (("F9", room.window.library_panel), ("F10", room.window.side)):
        room.press(keys)
        assert not pane.isVisible()
        room.press(keys)
        assert pane.isVisible()


def test_a_ticked_pane_is_one_that_is_seen(room: Room) -> None:
    room.press("F9")
    assert not room.action("panel-library").isChecked()
    assert room.window.open_panels() == {"library": False, "side": True}


def test_in_a_narrow_window_the_side_panel_waits_until_it_is_wanted(room: Room) -> None:
    room.window.resize(NARROW - 100, 700)
    assert not room.window.side.isVisible()
    room.press("Ctrl+3")
    assert room.window.side.isVisible()
    room.press("F10")
    room.window.resize(NARROW + 200, 700)
    assert room.window.side.isVisible()


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


def test_what_comes_in_is_opened_and_the_text_has_the_keyboard(room: Room, tmp_path: Path) -> None:
    room.importer.open_files(write(tmp_path, "mill.txt"))
    room.window.library_panel.search.setFocus()
    room.jobs.run()
    assert room.desk.article.metadata.title == "News of mill"
    assert QApplication.focusWidget() is room.reader


def test_what_is_known_already_is_opened_and_said(room: Room, tmp_path: Path) -> None:
    files = write(tmp_path, "mill.txt", "lock.txt")
    for some in (files, files[:1]):
        room.importer.open_files(some)
        room.jobs.run()
    assert room.desk.article.metadata.title == "News of mill"
    assert room.said == "“News of mill” was already in the library: here it is."


def test_two_known_files_are_said_in_one_sentence(room: Room, tmp_path: Path) -> None:
    for _ in range(2):
        room.importer.open_files(write(tmp_path, "mill.txt", "lock.txt"))
        room.jobs.run()
    assert room.said == "2 of these articles were already in the library."


def test_files_that_cannot_be_opened_are_listed_with_their_reasons(room: Room, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    room.importer.open_files([tmp_path / "empty.txt", tmp_path / "gone.txt"])
    room.jobs.run()
    words = room.window._report.words.splitlines()
    assert words[0] == "2 files were not opened."
    assert all(name in line for name, line in zip(("empty.txt", "gone.txt"), words[2:], strict=True))
    assert room.window._report.isVisible()


# Work in the background


def test_progress_is_shown_while_articles_are_analysed(room: Room) -> None:
    room.analyst.want([room.english, room.french])
    assert room.window.status._work.text() == "Analysing 1 of 2"
    assert room.window.status._cancel.isVisible()


def test_progress_goes_when_all_is_done(room: Room) -> None:
    room.analyst.want([room.english, room.french])
    room.jobs.run()
    assert not room.window.status._work.isVisible()


def test_cancelling_stops_the_work_and_says_so(room: Room, qtbot: QtBot) -> None:
    room.analyst.want([room.english, room.french])
    qtbot.mouseClick(room.window.status._cancel, Qt.MouseButton.LeftButton)
    assert not room.analyst.busy
    assert room.said == "Stopped. What was finished stays."


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


def test_places_are_remembered_the_present_one_last(room: Room) -> None:
    room.desk.open(room.french)
    room.desk.open(room.english)
    assert list(room.window.positions()) == [room.french, room.english]


def test_panels_are_restored(room: Room) -> None:
    room.window.restore_panels({"library": False, "side": False}, "notes")
    assert room.window.open_panels() == {"library": False, "side": False}
    assert room.window.side_tab() == "notes"


def test_an_unknown_panel_leaves_the_first_one_in_front(room: Room) -> None:
    room.window.restore_panels({}, "weather")
    assert room.window.open_panels() == {"library": True, "side": True}
    assert room.window.side_tab() == "summary"


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


def test_the_french_article_counts_its_words_in_its_language(room: Room) -> None:
    room.desk.open(room.french)
    assert room.window.status.facts.startswith("French · ")
    assert FRENCH.metadata.title in room.window.windowTitle()


def test_typing_in_the_find_bar_goes_to_the_hit_that_it_counts(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[Span] = []
    monkeypatch.setattr(room.reader, "reveal", lambda span, flash=True: shown.append(span))
    room.press("Ctrl+F")
    room.type("cranes")
    assert room.desk.article is not None
    assert shown[-1].cut(room.desk.article.text).casefold() == "cranes"


def test_an_article_that_comes_back_is_the_one_selected(room: Room) -> None:
    room.do("delete")
    room.do("undo")
    assert room.desk.current == room.english
    assert room.window.library_panel.selected() == (room.english,)
    assert room.said == ""
