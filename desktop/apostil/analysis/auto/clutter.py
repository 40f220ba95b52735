"""Which sentences belong to the page around an article: bylines, dates, credits, calls to click and to follow.

Blocks of this kind are known when an article is opened; here it is about sentences, where a page was copied into one
block or came with a paragraph a sentence. The words are those of both languages: pages mix them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from apostil import assets
from apostil.analysis.calendar_words import in_dates
from apostil.domain.entity import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST = 25
"""Words that such a sentence has at most; a longer one says something."""

_READ = 400
_INSIDE_WORDS = 16
_BYLINE_WORDS = 14
_ADDRESS_WORDS = 12
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_LETTER = re.compile(r"[^\W\d_]")
_TOKENS = (("-LRB-", "("), ("-RRB-", ")"), ("\u00a0", " "), (" :", ":"))
"""What tokenizers and typographers write, and how the lists have it."""
_BEFORE = r"[\W_]*(?:\([a-z]{2,12}\)[\W_]*)?"
"""What may stand before a notice: marks, and the agency that the sentence before it came from."""
_EDGES = " .:!?›»>→-–—…|()[]*•\"'"
_ACCOUNT = re.compile(r"(?<!\w)@\w")
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,80}\.[^\W\d_]{2,}")
_FIGURE = re.compile(r"[AaPp]\.?[Mm]|[A-Z]{2,4}|\w*\d\w*(?:[.:]\d+)*")
"""A figure, or the short name of a zone of time."""


def clutter(texts: Sequence[str]) -> tuple[bool, ...]:
    """Whether each sentence is none of the article's; a text that would be nothing else has none.

    Names alone are a byline before the first sentence of the article, and right behind "By".
    """
    found: list[bool] = []
    for text in texts:
        credited = all(found) or (found[-1] and _is_by_alone(texts[len(found) - 1]))
        found.append(is_clutter(text) or (credited and _is_names(text)))
    return tuple(found) if not all(found) else (False,) * len(found)


def is_clutter(text: str) -> bool:
    """Whether the words of a sentence give it away as something around the article."""
    for token, mark in _TOKENS:
        text = text.replace(token, mark)
    words = _WORD.findall(text[:_READ])
    if not _LETTER.search(text):
        return True
    if len(words) > LONGEST:
        return False
    line = fold(text)
    return (
        line.strip(_EDGES) in _entries("apparatus", "whole", "related")
        or _is_agency(words)
        or _opens(line)
        or ((_opens_unless_said(line) or _is_call(line, words) or _is_address(text, words)) and not _says(words))
        or (len(words) <= _INSIDE_WORDS and bool(_inside().search(line)))
        or _is_dated(words)
        or _is_byline(words)
    )


@cache
def _entries(name: str, *sections: str) -> frozenset[str]:
    """The folded entries of these sections of a word list."""
    found = assets.sections(f"lexicons/{name}.txt")
    return frozenset(fold(entry) for section in sections for entry in found[section])


@cache
def _days() -> frozenset[str]:
    """The words of dates, times and counts."""
    return in_dates() | _entries("structure", "dateline") | _entries("clutter", "time")


def _opens(line: str) -> bool:
    return bool(_openings().match(line))


@cache
def _openings() -> re.Pattern[str]:
    phrases = _entries("clutter", "opening") | _entries("structure", "caption")
    return re.compile(_BEFORE + _any(phrases))


@cache
def _unless_said() -> re.Pattern[str]:
    phrases = _entries("clutter", "opening unless said") | _entries("apparatus", "opening", "opening unless said")
    return re.compile(_BEFORE + _any(phrases))


def _opens_unless_said(line: str) -> bool:
    return bool(_unless_said().match(line))


def _says(words: Iterable[str]) -> bool:
    known = _entries("structure", "verb", "saying") | _entries("clutter", "saying")
    return any(fold(word).rpartition("'")[2] in known for word in words)


@cache
def _inside() -> re.Pattern[str]:
    return re.compile(_any(_entries("clutter", "inside") | _entries("apparatus", "inside")))


def _is_call(line: str, words: Sequence[str]) -> bool:
    """Whether readers are called to a network or to an account there: `Follow @post on X`."""
    if not 1 < len(words) <= _INSIDE_WORDS or fold(words[0]) not in _entries("clutter", "calling"):
        return False
    said = [fold(word) for word in words]
    leads = said[-1] in _entries("clutter", "network") or not _entries("clutter", "calling to").isdisjoint(said[1:])
    return bool(_ACCOUNT.search(line)) or (leads and not _entries("clutter", "network").isdisjoint(said))


def _is_address(text: str, words: Sequence[str]) -> bool:
    """Whether there is little beside an address to write to: `Jane Doe jane@post.example`."""
    return "@" in text and len(words) <= _ADDRESS_WORDS and _ADDRESS.search(text, 0, _READ) is not None


def _any(phrases: Iterable[str]) -> str:
    """A group that matches one of the phrases, as whole words."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return f"(?:{'|'.join(map(re.escape, ordered))})(?<!\\w(?=\\w))"


def _is_agency(words: Sequence[str]) -> bool:
    known = _entries("structure", "agency") | _entries("clutter", "agency")
    return 0 < len(words) <= 5 and all(fold(word) in known for word in words)


def _is_dated(words: Sequence[str]) -> bool:
    """Whether there is nothing but dates, times and counts, with a figure: `Publié le 12 mars 2021 à 14h02`."""
    rest = [word for word in words if fold(word) not in _days()]
    return any(character.isdigit() for word in words for character in word) and all(map(_FIGURE.fullmatch, rest))


def _is_by_alone(text: str) -> bool:
    return fold(text).strip(_EDGES) in _entries("structure", "by")


def _is_byline(words: Sequence[str]) -> bool:
    """Whether a sentence is "By" with names behind it: `By Jane Doe and John Roe for The Post`."""
    if not 0 < len(words) <= _BYLINE_WORDS or not words[0][0].isupper():
        return False
    for count in (1, 2, 3):
        if fold(" ".join(words[:count])) in _entries("structure", "by"):
            return _are_names(words[count:])
    return False


def _is_names(text: str) -> bool:
    words = _WORD.findall(text)
    return 0 < len(words) <= _BYLINE_WORDS and _are_names(words)


def _are_names(words: Sequence[str]) -> bool:
    """Whether all words have capitals, or join names, or say what somebody does."""
    small = _entries("structure", "particle", "joint", "work") | _entries("clutter", "outlet")
    return all(word[0].isupper() or word[0].isdigit() or fold(word) in small for word in words)
