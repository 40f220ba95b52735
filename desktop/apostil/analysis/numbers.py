"""Finds the figures of an article: numbers with what they count, and neither dates nor ordinals nor names."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from apostil import assets
from apostil.analysis import calendar_words
from apostil.analysis.counted import Number, noun_behind
from apostil.analysis.patterns import DIGIT_MARK, HYPHEN, OF, SPACE, any_of
from apostil.analysis.worded import is_cut_off, worded
from apostil.analysis.words import stop_words
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from apostil.domain.article import Article

_NUMBER = rf"(?:\d{{1,3}}(?:{DIGIT_MARK}\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?)"
_END = r"(?![^\W_])"
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d(?:\s?[-–/]\s?(?:\d\d|\d{4}))?")
_NAME = re.compile(r"(?<![.?!…:]\s)(?<=[\w,;»”\"'’)]\s)([^\W\d_][\w’'-]*)\s\Z")
_BEHIND_A_WORD = 40
"""Characters before a number in which the word before it is looked for."""


_SPELLED_OUT = 4
"""Letters of a scale behind which a noun may stand, at least: `3 million tickets`, but not `3 m tickets`."""


def numbers_of(article: Article, language: str) -> tuple[Number, ...]:
    """The figures in the prose of an article, in order: `3,5 %`, `$4.2m`, `12 000 euros`, `30-year`, `forty ships`.

    A year or a day of a date is none, and neither is an ordinal or a number that belongs to a name. In words, only
    what counts or measures something is one.
    """
    stops = stop_words(language)
    return tuple(
        Number(found.span.moved(block.span.start), found.noun.moved(block.span.start))
        for block in article.blocks
        if block.role.is_prose
        for found in _together(block.span.cut(article.text), stops, language)
    )


def _together(text: str, stops: frozenset[str], language: str) -> Iterator[Number]:
    """The figures of a text, however they are written: of two in one place the one that begins first, or is longer."""
    found_all = (*_figures(text, stops, language), *worded(text, language))
    end = 0
    for found in sorted(found_all, key=lambda one: (one.span.start, -one.span.end)):
        if found.span.start >= end:
            end = found.span.end
            yield found


def _figures(text: str, stops: frozenset[str], language: str) -> Iterator[Number]:
    for found in _pattern().finditer(text):
        if found["figure"] is None or (text[found.start()].isalpha() and is_cut_off(text, found.start())):
            continue
        has_unit = not (found["currency"] is found["unit"] is found["thing"] is found["joined"] is None)
        is_bare = not has_unit and found["scale"] is None
        if not (is_bare and (_YEAR.fullmatch(found["figure"]) or _is_named(text, found.start(), stops))):
            span = Span(*found.span("figure"))
            yield Number(span, _within(found) if has_unit else _behind(text, span, found["scale"], language))


def _within(found: re.Match[str]) -> Span:
    """The part of a figure that says what is counted."""
    is_counting = found["thing"] is not None and found["currency"] is None
    return Span(found.end("amount") if is_counting else found.end("figure"), found.end("figure"))


def _behind(text: str, figure: Span, scale: str | None, language: str) -> Span:
    is_open = scale is None or len(scale) >= _SPELLED_OUT
    return noun_behind(text, figure, language) if is_open else Span(figure.end, figure.end)


def _is_named(text: str, start: int, stops: frozenset[str]) -> bool:
    """Whether a capital before the number makes a name of both: `the Boeing 737`."""
    before = _NAME.search(text[max(0, start - _BEHIND_A_WORD) : start])
    return before is not None and before[1][0].isupper() and before[1].lower() not in stops


@cache
def _pattern() -> re.Pattern[str]:
    """What is a figure, and before that what has digits and is none."""
    phrases: Mapping[str, str] = assets.table("lexicons/figures.toml")
    calendar = {name: calendar_words.words(name) for name in ("months", "weekdays")}
    lists = {name: any_of(words) for name, words in (*phrases.items(), *calendar.items())}
    # Most words are passed by here already, since neither a digit nor a scale stands behind them.
    near = (
        r"(?=\W{0,2}\d|[^\W\d_]{0,9}[.,°'’$£€-]{0,2}\s?\d|http|www|(?:[Hh]alf\ |[Oo]ne\ )?[\w-]{1,16}\s[%‰bcdhlmkpMt])"
    )
    return re.compile(rf"(?<![^\W_]){near}(?:{_none(lists)}|(?P<figure>{_figure(lists)}))", re.VERBOSE)


def _figure(lists: dict[str, str]) -> str:
    number, gap = _NUMBER, SPACE
    measure = rf"(?:{lists['percents']}|{lists['units']})"
    unit = rf"(?:{measure}|{lists['things']})"
    counting = rf"{gap}?{OF}?(?:(?P<unit>{measure})|(?P<thing>{lists['things']}))"
    several = rf"(?:{gap}?[-–]{gap}?{number}|{gap}(?:to|à){gap}{number}(?={gap}?{unit}{_END}))?"
    return rf"""
        (?P<amount>(?P<currency>{lists["currencies"]}{gap}?)?
        (?:(?<![\d][.,:/-])[−-]?{number}{several}|(?i:{lists["numerals"]}(?:-{lists["numerals"]})*)(?={gap}(?:{lists["scales"]}|{lists["percents"]}){_END}))
        (?:{gap}?(?P<scale>{lists["scales"]}){_END})?)
        (?:{HYPHEN}(?P<joined>{lists["joined"]}){_END}
        | (?:{counting}{_END}(?!{HYPHEN}[^\W\d_]))?(?![\w/:]|[.,]\d))
    """


def _none(lists: dict[str, str]) -> str:
    gap = SPACE
    counted = rf"{gap}?(?:{lists['percents']}|{lists['scales']}|{lists['units']}|{lists['things']}){_END}"
    day = r"\d{1,2}(?:st|nd|rd|th|er)?"
    several = rf"{day}(?:{gap}?(?:[-–,/]|et|au|and|to|or|ou){gap}?{day}){{0,3}}"
    month = rf"(?i:{lists['months']})"
    return rf"""(?:
        (?:https?://|www\.)\S+
        | {several}{gap}(?:of{gap})?{month}{_END}(?:,?{gap}\d{{4}})?
        | {month}{gap}{several}{_END}(?!{gap}\d{{3}}(?!\d)|[.,]\d|{counted})(?:,{gap}\d{{4}})?
        | (?i:{lists["weekdays"]}),?{gap}\d{{1,2}}(?:er)?(?:{gap}{month}{_END}(?:,?{gap}\d{{4}})?|{_END}(?!{counted}))
        | \d{{1,4}}([-/.])\d{{1,2}}\1\d{{1,4}}{_END}
        | \d{{1,2}}(?:{gap}?[h:]{gap}?\d\d(?::\d\d)?|{gap}?h){_END}
        | \d{{1,2}}(?:[:.]\d\d)?{gap}?(?:[ap]\.?m\b\.?|o['’]clock)
        | (?i:à|vers|dès){gap}\d{{1,2}}{gap}heures?
        | \d{{2}}(?:[ .]\d{{2}}){{4}} | 0\d{{8,}} | 24{gap}heures?{gap}sur{gap}24
        | (?<=\[)\d{{1,3}}(?:{gap}?[-–,;]{gap}?\d{{1,3}})*(?=\])
        | \d+(?:[.,]\d{{3}})*(?:st|nd|rd|th|er|ère|re|ers|nde?|[eè]me|e|es|èmes){_END}
        | (?:années{gap}|['’])\d{{2,4}}s? | \d{{3,4}}['’]?s{_END}
        | (?i:in|en|since|depuis|year|an){gap}1[0-4]\d\d{_END}(?!{counted})
        | (?i:{lists["references"]}){gap}\d[\d.,]*\d?(?:{gap}?(?:[-–]|et|and|to|à){gap}?\d+)?{_END}
        | \d*[^\W\d_]+[-‑]?\d[\w-]*
        | (?!\d{{1,3}}(?:\.\d{{3}})+(?![\d.]))\d+(?:\.\d+){{2,}} | (?<![(\w])\d{{1,2}}\)
    )"""
