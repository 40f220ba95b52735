"""Settles what engine and gazetteer found into entities: one kind for a name, one entity for all its names.

Every mention votes for the kind of its name: what the engine says, the words in the name, the words around it, and
the gazetteer. The kind with the most votes is the kind of every mention. Its share of all votes, with one more vote
against it for modesty, is the confidence: 0.67 for a single mention that only the engine speaks for, more with
every vote that agrees, less with every one that does not.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from apostil.analysis import acronyms, lexicons
from apostil.analysis.cues import ENGINE, Votes, context_votes, is_portfolio, own_votes
from apostil.analysis.gazetteer import Place, places, places_in
from apostil.analysis.sentences import lower_case_words
from apostil.analysis.surnames import PARTICLES, Surnames
from apostil.analysis.tokens import NameIndex, parts
from apostil.analysis.trimming import trim
from apostil.domain.article import Role
from apostil.domain.entity import Entity, Kind, Mention, entity_id, fold
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from apostil.analysis.engine import Finding
    from apostil.analysis.passages import Passage

SURE_PLACE = 5 * ENGINE
"""What the gazetteer's word on a sure place weighs against an engine's."""

LIKELY_PLACE = ENGINE
"""What it weighs on a large city."""


@dataclass(slots=True)
class _Spot:
    """A mention before it is settled, placed in its passage."""

    passage: int
    start: int
    end: int
    text: str
    kind: Kind | None
    place: Place | None = None

    @property
    def key(self) -> str:
        return _key(self.text)


class _Spots:
    """The spots of one passage, in order and without overlap."""

    def __init__(self, passage: int) -> None:
        self.passage = passage
        self._spots: list[_Spot] = []

    def __iter__(self) -> Iterator[_Spot]:
        return iter(self._spots)

    def overlapping(self, start: int, end: int) -> list[_Spot]:
        """The spots that share a character with this range."""
        first = bisect_right(self._spots, start, key=_end_of)
        last = bisect_left(self._spots, end, key=_start_of)
        return self._spots[first:last]

    def put(self, spot: _Spot) -> None:
        """Add a spot where there is none."""
        if not self.overlapping(spot.start, spot.end):
            insort(self._spots, spot, key=_start_of)

    def replace(self, old: list[_Spot], new: list[_Spot]) -> None:
        """Put some spots in the place of others, which follow one another."""
        if old:
            first = bisect_left(self._spots, old[0].start, key=_start_of)
            del self._spots[first : first + len(old)]
        for spot in new:
            self.put(spot)


def _start_of(spot: _Spot) -> int:
    return spot.start


def _end_of(spot: _Spot) -> int:
    return spot.end


@dataclass(slots=True)
class _Name:
    """All spots of one name, and what speaks for its kinds."""

    key: str
    spots: list[_Spot] = field(default_factory=list)
    votes: Votes = field(default_factory=Counter)
    kind: Kind | None = None

    @property
    def words(self) -> tuple[str, ...]:
        return parts(self.key)

    @property
    def confidence(self) -> float:
        won = self.votes[self.kind] if self.kind else 0
        return round(min(0.99, max(0.2, won / (self.votes.total() + 1))), 2)


def settle(
    passages: Sequence[Passage], findings: Sequence[Sequence[Finding]], language: str, authors: Iterable[str] = ()
) -> tuple[Entity, ...]:
    """The entities of an article, by their first mention, from what an engine found in each of its passages."""
    spots = _trimmed(passages, findings, language)
    for own, passage in zip(spots, passages, strict=True):
        _add_places(own, passage.text, language)
    introduced = [
        pair for own, passage in zip(spots, passages, strict=True) for pair in _add_introduced(own, passage.text)
    ]
    names = _voted(passages, spots, language)
    _vote_for_authors(names, passages, authors)
    joined = _Joins()
    _join_acronyms(names, introduced, joined)
    for name in names.values():
        name.kind = _winner(name)
    _join_persons(names, joined)
    _join_places(names, joined)
    _harmonize(names, joined)
    kept = {key: name for key, name in names.items() if name.kind is not None}
    _find_missed(passages, kept, language)
    _find_surnames(passages, kept, joined, language)
    return _entities(passages, kept, joined)


def _key(text: str) -> str:
    return " ".join(parts(fold(text)))


# Spots ---------------------------------------------------------------------------------------------------------------


def _trimmed(passages: Sequence[Passage], findings: Sequence[Sequence[Finding]], language: str) -> list[_Spots]:
    spots = []
    for index, (passage, found) in enumerate(zip(passages, findings, strict=True)):
        own = _Spots(index)
        for finding in found:
            place = trim(passage.text, finding.start, finding.end, finding.kind, language)
            if place is not None and not (_is_abstract(finding.kind) and is_portfolio(passage.text, place[0])):
                own.put(_Spot(index, *place, passage.text[slice(*place)], finding.kind))
        spots.append(own)
    return spots


def _is_abstract(kind: Kind | None) -> bool:
    return kind in {None, Kind.ORGANIZATION, Kind.WORK, Kind.EVENT}


def _add_places(spots: _Spots, text: str, language: str) -> None:
    """Puts the gazetteer's word on the spots, and its places where the engine saw nothing or part of them."""
    for start, end, place in places_in(text):
        found = _Spot(spots.passage, start, end, text[start:end], None, place)
        met = spots.overlapping(start, end)
        if not met:
            if _stands_for_itself(found, text, language):
                spots.put(found)
        elif len(met) == 1 and (met[0].start, met[0].end) == (start, end):
            met[0].place = place
        else:
            spots.replace(met, _resolved(met, found, text, language))


