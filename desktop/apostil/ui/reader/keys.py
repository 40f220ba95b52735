"""Which keys the page takes; letters and digits belong to the window's actions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt

_K = Qt.Key
_M = Qt.KeyboardModifier


class Stride(Enum):
    """How far one key goes."""

    CHARACTER = "character"
    WORD = "word"
    LINE = "line"
    LINE_END = "line end"
    SENTENCE = "sentence"
    BLOCK = "block"
    PAGE = "page"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Move:
    """The caret goes on or back; `extend` takes the selection along."""

    stride: Stride
    forward: bool
    extend: bool = False


@dataclass(frozen=True, slots=True)
class Resize:
    """An end of the active mark goes on or back by a word."""

    start: bool
    forward: bool


class Command(Enum):
    """What else a key can ask of the page."""

    SELECT_ALL = "select all"
    CLEAR = "clear"
    CONTEXT = "context"
    ACTIVATE = "activate"


Request = Move | Resize | Command

_STRIDES = {
    (_K.Key_Left, _M.NoModifier): (Stride.CHARACTER, False),
    (_K.Key_Right, _M.NoModifier): (Stride.CHARACTER, True),
    (_K.Key_Left, _M.ControlModifier): (Stride.WORD, False),
    (_K.Key_Right, _M.ControlModifier): (Stride.WORD, True),
    (_K.Key_Up, _M.NoModifier): (Stride.LINE, False),
    (_K.Key_Down, _M.NoModifier): (Stride.LINE, True),
    (_K.Key_Up, _M.AltModifier): (Stride.SENTENCE, False),
    (_K.Key_Down, _M.AltModifier): (Stride.SENTENCE, True),
    (_K.Key_Up, _M.ControlModifier): (Stride.BLOCK, False),
    (_K.Key_Down, _M.ControlModifier): (Stride.BLOCK, True),
    (_K.Key_Home, _M.NoModifier): (Stride.LINE_END, False),
    (_K.Key_End, _M.NoModifier): (Stride.LINE_END, True),
    (_K.Key_Home, _M.ControlModifier): (Stride.DOCUMENT, False),
    (_K.Key_End, _M.ControlModifier): (Stride.DOCUMENT, True),
    (_K.Key_PageUp, _M.NoModifier): (Stride.PAGE, False),
    (_K.Key_PageDown, _M.NoModifier): (Stride.PAGE, True),
}
_SHIFT_ALT = _M.ShiftModifier | _M.AltModifier
_ALT_GR = _M.ControlModifier | _M.AltModifier
_ALL = _SHIFT_ALT | _M.ControlModifier
_OTHERS: dict[tuple[Qt.Key, Qt.KeyboardModifier], Request] = {
    (_K.Key_A, _M.ControlModifier): Command.SELECT_ALL,
    (_K.Key_Escape, _M.NoModifier): Command.CLEAR,
    (_K.Key_Menu, _M.NoModifier): Command.CONTEXT,
    (_K.Key_F10, _M.ShiftModifier): Command.CONTEXT,
    (_K.Key_Return, _M.NoModifier): Command.ACTIVATE,
    (_K.Key_Enter, _M.NoModifier): Command.ACTIVATE,
    (_K.Key_Space, _M.NoModifier): Command.ACTIVATE,
    (_K.Key_Left, _SHIFT_ALT): Resize(start=False, forward=False),
    (_K.Key_Right, _SHIFT_ALT): Resize(start=False, forward=True),
    (_K.Key_Left, _ALL): Resize(start=True, forward=False),
    (_K.Key_Right, _ALL): Resize(start=True, forward=True),
    (_K.Key_Home, _SHIFT_ALT): Resize(start=True, forward=False),
    (_K.Key_End, _SHIFT_ALT): Resize(start=True, forward=True),
}
_SIGNS: dict[int, Request] = {
    _K.Key_BracketLeft: Resize(start=False, forward=False),
    _K.Key_BracketRight: Resize(start=False, forward=True),
    _K.Key_BraceLeft: Resize(start=True, forward=False),
    _K.Key_BraceRight: Resize(start=True, forward=True),
}
"""Characters rather than keys: some keyboards have them with Shift, some with AltGr, which can read as Ctrl+Alt."""


def request_of(key: int, modifiers: Qt.KeyboardModifier) -> Request | None:
    """What this key asks of the page, if anything."""
    if key in _SIGNS:
        return None if modifiers & _ALT_GR == _M.ControlModifier else _SIGNS[key]
    if key not in _KNOWN:
        return None
    plain = modifiers & ~_M.KeypadModifier
    other = _OTHERS.get((Qt.Key(key), plain))
    if other is not None:
        return other
    stride = _STRIDES.get((Qt.Key(key), plain & ~_M.ShiftModifier))
    return Move(*stride, extend=bool(plain & _M.ShiftModifier)) if stride else None


_KNOWN = {key for key, _ in (*_STRIDES, *_OTHERS)}
