"""Finds many names in a text at once: whole words, in one pass."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_TOKEN = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[ \u00a0\u202f\n.'’\-‑]{0,2}")
_ENDS = re.compile(r"\.\s")
_ABBREVIATED = 3
"""The letters of a word that a name goes on from after a period: `St. Lorne`, but no name across sentences."""

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Token:
    """A run of letters and digits of a text, and where it lies."""

    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The runs of letters and digits of a text, in order."""
    return [Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text)]


def parts(name: str) -> tuple[str, ...]:
    """The runs of letters and digits of a name."""
    return tuple(_TOKEN.findall(name))


class NameIndex(Generic[Value]):
    """Names with a value each, to be found in texts; `plain` makes the tokens of names and texts comparable."""

    def __init__(self, names: Mapping[str, Value], plain: Callable[[str], str] = str) -> None:
        self._plain = plain
        self._names: dict[tuple[str, ...], Value] = {}
        self._longest: dict[str, int] = {}
        for name, value in names.items():
            key = tuple(map(plain, parts(name)))
            if key:
                self._names[key] = value
                self._longest[key[0]] = max(len(key), self._longest.get(key[0], 0))

    def __len__(self) -> int:
        return len(self._names)

    def get(self, name: str) -> Value | None:
        """The value of exactly this name."""
        return self._names.get(tuple(map(self._plain, parts(name))))

    def find(self, text: str) -> Iterator[tuple[int, int, Value]]:
        """The names in a text that begin with a capital: start, end and value; the longest at a place, in order."""
        words = tokens(text)
        index = 0
        while index < len(words):
            length, value = self._longest_at(text, words, index) if words[index].text[0].isupper() else (0, None)
            if value is None:
                index += 1
                continue
            last = words[index + length - 1]
            end = last.end + (text[last.end : last.end + 1] == "." and _is_abbreviated(words, index, length))
            yield words[index].start, end, value
            index += length

    def _longest_at(self, text: str, words: list[Token], index: int) -> tuple[int, Value | None]:
        first = self._plain(words[index].text)
        best: tuple[int, Value | None] = (0, None)
        key: tuple[str, ...] = ()
        for length in range(1, min(self._longest.get(first, 0), len(words) - index) + 1):
            word = words[index + length - 1]
            if length > 1 and not _goes_on(text, words[index + length - 2], word):
                break
            key = (*key, self._plain(word.text))
            value = self._names.get(key)
            if value is not None:
                best = (length, value)
        return best


def _goes_on(text: str, before: Token, word: Token) -> bool:
    """Whether two words may be of one name, by what is between them."""
    if _ENDS.match(text, before.end) and len(before.text) > _ABBREVIATED:
        return False
    return _GAP.fullmatch(text, before.end, word.start) is not None


def _is_abbreviated(words: list[Token], index: int, length: int) -> bool:
    """Whether the name is of single letters, as in U.S., so that the period behind it belongs to it."""
    return length > 1 and all(len(word.text) == 1 for word in words[index : index + length])
