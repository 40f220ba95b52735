"""Which names are of one place, people, organisation, event or work: in short, in other forms, as an acronym."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from apostil.analysis import gazetteer, lexicons, organizations
from apostil.domain.entity import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from apostil.analysis.passages import Passage
    from apostil.analysis.spots import Joins, Name, Spot

_SMALL = frozenset(
    ["of", "the", "and", "for", "in", "on", "a", "de", "du", "des", "la", "le", "les", "l", "d", "et", "en"]
)
_SMALL |= {"en", "aux", "au", "pour", "sur", "da", "do", "dos", "del", "di", "y", "e"}
_SHORTENED = frozenset({Kind.ORGANIZATION, Kind.EVENT, Kind.WORK, Kind.LOCATION})
_SHORTEST_ACRONYM = 2
_CONTRACTED = re.compile(r"\b(?:au|aux|du|des)[ \u00a0]$", re.IGNORECASE)
CODE = 3
SURE_PERSON = 0.6
"""The confidence from which somebody may have a country's name."""


def know(names: Iterable[Name], language: str) -> None:
    """Say of each name what is known of it across languages."""
    found = {name.key: (name, _known(name, language)) for name in names}
    sure = {known[0] for _, known in found.values() if len(known) == 1}
    for name, known in found.values():
        name.known = gazetteer.one_of(known, sure)


def _country(name: Name, language: str) -> gazetteer.Known:
    """The country of this name, or of this code where it stands in brackets as in `Kipchoge (KEN)`."""
    code = gazetteer.codes(language).get(name.spots[0].text) if len(name.key) == CODE else None
    if code and sum(spot.bracketed for spot in name.spots) * 2 > len(name.spots):
        return (code,)
    return gazetteer.countries(language).get(name.key) or ()


def _known(name: Name, language: str) -> gazetteer.Known:
    match name.kind:
        case Kind.LOCATION:
            return _country(name, language) or gazetteer.place(name.spots[0].written, language)
        case Kind.GROUP:
            return gazetteer.peoples().get(name.key) or ()
        case Kind.ORGANIZATION if name.key in organizations.names():
            return (organizations.names()[name.key],)
    return ()


def weigh(name: Name, language: str) -> None:
    """Let names of countries speak for places and those of their people for groups, where no person surely has them.

    Names of several words that an international organisation has speak for that.
    """
    if len(name.words) > 1 and name.key in organizations.names():
        name.vote(Kind.ORGANIZATION)
        return
    country, people = _country(name, language), gazetteer.peoples().get(name.key)
    if bool(country) == bool(people):
        return
    surest = max((spot.confidence for spot in name.spots if spot.kind is Kind.PERSON), default=0)
    person = name.votes.pop(Kind.PERSON) if surest > SURE_PERSON else 0
    name.vote(Kind.LOCATION if country else Kind.GROUP)
    name.votes[Kind.PERSON] = person


def join(names: Mapping[str, Name], joined: Joins, language: str) -> None:
    """Let names of one thing lead to the fullest of them."""
    _join_same(names.values(), joined, lambda name: name.known)
    _join_same(names.values(), joined, _uninflected)
    lists = lexicons.name_words(language)
    shortened = [name for name in names.values() if name.kind in _SHORTENED]
    _join_one_fitting(shortened, joined, lambda name: _short_forms(name, lists.heads), _acronyms_known(language))
    _join_one_fitting(shortened, joined, _acronyms)
    _know_short(names, joined, language)


def call_clubs(names: Iterable[Name], language: str) -> None:
    """Let `City` be the club that an article names in full."""
    found = {name.key: name for name in names}
    last = {name.words[-1] for name in found.values() if name.kind is Kind.ORGANIZATION and len(name.words) > 1}
    for key in last & lexicons.name_words(language).clubs & found.keys():
        found[key].vote(Kind.ORGANIZATION)


def join_contracted(names: Mapping[str, Name], joined: Joins, passages: Sequence[Passage]) -> None:
    """Let the town of `au Port` and `du Port` be that of `Le Port`, where it is written so alone."""
    for name in names.values():
        whole = next((f"{small} {name.key}" for small in ("le", "les") if f"{small} {name.key}" in names), "")
        places = {name.kind, names[whole].kind} if whole else set()
        if places == {Kind.LOCATION} and all(_CONTRACTED.search(_before(spot, passages)) for spot in name.spots):
            joined.join(name.key, whole)


def _before(spot: Spot, passages: Sequence[Passage]) -> str:
    return passages[spot.passage].text[max(0, spot.start - 5) : spot.start]


