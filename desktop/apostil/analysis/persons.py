"""Which names are of one person: full names with and without middle names and initials, surnames, given names."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from apostil.analysis import gazetteer, lexicons
from apostil.analysis.patterns import SPACE
from apostil.analysis.tokens import parts
from apostil.domain.entity import Kind, fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from apostil.analysis.passages import Passage
    from apostil.analysis.spots import Joins, Name, Spot

GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv", "fils", "pere"})
"""What may follow a surname."""

DOUBTFUL = 0.7
"""A surname that is found to be something else with less confidence on average is a person's all the same."""

DOUBTFUL_GIVEN = 0.85
"""The same for a given name, which stands for nobody else in the article."""

NEAR = 2
"""So many passages further on, a surname alone may still be the one's who was named in full."""

_TITLE = re.compile(rf"([^\W\d_]+)([.,]?){SPACE}+$")
_NEXT = re.compile(rf"{SPACE}+([^\W\d_]+)")
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


def family(last: str) -> str:
    """The key of all who have a surname together, as of an entity; that of one of them, whoever it is, is another."""
    return f"{last},s"


def is_of_family(text: str, start: int, end: int, language: str) -> bool:
    """Whether a surname here is that of several at once: `the Okafor brothers`, `les époux Le Goff`."""
    lists = lexicons.name_words(language)
    behind = _NEXT.match(text, end)
    return _before(text, start, language) in lists.family_before or (
        behind is not None and behind[1].casefold() in lists.family_behind
    )


def _before(text: str, start: int, language: str, marks: str = "") -> str:
    """The word before a place, if it may be a title of what follows; one of these marks may stand between them."""
    word = _TITLE.search(text, max(0, start - _LONGEST_TITLE), start)
    title = word[1].casefold() if word else ""
    is_short = title in lexicons.sentence_words(language).titles
    return title if word and (word[2] in marks or (word[2] == "." and is_short)) else ""


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
            fuller = [other for other in fullest[:number] if _fits(_given(name), _given(other))]
            if len({joined.root(other.key) for other in fuller}) == 1:
                joined.join(name.key, fuller[0].key)


def _given(name: Name) -> tuple[tuple[str, ...], ...]:
    """The given names of a full name, and what is between them and its last word; `Jean-Luc` is one of two words."""
    split = [tuple(map(spelt, parts(fold(word)))) for word in re.split(r"[\s.]+(?![-‑])", name.spots[0].written)]
    return tuple(word for word in split if word and word[0] not in GENERATIONS)[:-1]


def _fits(given: tuple[tuple[str, ...], ...], fuller: tuple[tuple[str, ...], ...]) -> bool:
    """Whether these given names are the others' first ones, or their initials."""
    return len(given) <= len(fuller) and all(map(_is_short_for, given, fuller))


def _is_short_for(given: tuple[str, ...], fuller: tuple[str, ...]) -> bool:
    return len(given) == len(fuller) and all(
        one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])
        for one, other in zip(given, fuller, strict=True)
    )


def _may_be_part(name: Name) -> bool:
    """Whether this may be a part of a person's name: a person, or something that no mention is sure of."""
    return name.kind is Kind.PERSON or len(name.words) == 1


def _is_doubtful(name: Name, limit: float) -> bool:
    confident = sum(spot.confidence for spot in name.spots) / len(name.spots)
    return not name.known and confident < limit


