"""Cuts texts into chunks of pieces of words, which is what the tagger of names reads.

A chunk ends between sentences where that goes, since what stands around a name says what it is.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST = 160
"""Pieces that the tagger sees at once; it never saw more in training."""

_SENTENCE = re.compile(r"(?<=[.!?…»”])\s+|\n+")
_BLANK = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of pieces: their numbers in the vocabulary, and where each stands in the text, without blanks.

    A piece that is a blank alone has an empty place. `inside` says of each whether it stands inside a word, so that
    it belongs to what the one before belongs to.
    """

    ids: list[int]
    places: list[tuple[int, int]]
    inside: list[bool]


def chunks(texts: Sequence[str], tokenizer: Any) -> Iterator[tuple[int, Chunk]]:  # noqa: ANN401  # untyped library
    """The chunks of each of the texts, with the number of the text, in order."""
    plain = [_BLANK.sub(" ", text) for text in texts]
    for number, (text, encoded) in enumerate(zip(plain, tokenizer.encode_batch(plain), strict=True)):
        places = _places(text, encoded.offsets)
        inside = [text[start - 1 : start].isalnum() and text[start : start + 1].isalnum() for start, _ in places]
        for start, end in cuts(texts[number], places):
            yield number, Chunk(encoded.ids[start:end], places[start:end], [False, *inside[start + 1 : end]])


def _places(text: str, offsets: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The offsets of pieces without the blanks that they begin with.

    Where one letter becomes several pieces, as ligatures do, it belongs to the first of them.
    """
    places, done = [], 0
    for first, end in offsets:
        start = max(first, done)
        if start < end and text[start].isspace():
            start += 1
        done = max(done, end)
        places.append((start, done))
    return places


def cuts(text: str, places: Sequence[tuple[int, int]], longest: int = LONGEST) -> Iterator[tuple[int, int]]:
    """Where pieces are cut, as ranges of their numbers, so that none is longer than `longest`."""
    if len(places) <= longest:
        if places:
            yield 0, len(places)
        return
    starts = [place[0] for place in places]
    sentences = [bisect_left(starts, match.end()) for match in _SENTENCE.finditer(text)] + [len(places)]
    start = done = 0
    for stop in sentences:
        if stop - start > longest and done > start:
            yield start, done
            start = done
        while stop - start > longest:
            end = _apart(text, places, start + longest // 2 + 1, start + longest)
            yield start, end
            start = end
        done = stop
    if start < len(places):
        yield start, len(places)


def _apart(text: str, places: Sequence[tuple[int, int]], first: int, last: int) -> int:
    """Where a long sentence is cut: before a word in small letters, seldom part of a name, otherwise before any."""
    starts = ((number, places[number][0]) for number in range(last, first - 1, -1))
    words = [(number, start) for number, start in starts if text[start - 1 : start].isspace()]
    small = (number for number, start in words if text[start : start + 1].islower())
    return next(small, words[0][0] if words else last)
