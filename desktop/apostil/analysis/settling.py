"""Settles what an engine found into entities: one kind for a name, one entity for all its names.

Every mention votes for the kind of its name with the confidence that the engine has in it. What is known of countries
and of acronyms votes too. Then names of one person, place or organisation join, what was missed of them is found, and
each mention gets the confidence that measurement has shown such a mention to deserve.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from apostil.analysis import acronyms, aliases, brackets, gazetteer, halves, missed, ordinary, persons
from apostil.analysis.confidence import Judgement
from apostil.analysis.spots import Joins, Name, Spot, Spots, key_of
from apostil.analysis.trimming import trim
from apostil.domain.article import Role
from apostil.domain.entity import Entity, Kind, Mention, accents, entity_id
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from apostil.analysis.engine import Finding
    from apostil.analysis.passages import Passage

_OWNER = re.compile(r"(\w[^'’]*)['’]s (?=[^\W\d_a-zà-öø-ÿ])")
_OFFICE = re.compile(r"(?:Ministre|Minister|Secrétaire d['’]État)\b")
_PORTFOLIO = re.compile(
    r"\b[Mm]inist(?:re|er)s?(?: en charge| chargée?)? (?:of|for|du|des|(?:de|à) la |(?:de|à) l['’]|de|aux?)(?: the)? ?$"
)
_AROUND = 40

UNSEEN = 0.0
"""The confidence in a mention that no engine saw."""

LEAST = 0.1
"""What its vote counts all the same."""

SAID = 0.9
"""The confidence in an author's name."""


def settle(
    passages: Sequence[Passage], findings: Sequence[Sequence[Finding]], language: str, authors: Iterable[str] = ()
) -> tuple[Entity, ...]:
    """The entities of an article, by their first mention, from what an engine found in each of its passages."""
    spots = _trimmed(passages, findings, language)
    halves.mend(spots, passages, language)
    for own, passage in zip(spots, passages, strict=True):
        _add_countries(own, passage.text, language)
    introduced = [
        pair for own, passage in zip(spots, passages, strict=True) for pair in _add_introduced(own, passage.text)
    ]
    letters = {key for pair in introduced for key in pair}
    introduced += [pair for pair in brackets.told(spots, passages, language) if letters.isdisjoint(pair)]
    _add_authors(spots, passages, authors)
    names = _named(spots)
    joined = Joins()
    _join_acronyms(names, introduced, joined)
    told = {acronym for acronym, _ in introduced}
    for name in names.values():
        if name.key not in told:
            aliases.weigh(name, language)
        name.settle()
    aliases.call_clubs(names.values(), language)
    aliases.know(names.values(), language)
    persons.join(names, joined, passages, language)
    aliases.join(names, joined, language)
    aliases.join_contracted(names, joined, passages)
    _harmonize(names, joined)
    for key in {*aliases.unresolved(names, joined, language), *ordinary.terms(names, joined, language)}:
        del names[key]
    for name, spot in list(missed.occurrences(passages, names, joined, language)):
        name.spots.append(spot)
    return _entities(passages, names, joined)


# Spots ---------------------------------------------------------------------------------------------------------------


def _trimmed(passages: Sequence[Passage], findings: Sequence[Sequence[Finding]], language: str) -> list[Spots]:
    spots = []
    for index, (passage, found) in enumerate(zip(passages, findings, strict=True)):
        own = Spots(index)
        for finding in found:
            for start, end, kind in _parted(passage.text, finding, language):
                place = trim(passage.text, start, end, kind, language)
                if (
                    place is not None
                    and key_of(passage.text[slice(*place)])
                    and not _is_portfolio(passage.text, place[0], finding)
                ):
                    spot = Spot(index, *place, passage.text[slice(*place)], kind, finding.confidence)
                    spot.bracketed = passage.text[max(0, spot.start - 1) : spot.start] in {"(", "/"}
                    _put_longest(own, spot)
        for before, spot in pairwise(own):
            # In results, what a person runs for stands right behind the name too.
            spot.bracketed |= before.kind is Kind.PERSON and passage.text[before.end : spot.start] == " "
        spots.append(own)
    return spots


def _put_longest(own: Spots, spot: Spot) -> None:
    """Add a spot in place of those that are a part of it, as `Le` is of `Le Port`."""
    met = own.overlapping(spot.start, spot.end)
    if all(spot.start <= other.start and other.end <= spot.end and len(other.text) < len(spot.text) for other in met):
        own.replace(met, [spot])


def _parted(text: str, finding: Finding, language: str) -> Iterator[tuple[int, int, Kind]]:
    """A finding, or those that it runs together: `Kenyan Eliud Lorne`, `Eliud Lorne KEN`, `Mali's Digital Week`."""
    if finding.kind is Kind.PERSON:
        yield from _parted_person(text, finding, language)
        return
    start, end = finding.start, finding.end
    owner = _OWNER.match(text, start, end) if finding.kind in {Kind.ORGANIZATION, Kind.EVENT} else None
    if owner and gazetteer.countries(language).get(owner[1]):
        yield start, owner.end(1), Kind.LOCATION
        start = owner.end()
    yield start, end, finding.kind


def _parted_person(text: str, finding: Finding, language: str) -> Iterator[tuple[int, int, Kind]]:
    """A person, the people before, and the code behind of the country whom results have the person run for."""
    start, end = finding.start, finding.end
    words = text[start:end].split(maxsplit=1)
    if len(words) == 2 and " " in words[1] and gazetteer.peoples().get(words[0]):
        yield start, start + len(words[0]), Kind.GROUP
        start = end - len(words[1])
    name, _, last = text[start:end].rpartition(" ")
    if len(name.split()) > 1 and not name.isupper() and last in gazetteer.codes(language):
        yield end - len(last), end, Kind.LOCATION
        end -= len(last)
    yield start, end, finding.kind


