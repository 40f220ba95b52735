"""How a sentence leans on what stands before it, and where in a summary the sentence before stands."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from apostil.domain.choices import Extract
    from apostil.domain.spans import Span


class Lean(StrEnum):
    """Why a sentence cannot be understood without what stands before it."""

    OPENING = "opening"
    ANSWER = "answer"
    HEADING = "heading"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Leaning:
    """How a sentence leans, and with which words.

    These are those that it begins with and that point back; all of an `ANSWER` to the sentence before it; the `HEADING`
    that it answers; and of what goes on with a `QUOTATION` its beginning, which is empty.
    """

    how: Lean
    words: Span

    @property
    def needs_sentence(self) -> bool:
        """Whether it leans on the sentence before it, rather than on a heading."""
        return self.how is not Lean.HEADING


class Before(Enum):
    """Where the sentence stands that comes before another one in its article.

    In the summary, it stands directly `ABOVE` the other one, as near as it can where that is not shown, or `ELSEWHERE`.
    It is `REFUSED` where the reader left it out, and `ABSENT` where the method did; the first sentence of an article
    has `NONE`.
    """

    NONE = auto()
    ABOVE = auto()
    ELSEWHERE = auto()
    REFUSED = auto()
    ABSENT = auto()


class Neighbours:
    """Where in a summary the sentences before others stand.

    Args:
        sentences: all sentences of the articles, in order.
        shown: the indexes of those of the summary, in the order in which it shows them.
        refused: the indexes of those that the reader left out.
    """

    def __init__(self, sentences: Sequence[Extract], shown: Sequence[int], refused: Collection[int] = ()) -> None:
        self._sentences = sentences
        self._places = {index: place for place, index in enumerate(shown)}
        self._refused = refused

    def before(self, index: int) -> Before:
        """Where the sentence before this one stands."""
        if not index or self._sentences[index - 1].owner != self._sentences[index].owner:
            return Before.NONE
        if index - 1 in self._refused:
            return Before.REFUSED
        place = self._places.get(index - 1)
        if place is None:
            return Before.ABSENT
        return Before.ABOVE if self._places.get(index, place + 1) == place + 1 else Before.ELSEWHERE
