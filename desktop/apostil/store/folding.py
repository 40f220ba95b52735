"""Folds words for finding: no case, no accents, no ligatures, only spaces between words; and knows the way back.

The index of a library and the places that are marked in a text are folded by the same rules, so that what is found is
also shown: `etat` finds `l’État`, `coeur` finds `cœur`, in composed and decomposed letters alike.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_LETTERS_APART = {"œ": "oe", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "ħ": "h", "ð": "d", "þ": "th", "ı": "i"}
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_FEW = 80
_APOSTROPHES = frozenset("ʹʺʻʼʽʾʿˈˊˋ")  # letters to Unicode, apostrophes to whoever types them


class _Table(dict[int, str]):
    """What every character becomes, found out when it first occurs."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_char(chr(code))
        return folded


def _fold_char(char: str) -> str:
    if char in _INVISIBLE:
        return ""
    # Taken apart before its case goes, so that composed and decomposed letters end up alike.
    parts = unicodedata.normalize("NFKD", char)
    return "".join(_letter(part) for part in parts if not unicodedata.combining(part))


def _letter(char: str) -> str:
    if char in _APOSTROPHES:
        return " "
    plain = char.casefold()
    plain = _LETTERS_APART.get(plain, plain)
    return "".join(part if part.isalnum() else " " for part in plain if not unicodedata.combining(part))


_TABLE = _Table()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. `places` are the characters whose folded form is not one long: (folded start, start, length)."""

    text: str
    places: Sequence[Sequence[int]] = ()

    def span(self, start: int, end: int) -> Span:
        """The place in the original text of what lies at `[start, end)` in the folded one, which is not empty."""
        first = self._original(start)
        last = self._original(end - 1) + 1
        index = bisect_left(self.places, last, key=lambda place: place[1])
        # Accents that follow a letter as characters of their own belong to it.
        while index < len(self.places) and self.places[index][1] == last and self.places[index][2] == 0:
            last += 1
            index += 1
        return Span(first, last)

    def _original(self, position: int) -> int:
        index = bisect_right(self.places, position, key=lambda place: place[0]) - 1
        if index < 0:
            return position
        folded_start, start, length = self.places[index]
        past = position - folded_start - length
        return start if past < 0 else start + 1 + past


def fold(text: str) -> Folded:
    """The folded text with the way back to the original."""
    special = _special(text)
    plain = _fold(text, special)
    uneven = [char for char in special if len(_TABLE[ord(char)]) != 1]
    if not uneven:
        return Folded(plain)
    places: list[tuple[int, int, int]] = []
    grown = 0
    for match in re.finditer(f"[{re.escape(''.join(uneven))}]", text):
        start = match.start()
        length = len(_TABLE[ord(match.group())])
        places.append((start + grown, start, length))
        grown += length - 1
    return Folded(plain, tuple(places))


def folded(text: str) -> str:
    """The folded text alone."""
    return _fold(text, _special(text))


def _special(text: str) -> set[str]:
    """The different characters outside ASCII; within it, every character has a folded form of one."""
    return set() if text.isascii() else set(_NOT_ASCII.findall(text))


def _fold(text: str, special: set[str]) -> str:
    # Translating is about ten times as fast where all is ASCII, which in Latin script takes a few replacements.
    if len(special) <= _FEW and all(_TABLE[ord(char)].isascii() for char in special):
        for char in special:
            text = text.replace(char, _TABLE[ord(char)])
    return text.translate(_TABLE)
