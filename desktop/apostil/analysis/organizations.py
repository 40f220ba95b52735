"""What is known of international organisations across languages, from a list of ours.

The African Union has one identity, `org:african-union`, in every language, by its name or for short: AU and UA.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from apostil import assets
from apostil.analysis.spots import key_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PREFIX = "org:"
"""How the identities of organisations begin."""

GENERIC = "generic"
"""The mark of those whose name is also a short one of others."""


@cache
def names() -> Mapping[str, str]:
    """The identities of organisations by their names in any language, which nothing else has."""
    return {key: known for known, key in _names(generic=False)}


@cache
def short(language: str) -> Mapping[str, str]:
    """The identities by what may stand for another one too: the acronyms of a language, and generic names."""
    found = {key: known for known, key in _names(generic=True)}
    for known, spelt, word in _words():
        if spelt == language and _is_acronym(word):
            letters = "".join(key_of(word).split())
            found[letters] = found[" ".join(letters)] = known
    return found


@cache
def generic() -> frozenset[str]:
    """The generic names."""
    return frozenset(key for _, key in _names(generic=True))


def is_called(name: str, language: str) -> bool:
    """Whether an organisation goes by this name or acronym in a language."""
    return key_of(name) in _called(language)


@cache
def _called(language: str) -> frozenset[str]:
    return frozenset(key_of(word) for _, spelt, word in _words() if spelt == language)


def _names(*, generic: bool) -> Iterator[tuple[str, str]]:
    lists = _lists()
    for known, _, word in _words():
        if not _is_acronym(word) and (GENERIC in lists[known.removeprefix(PREFIX)]) is generic:
            yield known, key_of(word)


def _words() -> Iterator[tuple[str, str, str]]:
    for key, languages in _lists().items():
        for language, words in languages.items():
            if language != GENERIC:
                for word in words.split(" | "):
                    yield f"{PREFIX}{key}", language, word


def _lists() -> Mapping[str, Mapping[str, str]]:
    return assets.table("lexicons/organizations.toml")


def _is_acronym(word: str) -> bool:
    return not {" ", "-"}.intersection(word) and (not any(map(str.islower, word)) or sum(map(str.isupper, word)) > 1)
