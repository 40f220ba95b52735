"""The word lists that the rules of the analysis go by, one resource a language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from apostil import assets

KNOWN = ("en", "fr")
"""The languages that have lists."""


@dataclass(frozen=True, slots=True)
class SentenceWords:
    """What ends in a period without ending a sentence; without that period, in small letters.

    Of these, `finals` end one before a capital. And other words that tell where sentences end:
    `zones` of time stand behind an hour, `starters` open one behind an abbreviation, `speaking` says who asked.
    """

    abbreviations: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    references: frozenset[str] = frozenset()
    finals: frozenset[str] = frozenset()
    zones: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    speaking: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NameWords:
    """What stands in names and beside them, in small letters with straight apostrophes."""

    titles: frozenset[str] = frozenset()
    masculine: frozenset[str] = frozenset()
    feminine: frozenset[str] = frozenset()
    family_before: frozenset[str] = frozenset()
    family_behind: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    clubs: frozenset[str] = frozenset()
    unresolved: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()


@cache
def sentence_words(language: str) -> SentenceWords:
    """The abbreviations of a language; none where it has no lists."""
    return SentenceWords(**_section(language, "sentences"))


@cache
def name_words(language: str) -> NameWords:
    """The titles, cues and small words of a language's names; none where it has no lists."""
    return NameWords(**_section(language, "names"))


@cache
def stop_words(language: str) -> frozenset[str]:
    """The words of a language that say nothing about the subject; none where it has no lists."""
    return _section(language, "summary").get("stop_words", frozenset())


def _section(language: str, name: str) -> dict[str, frozenset[str]]:
    if language not in KNOWN:
        return {}
    lists: dict[str, str] = assets.table(f"lexicons/language.{language}.toml")[name]
    return {key: frozenset(words.split()) for key, words in lists.items()}