def _is_portfolio(text: str, start: int, finding: Finding) -> bool:
    """Whether this is what a minister is minister of, or the office with it, and no name of a ministry."""
    if finding.kind not in {Kind.ORGANIZATION, Kind.WORK}:
        return False
    return bool(_OFFICE.match(text, start) or _PORTFOLIO.search(text, max(0, start - _AROUND), start))


def _add_countries(spots: Spots, text: str, language: str) -> None:
    """Adds the countries that nothing was found at."""
    for start, end, _ in gazetteer.countries_in(text, language):
        if missed.stands_alone(text, start, end):
            spots.put(Spot(spots.passage, start, end, text[start:end], Kind.LOCATION, UNSEEN))


def _add_introduced(spots: Spots, text: str) -> list[tuple[str, str]]:
    """Adds the spots of acronyms and of the words they stand for; gives their keys in pairs."""
    if "(" not in text:
        return []
    pairs = []
    for one in list(acronyms.introductions(text, {spot.end: spot.start for spot in spots})):
        kinds = [spot.kind for place in (one.acronym, one.words) for spot in spots.overlapping(*place)]
        if kinds and text[slice(*one.words)] != text[slice(*one.words)].lower():
            told = [_ensured(spots, place, text, kinds[0]) for place in (one.acronym, one.words)]
            pairs.append((told[0].key, told[1].key))
    return pairs


def _ensured(spots: Spots, place: tuple[int, int], text: str, kind: Kind) -> Spot:
    """The spot at this place, which takes that of those it overlaps."""
    met = spots.overlapping(*place)
    if len(met) == 1 and (met[0].start, met[0].end) == place:
        return met[0]
    wanted = Spot(spots.passage, *place, text[slice(*place)], kind, UNSEEN)
    spots.replace(met, [wanted])
    return wanted


def _add_authors(spots: Sequence[Spots], passages: Sequence[Passage], authors: Iterable[str]) -> None:
    """The article's authors are persons in its bylines, whatever the engine takes them for."""
    for author in authors:
        for own, passage in zip(spots, passages, strict=True):
            start = passage.text.find(author) if key_of(author) and passage.role is Role.BYLINE else -1
            if start >= 0:
                spot = Spot(own.passage, start, start + len(author), author, Kind.PERSON, SAID)
                own.replace(own.overlapping(spot.start, spot.end), [spot])


# Names ---------------------------------------------------------------------------------------------------------------


def _named(spots: Iterable[Spots]) -> dict[str, Name]:
    names: dict[str, Name] = {}
    for spot in (spot for own in spots for spot in own):
        name = names.setdefault(spot.key, Name(spot.key))
        name.spots.append(spot)
        name.votes[spot.kind] += max(spot.confidence, LEAST) ** 2
    return names


def _join_acronyms(names: dict[str, Name], introduced: Iterable[tuple[str, str]], joined: Joins) -> None:
    for acronym, words in introduced:
        if acronym != words and acronym in names and words in names:
            for kind, votes in names[acronym].votes.items():
                names[words].votes[kind] += votes
            names[acronym].votes = names[words].votes.copy()
            joined.join(acronym, words)


def _harmonize(names: dict[str, Name], joined: Joins) -> None:
    """One kind for all names of an entity: the fullest name's."""
    for key, name in names.items():
        name.kind = names[joined.root(key)].kind


# Entities ------------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Held:
    span: Span
    spot: Spot
    name: Name


def _entities(passages: Sequence[Passage], names: dict[str, Name], joined: Joins) -> tuple[Entity, ...]:
    groups: dict[tuple[str, Kind], list[_Held]] = defaultdict(list)
    for name in names.values():
        for spot in name.spots:
            offset = passages[spot.passage].start
            held = _Held(Span(offset + spot.start, offset + spot.end), spot, name)
            root = spot.owner or joined.root(name.key)
            groups[root, names[root].kind if root in names else Kind.PERSON].append(held)
    entities: dict[str, Entity] = {}
    for (root, kind), group in groups.items():
        entity = _entity(root, kind, sorted(group, key=lambda held: held.span))
        entities[entity.id] = _merged(entities[entity.id], entity) if entity.id in entities else entity
    return tuple(sorted(entities.values(), key=lambda entity: entity.mentions[0].span))


def _entity(root: str, kind: Kind, group: Sequence[_Held]) -> Entity:
    judged = {held.name.key: Judgement(held.name) for held in group}
    mentions = tuple(Mention(held.span, kind, judged[held.name.key].of(held.spot)) for held in group)
    forms = list(dict.fromkeys(held.spot.written for held in group))
    rooted = [held.spot.written for held in group if held.name.key == root]
    counted = Counter(rooted or [max(forms, key=lambda form: (not form.isupper(), len(form)))])
    # A headline's capitals are no name's own, and what was written without its accents was so for want of them.
    name = max(counted, key=lambda form: (not form.isupper(), accents(form), counted[form]))
    known = next((held.name.known for held in group if held.name.known and held.name.kind is kind), "")
    others = tuple(form for form in forms if form != name)
    return Entity(entity_id(name, kind), name, kind, mentions, others, known=known)


def _merged(one: Entity, other: Entity) -> Entity:
    """Two entities that turned out to have one name."""
    mentions = tuple(sorted((*one.mentions, *other.mentions), key=lambda mention: mention.span))
    forms = dict.fromkeys((one.name, *one.aliases, other.name, *other.aliases))
    others = tuple(form for form in forms if form != one.name)
    return Entity(one.id, one.name, one.kind, mentions, others, known=one.known or other.known)