def _resolved(met: list[_Spot], found: _Spot, text: str, language: str) -> list[_Spot]:
    """What stands where a place and other spots overlap."""
    if all(found.start <= spot.start and spot.end <= found.end for spot in met):
        return [found]
    if found.place and found.place.sure and all(_is_only_places(spot) for spot in met):
        return [found]
    if len(met) == 1 and met[0].start == found.start and text[found.end : found.end + 2] in {"'s", "’s"}:
        return [found, *_owned(met[0], found.end + 2, text, language)]
    return met


def _owned(spot: _Spot, start: int, text: str, language: str) -> list[_Spot]:
    """What is left of `Togo’s Harbour Week` without the place it belongs to."""
    rest = trim(text, start, spot.end, spot.kind, language)
    return [_Spot(spot.passage, *rest, text[slice(*rest)], spot.kind)] if rest else []


def _stands_for_itself(found: _Spot, text: str, language: str) -> bool:
    """Whether a place that the engine did not see is one: a sure one, or one behind `in` and its like."""
    if found.place and found.place.sure:
        return True
    return bool(context_votes(text, found.start, found.end, language)[Kind.LOCATION])


def _is_only_places(spot: _Spot) -> bool:
    """Whether the engine ran several places together: `Lagos Kano`."""
    covered = [(start, end) for start, end, _ in places_in(spot.text)]
    return len(covered) > 1 and sum(end - start for start, end in covered) + len(covered) - 1 >= len(spot.text)


def _add_introduced(spots: _Spots, text: str) -> list[tuple[str, str]]:
    """Adds the spots of acronyms and of the words they stand for; gives their keys in pairs."""
    if "(" not in text:
        return []
    found = list(acronyms.introductions(text, {spot.end: spot.start for spot in spots}))
    return [(_ensured(spots, one.acronym, text).key, _ensured(spots, one.words, text).key) for one in found]


def _ensured(spots: _Spots, place: tuple[int, int], text: str) -> _Spot:
    """The spot at this place, which takes that of those it overlaps."""
    met = spots.overlapping(*place)
    if len(met) == 1 and (met[0].start, met[0].end) == place:
        return met[0]
    wanted = _Spot(spots.passage, *place, text[slice(*place)], Kind.ORGANIZATION)
    spots.replace(met, [wanted])
    return wanted


# Votes ---------------------------------------------------------------------------------------------------------------


def _voted(passages: Sequence[Passage], spots: list[_Spots], language: str) -> dict[str, _Name]:
    names: dict[str, _Name] = {}
    for spot in (spot for own in spots for spot in own):
        name = names.setdefault(spot.key, _Name(spot.key))
        if not name.spots:
            name.votes += own_votes(spot.text, language)
        name.spots.append(spot)
        if spot.kind is not None:
            name.votes[spot.kind] += ENGINE
        if spot.place is not None:
            name.votes[Kind.LOCATION] += SURE_PLACE if spot.place.sure else LIKELY_PLACE
        name.votes += context_votes(passages[spot.passage].text, spot.start, spot.end, language)
    names.pop("", None)
    return names


def _vote_for_authors(names: dict[str, _Name], passages: Sequence[Passage], authors: Iterable[str]) -> None:
    """The article's authors are persons, whatever the engine takes them for."""
    for author in authors:
        for index, passage in enumerate(passages):
            start = passage.text.find(author) if author and passage.role is Role.BYLINE else -1
            if start < 0 or not _key(author):
                continue
            name = names.setdefault(_key(author), _Name(_key(author)))
            name.votes[Kind.PERSON] += SURE_PLACE
            if not any((spot.passage, spot.start) == (index, start) for spot in name.spots):
                name.spots.append(_Spot(index, start, start + len(author), author, Kind.PERSON))


def _winner(name: _Name) -> Kind | None:
    if name.votes.total():
        order = list(Kind)
        return max(name.votes, key=lambda kind: (name.votes[kind], -order.index(kind)))
    # What only "miscellaneous" is known of is an organisation where it is an acronym, and otherwise nothing sure.
    text = name.spots[0].text
    if len(text) >= 3 and text.isupper() and text.isalpha():
        name.votes[Kind.ORGANIZATION] += 1
        return Kind.ORGANIZATION
    return None


