"""Which names are of one person: full names with and without middle names and initials, surnames, given names."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from apostil.analysis import lexicons
from apostil.domain.entity import Kind, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from apostil.analysis.passages import Passage
    from apostil.analysis.spots import Joins, Name, Spot

GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv", "fils", "pere"})
"""What may follow a surname."""

DOUBTFUL = 0.7
"""A surname that is found to be something else with less confidence on average is a person's all the same."""

_TITLE = re.compile(r"([^\W\d_]+)\.?[ \u00a0\u202f]+$")
_LONGEST_TITLE = 16
_DOUBLED = re.compile(r"(.)\1")


def join(names: Mapping[str, Name], joined: Joins, passages: Sequence[Passage], language: str) -> None:
    """Let every name of a person lead to the fullest one, and every mention by a part of a name to its person."""
    full = [name for name in names.values() if name.kind is Kind.PERSON and len(_words(name)) > 1]
    _join_full(full, joined)
    people = _People(full, joined, passages, language)
    for name in names.values():
        if _may_be_part(name):
            people.own(name)


@cache
def spelt(word: str) -> str:
    """A word of a name as it compares with other spellings of it: `Zelensky`, `Zelenskyy` and `Zelenski` are one."""
    plain = fold(word).replace("ou", "u").replace("y", "i")
    return _DOUBLED.sub(r"\1", plain) if len(word) > 4 else fold(word)


def surname(written: str) -> str:
    """The last word of a full name, which is its bearer's surname in most languages; nothing for a single word."""
    words = [word for word in written.split() if fold(word.rstrip(".")) not in GENERATIONS]
    return words[-1] if len(words) > 1 else ""


def _words(name: Name) -> tuple[str, ...]:
    return tuple(spelt(word) for word in name.words if word not in GENERATIONS)


def _join_full(full: Sequence[Name], joined: Joins) -> None:
    """Joins names such as `J. K. Mwangi` and `Joseph Mwangi` to `Joseph Kamau Mwangi`, where no other would fit."""
    by_last: dict[str, list[Name]] = defaultdict(list)
    for name in full:
        by_last[_words(name)[-1]].append(name)
    for namesakes in by_last.values():
        fullest = sorted(namesakes, key=lambda name: len(name.key), reverse=True)
        for number, name in enumerate(fullest):
            fuller = [other for other in fullest[:number] if _fits(_words(name)[:-1], _words(other)[:-1])]
            if len({joined.root(other.key) for other in fuller}) == 1:
                joined.join(name.key, fuller[0].key)


def _fits(given: tuple[str, ...], fuller: tuple[str, ...]) -> bool:
    """Whether these given names are the others' first ones, or their initials."""
    return len(given) <= len(fuller) and all(
        one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
        for one, other in zip(given, fuller, strict=False)
    )


def _may_be_part(name: Name) -> bool:
    """Whether this may be a part of a person's name: a person, or something that no mention is sure of."""
    return name.kind is Kind.PERSON or len(name.words) == 1


def _is_doubtful(name: Name) -> bool:
    confident = sum(spot.confidence for spot in name.spots) / len(name.spots)
    return not name.known and confident < DOUBTFUL


class _People:
    """The persons of an article by all parts of their names."""

    def __init__(self, full: Iterable[Name], joined: Joins, passages: Sequence[Passage], language: str) -> None:
        self._lists = lexicons.name_words(language)
        self._passages = passages
        self._joined = joined
        self._first: dict[str, tuple[int, int]] = {}
        self._genders: dict[str, set[str]] = defaultdict(set)
        self._last: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._parts: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for name in full:
            root = joined.root(name.key)
            first = min(spot.place for spot in name.spots)
            self._first[root] = min(first, self._first.get(root, first))
            self._genders[root] |= {self._gender(spot) for spot in name.spots} - {""}
            for part, is_last in _parts(_words(name)):
                (self._last if is_last else self._parts)[part].add(root)

    def own(self, name: Name) -> None:
        """Find whose name this is a part of, one mention after the other."""
        words = _words(name)
        owners = self._last.get(words) or self._only_one(name, words)
        if not owners or self._joined.root(name.key) in owners:
            return
        if name.kind is not Kind.PERSON and not _is_doubtful(name):
            for spot in name.spots:
                if spot.kind is Kind.PERSON and spot.confidence > 0.5:
                    spot.owner = self._meant(sorted(owners))
            return
        name.vote(Kind.PERSON)
        for spot in name.spots:
            fitting = [owner for owner in sorted(owners) if self._agree(spot, owner)]
            spot.owner = self._meant(fitting) if fitting else f"{name.key}, {self._gender(spot)}"
        if len({spot.owner for spot in name.spots}) == 1 and name.spots[0].owner in owners:
            self._joined.join(name.key, name.spots[0].owner)

    def _only_one(self, name: Name, words: tuple[str, ...]) -> set[str]:
        """Whose given name this is, where one person alone has it."""
        owners = self._parts.get(words, set())
        return owners if name.kind is Kind.PERSON and len(owners) == 1 else set()

    def _meant(self, owners: list[str]) -> str:
        """The one of these persons who is named first: others of that name are told apart by theirs."""
        return min(owners, key=lambda owner: self._first[owner])

    def _agree(self, spot: Spot, owner: str) -> bool:
        """Whether a person may be called as the title before this mention says."""
        gender = self._gender(spot)
        return not gender or not self._genders[owner] or gender in self._genders[owner]

    def _gender(self, spot: Spot) -> str:
        begin = max(0, spot.start - _LONGEST_TITLE)
        title = _TITLE.search(self._passages[spot.passage].text, begin, spot.start)
        word = title[1].casefold() if title else ""
        if word in self._lists.masculine:
            return "m"
        return "f" if word in self._lists.feminine else ""


def _parts(words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The runs of words of a name that are less than all of it, with whether they end it."""
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            if end - start < len(words) and (end - start > 1 or len(words[start]) > 1):
                yield words[start:end], end == len(words)
