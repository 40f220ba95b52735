"""As much of a text around a place as there is room for, in whole words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable

_WORD = re.compile("[^ ]+")


def excerpt(text: str, place: Span, fits: Callable[[str, Span], bool]) -> tuple[str, Span]:
    """The most words around a place, about as many before as after it, that `fits`, and where the place is in them.

    An ellipsis stands where the text goes on. Where not even the place alone fits, it is all that is given.
    """
    most = len(text) - len(place)
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if fits(*_cut(text, place, middle)):
            low = middle
        else:
            high = middle - 1
    return _cut(text, place, low)


def _cut(text: str, place: Span, room: int) -> tuple[str, Span]:
    """About so many characters around the place; what one side has no use for goes to the other."""
    before, after = place.start, len(text) - place.end
    left = min(before, max(room // 2, room - after))
    start = _next_word(text, place.start - left, place.start)
    end = _last_word(text, place.end, place.end + min(after, room - left))
    lead, trail = "… " if start else "", " …" if end < len(text) else ""
    shift = len(lead) - start
    return lead + text[start:end] + trail, place.moved(shift)


def _next_word(text: str, start: int, stop: int) -> int:
    """Where the next word begins, the place itself at the latest; a mark that stands alone is none."""
    if start == 0:
        return 0
    words = _WORD.finditer(text, start, stop)
    return next((word.start() for word in words if text[word.start() - 1] == " " and _says(word[0])), stop)


def _last_word(text: str, stop: int, end: int) -> int:
    """Where the last whole word ends, the place itself at the earliest."""
    if end == len(text):
        return end
    words = [word for word in _WORD.finditer(text, stop, end) if text[word.end()] == " "]
    return next((word.end() for word in reversed(words) if word.start() == stop or _says(word[0])), stop)


def _says(word: str) -> bool:
    return any(character.isalnum() for character in word)