# Joins ---------------------------------------------------------------------------------------------------------------


class _Joins:
    """Which names are the same entity: each leads to a fuller one."""

    def __init__(self) -> None:
        self._fuller: dict[str, str] = {}

    def join(self, key: str, fuller: str) -> None:
        """Let a name be the same as a fuller one."""
        root, other = self.root(key), self.root(fuller)
        if root != other:
            self._fuller[root] = other

    def root(self, key: str) -> str:
        """The name that stands for all that are the same as this one."""
        while key in self._fuller:
            key = self._fuller[key]
        return key


def _join_acronyms(names: dict[str, _Name], introduced: Iterable[tuple[str, str]], joined: _Joins) -> None:
    for acronym, words in introduced:
        if acronym in names and words in names and acronym != words:
            votes = names[acronym].votes + names[words].votes
            if places().get(words) is None:
                # A place inside of the words does not make the whole a place: "Bank of Mali".
                votes[Kind.LOCATION] = min(votes[Kind.LOCATION], votes[Kind.ORGANIZATION] - 1)
            names[acronym].votes = +votes
            names[words].votes = +votes
            joined.join(acronym, words)


def _join_persons(names: dict[str, _Name], joined: _Joins) -> None:
    """A surname, or a first name that only one person has, joins the full name."""
    full = [name for name in names.values() if name.kind is Kind.PERSON and len(name.words) > 1]
    by_last: dict[str, list[_Name]] = defaultdict(list)
    by_first: dict[str, list[_Name]] = defaultdict(list)
    for name in full:
        for length in range(1, len(name.words)):
            by_last[" ".join(name.words[-length:])].append(name)
        by_first[name.words[0]].append(name)
    for name in names.values():
        owners = by_last.get(name.key) or (by_first.get(name.key, []) if name.kind is Kind.PERSON else [])
        if owners and _may_be_surname(name):
            owner = _nearest(name, owners)
            name.votes[Kind.PERSON] += name.votes.total()
            name.kind = Kind.PERSON
            joined.join(name.key, owner.key)


def _may_be_surname(name: _Name) -> bool:
    if any(spot.place and spot.place.sure for spot in name.spots):
        engine = Counter(spot.kind for spot in name.spots)
        return engine[Kind.PERSON] > engine[Kind.LOCATION]
    return name.kind in {Kind.PERSON, None} or name.votes[Kind.PERSON] * 3 >= name.votes.total() or _is_lone(name)


def _is_lone(name: _Name) -> bool:
    """Whether a name of one word, particles aside, has only an engine's word for what it is."""
    words = [word for word in _as_written(name.spots[0]).split() if fold(word) not in PARTICLES]
    return len(words) == 1 and name.votes.total() <= ENGINE * len(name.spots)


def _nearest(name: _Name, owners: list[_Name]) -> _Name:
    """The owner last named in full before the first of these mentions, otherwise the first one named at all."""
    first = _place_in_text(name.spots[0])

    def last_named(owner: _Name) -> tuple[int, int]:
        return max((_place_in_text(spot) for spot in owner.spots if _place_in_text(spot) <= first), default=(-1, 0))

    return max(owners, key=lambda owner: (last_named(owner), [-part for part in _place_in_text(owner.spots[0])]))


def _place_in_text(spot: _Spot) -> tuple[int, int]:
    return spot.passage, spot.start


def _join_places(names: dict[str, _Name], joined: _Joins) -> None:
    """Names of one place are one entity: `U.S.` and `United States`."""
    fullest: dict[str, _Name] = {}
    same = [(name, place) for name in names.values() if name.kind is Kind.LOCATION and (place := _place_of(name))]
    for name, place in same:
        fullest[place.id] = max(fullest.get(place.id, name), name, key=lambda name: len(name.key))
    for name, place in same:
        joined.join(name.key, fullest[place.id].key)


def _place_of(name: _Name) -> Place | None:
    return next((spot.place for spot in name.spots if spot.place), None)


def _harmonize(names: dict[str, _Name], joined: _Joins) -> None:
    """One kind for all names of an entity: the fullest name's."""
    for key, name in names.items():
        root = names[joined.root(key)]
        if root.kind is not None:
            name.kind = root.kind


# Missed mentions -----------------------------------------------------------------------------------------------------


def _find_missed(passages: Sequence[Passage], names: dict[str, _Name], language: str) -> None:
    """Adds the occurrences of known names that nobody found; longer names and found ones go first."""
    forms = {spot.text: name for name in names.values() for spot in name.spots if _may_be_sought(spot.text, language)}
    index = NameIndex(forms)
    held = _held(passages, names)
    for number, passage in enumerate(passages):
        for start, end, name in index.find(passage.text):
            if not held[number].overlapping(start, end):
                name.spots.append(_Spot(number, start, end, passage.text[start:end], name.kind))