def unresolved(names: Mapping[str, Name], joined: Joins, language: str) -> list[str]:
    """The keys of what says nothing by itself, the Ministry or the Office, where it is short for none of the article's.

    It may be short for several of them: then nobody can tell for which.
    """
    empty = lexicons.name_words(language).unresolved
    fuller = {joined.root(key) for key in names if joined.root(key) != key}
    return [
        key
        for key, name in names.items()
        if key in empty and name.kind is Kind.ORGANIZATION and joined.root(key) == key and key not in fuller
    ]


def _acronyms_known(language: str) -> frozenset[str]:
    """The acronyms of international organisations, which stand for no part of a longer name: `UN` in `UN Women`."""
    return frozenset(organizations.short(language)) - organizations.generic()


def _know_short(names: Mapping[str, Name], joined: Joins, language: str) -> None:
    """Know international organisations by what the article leads to no other name: their acronyms."""
    fullest = {name.known: name.key for name in names.values() if name.known}
    for name in names.values():
        known = organizations.short(language).get(name.key, "")
        # "Who" and "Fao" are words and names of others.
        is_open = joined.root(name.key) == name.key and name.kind is Kind.ORGANIZATION and not name.known
        if known and is_open and (len(name.key) > CODE or name.spots[0].text.isupper()):
            name.known = known
            joined.join(name.key, fullest.setdefault(known, name.key))


def _join_same(names: Iterable[Name], joined: Joins, trait: Callable[[Name], str]) -> None:
    """Joins all names of one kind that share a trait to the longest of them."""
    sharing: dict[tuple[Kind, str], list[Name]] = defaultdict(list)
    for name in names:
        if trait(name):
            sharing[name.kind, trait(name)].append(name)
    for same in sharing.values():
        fullest = max(same, key=lambda name: len(name.key))
        for name in same:
            joined.join(name.key, fullest.key)


def _uninflected(name: Name) -> str:
    """A word for people without number and gender: `Touareg`, `Touaregs`; `Parisien`, `Parisiennes`."""
    if name.kind is not Kind.GROUP or len(name.key) < 4 or name.known:
        return ""
    stem = name.key.removesuffix("s").removesuffix("e").removesuffix("s")
    return stem.removesuffix("n") if stem.endswith("nn") else stem


def _join_one_fitting(
    names: Sequence[Name],
    joined: Joins,
    shorter: Callable[[Name], Iterable[str]],
    own: frozenset[str] = frozenset(),
) -> None:
    """Joins a name to the only fuller one that may be called so for short, if there is one; not what is its `own`."""
    by_key = {name.key: name for name in names if name.key not in own}
    fuller: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        for key in set(shorter(name)) - {name.key}:
            if key in by_key:
                fuller[key].append(name)
    for key, fitting in fuller.items():
        roots = {joined.root(name.key) for name in fitting if _may_be_short_for(by_key[key], name)}
        if len(roots) == 1:
            joined.join(key, roots.pop())


def _may_be_short_for(name: Name, fuller: Name) -> bool:
    """Whether nothing speaks against it: the United Nations are not their Security Council."""
    is_apart = name.known.startswith(organizations.PREFIX) and name.known != fuller.known
    return name.kind is fuller.kind and not is_apart


def _short_forms(name: Name, heads: frozenset[str]) -> Iterable[str]:
    """What a name begins or ends with: anything of an organisation's, otherwise what kind of thing it is.

    `Ministry` for `Ministry of Health`, `Renault` for `Renault Group`, `Atlantis` for `Space Shuttle Atlantis`.
    """
    words = name.words
    for cut in range(1, len(words)):
        first, last = " ".join(words[:cut]), " ".join(words[cut:])
        if name.kind is Kind.ORGANIZATION or first in heads:
            yield first
        if name.kind in {Kind.ORGANIZATION, Kind.WORK} or last in heads:
            yield last


def _acronyms(name: Name) -> Iterable[str]:
    """The initials of a name, with and without those of its small words."""
    words = [word for word in name.words if word != "s"]
    for initials in ("".join(word[0] for word in words if word not in _SMALL), "".join(word[0] for word in words)):
        if len(initials) >= _SHORTEST_ACRONYM:
            yield initials
            yield " ".join(initials)
    yield from _numbered(words)


def _numbered(words: Sequence[str]) -> Iterable[str]:
    """The initial of a name and the number in it: `M23` for `March 23 Movement`."""
    telling = [word for word in words if word not in _SMALL]
    if len(telling) > 1 and telling[1].isdecimal() and not telling[0].isdecimal():
        yield telling[0][0] + telling[1]
