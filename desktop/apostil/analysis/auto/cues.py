"""The words by which sentences show their part in a text, for the languages that have lists of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from apostil import assets

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Cues:
    """Words in small letters; none of them where a language has no lists. `decrees` are of several words each."""

    reporting: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    matters: frozenset[str] = frozenset()
    outcomes: frozenset[str] = frozenset()
    decrees: frozenset[str] = frozenset()


@cache
def cues(language: str) -> Cues:
    """The cues of a language."""
    lists: Mapping[str, Mapping[str, str]] = assets.table("lexicons/cues.toml")
    found = {name: words.split() for name, words in lists.get(language, {}).items()}
    return Cues(**{name: frozenset(word.replace("_", " ") for word in words) for name, words in found.items()})
