"""Finds the words with which a sentence leans on the one before it: "He", "This decision", "However", "Il"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apostil.analysis.opening_rules import FIRST, rules_of
from apostil.domain.article import SEPARATOR
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from apostil.analysis.opening_rules import Rules

_BEFORE = re.compile(r"[\s\"'«“„‘’(\[.…)–—•*-]*")


def opening(text: str, start: int, language: str) -> Span | None:
    """The words that open the sentence at `start` and need what is said before it; None where there are none.

    Marks before the first word do not belong to them, and a date before what points back does. Known are English and
    French.
    """
    rules = rules_of(language)
    if rules is None:
        return None
    first = _first(text, start)
    word = FIRST.match(text, first)
    if word is None or not _may_open(word[0], rules):
        return None
    block = text.find(SEPARATOR, first)
    end = len(text) if block < 0 else block
    words = _words(text, first, end, rules)
    return Span(first, words.end("words")) if words else None


def _words(text: str, first: int, end: int, rules: Rules) -> re.Match[str] | None:
    """What points back, behind what joins or on its own or behind a date, or else what joins."""
    if link := rules.link.match(text, first, end):
        return rules.pointer.match(text, link.end(), end) or link
    if pointer := rules.pointer.match(text, first, end):
        return pointer
    date = rules.date.match(text, first, end)
    return rules.pointer.match(text, date.end(), end) if date else None


def _first(text: str, start: int) -> int:
    """Where the first word begins."""
    marks = _BEFORE.match(text, start)
    return marks.end() if marks else start


def _may_open(word: str, rules: Rules) -> bool:
    """Whether a sentence that leans on another may begin so; what is all capitals is an abbreviation: `IT is`."""
    is_shouted = len(word) > 1 and word.isupper()
    return word[0].isdecimal() or (word.lower() in rules.starts and not is_shouted)
