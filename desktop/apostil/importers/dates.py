"""Dates as English and French articles write them."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from apostil.importers.lexicon import folded, lexicon, months, weekdays

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it stands in a text; `day` is None where it names no year or no real day."""

    start: int
    end: int
    day: dt.date | None
    weekday: int | None = None

    @property
    def is_certain(self) -> bool:
        """Whether it names a day with its year, and the weekday beside it, if any, is that day's."""
        return self.day is not None and self.weekday in {None, self.day.weekday()}


def written_date(text: str, *, day_first: bool = False) -> WrittenDate | None:
    """The first date in the text; `day_first` says how 12/11/2025 is to be read, which nobody knows otherwise."""
    found = _pattern().search(text)
    return _read(found, day_first=day_first) if found else None


def is_day_first(line: str) -> bool:
    """Whether the words of a line say that a date in figures names the day first, as in French it does."""
    known = lexicon("structure")["first the day"]
    return any(folded(word) in known for word in re.findall(r"[^\W\d_]+", line))


@cache
def _pattern() -> re.Pattern[str]:
    named_months = _alternatives(months())
    day = r"(?:1er|1ᵉʳ|\d{1,2}(?:st|nd|rd|th)?)"
    week = rf"(?:\b(?P<week>{_alternatives(weekdays())})\b\.?,?\s+(?:le\s+|the\s+)?)?"
    year = r"(?P<{0}>(?:19|20)\d\d)"
    return re.compile(
        rf"{week}(?:"
        rf"\b(?P<d1>{day})(?:\s+of)?[\s\u00a0\u202f]+(?P<m1>{named_months})\b\.?(?:,?\s+{year.format('y1')}\b)?"
        rf"|\b(?P<m2>{named_months})\.?\s+(?P<d2>{day})\b(?:,?\s+{year.format('y2')}\b)?"
        rf"|\b{year.format('y3')}-(?P<m3>\d\d)-(?P<d3>\d\d)(?!\d)"
        rf"|\b(?P<d4>\d{{1,2}})[/.](?P<m4>\d{{1,2}})[/.]{year.format('y4')}\b"
        r")",
        re.IGNORECASE,
    )


def _alternatives(words: Iterable[str]) -> str:
    """The words as a pattern that also finds them accented, the longest first."""
    return "|".join(_accented(word) for word in sorted(words, key=len, reverse=True))


def _accented(word: str) -> str:
    return word.replace("e", "[eé]").replace("u", "[uû]")


def _read(found: re.Match[str], *, day_first: bool = False) -> WrittenDate:
    week = found["week"]
    weekday = weekdays().get(folded(week)) if week else None
    return WrittenDate(found.start(), found.end(), _day(found, day_first=day_first), weekday)


def _day(found: re.Match[str], *, day_first: bool) -> dt.date | None:
    for form in "1234":
        if found[f"m{form}"]:
            year, month, day = found[f"y{form}"], _month(found[f"m{form}"]), _number(found[f"d{form}"])
            if form == "4" and not day_first and month <= 12 and day <= 12 and month != day:
                return None  # 03/04/2025 is in April for one reader and in March for another
            if form == "4" and month > 12:
                month, day = day, month
            return _date(year, month, day)
    return None


def _date(year: str | None, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(int(year), month, day) if year else None
    except ValueError:
        return None


def _month(word: str) -> int:
    return int(word) if word.isdigit() else months()[folded(word)]


def _number(word: str) -> int:
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else 1
