"""What Punkt's models learned of each language from newspapers: abbreviations, and how words are written."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PUNKT_NAMES = {
    "cs": "czech",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "et": "estonian",
    "fi": "finnish",
    "fr": "french",
    "it": "italian",
    "ml": "malayalam",
    "nl": "dutch",
    "no": "norwegian",
    "pl": "polish",
    "pt": "portuguese",
    "ru": "russian",
    "sl": "slovene",
    "sv": "swedish",
    "tr": "turkish",
}
"""The languages that Punkt was trained for, and its names of them."""

NUMBER = "##number##"
"""What stands for every number in what Punkt learned."""

# Punkt's flags of where a word was met: at the beginning of a sentence, in the middle, at an unknown place.
_MIDDLE_CAPITAL = 1 << 2
_CAPITAL = (1 << 1) | _MIDDLE_CAPITAL | (1 << 3)
_BEGINNING_SMALL = 1 << 4
_SMALL = _BEGINNING_SMALL | (1 << 5) | (1 << 6)


@dataclass(frozen=True, slots=True)
class Learned:
    """Abbreviations, pairs of words around a period, words that open sentences, and where each word was met."""

    abbreviations: frozenset[str] = frozenset()
    pairs: frozenset[tuple[str, str]] = frozenset()
    starters: frozenset[str] = frozenset()
    contexts: Mapping[str, int] = field(default_factory=dict)

    def is_common(self, word: str) -> bool:
        """Whether a word, given in small letters, was met in small letters."""
        return bool(self.contexts.get(word, 0) & _SMALL)

    def opens(self, word: str) -> bool | None:
        """Whether a word as it is written opens a sentence, after Kiss and Strunk; None where nothing tells."""
        flags = self.contexts.get(word.lower(), 0)
        if word[:1].isupper():
            return True if flags & _SMALL and not flags & _MIDDLE_CAPITAL else None
        if word[:1].islower() and (flags & _CAPITAL or not flags & _BEGINNING_SMALL):
            return False
        return None

    def small_words(self) -> frozenset[str]:
        """Every word that was met in small letters."""
        return frozenset(word for word, flags in self.contexts.items() if flags & _SMALL)


@cache
def learned(language: str) -> Learned:
    """What Punkt learned of a language; nothing of one that it was not trained for."""
    if language not in PUNKT_NAMES:
        return Learned()
    from punkt import load_model

    model = load_model(PUNKT_NAMES[language])
    return Learned(
        frozenset(model.abbrev_types),
        frozenset(model.collocations),
        frozenset(model.sent_starters),
        dict(model.ortho_context),
    )
