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


@dataclass(frozen=True, slots=True)
class Chunk:
    """A run of pieces: their numbers in the vocabulary, and where each stands in the text, without blanks.

    A piece that is a blank alone has an empty place.
    """

    ids: list[int]
    places: list[tuple[int, int]]


def chunks(texts: Sequence[str], tokenizer: Any) -> Iterator[tuple[int, Chunk]]:  # noqa: ANN401  # untyped library
    """The chunks of each of the texts, with the number of the text, in order."""
    for number, (text, encoded) in enumerate(zip(texts, tokenizer.encode_batch(list(texts)), strict=True)):
        whole = Chunk(encoded.ids, _places(text, encoded.offsets))
        for start, end in cuts(text, whole.places):
            yield number, Chunk(whole.ids[start:end], whole.places[start:end])


def _places(text: str, offsets: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The offsets of pieces without the blanks that they begin with."""
    return [(start + 1, end) if start < end and text[start].isspace() else (start, end) for start, end in offsets]


def cuts(text: str, places: Sequence[tuple[int, int]], longest: int = LONGEST) -> Iterator[tuple[int, int]]:
    """Where pieces are cut, as ranges of their numbers, so that none is longer than `longest`."""
    if len(places) <= longest:
        if places:
            yield 0, len(places)
        return
    ends = [place[0] for place in places]
    sentences = [bisect_left(ends, match.end()) for match in _SENTENCE.finditer(text)] + [len(places)]
    start = done = 0
    for stop in sentences:
        if stop - start > longest and done > start:
            yield start, done
            start = done
        while stop - start > longest:
            yield start, start + longest
            start += longest
        done = stop
    if start < len(places):
        yield start, len(places)
