"""Tags: the labels a reader gives to marked words."""

from __future__ import annotations

import re
import unicodedata

_SPACES = re.compile(r"\s+")


def tag_name(words: str) -> str:
    """A tag's name as it is kept: NFC, single spaces, no leading `#`, no comma, no white space at its ends."""
    words = unicodedata.normalize("NFC", words).replace(",", " ")
    return _SPACES.sub(" ", words).strip().lstrip("#").strip()


def tag_names(words: str) -> tuple[str, ...]:
    """The names in a comma-separated line, each once, in their order; case does not make two of them."""
    return unique_tags(words.split(","))


def unique_tags(names: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """The names, cleaned, each once in the spelling that came first."""
    found: dict[str, str] = {}
    for name in map(tag_name, names):
        if name:
            found.setdefault(name.casefold(), name)
    return tuple(found.values())
