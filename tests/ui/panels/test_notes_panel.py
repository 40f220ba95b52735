import time
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from apostil.domain.anchor import anchor_at
from apostil.domain.annotation import AnnotationId, Color, Status
from apostil.domain.edits import AnnotationsEdit
from apostil.domain.spans import Span
from apostil.ui.accessibility import nameless
from apostil.ui.panels.note_editor import NoteEditor
from apostil.ui.panels.notes_panel import NotesPanel
from support import panels


@pytest.fixture
def marks(desk, english):
    return [
        panels.mark(desk, "river port of Sendaré reopened", Color.YELLOW),
        panels.mark(desk, "rice", Color.RED, note="How much?", tags=("food",), status=Status.TO_CHECK),
        panels.mark(desk, "900 dockers", Color.BLUE, tags=("figures", "people")),
    ]


@pytest.fixture
def panel(desk, marks, shown):
    return shown(NotesPanel(desk, panels.LIGHT))


def note_of(desk, mark):
    return desk.library.annotation(mark.id).note


def quoted(panel):
    return [panel.model.index(row).data() for row in range(panel.model.rowCount())]


def test_marks_stand_in_the_order_of_the_text(panel):
    assert quoted(panel) == ["river port of Sendaré reopened", "rice", "900 dockers"]
    assert panel.head.state.text() == "3 marks"


def test_a_click_jumps_and_opens_the_card(panel, desk, marks, qtbot):
    with qtbot.waitSignal(desk.reveal_requested) as told:
        panels.click(panel.view, 1)
    assert told.args == [marks[1].span]
    assert panel.editor.annotation.id == marks[1].id
    assert panel.editor.note.toPlainText() == "How much?"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_a_key_opens_the_card(panel, marks, qtbot, key):
    panel.view.setCurrentIndex(panel.model.index(2))
    qtbot.keyClick(panel.view, key)
    assert panel.editor.annotation.id == marks[2].id
    assert panel.editor.note.hasFocus()


def test_what_is_typed_is_saved_by_itself(panel, desk, marks, qtbot):
    panel.focus_note(marks[0].id)
    with qtbot.waitSignal(desk.changed):
        qtbot.keyClicks(panel.editor.note, "since Tuesday")
    assert note_of(desk, marks[0]) == "since Tuesday"
    assert panel.editor.note.hasFocus()


def test_typing_is_one_step_to_undo(panel, desk, marks, qtbot):
    panel.focus_note(marks[0].id)
    for words in ("since ", "Tuesday"):
        qtbot.keyClicks(panel.editor.note, words)
        panel.flush()
    assert desk.undo_stack.undoText() == "Write note"
    desk.undo_stack.undo()
    assert note_of(desk, marks[0]) == ""
    assert panel.editor.note.toPlainText() == ""


@pytest.mark.parametrize("leave", ["focus", "hide", "article", "card", "filter", "escape", "flush", "show_all"])
def test_nothing_typed_is_lost(panel, desk, marks, french, qtbot, leave):
    panel.focus_note(marks[0].id)
    qtbot.keyClicks(panel.editor.note, "unsaved")
    ways = {
        "focus": panel.filter.setFocus,
        "hide": panel.hide,
        "article": lambda: desk.open(french),
        "card": lambda: panel.focus_note(marks[1].id),
        "filter": lambda: panel.filter.setText("rice"),
        "escape": lambda: qtbot.keyClick(panel.editor.note, Qt.Key.Key_Escape),
        "flush": panel.flush,
        "show_all": panel._show_all,
    }
    ways[leave]()
    assert note_of(desk, marks[0]) == "unsaved"


def test_escape_gives_the_keyboard_back(panel, marks, qtbot):
    panel.focus_note(marks[0].id)
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel.editor.note, Qt.Key.Key_Escape)
    assert panel.editor is None
    assert panel.view.currentIndex().row() == 0


