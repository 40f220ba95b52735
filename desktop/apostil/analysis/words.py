"""Cuts text into the words that summaries weigh: letters alone, elisions and contractions apart, stemmed."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from apostil.analysis import lexicons

if TYPE_CHECKING:
    from collections.abc import Callable

SNOWBALL = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nl": "dutch",
    "no": "norwegian",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
}
"""The languages that NLTK's Snowball stemmers know, and their names of them."""

STEMS = 1 << 15
"""How many stems of a language are remembered: more than the words of a long book, in 4 MB."""

_STRAIGHT = str.maketrans("’ʼ‘‑‐", "'''--")
_WORD = re.compile(r"(?<![\w'-])[^\W\d_](?:[^\W\d_]|['-](?=[^\W\d_]))*(?!\w)")
_ELISION = re.compile(r"((?:[ldjmtsnc]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu|presqu)')(?=[^\W\d_])", re.IGNORECASE)
_CONTRACTION = re.compile(r"(?<=[^\W\d_])(n't|'(?:s|re|ve|ll|d|m))$", re.IGNORECASE)


def words_of(text: str, language: str) -> tuple[str, ...]:
    """The words of a text in their order, as sumy counts them: numbers are none.

    A typographic apostrophe makes the same word as a straight one; French `l'eau` is two words, and so is
    English `isn't`.
    """
    found = _WORD.findall(text if text.isascii() else text.translate(_STRAIGHT))
    parts = _PARTS.get(language)
    if parts is None:
        return tuple(found)
    return tuple(part for word in found for part in (parts(word) if "'" in word else (word,)))


def _without_elision(word: str) -> tuple[str, ...]:
    match = _ELISION.match(word)
    return (match[1], *_without_elision(word[match.end() :])) if match else (word,)


def _without_contraction(word: str) -> tuple[str, ...]:
    match = _CONTRACTION.search(word)
    if match is None:
        return (word,)
    # As with sumy, what begins with an apostrophe is no word.
    return (word[: match.start()], match[1]) if match[1][0] != "'" else (word[: match.start()],)


_PARTS = {"en": _without_contraction, "fr": _without_elision}


@cache
def stop_words(language: str) -> frozenset[str]:
    """The stop words of a language: ours, otherwise sumy's, otherwise none."""
    own = lexicons.stop_words(language)
    if own or not language:
        return own
    from sumy.utils import get_stop_words

    try:
        return frozenset(get_stop_words(language))
    except LookupError:
        return frozenset()


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """What makes a word's stem in this language; it remembers the words it saw last, over all texts."""
    if language not in SNOWBALL:
        return str.lower
    from nltk.stem.snowball import SnowballStemmer

    stem: Callable[[str], str] = SnowballStemmer(SNOWBALL[language]).stem
    return lru_cache(STEMS)(stem)
