"""Puts the lines of a paragraph together: words that a line's end breaks are whole again, real hyphens stay."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from apostil.domain.article import clean
from apostil.importers import forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from apostil.importers.pdf.lines import Line

_HYPHENS = "-\u2010"
_MARK = "."
_LETTERS = re.compile(r"[^\W\d_]+")
_FIRST_HALVES = frozenset(
    {"well", "self", "ex", "vice", "peut", "dix", "vingt", "trente", "quarante", "cinquante", "soixante", "quatre"}
    | {"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
)
"""What stands before a hyphen of its own, in English and in French."""
_LAST_HALVES = frozenset({"même", "mêmes", "ci", "là", "moi", "toi", "nous", "vous"})
_ASKED = frozenset({"il", "elle", "on", "ils", "elles"})


class Words:
    """The words that stand unbroken somewhere in a document, which tell how broken ones are spelt."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._known = frozenset(word.casefold() for line in lines for word in forms.words(line.text))

    def joined(self, lines: Sequence[Line]) -> str:
        """The text of lines that follow one another."""
        return "".join(self.parts(lines))

    def parts(self, lines: Sequence[Line]) -> list[str]:
        """What each of these lines has of their text, with the space that sets the next line apart."""
        parts = [lines[0].text]
        for line, following in pairwise(lines):
            text, between, words = self._with(parts.pop(), line, following)
            parts += [text + between, words]
        return parts

    def _with(self, text: str, line: Line, following: Line) -> tuple[str, str, str]:
        """A line's text, what comes between, and the next line's."""
        bare = text[:-1] if text[-1:] in _HYPHENS else text
        hyphen = text[len(bare) :] or "-"
        broken = bare[-1:].isalpha() and following.text[:1].isalpha()
        if broken and (line.hyphenated or text != bare):
            halves = forms.words(bare)[-1], forms.words(following.text)[0]
            return bare, "" if self._is_one_word(*halves) else hyphen, following.text
        if line.hyphenated or _is_compound(text, following.text):
            return text, "-" if line.hyphenated and text == bare else "", following.text
        return text, " ", following.text

    def _is_one_word(self, first: str, last: str) -> bool:
        """Whether two halves make a word without a hyphen."""
        if (first + last).casefold() in self._known:
            return True
        if f"{first}-{last}".casefold() in self._known or not last[0].islower() or not first.isalpha():
            return False
        return not _are_halves(first.casefold(), _LETTERS.findall(last.casefold())[0])


def starts_of(parts: Sequence[str]) -> list[int]:
    """Where the words of each part begin in the text of all parts as an article stores it."""
    starts: list[int] = []
    end = 0
    for part in parts:
        # The marks keep the white space at the ends of a part, which is within the text.
        kept = clean(f"{_MARK}{part}{_MARK}")[1:-1]
        kept = kept if end else kept.lstrip()
        starts.append(end + len(kept) - len(kept.lstrip()))
        end += len(kept)
    return starts


def _is_compound(text: str, following: str) -> bool:
    """Whether a line ends with the hyphen of a compound that goes on with a figure: `Covid-` and `19`."""
    return len(text) > 1 and text[-1] in _HYPHENS and text[-2].isalnum() and following[:1].isdigit()


def _are_halves(first: str, last: str) -> bool:
    """Whether a hyphen of their own stands between two halves."""
    return first in _FIRST_HALVES or last in _LAST_HALVES or (first[-1] in "td" and last in _ASKED)