class _People:
    """The persons of an article by all parts of their names."""

    def __init__(self, full: Iterable[Name], joined: Joins, passages: Sequence[Passage], language: str) -> None:
        self._lists = lexicons.name_words(language)
        self._language = language
        self._passages = passages
        self._joined = joined
        self._named: dict[str, list[tuple[int, int]]] = defaultdict(list)
        self._genders: dict[str, set[str]] = defaultdict(set)
        self._offices: dict[str, set[str]] = defaultdict(set)
        self._last: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._parts: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._given: dict[str, set[str]] = defaultdict(set)
        for name in full:
            self._add(name, joined.root(name.key))

    def _add(self, name: Name, root: str) -> None:
        self._named[root] += [spot.place for spot in name.spots]
        self._genders[root] |= {self._gender(spot) for spot in name.spots} - {""}
        self._offices[root] |= {self._office(spot) for spot in name.spots} - {""}
        self._given[_words(name)[0]].add(root)
        for part, is_last in _parts(_words(name)):
            (self._last if is_last else self._parts)[part].add(root)

    def own(self, name: Name) -> None:
        """Find whose name this is a part of, one mention after the other."""
        words = _words(name)
        if self._is_family(name):
            name.vote(Kind.PERSON)
            for spot in name.spots:
                spot.owner = family(name.key.removesuffix("s"))
            return
        owners = self._last.get(words) or self._only_one(name, words)
        if not owners or self._joined.root(name.key) in owners:
            return
        self._learn(name, owners)
        limit = DOUBTFUL if words in self._last else DOUBTFUL_GIVEN
        if name.kind is not Kind.PERSON and not _is_doubtful(name, limit):
            for spot in name.spots:
                if spot.kind is Kind.PERSON and spot.confidence > 0.5:
                    spot.owner = self._meant(spot, owners)
            return
        name.vote(Kind.PERSON)
        for spot in name.spots:
            spot.owner = self._meant(spot, owners)
        if {spot.owner for spot in name.spots} == owners:
            self._joined.join(name.key, name.spots[0].owner)

    def _is_family(self, name: Name) -> bool:
        """Whether this is the plural of the surname of somebody in the article: `the Okafors`."""
        if self._language != "en" or name.known or not name.key.endswith("s") or _words(name) in self._last:
            return False
        is_surname = (spelt(name.key.removesuffix("s")),) in self._last
        return is_surname and all(self._title(spot) == "the" for spot in name.spots)

    def _only_one(self, name: Name, words: tuple[str, ...]) -> set[str]:
        """Whose given name this is, where one person alone has it; a place or a people keep theirs."""
        owners = self._parts.get(words, set())
        if name.kind is not Kind.PERSON and self._may_be_elsewhere(name):
            owners = set()
        elif name.kind is not Kind.PERSON:
            owners = self._given.get(words[0], set()) if len(words) == 1 else set()
        return owners if len(owners) == 1 else set()

    def _may_be_elsewhere(self, name: Name) -> bool:
        written = name.spots[0].written
        return bool(name.known or gazetteer.place(written, self._language) or gazetteer.peoples().get(written))

    def _learn(self, name: Name, owners: set[str]) -> None:
        """Who alone may be `Mme Le Goff` is a woman, so that `M. Le Goff` is somebody else."""
        for spot in sorted(name.spots, key=lambda spot: spot.place):
            fitting = [owner for owner in owners if self._agree(spot, owner)]
            if self._gender(spot) and len(fitting) == 1:
                self._genders[fitting[0]].add(self._gender(spot))

    def _meant(self, spot: Spot, owners: set[str]) -> str:
        """The one of these persons that only can be meant here; otherwise somebody by the name alone.

        Nobody may be taken for a namesake: who is charged in an article is seldom the only one of that surname.
        """
        apart = f"{spot.key},"
        if is_of_family(self._passages[spot.passage].text, spot.start, spot.end, self._language):
            return family(spot.key)
        fitting = [owner for owner in owners if self._agree(spot, owner)]
        in_office = [owner for owner in fitting if self._office(spot) in self._offices[owner]]
        near = [owner for owner in fitting if self._is_near(spot, owner)]
        return next((some[0] for some in (fitting, in_office, near) if len(some) == 1), apart)

    def _is_near(self, spot: Spot, owner: str) -> bool:
        """Whether a person is named in full not long before."""
        return any((spot.passage - NEAR, 0) <= place < spot.place for place in self._named[owner])

    def _agree(self, spot: Spot, owner: str) -> bool:
        """Whether a person may be called as the title before this mention says."""
        gender = self._gender(spot)
        return not gender or not self._genders[owner] or gender in self._genders[owner]

    def _gender(self, spot: Spot) -> str:
        # "His wife, Ann Bell"; but not "she told her son, Bell said".
        word = self._title(spot, "," if len(spot.key.split()) > 1 else "")
        if word in self._lists.masculine:
            return "m"
        return "f" if word in self._lists.feminine else ""

    def _title(self, spot: Spot, marks: str = "") -> str:
        return _before(self._passages[spot.passage].text, spot.start, self._language, marks)

    def _office(self, spot: Spot) -> str:
        """The title before a mention that not everybody has."""
        word = self._title(spot)
        return word if word in self._lists.titles and not self._gender(spot) else ""


def _parts(words: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The runs of words of a name that are less than all of it, with whether they end it."""
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            if end - start < len(words) and (end - start > 1 or len(words[start]) > 1):
                yield words[start:end], end == len(words)
