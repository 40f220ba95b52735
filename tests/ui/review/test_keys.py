import pytest
from PySide6.QtCore import Qt

from apostil.domain.entity import Kind
from apostil.ui.review.keys import Step, step_of

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.mark.parametrize(
    ("key", "held", "text", "step"),
    [
        (Qt.Key.Key_Return, NONE, "\r", (Step.ACCEPT, None)),
        (Qt.Key.Key_Y, NONE, "y", (Step.ACCEPT, None)),
        (Qt.Key.Key_N, NONE, "n", (Step.REJECT, None)),
        (Qt.Key.Key_Delete, NONE, "", (Step.REJECT, None)),
        (Qt.Key.Key_1, NONE, "1", (Step.RETYPE, Kind.PERSON)),
        (Qt.Key.Key_6, NONE, "6", (Step.RETYPE, Kind.WORK)),
        (Qt.Key.Key_Ampersand, SHIFT, "1", (Step.RETYPE, Kind.PERSON)),
        (Qt.Key.Key_3, Qt.KeyboardModifier.KeypadModifier, "3", (Step.RETYPE, Kind.LOCATION)),
        (Qt.Key.Key_Space, NONE, " ", (Step.SKIP, None)),
        (Qt.Key.Key_Left, NONE, "", (Step.BACK, None)),
        (Qt.Key.Key_BraceLeft, SHIFT, "{", (Step.START_BACK, None)),
        (Qt.Key.Key_BracketRight, CTRL | ALT, "]", (Step.END_ON, None)),
        (Qt.Key.Key_Right, SHIFT | ALT, "", (Step.END_ON, None)),
        (Qt.Key.Key_A, NONE, "a", (Step.EVERYWHERE, None)),
        (Qt.Key.Key_U, NONE, "u", (Step.UNDO, None)),
        (Qt.Key.Key_Escape, NONE, "", (Step.END, None)),
    ],
)
def test_a_key_takes_its_step(key, held, text, step):
    assert step_of(key, held, text) == step


@pytest.mark.parametrize(
    ("key", "held", "text"),
    [
        (Qt.Key.Key_7, NONE, "7"),
        (Qt.Key.Key_Q, NONE, "q"),
        (Qt.Key.Key_N, CTRL, "\x0e"),
        (Qt.Key.Key_Tab, NONE, "\t"),
        (Qt.Key.Key_Up, SHIFT | ALT, ""),
    ],
)
def test_other_keys_are_left_alone(key, held, text):
    assert step_of(key, held, text) is None
