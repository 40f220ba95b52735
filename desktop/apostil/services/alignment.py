"""Leads places in an article's text back to the string that the article was made from.

An article's text is that string in Unicode's normal form, with its white space arranged into blocks. So the
characters that are no white space come in the same order in both, and one walk along both finds each in the other.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Char(NamedTuple):
    """A character of the normal form, and the place in the given string that it came from."""

    char: str
    start: int
    end: int


class Alignment:
    """Where the characters of a text stand in the string that it was made from."""

    def __init__(self, given: str, text: str) -> None:
        self._same = given == text
        self._starts: list[int] = []
        self._ends: list[int] = []
        if not self._same:
            self._walk(given, text)

    def span(self, place: Span) -> Span:
        """The place in the given string; white space at its ends in the text is no part of it there."""
        if self._same:
            return place
        if not len(place):
            start = self._starts[place.start]
            return Span(start, start)
        start = self._starts[place.start]
        return Span(start, max(start, self._ends[place.end - 1]))

    def _walk(self, given: str, text: str) -> None:
        """Note for each character of the text where it starts and ends; a space stands where its word ended."""
        source = list(_visible(given))
        here, end = 0, 0
        for char in text:
            if not _is_visible(char):
                self._note(source[here].start if here < len(source) else end, end)
                continue
            here = _find(source, char, here)
            found = source[here] if here < len(source) else _Char(char, end, end)
            end = found.end
            here += 1
            self._note(found.start, found.end)
        self._note(end, end)

    def _note(self, start: int, end: int) -> None:
        self._starts.append(start)
        self._ends.append(end)


def _find(source: list[_Char], char: str, here: int) -> int:
    """The next place of the character; where there is none, it is taken to stand here."""
    for place in range(here, len(source)):
        if source[place].char == char:
            return place
    return here


def _visible(given: str) -> Iterator[_Char]:
    """The characters of the normal form that are no white space, with the places that they came from."""
    for start, end in _segments(given):
        form = unicodedata.normalize("NFC", given[start:end])
        apart = len(form) == end - start
        for index, char in enumerate(form):
            if _is_visible(char):
                yield _Char(char, start + index, start + index + 1) if apart else _Char(char, start, end)


def _segments(given: str) -> Iterator[tuple[int, int]]:
    """The runs of a string that the normal form composes by themselves, each a character with what is put on it."""
    start = 0
    for here in range(1, len(given)):
        char = given[here]
        if char < "\u0300" or not (unicodedata.combining(char) or _composes(given[start:here], char)):
            yield start, here
            start = here
    if given:
        yield start, len(given)


def _composes(before: str, char: str) -> bool:
    apart = unicodedata.normalize("NFC", before) + unicodedata.normalize("NFC", char)
    return unicodedata.normalize("NFC", before + char) != apart


def _is_visible(char: str) -> bool:
    return not (char.isspace() or char < " " or "\x7f" <= char <= "\x9f" or "\ud800" <= char <= "\udfff")
