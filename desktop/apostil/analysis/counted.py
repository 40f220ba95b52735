"""What a figure counts, as its text has it behind the figure: `1,200 visitors`, `12 nouveaux navires`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from apostil import assets
from apostil.analysis import calendar_words, word_kinds
from apostil.analysis.patterns import HYPHEN, OF, SPACE, any_of
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_LISTS = "lexicons/counted.toml"
_WORD = rf"[^\W\d_]+(?:(?:{HYPHEN}|[’'])[^\W\d_]+)*"
_BEHIND = re.compile(rf"{SPACE}{OF}?(?P<words>{_WORD}(?:{SPACE}{_WORD}){{0,2}})")
_SINGLE = re.compile(_WORD)
_NEXT = re.compile(rf"{SPACE}({_WORD})(?:{SPACE}({_WORD}))?")
_FAR = 80
"""Characters behind a figure in which its noun stands, and before it in which an age is announced."""


@dataclass(frozen=True, slots=True)
class Number:
    """A figure with its unit, and what it counts, which begins where its amount ends; empty where it counts nothing.

    What is counted is a part of the figure where it is as good as a unit, as in `900 people`, or stands behind it.
    """

    span: Span
    noun: Span


def noun_behind(text: str, figure: Span, language: str) -> Span:
    """What stands behind a figure without a unit up to the noun that it counts; empty where it counts none."""
    behind = _BEHIND.match(text, figure.end, figure.end + _FAR)
    if behind is None or _age().search(text[max(0, figure.start - _FAR) : figure.start]):
        return Span(figure.end, figure.end)
    noun = _noun(list(_SINGLE.finditer(text, *behind.span("words"))), language)
    return Span(figure.end, noun.end() if noun and not _is_deed(text, noun, behind, language) else figure.end)


def _noun(words: Iterable[re.Match[str]], language: str) -> re.Match[str] | None:
    """The first of these words that looks like the plural of a noun."""
    verbs = word_kinds.verbs(language)
    for place, word in enumerate(words):
        said = word[0].casefold()
        looks_plural = _looks_plural(said)
        # Right behind the figure it says what was done to something named before: `dix ballons, dont six gonflés`.
        if not place and word_kinds.is_participle(said, language):
            return None
        # Behind another word, what ends like a plural is one, though a verb may look the same: `20 new hires`.
        if said in _never() or (said in verbs and not (place and looks_plural)):
            return None
        if looks_plural:
            return word
    return None


def _looks_plural(word: str) -> bool:
    if word in _list("plurals"):
        return True
    return word not in _list("before") and len(word) > 3 and word[-1] in "sx" and not word.endswith(("ss", "us", "is"))


def _is_deed(text: str, noun: re.Match[str], behind: re.Match[str], language: str) -> bool:
    """Whether somebody does what looks like a noun: `at 8 passes the bar`, but not `gets 8 passes a game`."""
    if noun.start() != behind.start("words") or noun[0].casefold() not in _list("deeds"):
        return False
    next_words = _NEXT.match(text, noun.end(), noun.end() + _FAR)
    if next_words is None:
        return False
    return next_words[1].casefold() in word_kinds.behind_verbs(language) and next_words[2] not in _list("times")


@cache
def _never() -> frozenset[str]:
    calendar = ", ".join(calendar_words.written_out(name) for name in ("months", "weekdays"))
    return _list("never") | frozenset(calendar.split(", "))


@cache
def _age() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(assets.table(_LISTS)['ages'])}{SPACE}\Z", re.IGNORECASE)


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(re.split(r"[,\s]+", assets.table(_LISTS)[name].strip()))