def _find_surnames(passages: Sequence[Passage], names: dict[str, _Name], joined: _Joins, language: str) -> None:
    """Adds the persons' surnames where they stand alone, and the particles that were cut from those that were found."""
    held = _held(passages, names)
    full = {(_as_written(spot), joined.root(name.key)) for name in _persons(names) for spot in name.spots}
    surnames = Surnames(sorted(full), [passage.text for passage in passages], language)
    for number, passage in enumerate(passages):
        title = passage.role in {Role.HEADLINE, Role.HEADING}
        for start, end, one in surnames.find(passage.text, title=title):
            met = held[number].overlapping(start, end)
            owner = _surname_of(names, joined, one.last, one.of)
            if owner is None:
                continue
            if not met:
                owner.spots.append(_Spot(number, start, end, passage.text[start:end], Kind.PERSON))
            elif len(met) == 1 and met[0].end == end and start < met[0].start and met[0] in owner.spots:
                met[0].start, met[0].text = start, passage.text[start:end]


def _held(passages: Sequence[Passage], names: dict[str, _Name]) -> list[_Spots]:
    held = [_Spots(number) for number in range(len(passages))]
    for spot in (spot for name in names.values() for spot in name.spots):
        held[spot.passage].put(spot)
    return held


def _persons(names: dict[str, _Name]) -> list[_Name]:
    return [name for name in names.values() if name.kind is Kind.PERSON]


def _as_written(spot: _Spot) -> str:
    return " ".join(spot.text.split())


def _surname_of(names: dict[str, _Name], joined: _Joins, last: str, root: str) -> _Name | None:
    """The name that a person's surname is kept under; None where it is that of another entity."""
    key = _key(last)
    if key not in names and root in names:
        names[key] = _Name(key, votes=names[root].votes, kind=Kind.PERSON)
        joined.join(key, root)
    return names[key] if key in names and joined.root(key) == root else None


def _may_be_sought(text: str, language: str) -> bool:
    """Whether every occurrence is the name: not so for a single common word, which a sentence may begin with."""
    words = parts(text)
    if len(words) > 1:
        return True
    common = lexicons.name_words(language).common
    return len(text) > 1 and fold(text) not in lower_case_words(language) and text.casefold() not in common


# Entities ------------------------------------------------------------------------------------------------------------


def _entities(passages: Sequence[Passage], names: dict[str, _Name], joined: _Joins) -> tuple[Entity, ...]:
    groups: dict[str, list[_Name]] = defaultdict(list)
    for key, name in names.items():
        root = joined.root(key)
        groups[root if root in names else key].append(name)
    held = _without_overlaps(passages, groups)
    entities: dict[str, Entity] = {}
    for root, group in groups.items():
        if held[root]:
            entity = _entity(root, group, held[root])
            entities.setdefault(entity.id, entity)
    return tuple(sorted(entities.values(), key=lambda entity: entity.mentions[0].span))


def _without_overlaps(
    passages: Sequence[Passage], groups: dict[str, list[_Name]]
) -> dict[str, list[tuple[Span, _Spot, _Name]]]:
    """The mentions of each group in order; of two that overlap the longer stays."""
    found = [(root, name, spot) for root, group in groups.items() for name in group for spot in name.spots]
    found.sort(key=lambda item: (item[2].start - item[2].end, item[2].passage, item[2].start))
    taken: dict[int, set[int]] = defaultdict(set)
    held: dict[str, list[tuple[Span, _Spot, _Name]]] = defaultdict(list)
    for root, name, spot in found:
        places_taken = set(range(spot.start, spot.end))
        if places_taken & taken[spot.passage]:
            continue
        taken[spot.passage] |= places_taken
        offset = passages[spot.passage].start
        held[root].append((Span(offset + spot.start, offset + spot.end), spot, name))
    for mentions in held.values():
        mentions.sort(key=lambda item: item[0])
    return held


def _entity(root: str, group: list[_Name], held: list[tuple[Span, _Spot, _Name]]) -> Entity:
    kind = next((name.kind for name in group if name.key == root), group[0].kind) or Kind.ORGANIZATION
    mentions = tuple(Mention(span, kind, name.confidence) for span, _, name in held)
    forms = list(dict.fromkeys(" ".join(spot.text.split()) for _, spot, _ in held))
    rooted = [" ".join(spot.text.split()) for _, spot, name in held if name.key == root]
    name = Counter(rooted).most_common(1)[0][0] if rooted else max(forms, key=len)
    return Entity(entity_id(name, kind), name, kind, mentions, tuple(form for form in forms if form != name))