def test_escape_leaves_the_list(panel, qtbot):
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel.view, Qt.Key.Key_Escape)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_escape_drops_a_half_typed_tag(panel, desk, marks, qtbot):
    panel.focus_tags(marks[1].id)
    qtbot.keyClicks(panel.editor.tags, ", wat")
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel.editor.tags, Qt.Key.Key_Escape)
    assert panel.editor is None
    assert desk.library.annotation(marks[1].id).tags == ("food",)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_enter_takes_the_tags_and_gives_the_keyboard_back(panel, desk, marks, qtbot):
    panel.focus_tags(marks[0].id)
    qtbot.keyClicks(panel.editor.tags, "harbour")
    with qtbot.waitSignal(panel.left):
        qtbot.keyClick(panel.editor.tags, Qt.Key.Key_Return)
    assert panel.editor is None
    assert desk.library.annotation(marks[0].id).tags == ("harbour",)


def test_a_click_on_a_card_tells_which_mark_is_chosen(panel, marks, qtbot):
    with qtbot.waitSignal(panel.chosen) as told:
        panels.click(panel.view, 1)
    assert told.args == [marks[1].id]
    assert panel.editor.note.hasFocus()


def test_a_mark_chosen_in_the_text_comes_into_sight_again(panel, desk, marks, qtbot):
    panel.resize(340, 200)
    panel.show_mark(marks[2].id)
    panel.view.scrollToTop()
    panel.filter.setFocus()
    panel.show_mark(marks[2].id)
    place = panel.view.visualRect(panel.model.index(2))
    assert panel.view.viewport().rect().contains(place.center())
    assert panel.filter.hasFocus()


def test_the_card_of_the_chosen_mark_is_outlined(panel, marks):
    before = panel.view.grab().toImage()
    panel.show_mark(marks[2].id)
    assert panel.view.grab().toImage() != before


def test_a_note_is_shown_as_its_markdown_means(panel, desk, marks):
    plain = panels.mark(desk, "eleven months after", note="figures to check")
    panel.show_mark(marks[0].id)
    tall = panel.view.visualRect(panel.model.index(panel.model.row_of(plain.id))).height()
    listed = replace(plain, note="*figures* to\n\n- check\n- ask")
    desk.do(AnnotationsEdit("Write note", (plain,), (listed,)))
    panel.view.doItemsLayout()
    assert panel.view.visualRect(panel.model.index(panel.model.row_of(plain.id))).height() > tall


def test_tab_leads_from_the_note_to_the_tags(panel, marks, qtbot):
    panel.focus_note(marks[0].id)
    qtbot.keyClick(panel.editor.note, Qt.Key.Key_Tab)
    assert panel.editor.tags.hasFocus()


# The completions pop up, which the platform without a screen remarks upon.
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_tags_are_taken_on_enter(panel, desk, marks, qtbot):
    panel.focus_tags(marks[0].id)
    assert panel.editor.tags.hasFocus()
    qtbot.keyClicks(panel.editor.tags, "Port, flood , port")
    qtbot.keyClick(panel.editor.tags, Qt.Key.Key_Return)
    assert desk.library.annotation(marks[0].id).tags == ("Port", "flood")


def test_tags_are_completed_from_the_library(panel, marks, qtbot):
    panel.focus_tags(marks[0].id)
    completer = panel.editor.tags.completer()
    completer.setCompletionPrefix(completer.splitPath("port, fig")[0])
    assert completer.pathFromIndex(completer.completionModel().index(0, 0)) == "figures"
    panel.editor.tags.setText("port, fig")
    assert completer.pathFromIndex(completer.completionModel().index(0, 0)) == "port, figures"


def test_the_colour_is_chosen_by_name(panel, desk, marks):
    panel.focus_note(marks[0].id)
    panels.act(panel.editor.color.menu(), "Green").trigger()
    assert desk.library.annotation(marks[0].id).color is Color.GREEN
    assert panel.editor.color.accessibleName() == "Colour of the mark: Green"


def test_the_status_is_chosen_in_words(panel, desk, marks):
    panel.focus_note(marks[0].id)
    row = panel.editor.status.findText("Confirmed")
    panel.editor.status.activated.emit(row)
    assert desk.library.annotation(marks[0].id).status is Status.CONFIRMED


