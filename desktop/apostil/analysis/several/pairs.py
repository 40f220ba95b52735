"""The most frequent words of the news that are written otherwise in English and in French, by what they mean."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

from apostil import assets
from apostil.analysis.words import stemmer

if TYPE_CHECKING:
    from collections.abc import Mapping

_LANGUAGES = ("en", "fr")


@cache
def meanings(language: str) -> Mapping[str, str]:
    """What each stem of a language stands for in every language; nothing for a language that has no pairs.

    Where a word has several meanings it has the first.
    """
    if language not in _LANGUAGES:
        return {}
    side, stem = _LANGUAGES.index(language), stemmer(language)
    found: dict[str, str] = {}
    for line in _lines():
        sides = [part.split() for part in line.split("=")]
        for word in sides[side]:
            found.setdefault(stem(word), sides[0][0])
    return found


@cache
def _lines() -> tuple[str, ...]:
    pairs: str = tomllib.loads(assets.read_text("lexicons/pairs.toml"))["pairs"]
    return tuple(pairs.strip().splitlines())
