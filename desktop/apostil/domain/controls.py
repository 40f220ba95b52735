"""Characters that steer what shows a text instead of being shown: escape sequences, and what turns words around."""

from __future__ import annotations

import re

_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_TURNS = "\u202a-\u202e\u2066-\u2069"
_TURNING = re.compile(f"[{_TURNS}]")
_STEERING = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029{_TURNS}\ud800-\udfff]")
_STEERING_JSON = re.compile(f"[\x7f-\x9f\u2028\u2029{_TURNS}]")


def without_controls(text: str) -> str:
    """The text without control characters, but with its tabs and line ends; halves of characters go as well."""
    return _CONTROLS.sub("", text)


def unturned(text: str) -> str:
    """The text without the characters that set a direction of writing, so that what stands beside it stays as it is."""
    return _TURNING.sub("", text)


def spelt_out(text: str) -> str:
    """The text for a terminal: what would steer it is spelt out as its number; tabs and line ends stay."""
    return _STEERING.sub(_escape, text)


def spelt_out_in_json(text: str) -> str:
    """JSON that says the same without a character that steers a terminal."""
    return _STEERING_JSON.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
