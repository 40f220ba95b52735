"""Names that are none: what an engine doubted, and what consists of words that anything could be said with."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from apostil import assets
from apostil.analysis.sentences import lower_case_words
from apostil.analysis.tokens import parts
from apostil.domain.entity import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from apostil.analysis.spots import Joins, Name

DOUBT = 0.5
"""How sure an engine has to be, at one place at least, that ordinary words are a name."""

BORROWED = "en"
"""The language from which all others borrow terms: `Data Center`."""


def terms(names: Mapping[str, Name], joined: Joins, language: str) -> list[str]:
    """The keys of terms that were taken for names: `États membres`, `Intelligence Artificielle`.

    What stands for a fuller name, or has a shorter form, is kept, and so is what is known from elsewhere.
    """
    fuller = {joined.root(key) for key in names if joined.root(key) != key}
    return [
        key
        for key, name in names.items()
        if not name.known
        and joined.root(key) == key
        and key not in fuller
        and (_is_term(name) or _is_doubtful(name, language))
    ]


def _is_term(name: Name) -> bool:
    """Whether everybody speaks of this, however sure an engine is of it."""
    listed = _listed()
    return all(fold(spot.text) in listed for spot in name.spots)


@cache
def _listed() -> frozenset[str]:
    words: str = assets.table("lexicons/terms.toml")["terms"]
    return frozenset(fold(term) for term in re.split(r"[,\n]\s*", words) if term)


def _is_doubtful(name: Name, language: str) -> bool:
    return max(spot.confidence for spot in name.spots) < DOUBT and _is_ordinary(name.spots[0].text, language)


def _is_ordinary(text: str, language: str) -> bool:
    words = [fold(word) for word in parts(text)]
    common = lower_case_words(language), lower_case_words(BORROWED)
    return len(words) > 1 and all(any(word in known for known in common) for word in words)