def test_what_is_typed_goes_with_a_new_colour(panel, desk, marks, qtbot):
    panel.focus_note(marks[0].id)
    qtbot.keyClicks(panel.editor.note, "blue?")
    panels.act(panel.editor.color.menu(), "Blue").trigger()
    mark = desk.library.annotation(marks[0].id)
    assert (mark.note, mark.color) == ("blue?", Color.BLUE)


def test_the_bin_removes_the_mark_and_undo_brings_it_back(panel, desk, marks, qtbot):
    panel.focus_note(marks[1].id)
    qtbot.mouseClick(panel.editor.remove, Qt.MouseButton.LeftButton)
    assert quoted(panel) == ["river port of Sendaré reopened", "900 dockers"]
    assert panel.editor is None
    desk.undo_stack.undo()
    assert len(quoted(panel)) == 3


def test_the_delete_key_removes_the_mark(panel, desk, qtbot):
    panel.view.setCurrentIndex(panel.model.index(0))
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert len(desk.annotations) == 2


def test_a_mark_removed_elsewhere_is_not_written_again(panel, desk, marks, qtbot):
    panel.focus_note(marks[0].id)
    qtbot.keyClicks(panel.editor.note, "too late")
    desk.do(AnnotationsEdit("Remove", (marks[0],), ()))
    panel.flush()
    assert marks[0].id not in {mark.id for mark in desk.annotations}
    assert panel.editor is None


def test_a_mark_made_elsewhere_leaves_the_open_card_alone(panel, desk, marks, qtbot):
    panel.focus_note(marks[1].id)
    editor = panel.editor
    qtbot.keyClicks(editor.note, " And when?")
    panels.mark(desk, "eleven months after")
    assert panel.editor is editor
    assert editor.note.toPlainText() == "How much? And when?"
    assert len(quoted(panel)) == 4


def test_an_undone_colour_shows_in_the_open_card(panel, desk, marks):
    panel.focus_note(marks[0].id)
    panels.act(panel.editor.color.menu(), "Green").trigger()
    desk.undo_stack.undo()
    assert panel.editor.color.accessibleName() == "Colour of the mark: Yellow"


@pytest.mark.parametrize(("words", "expected"), [("Blue", ["900 dockers"]), ("food", ["rice"])])
def test_marks_are_filtered_by_colour_and_tag(panel, words, expected):
    panel._fill_menu()
    panels.act(panel.head.choose.menu(), words).trigger()
    assert quoted(panel) == expected
    assert panel.head.state.text() == f"1 of 3 marks · {words}"


def test_marks_are_filtered_by_words(panel, qtbot):
    qtbot.keyClicks(panel.filter, "how much")
    assert quoted(panel) == ["rice"]


def test_a_filter_that_nothing_passes_leads_back(panel, qtbot):
    panel.filter.setText("zebra")
    assert panel.empty.words.startswith("No mark passes this filter")
    qtbot.mouseClick(panel.head.all, Qt.MouseButton.LeftButton)
    assert len(quoted(panel)) == 3
    assert panel.filter.text() == ""


def test_a_note_is_reached_through_a_filter(panel, marks):
    panel.filter.setText("rice")
    panel.focus_note(marks[2].id)
    assert panel.editor.annotation.id == marks[2].id


def test_a_mark_chosen_in_the_text_is_chosen_here_without_the_focus(panel, marks):
    panel.filter.setFocus()
    panel.show_mark(marks[2].id)
    assert panel.view.currentIndex().row() == 2
    assert panel.filter.hasFocus()


def test_another_article_has_its_own_marks(panel, desk, marks, french):
    panel.focus_note(marks[0].id)
    desk.open(french)
    assert panel.editor is None
    assert panel.empty.words.startswith("Nothing is marked in this article yet")


def test_without_an_article_it_says_what_will_be_here(desk, shown):
    assert shown(NotesPanel(desk, panels.LIGHT)).empty.words.startswith("Your marks will stand here")


