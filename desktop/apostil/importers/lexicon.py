"""The word lists by which the parts of an article are known, and how words are compared with them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from apostil import assets

if TYPE_CHECKING:
    from collections.abc import Mapping

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "\u00a0": " ", "\u202f": " "})
_FIRST_COMBINING, _LAST_COMBINING = 0x0300, 0x1FFFF


@lru_cache(maxsize=64)  # one block after the other is looked at by everything that knows forms
def folded(words: str) -> str:
    """The words without case, accents, kinds of apostrophe and runs of white space."""
    if words.isascii():
        return " ".join(words.lower().split())
    plain = unicodedata.normalize("NFKD", words.translate(_APOSTROPHES).casefold())
    return " ".join(_marks().sub("", plain).split())


@cache
def _marks() -> re.Pattern[str]:
    """The characters that combine with a letter before them."""
    codes = map(chr, range(_FIRST_COMBINING, _LAST_COMBINING + 1))
    return re.compile(f"[{''.join(filter(unicodedata.combining, codes))}]+")


@cache
def lexicon(name: str) -> Mapping[str, frozenset[str]]:
    """The sections of one word list below `resources/lexicons/`, each with its folded entries."""
    found = assets.sections(f"lexicons/{name}.txt")
    return {key: frozenset(map(folded, entries)) for key, entries in found.items()}


@cache
def months() -> Mapping[str, int]:
    """Every folded word for a month, without its point, with the number of the month from 1."""
    return _calendar("months", 1)


@cache
def weekdays() -> Mapping[str, int]:
    """Every folded word for a weekday, the short ones too, with its number: Monday is 0."""
    return _calendar("weekdays", 0) | _calendar("short_weekdays", 0)


def _calendar(name: str, first: int) -> dict[str, int]:
    lines = assets.rows("lexicons/calendar.toml")[name]
    return {folded(word).rstrip("."): number for number, line in enumerate(lines, first) for word in line}
