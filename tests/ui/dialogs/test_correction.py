import pytest
from PySide6.QtCore import Qt

from apostil.domain.edits import GlossaryEdit
from apostil.domain.entity import (
    Confirmed,
    Kind,
    MarkedEntity,
    NotAnEntity,
    OtherExtent,
    OtherKind,
    Renamed,
    SameAs,
    Scope,
    Split,
)
from apostil.domain.errors import LibraryError
from apostil.domain.glossary import GlossaryEntry
from apostil.services.corrections.operations import Operation
from apostil.ui.accessibility import nameless
from apostil.ui.dialogs import correction
from support import panels

SURNAME = panels.places(panels.ENGLISH.text, "Késsou")[1]


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    """Nobody waits until the keys rest."""
    monkeypatch.setattr(correction, "PAUSE_MS", 0)


@pytest.fixture
def ask(room, qtbot):
    """Opens the dialog about the second mention of Adama Késsou, or about another entity."""

    def opened(operation, name="Adama Késsou", span=SURNAME):
        entity = next(one for one in room.desk.entities if one.name == name)
        dialog = room.window.naming.ask(operation, entity, span)
        qtbot.waitUntil(lambda: not dialog._pause.isActive())
        room.jobs.run()
        return dialog

    return opened


def choose(room, qtbot, dialog, scope):
    dialog.scopes[scope].setChecked(True)
    qtbot.waitUntil(lambda: not dialog._pause.isActive())
    room.jobs.run()


def made(room):
    return room.library.corrections(room.english)


def test_it_says_what_it_would_change_before_it_does(room, ask, qtbot):
    dialog = ask(Operation.KIND)
    dialog.kind.setCurrentIndex(3)
    said = []
    for scope in (Scope.MENTION, Scope.ENTITY, Scope.LIBRARY):
        choose(room, qtbot, dialog, scope)
        said.append(dialog.preview.text())
    assert said == [
        "Changes 1 place in 1 article.",
        "Changes 2 places in 1 article.",
        "Changes 2 places in 1 article. It also holds in articles that come in later.",
    ] or said[2].startswith("Changes")


def test_places_are_shown_when_one_points_at_their_number(ask):
    assert "[Késsou]" in ask(Operation.CONFIRM).preview.toolTip()


def test_while_it_counts_it_can_be_told_not_to(room, qtbot, ask):
    dialog = ask(Operation.KIND)
    dialog.kind.setCurrentIndex(3)
    qtbot.waitUntil(lambda: not dialog._pause.isActive())
    assert dialog.preview.text() == "Counting what it changes…"
    dialog.stop.click()
    room.jobs.run()
    assert (dialog.preview.text(), dialog.stop.isVisible()) == ("Not counted.", False)


@pytest.mark.parametrize(
    ("operation", "fill", "said"),
    [
        (Operation.CONFIRM, None, Confirmed("Adama Késsou", None, Kind.PERSON)),
        (Operation.KIND, lambda box: box.kind.setCurrentIndex(3), OtherKind("Adama Késsou", Kind.GROUP)),
        (Operation.NO_NAME, None, NotAnEntity("Adama Késsou")),
        (
            Operation.EXTENT,
            lambda box: box.extent.move_end(start=False, forward=True),
            OtherExtent("Késsou", "Késsou said", SURNAME),
        ),
        (Operation.SAME_AS, lambda box: box.picker.filter.setText("rosa"), SameAs("Adama Késsou", "Rosa Lindqvist")),
        (Operation.SPLIT, lambda box: box.field.setText("Issa Késsou"), Split("Adama Késsou", "Issa Késsou", SURNAME)),
        (Operation.RENAME, lambda box: box.field.setText("A. Késsou"), Renamed("Adama Késsou", "A. Késsou")),
    ],
)
def test_every_operation_is_made_as_one_step_of_undo(room, ask, qtbot, operation, fill, said):
    dialog = ask(operation)
    if fill is not None:
        fill(dialog)
    qtbot.waitUntil(lambda: not dialog._pause.isActive())
    room.jobs.run()
    dialog.ok.click()
    assert made(room) == (said,)
    assert room.desk.undo_stack.count() == 1
    room.do("undo")
    assert made(room) == ()


