from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from apostil.ui.reader.keys import Command, Move, Resize, Stride, request_of

K, M = Qt.Key, Qt.KeyboardModifier


@pytest.mark.parametrize(
    ("key", "modifiers", "request_"),
    [
        (K.Key_Right, M.NoModifier, Move(Stride.CHARACTER, True)),
        (K.Key_Left, M.ControlModifier | M.ShiftModifier, Move(Stride.WORD, False, True)),
        (K.Key_Down, M.AltModifier, Move(Stride.SENTENCE, True)),
        (K.Key_Up, M.ControlModifier, Move(Stride.BLOCK, False)),
        (K.Key_Home, M.KeypadModifier, Move(Stride.LINE_END, False)),
        (K.Key_Right, M.ShiftModifier | M.AltModifier, Resize(start=False, forward=True)),
        (K.Key_BracketLeft, M.NoModifier, Resize(start=False, forward=False)),
        (K.Key_BracketRight, M.ControlModifier | M.AltModifier, Resize(start=False, forward=True)),
        (K.Key_BraceLeft, M.ShiftModifier, Resize(start=True, forward=False)),
        (K.Key_BraceRight, M.GroupSwitchModifier, Resize(start=True, forward=True)),
        (K.Key_BracketLeft, M.ControlModifier, None),
        (K.Key_A, M.ControlModifier, Command.SELECT_ALL),
        (K.Key_Return, M.NoModifier, Command.ACTIVATE),
        (K.Key_Left, M.AltModifier, None),
        (K.Key_A, M.NoModifier, None),
        (K.Key_8, M.NoModifier, None),
        (K.Key_Delete, M.NoModifier, None),
    ],
)
def test_what_a_key_asks(key, modifiers, request_):
    assert request_of(key, modifiers) == request_
