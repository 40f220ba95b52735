"""Finds figures in words: `forty ships`, `trois cents personnes`, `a two-year plan`, and neither `one of` nor `un`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from apostil import assets
from apostil.analysis.counted import Number, noun_behind
from apostil.analysis.numerals import Numeral, read, read_range, starts
from apostil.analysis.patterns import HYPHEN, OF, SPACE, any_of
from apostil.analysis.words import stop_words
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from decimal import Decimal

_END = r"(?![^\W_])"
_PAIR = 2
"""One thing is an article as often as it is a figure, and `the two` were named before."""

_TEN = 10
"""From here on one of two numbers tells something: `twenty or thirty`."""

_FAR = 40
"""Characters before a figure that say what it is."""

_WORD_BEFORE = re.compile(rf"([^\W\d_]+)(?:{HYPHEN}|\s)+\Z")
_OPENING = re.compile(r"(?:\A|[.?!…:\n]|[.?!…][\"”»’)\]]+)\W*\Z")
_WORD_BEHIND = re.compile(rf"{SPACE}([^\W\d_]+)")
_DIGITS = re.compile(r"\d+(?:[.,  ]\d+)*")
_OF = re.compile(rf"{SPACE}{OF}")
_SPACE = re.compile(SPACE)
_JOINED = re.compile(rf"{HYPHEN}[^\W\d_]")
_OWNED = re.compile(r"['’](?!\w)")


def worded(text: str, language: str) -> Iterator[Number]:
    """The figures in words that count or measure something, in order."""
    reached = 0
    for start in starts(text, language):
        numerals = read_range(text, start, language) if start >= reached else ()
        if not numerals:
            continue
        reached = numerals[-1].end
        if passed := _row_end(text, reached, language) or _whole_end(text, reached, language):
            reached = passed
        elif _says_much(numerals[0].value) and not _is_vague(text, numerals):
            found = None if _is_told(text, start, numerals[0].value) else _figure(text, Span(start, reached), language)
            if found is not None:
                yield found


def is_cut_off(text: str, start: int) -> bool:
    """Whether a number in words goes before what begins here, so that this is a part of it, or of a range with it."""
    known, before = _rules(), text[max(0, start - _FAR) : start]
    return known.between.search(before) is not None or known.numeral.search(before) is not None


def _says_much(value: Decimal) -> bool:
    return value >= _PAIR or value % 1 != 0


def _row_end(text: str, end: int, language: str) -> int:
    """Where numbers with nothing between them end: `dix quinze mille`; 0 where one stands alone."""
    row = 0
    while (space := _SPACE.match(text, end)) and (more := read(text, space.end(), language)):
        if _JOINED.match(text, more.end):
            break
        row = end = more.end
    return row


def _whole_end(text: str, end: int, language: str) -> int:
    """Where the number ends of which another one is a share: `nine out of ten`; 0 where it is no share."""
    wholes = _rules().wholes.match(text, end)
    whole = read(text, wholes.end(), language) if wholes else None
    return whole.end if whole else 0


def _is_vague(text: str, numerals: tuple[Numeral, ...]) -> bool:
    """Whether nobody counted: `two or three`, but not `twenty or thirty`."""
    return len(numerals) > 1 and numerals[0].value < _TEN and _rules().either.match(text, numerals[0].end) is not None


def _is_told(text: str, start: int, value: Decimal) -> bool:
    """Whether the words before make a name of the number, a share, or two that are known: `phase two`, `the two`.

    So they do where it ends what they begin: `between two and three`, `one point two`.
    """
    known, before = _rules(), text[max(0, start - _FAR) : start]
    if _OPENING.search(before):
        return False
    word = _WORD_BEFORE.search(before)
    said = word[1].casefold() if word else ""
    is_known = said in known.stages or (value == _PAIR and said in known.definite)
    is_part = any(one.search(before) for one in (known.share, known.between, known.pointed))
    return is_known or is_part or text[start].isupper()


def _figure(text: str, numeral: Span, language: str) -> Number | None:
    """The figure that begins with this number; None where nothing stands behind it that it counts."""
    known = _rules()
    if known.idioms.match(text, numeral.start) or _is_hour(text, numeral):
        return None
    measured = known.measured.match(text, numeral.end)
    if measured and (known.half.match(text, measured.end()) or _leans(text, measured, language)):
        return None
    if measured and not measured["thing"]:
        return Number(Span(numeral.start, measured.end()), Span(measured.end(), measured.end()))
    noun = Span(numeral.end, measured.end()) if measured else noun_behind(text, numeral, language)
    is_counted = noun.start < noun.end and not _OF.match(text, numeral.end) and not known.parts.search(noun.cut(text))
    if not is_counted or _is_of_more(text, noun.end, language) or _is_title(text, numeral, noun):
        return None
    return Number(Span(numeral.start, noun.end if measured else numeral.end), noun)


def _leans(text: str, measured: re.Match[str], language: str) -> bool:
    """Whether a unit in the singular has nothing behind it to belong to: `two inch and one inch`, `two point five`."""
    if not _rules().singular.fullmatch(measured[0].strip()):
        return False
    word = _WORD_BEHIND.match(text, measured.end())
    return word is None or word[1] in stop_words(language) or read(text, word.start(1), language) is not None


def _is_title(text: str, numeral: Span, noun: Span) -> bool:
    """Whether capitals make a name of a number and of what it would count: `Seven Nights`."""
    return text[numeral.start].isupper() and noun.cut(text).split()[-1][0].isupper()


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
    known = _rules()
    if _OWNED.match(text, end) or known.half.match(text, end):
        return True
    out_of = known.out_of.match(text, end)
    if out_of is None:
        return False
    whole = _DIGITS.match(text, out_of.end())
    numeral = read(text, out_of.end(), language)
    end = whole.end() if whole else numeral.end if numeral else -1
    # `deux projets sur trois ans` are two indeed.
    return end >= 0 and known.measured.match(text, end) is None


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
    wholes: re.Pattern[str]
    either: re.Pattern[str]
    between: re.Pattern[str]
    numeral: re.Pattern[str]
    pointed: re.Pattern[str]
    half: re.Pattern[str]
    singular: re.Pattern[str]
    stages: frozenset[str]
    definite: frozenset[str]


@cache
def _rules() -> _Rules:
    lists: Mapping[str, str] = assets.table("lexicons/figures.toml")
    lists_of = {name: any_of(words) for name, words in lists.items()}
    unit = rf"(?:{lists_of['percents']}|{lists_of['units']})"
    things = rf"{SPACE}{OF}?(?:{unit}|(?P<thing>{lists_of['things']})){_END}(?!{HYPHEN}[^\W\d_])"
    two_words = rf"[\w.,-]+(?:{SPACE}[\w-]+)?"
    return _Rules(
        re.compile(rf"{HYPHEN}{lists_of['joined']}{_END}|{things}"),
        re.compile(rf"(?<![^\W_]){lists_of['parts']}{_END}"),
        _insensitive(rf"{lists_of['idioms']}{_END}"),
        re.compile(rf"{SPACE}{lists_of['hours']}{_END}(?P<of>{SPACE}{lists_of['of_hours']}{_END})?"),
        _insensitive(rf"(?<![^\W_]){lists_of['at_hours']}{SPACE}\Z"),
        _insensitive(rf"(?<![^\W_]){lists_of['shares']}{SPACE}\Z"),
        re.compile(rf"{SPACE}{lists_of['out_of']}{SPACE}"),
        re.compile(rf"{SPACE}{lists_of['wholes']}{SPACE}"),
        re.compile(rf"{SPACE}{lists_of['or']}{SPACE}"),
        _insensitive(rf"(?<![^\W_]){lists_of['between']}{SPACE}{two_words}{SPACE}{lists_of['ands']}{SPACE}\Z"),
        _insensitive(rf"(?<![^\W_]){lists_of['numerals']}(?:{SPACE}{lists_of['marks']})?{SPACE}\Z"),
        _insensitive(rf"(?<![^\W_]){lists_of['numerals']}{SPACE}{lists_of['marks']}{SPACE}\Z"),
        re.compile(rf"{SPACE}{lists_of['halves']}"),
        re.compile(rf"{OF}?{lists_of['singular']}"),
        frozenset(map(str.strip, lists["stages"].split(","))),
        frozenset(map(str.strip, lists["definite"].split(","))),
    )


def _insensitive(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