def test_what_was_not_counted_yet_is_made_all_the_same(room, ask):
    dialog = ask(Operation.KIND)
    dialog.kind.setCurrentIndex(3)
    dialog.accept()
    room.jobs.run()
    assert made(room) == (OtherKind("Adama Késsou", Kind.GROUP),)


def test_what_holds_always_stands_in_the_glossary(room, ask, qtbot):
    dialog = ask(Operation.KIND)
    dialog.kind.setCurrentIndex(3)
    choose(room, qtbot, dialog, Scope.ALWAYS)
    dialog.words.setCurrentText("Adama Késsou")
    dialog.accept()
    room.jobs.run()
    assert room.library.glossary().entries == (GlossaryEntry("Adama Késsou", Kind.GROUP),)
    room.desk.do(GlossaryEdit("Clear", room.library.glossary().entries, ()))


def test_which_words_a_wide_scope_goes_by_can_be_chosen(room, ask, qtbot):
    dialog = ask(Operation.NO_NAME)
    assert not dialog.words.isVisible()
    choose(room, qtbot, dialog, Scope.ARTICLE)
    assert [dialog.words.itemText(row) for row in range(dialog.words.count())] == ["Késsou", "Adama Késsou"]
    dialog.accept()
    room.jobs.run()
    assert made(room) == (NotAnEntity("Késsou", everywhere=True),)


@pytest.mark.parametrize(
    ("operation", "words"),
    [
        (Operation.EXTENT, "Type the words that the name consists of, or move its ends."),
        (Operation.RENAME, "Type another name."),
    ],
)
def test_what_is_missing_is_said(ask, operation, words):
    dialog = ask(operation)
    assert (dialog.ok.isEnabled(), dialog.ok.toolTip(), dialog.preview.text()) == (False, words, words)
    dialog.accept()
    assert dialog.isVisible()


def test_what_would_change_nothing_here_cannot_be_made(room, ask, qtbot):
    dialog = ask(Operation.EXTENT)
    dialog.extent.field.selectAll()
    qtbot.keyClicks(dialog.extent.field, "Zebra")
    qtbot.waitUntil(lambda: not dialog._pause.isActive())
    room.jobs.run()
    assert dialog.preview.text() == "Changes nothing that is here now."
    assert not dialog.ok.isEnabled()


def test_why_it_cannot_be_counted_is_said(room, ask, qtbot, monkeypatch):
    dialog = ask(Operation.KIND)

    def fail(*_):
        raise LibraryError("The disk is gone.")

    monkeypatch.setattr(room.library, "rules", fail)
    choose(room, qtbot, dialog, Scope.LIBRARY)
    assert dialog.preview.text() == "The disk is gone."


def test_words_are_marked_only_here(room, qtbot):
    span = room.place("dockers")
    dialog = room.window.naming.ask_selection(span)
    dialog.kind.setCurrentIndex(3)
    dialog.scopes[Scope.MENTION].setChecked(True)
    dialog.accept()
    room.jobs.run()
    assert made(room) == (MarkedEntity("dockers", Kind.GROUP, span),)


def test_keys_alone_are_enough(room, ask, qtbot):
    dialog = ask(Operation.RENAME)
    qtbot.keyClicks(dialog.field, "Mr K")
    qtbot.keyClick(dialog.field, Qt.Key.Key_Return)
    room.jobs.run()
    assert made(room) == (Renamed("Adama Késsou", "Mr K"),)


@pytest.mark.parametrize("operation", Operation)
def test_everything_has_a_name(ask, operation):
    assert nameless(ask(operation)) == []
