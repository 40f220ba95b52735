"""The words for months, weekdays and ordinals, as they are written in any of our languages."""

from __future__ import annotations

import tomllib
from functools import cache

from apostil import assets
from apostil.domain.entity import fold

FIRST_ORDINAL = 3
"""What the first line of ordinals counts."""


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of each month, each weekday or each ordinal (`months`, `weekdays`, `ordinals`), in their order.

    They are in small letters, with and without their accents.
    """
    lines = _lists()[name].strip().splitlines()
    return tuple(
        tuple(dict.fromkeys(form for word in line.split(", ") for form in (word, fold(word)))) for line in lines
    )


def words(name: str) -> str:
    """All of these words, parted by commas, as patterns are made of them."""
    return ", ".join(word for row in rows(name) for word in row)


@cache
def numbered(name: str) -> dict[str, int]:
    """The place of each word among the months or weekdays, from 1, or what the ordinal counts; without accents."""
    first = FIRST_ORDINAL if name == "ordinals" else 1
    return {fold(word): number for number, row in enumerate(rows(name), first) for word in row}


@cache
def _lists() -> dict[str, str]:
    return tomllib.loads(assets.read_text("lexicons/calendar.toml"))
