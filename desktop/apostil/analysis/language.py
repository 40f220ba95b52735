"""Tells what language a text is written in."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 6000
"""Code points that are looked at: more of them make no better guess."""

SHORT = 60
"""Letters below which a text counts as short, and the guess must be a clear one."""

FEWEST = 5
"""Letters below which nobody could tell."""

SURE = 0.2
"""The share of belief that the language of a short text must get."""


def detect(text: str) -> str:
    """The ISO 639-1 code of the language of this text; empty where there is too little of it to tell."""
    sample = _sample(text)
    letters = sum(map(str.isalpha, sample))
    if letters < FEWEST:
        return ""
    language, belief = _identifier().classify(sample)
    if len(language) != 2 or (letters < SHORT and belief < SURE):
        return ""
    return str(language)


def _sample(text: str) -> str:
    if len(text) <= SAMPLE:
        return text
    # The end of a saved page is menus more often than its middle is.
    middle = len(text) // 2
    return text[: SAMPLE // 2] + "\n" + text[middle : middle + SAMPLE // 2]


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # "zxx" is text in no language; other codes of three letters are not ISO 639-1.
    identifier.set_languages([label for label in identifier.labels if len(label) == 2 or label == "zxx"])
    return identifier
