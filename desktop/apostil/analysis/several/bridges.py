"""What is the same in many languages: days, ordinals, signs such as `Tier III`, cognates, and words of one meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from apostil.analysis.calendar_words import numbered
from apostil.analysis.patterns import any_of
from apostil.analysis.several.pairs import meanings
from apostil.analysis.words import stop_words, words_of
from apostil.domain.entity import fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from apostil.domain.spans import Span

LONG, SHARED = 6, 5
"""How many letters a word has at least that may have a cognate, and how many of them are the same at its beginning."""

WORDS = 1 << 15
"""How many words are remembered with the beginnings that they share."""

_MERE_PREFIXES = frozenset(
    ("after", "contr", "elect", "entre", "inter", "parti", "quart", "resea", "super", "trans", "under")
)
"""Beginnings of words that mean different things, as *elections* and *électricité* do."""

_DAY = r"(\d{1,2})(?:st|nd|rd|th|er)?"
_SIGN = re.compile(r"(?<![^\W_])(?=[^\W_]*[^\W\d_])(?:[A-Z\d]{2,}|(?<=\w\s)[^\W\d_a-z][^\W\d_]{3,})(?![^\W_])")


def bridges(text: str, language: str, names: Sequence[Span] = ()) -> list[str]:
    """What leads from this sentence into other languages, each once; the names are left out, as they count elsewhere.

    Only words in small letters have cognates: capitals stand in names and titles, which many sentences repeat.
    """
    plain = fold(text)
    found = [*_days(plain), *_ordinals(plain), *_signs(text, names), *_cognates(text, language)]
    return list(dict.fromkeys(found))


def _days(plain: str) -> Iterator[str]:
    known, months = _patterns(), numbered("months")
    for match in known.day_first.finditer(plain):
        yield f"day:{int(match[1])}.{months[match[2]]}"
    for match in known.month_first.finditer(plain):
        yield f"day:{int(match[2])}.{months[match[1]]}"
    for match in known.weekday.finditer(plain):
        yield f"weekday:{numbered('weekdays')[match[0]]}"


def _ordinals(plain: str) -> Iterator[str]:
    for match in _patterns().ordinal.finditer(plain):
        yield f"ordinal:{match[1] or numbered('ordinals')[match[2]]}"


@dataclass(frozen=True, slots=True)
class _Patterns:
    """What is looked for in a folded text."""

    day_first: re.Pattern[str]
    month_first: re.Pattern[str]
    weekday: re.Pattern[str]
    ordinal: re.Pattern[str]
    calendar: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    month, weekday, ordinal = (any_of(",".join(numbered(name))) for name in ("months", "weekdays", "ordinals"))
    return _Patterns(
        re.compile(rf"\b{_DAY} (?:of )?({month})(?!\w)"),
        re.compile(rf"\b({month})\.? {_DAY}\b(?![.,]?\d)"),
        re.compile(rf"\b{weekday}\b"),
        re.compile(rf"\b(?:(\d{{1,3}})(?:nd|rd|th|e|eme)|({ordinal}))\b"),
        re.compile(rf"{weekday}|{month}"),
    )


def _signs(text: str, names: Sequence[Span]) -> Iterator[str]:
    for match in _SIGN.finditer(text):
        sign = fold(match[0])
        is_named = any(name.start <= match.start() < name.end for name in names)
        if not (is_named or match[0][0].islower() or _patterns().calendar.fullmatch(sign)):
            yield f"sign:{sign}"


def _cognates(text: str, language: str) -> Iterator[str]:
    stops, known = stop_words(language), meanings(language)
    for word in words_of(text, language):
        if word in stops or not word.islower():
            continue
        if meaning := known.of(word):
            yield f"word:{meaning}"
        if beginning := _beginning(word):
            yield beginning


@lru_cache(WORDS)
def _beginning(word: str) -> str:
    """What a word shares with its cognates; nothing if it is too short to have any."""
    last = fold(word.rpartition("-")[2])
    if len(last) < LONG or last[:SHARED] in _MERE_PREFIXES:
        return ""
    return f"cognate:{last[:SHARED]}"
