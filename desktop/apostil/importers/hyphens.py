"""Words that were broken at the end of a line become whole again, and keep the hyphens that are their own."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_HEAD = re.compile(r"([^\W\d_]{1,40})[-‐]\Z")
_TAIL = re.compile(r"[^\W\d_]{1,40}")
_SOFT = "\u00ad"
_HUNG = "je tu il elle on nous vous ils elles ce ci là moi toi lui leur le la les y en t même mêmes être"
_ENCLITICS = frozenset(_HUNG.split(" "))
"""What French hangs to a word by a hyphen."""
_JOINED = (
    "aide aides vice chef chefs peut celui celle ceux celles vis quasi demi rendez quelques eux lui week self well "
    "porte grands vingt trente quarante cinquante soixante quatre twenty thirty forty fifty sixty seventy eighty ninety"
)
_FIRST_PARTS = frozenset(_JOINED.split(" "))
"""What hardly any word begins with but one that has a hyphen behind it."""
_SHORTEST = 4
_FEWEST = 3
_SHARE = 25
"""Where one line in so many ends with a hyphen, words were divided to fill the lines."""


@dataclass(frozen=True, slots=True)
class Hyphens:
    """What a text's own words say about the hyphens at the ends of its lines."""

    vocabulary: Counter[str] = field(default_factory=Counter)
    divides: bool = False

    @classmethod
    def of(cls, breaks: Sequence[tuple[str, str]], lines: Iterable[str]) -> Hyphens:
        """The hyphens of a text with these lines, and these pairs of lines that follow one another in a paragraph."""
        pairs = [pair for line, following in breaks if (pair := _parts(line, following))]
        if not pairs:
            return cls()
        vocabulary = Counter(word.casefold() for line in lines for word in _WORD.findall(_HEAD.sub("", line)))
        known = cls(vocabulary)
        whole = sum(known.is_whole(*pair) is True for pair in pairs)
        parted = sum(known.is_whole(*pair) is False for pair in pairs)
        often = len(pairs) >= _FEWEST and len(pairs) * _SHARE >= len(breaks) and parted * 2 < len(pairs)
        return cls(vocabulary, divides=whole > parted or often)

    def joined(self, line: str, following: str) -> str:
        """Two lines as one: with a space between them, or with a word put together again."""
        if line.endswith(_SOFT):
            return line[:-1] + following
        pair = _parts(line, following)
        if pair is None:
            return f"{line} {following}"
        whole = self.is_whole(*pair)
        return line[:-1] + following if whole or (whole is None and self.divides) else line + following

    def is_whole(self, head: str, tail: str) -> bool | None:
        """Whether two parts are one word without a hyphen, as far as the rest of the text tells."""
        if tail[0].isupper() and head[-1].islower():
            return False
        head, tail = head.casefold(), tail.casefold()
        whole, hyphened = self.vocabulary[head + tail], self.vocabulary[f"{head}-{tail}"]
        if whole or hyphened:
            return whole >= hyphened
        long = len(head) >= _SHORTEST and len(tail) >= _SHORTEST
        parted = (
            tail in _ENCLITICS or head in _FIRST_PARTS or (long and self.vocabulary[head] and self.vocabulary[tail])
        )
        return False if parted else None


def _parts(line: str, following: str) -> tuple[str, str] | None:
    """The parts of a word on both sides of a line end; None where none was broken there."""
    head, tail = _HEAD.search(line[-50:]), _TAIL.match(following)
    return (head[1], tail[0]) if head and tail else None
