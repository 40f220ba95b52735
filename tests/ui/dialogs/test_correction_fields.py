import pytest

from apostil.domain.entity import Kind
from apostil.services.corrections.operations import subject_of
from apostil.ui.accessibility import nameless
from apostil.ui.dialogs.correction_fields import ExtentField, NameField, kind_box
from support import panels

ROSA = panels.entities(panels.ENGLISH)[1]


@pytest.fixture
def field(qtbot):
    span = ROSA.mentions[0].span
    made = ExtentField(panels.ENGLISH, subject_of("a", panels.ENGLISH.text, ROSA, span))
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("start", "forward", "words"),
    [(True, True, "Lindqvist"), (True, False, "president, Rosa Lindqvist"), (False, False, "Rosa")],
)
def test_an_end_moves_by_a_word(field, qtbot, start, forward, words):
    with qtbot.waitSignal(field.changed):
        field.move_end(start=start, forward=forward)
    assert field.text() == words


def test_words_can_be_typed(field, qtbot):
    with qtbot.waitSignal(field.changed):
        qtbot.keyClicks(field.field, "L")
    assert field.text() == "L"


def test_without_a_mention_there_are_no_ends_to_move(qtbot):
    made = ExtentField(panels.ENGLISH, subject_of("a", panels.ENGLISH.text, ROSA))
    qtbot.addWidget(made)
    made.move_end(start=True, forward=True)
    assert made.text() == "Rosa Lindqvist"


def test_the_present_kind_is_chosen(qtbot):
    box = kind_box(Kind.EVENT, panels.LIGHT)
    qtbot.addWidget(box)
    assert (box.currentText(), box.currentData()) == ("Event", Kind.EVENT)


def test_typing_replaces_a_name(qtbot):
    made = NameField("Rosa", "Called from now on")
    qtbot.addWidget(made)
    assert made.selectedText() == "Rosa"


def test_everything_has_a_name(field):
    assert nameless(field) == []
