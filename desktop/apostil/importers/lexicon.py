"""The word lists by which the parts of an article are known, and how words are compared with them."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from apostil import assets

if TYPE_CHECKING:
    from collections.abc import Mapping

_APOSTROPHES = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "\u00a0": " ", "\u202f": " "})
_FIRST_COMBINING = "\u0300"


def folded(words: str) -> str:
    """The words without case, accents, kinds of apostrophe and runs of white space."""
    if words.isascii():
        return " ".join(words.lower().split())
    plain = unicodedata.normalize("NFKD", words.translate(_APOSTROPHES).casefold())
    bare = (char for char in plain if char < _FIRST_COMBINING or not unicodedata.combining(char))
    return " ".join("".join(bare).split())


@cache
def lexicon(name: str) -> Mapping[str, frozenset[str]]:
    """The sections of one word list below `resources/lexicons/`, each with its folded entries."""
    sections: dict[str, set[str]] = {}
    section = ""
    for line in map(str.strip, assets.read_text(f"lexicons/{name}.txt").splitlines()):
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
        elif line and not line.startswith("#"):
            sections.setdefault(section, set()).add(folded(line))
    return {key: frozenset(entries) for key, entries in sections.items()}


@cache
def numbered(name: str, section: str) -> Mapping[str, int]:
    """Every entry of the sections called `section N`, with its N."""
    found: dict[str, int] = {}
    for key, entries in lexicon(name).items():
        word, _, number = key.rpartition(" ")
        if word == section:
            found.update(dict.fromkeys(entries, int(number)))
    return found
