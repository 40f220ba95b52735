"""The words for months, weekdays and ordinals, as they are written in any of our languages."""

from __future__ import annotations

from functools import cache

from apostil import assets
from apostil.domain.entity import fold

FIRST_ORDINAL = 3
"""What the first line of ordinals counts."""


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of each month, each weekday or each ordinal (`months`, `weekdays`, `ordinals`), in their order.

    They are in small letters, with and without their accents. `short_weekdays` are often other words as well.
    """
    lines = assets.rows("lexicons/calendar.toml")[name]
    return tuple(tuple(dict.fromkeys(form for word in line for form in (word, fold(word)))) for line in lines)


def words(name: str) -> str:
    """All of these words, parted by commas, as patterns are made of them."""
    return ", ".join(word for row in rows(name) for word in row)


def written_out(name: str) -> str:
    """These words without their short forms, such as `sept`, which counts ships in French."""
    return ", ".join(word for row in rows(name) for word in row if not _is_short(word, row))


def _is_short(word: str, row: tuple[str, ...]) -> bool:
    return word.endswith(".") or any(longer != word and longer.startswith(word) and longer[-1] != "." for longer in row)


@cache
def numbered(name: str) -> dict[str, int]:
    """The place of each word among the months or weekdays, from 1, or what the ordinal counts; without accents."""
    first = FIRST_ORDINAL if name == "ordinals" else 1
    return {fold(word): number for number, row in enumerate(rows(name), first) for word in row}


@cache
def in_dates() -> frozenset[str]:
    """Every word for a month or a weekday, the short ones too, without accents and points."""
    lists = ("months", "weekdays", "short_weekdays")
    return frozenset(word.rstrip(".") for name in lists for word in numbered(name))
