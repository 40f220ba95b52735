"""The most frequent words of the news that are written otherwise in English and in French, by what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from apostil import assets
from apostil.analysis.words import stemmer

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

LANGUAGES = ("en", "fr")
"""The two languages that have pairs, in the order in which a line has them."""


@dataclass(frozen=True, slots=True)
class Meanings:
    """What the words of a language stand for in every language, by how they are written and by their stems."""

    written: Mapping[str, str]
    stems: Mapping[str, str]
    stem: Callable[[str], str]

    def of(self, word: str) -> str:
        """What a word in small letters stands for, as it is written or else by its stem; nothing if it has no pair."""
        return self.written.get(word) or self.stems.get(self.stem(word), "")


@cache
def meanings(language: str) -> Meanings:
    """What the words of a language stand for; a language that has no pairs knows none.

    A stem that words of several meanings have, as `mer` of *mer* and *mère*, stands for nothing.
    """
    stem = stemmer(language)
    if language not in LANGUAGES:
        return Meanings({}, {}, stem)
    side = LANGUAGES.index(language)
    written = {word: sides[0][0] for sides in lines() for word in sides[side]}
    claims: dict[str, set[str]] = {}
    for word, meaning in written.items():
        claims.setdefault(stem(word), set()).add(meaning)
    return Meanings(written, {one: min(found) for one, found in claims.items() if len(found) == 1}, stem)


@cache
def lines() -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """The words of each meaning in English and in French."""
    pairs: str = assets.table("lexicons/pairs.toml")["pairs"]
    sides = (line.partition("=") for line in pairs.strip().splitlines())
    return tuple((tuple(english.split()), tuple(french.split())) for english, _, french in sides)
