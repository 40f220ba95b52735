"""Places in a text, counted in Unicode code points."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The half-open range `[start, end)` of Unicode code points over an article's text.

    Raises:
        ValueError: where the start is negative or lies behind the end.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        """The number of code points, which may be none."""
        return self.end - self.start

    def __bool__(self) -> bool:
        """A span is something even where it is empty, as a caret is."""
        return True

    def cut(self, text: str) -> str:
        """The words of this span, verbatim."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether both share at least one code point."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Whether the other lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def moved(self, by: int) -> Span:
        """This span so many code points further on; further back where the number is negative.

        Raises:
            ValueError: where it would begin before the text.
        """
        return Span(self.start + by, self.end + by)

    def trimmed(self, text: str) -> Span:
        """This span without the white space at its ends; empty where there is nothing else."""
        words = self.cut(text)
        leading = len(words) - len(words.lstrip())
        return Span(self.start + leading, max(self.start + leading, self.start + len(words.rstrip())))


def covering(spans: Sequence[Span], inner: Span) -> int:
    """The number of the span that covers this one, among some in order that share nothing; -1 where none does."""
    place = bisect_right(spans, inner.start, key=attrgetter("start")) - 1
    return place if place >= 0 and spans[place].covers(inner) else -1
