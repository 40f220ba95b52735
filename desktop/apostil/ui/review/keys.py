"""Which key takes which step in the review of doubtful names."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt

from apostil.domain.entity import Kind


class Step(Enum):
    """What a key does to the name that is looked at."""

    ACCEPT = "accept"
    REJECT = "reject"
    RETYPE = "retype"
    SKIP = "skip"
    BACK = "back"
    START_BACK = "start back"
    START_ON = "start on"
    END_BACK = "end back"
    END_ON = "end on"
    EVERYWHERE = "everywhere"
    UNDO = "undo"
    END = "end"


_K = Qt.Key
_KEYS = {
    _K.Key_Return: Step.ACCEPT,
    _K.Key_Enter: Step.ACCEPT,
    _K.Key_Y: Step.ACCEPT,
    _K.Key_N: Step.REJECT,
    _K.Key_Delete: Step.REJECT,
    _K.Key_S: Step.SKIP,
    _K.Key_Space: Step.SKIP,
    _K.Key_Right: Step.SKIP,
    _K.Key_Down: Step.SKIP,
    _K.Key_Left: Step.BACK,
    _K.Key_Up: Step.BACK,
    _K.Key_A: Step.EVERYWHERE,
    _K.Key_U: Step.UNDO,
    _K.Key_Escape: Step.END,
}
_SIGNS = {"{": Step.START_BACK, "}": Step.START_ON, "[": Step.END_BACK, "]": Step.END_ON}
"""The characters that move the ends of a mark in the text; where they are on the keyboard differs."""

_WITH_ALT = {
    _K.Key_Left: Step.END_BACK,
    _K.Key_Right: Step.END_ON,
    _K.Key_Home: Step.START_BACK,
    _K.Key_End: Step.START_ON,
}


def step_of(key: int, modifiers: Qt.KeyboardModifier, text: str) -> tuple[Step, Kind | None] | None:
    """The step that a key takes, with the kind that a digit stands for."""
    if text in _SIGNS:
        return _SIGNS[text], None
    held = modifiers & ~Qt.KeyboardModifier.KeypadModifier
    if held == Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier:
        step = _WITH_ALT.get(Qt.Key(key)) if key in _WITH_ALT else None
        return (step, None) if step else None
    if held not in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}:
        return None
    kinds = list(Kind)
    if text.isdecimal() and 1 <= int(text) <= len(kinds):
        return Step.RETYPE, kinds[int(text) - 1]
    return (_KEYS[Qt.Key(key)], None) if key in _KEYS else None
