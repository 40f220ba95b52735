"""Finds the words of a text where they stand, each with its stem: letters and digits, without what is joined to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from apostil.analysis.words import stemmer, stop_words
from apostil.domain.entity import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[^\W_]+(?:['’ʼ‑-][^\W_]+)*")
_ELIDED = re.compile(r"(?:(?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu)['’ʼ])+(?=[^\W_])", re.IGNORECASE)
_INVERTED = re.compile(r"[‑-](?:t[‑-])?(?:je|tu|ils?|elles?|on|nous|vous|ce|là|ci)\Z", re.IGNORECASE)
_CONTRACTED = re.compile(r"(?:n['’ʼ]t|['’ʼ](?:s|re|ve|ll|d|m))\Z", re.IGNORECASE)
_SHORTEST = 2
"""Letters of a word that says something, at least."""


class Word(NamedTuple):
    """Where a word stands; `stem` is the same for all its forms, and empty for one that says nothing by itself."""

    start: int
    end: int
    stem: str


class WordSpans:
    """Finds words of one language; what is known of a word once seen is remembered as long as this object lives."""

    def __init__(self, language: str) -> None:
        self._stem = stemmer(language)
        self._stops = stop_words(language)
        self._cut = {"fr": _without_elision, "en": _without_contraction}.get(language, _whole)
        self._known: dict[str, Word] = {}

    def within(self, text: str, start: int, end: int) -> Iterator[Word]:
        """The words between two places of a text, in order."""
        known = self._known
        for match in _WORD.finditer(text, start, end):
            spelled = match[0]
            first, last, stem = known.get(spelled) or self._learn(spelled)
            yield Word(match.start() + first, match.start() + last, stem)

    def _learn(self, spelled: str) -> Word:
        """Where in such a run of letters its word stands."""
        start, end = self._cut(spelled)
        low = spelled[start:end].lower().replace("’", "'")
        says = len(low) >= _SHORTEST and not low.isdecimal() and low not in self._stops
        word = Word(start, end, fold(self._stem(low)) if says else "")
        self._known[spelled] = word
        return word


def _whole(spelled: str) -> tuple[int, int]:
    return 0, len(spelled)


def _without_elision(spelled: str) -> tuple[int, int]:
    elided, inverted = _ELIDED.match(spelled), _INVERTED.search(spelled)
    return elided.end() if elided else 0, inverted.start() if inverted else len(spelled)


def _without_contraction(spelled: str) -> tuple[int, int]:
    match = _CONTRACTED.search(spelled)
    return 0, match.start() if match else len(spelled)
