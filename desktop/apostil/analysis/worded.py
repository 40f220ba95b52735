"""Finds figures in words: `forty ships`, `trois cents personnes`, `a two-year plan`, and neither `one of` nor `un`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from apostil import assets
from apostil.analysis.counted import noun_behind
from apostil.analysis.numerals import read, read_range, starts
from apostil.analysis.patterns import SPACE, any_of
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_END = r"(?![^\W_])"
_PAIR = 2
"""One thing is an article as often as it is a figure, and `the two` were named before."""

_FAR = 40
"""Characters before a figure that say what it is."""

_WORD_BEFORE = re.compile(r"([^\W\d_]+)[-‑\s]+\Z")
_OPENING = re.compile(r"(?:\A|[.?!…:\n]|[.?!…][\"”»’)\]]+)\W*\Z")
_OF = re.compile(rf"{SPACE}(?:(?:of|de){SPACE}|d[’'])")
_OWNED = re.compile(r"['’](?!\w)")


@dataclass(frozen=True, slots=True)
class Worded:
    """A figure in words with its unit, and what it counts, which both stand as in `numbers.Number`."""

    span: Span
    noun: Span


def worded(text: str, language: str) -> Iterator[Worded]:
    """The figures in words that count or measure something, in order."""
    reached = 0
    for start in starts(text, language):
        numerals = read_range(text, start, language) if start >= reached else ()
        if not numerals:
            continue
        reached = numerals[-1].end
        if numerals[0].value >= _PAIR and not _is_told(text, start, numerals[0].value):
            found = _figure(text, Span(start, reached), language)
            if found is not None:
                yield found


def _is_told(text: str, start: int, value: int) -> bool:
    """Whether the words before make a name of the number, a share, or two that are known: `phase two`, `the two`."""
    known, before = _rules(), text[max(0, start - _FAR) : start]
    if _OPENING.search(before):
        return False
    word = _WORD_BEFORE.search(before)
    said = word[1].casefold() if word else ""
    is_known = said in known.stages or (value == _PAIR and said in known.definite)
    return is_known or text[start].isupper() or known.share.search(before) is not None


def _figure(text: str, numeral: Span, language: str) -> Worded | None:
    """The figure that begins with this number; None where nothing stands behind it that it counts."""
    known = _rules()
    if known.idioms.match(text, numeral.start) or _is_hour(text, numeral):
        return None
    measured = known.measured.match(text, numeral.end)
    if measured and not measured["thing"]:
        return Worded(Span(numeral.start, measured.end()), Span(measured.end(), measured.end()))
    noun = Span(numeral.end, measured.end()) if measured else noun_behind(text, numeral, language)
    is_counted = noun.start < noun.end and not _OF.match(text, numeral.end) and not known.parts.search(noun.cut(text))
    if not is_counted or _is_of_more(text, noun.end, language):
        return None
    return Worded(Span(numeral.start, noun.end if measured else numeral.end), noun)


def _is_hour(text: str, numeral: Span) -> bool:
    """Whether this is a time of the day: `à six heures`, `six heures du matin`."""
    known = _rules()
    hours = known.hours.match(text, numeral.end)
    if hours is None:
        return False
    before = text[max(0, numeral.start - _FAR) : numeral.start]
    return hours["of"] is not None or known.at_hours.search(before) is not None


def _is_of_more(text: str, end: int, language: str) -> bool:
    """Whether what is counted owns something, or is a share: `two artists' prizes`, `deux élèves sur trois`."""
    out_of = _rules().out_of.match(text, end)
    return _OWNED.match(text, end) is not None or (
        out_of is not None and read(text, out_of.end(), language) is not None
    )


@dataclass(frozen=True, slots=True)
class _Rules:
    """What stands before and behind figures in words; `of` in `hours` is what makes them hours of a day."""

    measured: re.Pattern[str]
    parts: re.Pattern[str]
    idioms: re.Pattern[str]
    hours: re.Pattern[str]
    at_hours: re.Pattern[str]
    share: re.Pattern[str]
    out_of: re.Pattern[str]
    stages: frozenset[str]
    definite: frozenset[str]


@cache
def _rules() -> _Rules:
    lists: Mapping[str, str] = assets.table("lexicons/figures.toml")
    lists_of = {name: any_of(words) for name, words in lists.items()}
    unit = rf"(?:{lists_of['percents']}|{lists_of['units']})"
    things = rf"{SPACE}(?:d[’']|de{SPACE}|of{SPACE})?(?:{unit}|(?P<thing>{lists_of['things']})){_END}(?!-[^\W\d_])"
    return _Rules(
        re.compile(rf"[-‑]{lists_of['joined']}{_END}|{things}"),
        re.compile(rf"(?<![^\W_]){lists_of['parts']}{_END}"),
        _insensitive(rf"{lists_of['idioms']}{_END}"),
        re.compile(rf"{SPACE}heures?{_END}(?P<of>{SPACE}{lists_of['of_hours']}{_END})?"),
        _insensitive(rf"(?<![^\W_]){lists_of['at_hours']}{SPACE}\Z"),
        _insensitive(rf"(?<![^\W_]){lists_of['shares']}{SPACE}\Z"),
        re.compile(rf"{SPACE}{lists_of['out_of']}{SPACE}"),
        frozenset(map(str.strip, lists["stages"].split(","))),
        frozenset(map(str.strip, lists["definite"].split(","))),
    )


def _insensitive(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
