"""What is written or counted alike in many languages: days, ordinals, signs such as `Tier III`, and cognates."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from apostil.analysis.words import stop_words, words_of
from apostil.domain.entity import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from apostil.domain.spans import Span

LONG, SHARED = 6, 5
"""How many letters a word has at least that may have a cognate, and how many of them are the same at its beginning."""

WORDS = 1 << 15
"""How many words are remembered with the beginnings that they share."""

_MERE_PREFIXES = frozenset(("after", "contr", "entre", "inter", "super", "trans", "under"))
"""Beginnings of words that mean different things."""

_MONTHS = (
    "jan(?:uary|vier|v)?",
    "feb(?:ruary)?|fev(?:rier|r)?",
    "mar(?:ch|s)?",
    "apr(?:il)?|avr(?:il)?",
    "may|mai",
    "june?|juin",
    "july?|juil(?:let)?",
    "aug(?:ust)?|aout",
    "sept?(?:embre|ember)?",
    "oct(?:ober|obre)?",
    "nov(?:ember|embre)?",
    "dec(?:ember|embre)?",
)
_MONTH = f"({'|'.join(_MONTHS)})"
_DAY = r"(\d{1,2})(?:st|nd|rd|th|er)?"
_DAY_FIRST = re.compile(rf"\b{_DAY} (?:of )?{_MONTH}\b")
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\.? {_DAY}\b(?![.,]?\d)")
_WEEKDAYS = (
    *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    *("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
)
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b")
_ORDINALS = (
    *("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("troisieme", "quatrieme", "cinquieme", "sixieme", "septieme", "huitieme", "neuvieme", "dixieme"),
)
_ORDINAL = re.compile(rf"\b(?:(\d{{1,3}})(?:nd|rd|th|e|eme)|({'|'.join(_ORDINALS)}))\b")
_CALENDAR = re.compile(rf"{_WEEKDAY.pattern}|{_MONTH}")
_SIGN = re.compile(r"(?<![^\W_])(?=[^\W_]*[^\W\d_])(?:[A-Z\d]{2,}|(?<=\w\s)[^\W\d_a-z][^\W\d_]{3,})(?![^\W_])")


def bridges(text: str, language: str, names: Sequence[Span] = ()) -> list[str]:
    """What leads from this sentence into other languages, each once; the names are left out, as they count elsewhere.

    Only words in small letters have cognates: capitals stand in names and titles, which many sentences repeat.
    """
    plain = fold(text)
    found = [*_days(plain), *_ordinals(plain), *_signs(text, names), *_cognates(text, language)]
    return list(dict.fromkeys(found))


def _days(plain: str) -> Iterator[str]:
    for match in _DAY_FIRST.finditer(plain):
        yield f"day:{int(match[1])}.{_month(match[2])}"
    for match in _MONTH_FIRST.finditer(plain):
        yield f"day:{int(match[2])}.{_month(match[1])}"
    for match in _WEEKDAY.finditer(plain):
        yield f"weekday:{_WEEKDAYS.index(match[0]) % 7}"


def _month(name: str) -> int:
    return next(number for number, month in enumerate(_MONTHS, 1) if re.fullmatch(month, name))


def _ordinals(plain: str) -> Iterator[str]:
    for match in _ORDINAL.finditer(plain):
        yield f"ordinal:{match[1] or _ORDINALS.index(match[2]) % 8 + 3}"


def _signs(text: str, names: Sequence[Span]) -> Iterator[str]:
    for match in _SIGN.finditer(text):
        sign = fold(match[0])
        is_named = any(name.start <= match.start() < name.end for name in names)
        if not (is_named or match[0][0].islower() or _CALENDAR.fullmatch(sign)):
            yield f"sign:{sign}"


def _cognates(text: str, language: str) -> Iterator[str]:
    stops = stop_words(language)
    for word in words_of(text, language):
        if word not in stops and word.islower() and (beginning := _beginning(word)):
            yield beginning


@lru_cache(WORDS)
def _beginning(word: str) -> str:
    """What a word shares with its cognates; nothing if it is too short to have any."""
    last = fold(word.rpartition("-")[2])
    if len(last) < LONG or last[:SHARED] in _MERE_PREFIXES:
        return ""
    return f"cognate:{last[:SHARED]}"