def test_a_library_that_is_only_read_shows_notes_and_says_why(panel, desk, marks, read_only, qtbot):
    panel.focus_note(marks[1].id)
    assert panel.editor.note.isReadOnly()
    assert panel.editor.remove.toolTip() == "The file is write-protected."
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert len(desk.annotations) == 3


def test_the_context_menu_leads_to_the_place_and_the_fields(panel, desk, marks, popped, qtbot):
    panel.view.customContextMenuRequested.emit(panels.center(panel.view, 0))
    with qtbot.waitSignal(desk.reveal_requested):
        panels.act(popped[0], "Go to the place").trigger()
    panels.act(popped[0], "Tag").trigger()
    assert panel.editor.tags.hasFocus()
    panels.act(popped[0], "Remove").trigger()
    assert len(desk.annotations) == 2


def test_everything_has_a_name(panel, marks):
    panel.focus_note(marks[0].id)
    assert nameless(panel) == []


def test_cards_are_drawn_in_both_themes(panel, marks):
    panel.focus_note(marks[0].id)
    light = panel.grab().toImage()
    panel.set_theme(panels.DARK)
    assert panel.grab().toImage() != light


def test_the_open_card_makes_room_for_its_editor(panel, marks):
    closed = panel.view.visualRect(panel.model.index(0)).height()
    panel.focus_note(marks[0].id)
    place = panel.view.visualRect(panel.model.index(0))
    assert place.height() > closed
    assert place.contains(panel.editor.geometry())
    assert panel.editor.height() >= panel.editor.sizeHint().height()


def many(desk, count=500):
    note = "A note of *a few* words\n\n- one\n- [two](a.html)"
    one = panels.a_mark(desk.article, desk.current, "rice", note=note, tags=("food",))
    text = desk.article.text
    spans = [Span(start % 400, start % 400 + 60) for start in range(count)]
    return tuple(
        replace(one, id=AnnotationId(f"{number:032}"), anchor=anchor_at(text, span), note=f"{note} {number}")
        for number, span in enumerate(spans)
    )


def test_five_hundred_marks_are_no_burden(desk, english, shown, qtbot):
    desk.do(AnnotationsEdit("Highlight", (), many(desk)))
    started = time.perf_counter()
    panel = shown(NotesPanel(desk, panels.LIGHT))
    panel.grab()
    assert time.perf_counter() - started < 10
    assert len(panel.findChildren(NoteEditor)) == 0


def test_the_offer_to_show_all_is_only_there_with_a_filter(panel):
    assert not panel.head.all.isVisible()
    panel.filter.setText("rice")
    assert panel.head.all.isVisible()
    assert panel.findChildren(QPushButton) == []


def test_a_note_that_could_not_be_written_is_tried_again(panel, desk, marks, qtbot, monkeypatch):
    panel.focus_note(marks[0].id)
    qtbot.keyClicks(panel.editor.note, "keep me")
    with monkeypatch.context() as full:
        full.setattr(type(desk), "do", lambda desk, edit: False)
        panel.flush()
    qtbot.keyClicks(panel.editor.note, "!")
    panel.flush()
    assert note_of(desk, marks[0]) == "keep me!"


def test_the_present_status_chosen_again_is_no_edit(panel, desk, marks):
    panel.focus_note(marks[1].id)
    before = desk.undo_stack.count()
    panel.editor.status.activated.emit(panel.editor.status.findText("To check"))
    assert desk.undo_stack.count() == before
    panel.editor.status.activated.emit(panel.editor.status.findText("Disputed"))
    assert isinstance(panel.editor.annotation.status, Status)


@pytest.mark.parametrize(("field", "key"), [("note", "Esc"), ("tags", "Esc"), ("tags", "Return")])
def test_in_the_window_the_keyboard_goes_back_to_the_article(room, field, key):
    room.select("rice")
    room.action(field.removesuffix("s")).trigger()
    room.press(key)
    assert room.window.notes_panel.editor is None
    assert room.reader.hasFocus()
