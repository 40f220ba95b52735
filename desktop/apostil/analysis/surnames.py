"""Finds the persons of an article by their surnames alone, where only one of them has that surname."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.analysis import lexicons
from apostil.analysis.sentences import lower_case_words
from apostil.analysis.tokens import NameIndex
from apostil.domain.entity import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PARTICLES = frozenset(
    ["ag", "al", "ben", "bin", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la"]
) | {"le", "mint", "ould", "st", "ter", "van", "vom", "von", "zu", "o", "mac", "saint", "des"}
"""The small words that a surname may begin with, folded."""

_BEFORE = re.compile(r"([^\W\d_][\w\-‑]*)(\.?)[ \u00a0\u202f]+$")
_AFTER = re.compile(r"[ \u00a0\u202f]([^\W\d_][\w\-‑]*)")
_ELISION = re.compile(r"(?<!\w)(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu)['’]$", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|[.!?…:\n][\"'”’»)\]]*\s+|[“«\"‘(]\s*|[–—•]\s*)$")
_AROUND = 40


@dataclass(frozen=True, slots=True)
class Surname:
    """A person's surname, and the particles that stand before it in the full `name`; `of` says whose it is."""

    last: str
    particles: tuple[str, ...]
    name: str
    of: str


def surname(name: str, of: str = "") -> Surname | None:
    """The surname of a full name; None where it is of one word, or ends in an initial or a number."""
    words = name.split()
    if len(words) < 2 or len(words[-1]) < 3 or not words[-1][0].isupper() or not words[-1][-1].isalpha():
        return None
    first = len(words) - 1
    while first > 1 and fold(words[first - 1]) in PARTICLES:
        first -= 1
    return Surname(words[-1], tuple(words[first:-1]), name, of or name)


class Surnames:
    """The surnames of an article that belong to one of its persons alone, to be found in its texts."""

    def __init__(self, names: Iterable[tuple[str, str]], texts: Iterable[str], language: str) -> None:
        """Take the persons' names, each with whose it is, and the texts whose lower-case words name nobody."""
        names = list(names)
        known = [one for name, of in names if (one := surname(name, of))]
        owners: dict[str, set[str]] = defaultdict(set)
        for name, of in names:
            for word in name.split():
                owners[fold(word)].add(of)
        # What begins with another's surname may be a thing of theirs: "Andy Warhol", "Warhol Polaroid".
        surnames = {fold(one.last) for one in known}
        sure = [one for one in known if fold(one.name.split()[0]) not in surnames]
        found = {one.last: one for one in sure if len(owners[fold(one.last)]) == 1}
        self._words = lexicons.name_words(language)
        self._language = language
        self._lower = _lower_words(texts, {fold(last) for last in found})
        kept = {last: one for last, one in found.items() if fold(last) not in self._lower and self._may_name(last)}
        self._index = NameIndex(kept, fold)

    def find(self, text: str, *, title: bool = False) -> Iterator[tuple[int, int, Surname]]:
        """Start, end and surname of each mention in a text, its particles included.

        A surname that is also a common word (Bell, Rice) counts inside of sentences alone, and not in a `title`,
        where every word may have a capital.
        """
        for found_start, end, one in self._index.find(text):
            start = _with_particles(text, found_start, one)
            if not self._is_whole(text, found_start, end) or self._is_part(text, start, end, one):
                continue
            if not (_is_common(one.last, self._language) and (title or _opens(text, start))):
                yield start, end, one

    def _may_name(self, last: str) -> bool:
        """Whether the last word of a name is no word that an organisation, a place or an event is called by."""
        word = fold(last)
        lists = (self._words.organizations, self._words.places, self._words.events, self._words.works)
        return word not in self._words.common and not any(word in listed for listed in lists)

    def _is_whole(self, text: str, start: int, end: int) -> bool:
        before, after = text[max(0, start - 1) : start], text[end : end + 2]
        if before in {"'", "’"}:
            return (
                bool(_ELISION.search(text, max(0, start - 10), start))
                or not text[max(0, start - 2) : start - 1].strip()
            )
        beside = before in {"-", "‑", "@", "/", "_", "#", "."} or after[:1] in {"@", "/", "_"}
        return not beside and not (after[:1] in {"-", "‑", "."} and after[1:].isalnum())

    def _is_part(self, text: str, start: int, end: int, one: Surname) -> bool:
        """Whether another name goes on before it or behind it, as in `James Okafor` and `Okafor Street`."""
        before = _BEFORE.search(text, max(0, start - _AROUND), start)
        after = _AFTER.match(text, end)
        # A period behind more than an initial ends the sentence before: "They met in Lagos. Okafor spoke."
        ended = before is not None and before[2] and len(before[1]) > 1
        leads = before is not None and not ended and self._leads(before[1], one)
        return leads or bool(after and self._extends(after[1]))

    def _leads(self, word: str, one: Surname) -> bool:
        plain = word.casefold()
        if plain in lexicons.stop_words(self._language) or self._is_title(plain):
            return False
        if plain in self._words.places or plain in self._words.organizations:
            return True
        # A capital that opens a sentence or a title tells nothing: "Yesterday Okafor", "Pour Okafor".
        return word[0].isupper() and fold(word) not in map(fold, one.name.split()) and not self._is_ordinary(plain)

    def _extends(self, word: str) -> bool:
        plain = word.casefold()
        lists = (self._words.organizations, self._words.places, self._words.events)
        return word[0].isupper() and (any(plain in listed for listed in lists) or not self._is_ordinary(plain))

    def _is_title(self, word: str) -> bool:
        return word in self._words.titles or word in self._words.offices or word in self._words.honorifics

    def _is_ordinary(self, word: str) -> bool:
        return word in self._words.common or word in self._words.saying or _is_common(word, self._language)


def _lower_words(texts: Iterable[str], wanted: set[str]) -> set[str]:
    """Which of these words stand somewhere in lower case as words of their own, not in an address."""
    pattern = r"(?<![\w@./'’\-‑])[^\W\d_]+(?![\w@/]|[.\-‑]\w)"
    found = {fold(word) for text in texts for word in re.findall(pattern, text) if word.islower()}
    return found & wanted


def _with_particles(text: str, start: int, one: Surname) -> int:
    for particle in reversed(one.particles):
        before = _BEFORE.search(text, max(0, start - _AROUND), start)
        if not before or fold(before[1]) != fold(particle):
            break
        start = before.start()
    return start


def _opens(text: str, start: int) -> bool:
    """Whether a sentence or a quotation begins here, so that a capital makes no name."""
    return bool(_OPENS.search(text, max(0, start - 8), start)) or not text[:start].strip()


def _is_common(word: str, language: str) -> bool:
    return fold(word) in lower_case_words(language)
