"""What a summary names of its articles and what it leaves out: people, organisations, places… and figures."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.domain.choices import Extract
from apostil.domain.entity import Kind, fold, identity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from apostil.domain.entity import Entity

_JOINING = frozenset(("of", "the", "de", "du", "des", "la", "le", "les"))
"""What joins the words of a name, in one language or another."""

_IN_TOWN = (["port"], ["city"], ["town"], ["ville"])
"""What may stand before the name of a town and mean no other place."""

_DIFFERENT = 2
"""So many things whose meanings are known, and are not the same, are different ones."""

_FARTHEST = 1 << 40
"""More than the characters of any article, so that one number says in which article a place is, and where."""


@dataclass(frozen=True, slots=True)
class Subject:
    """An entity or a figure (`kind` is None), in one article or several, with every place that names it, in order."""

    label: str
    kind: Kind | None
    mentions: tuple[Extract, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in one place: how its text has the amount, and the whole with what it counts, where it counts anything.

    One that has a unit or counts nothing is the same in both. `value` is the amount with its unit and `thing` what is
    counted, both in words that are the same in every language; each is empty where it is not known.
    """

    place: Extract
    amount: str
    whole: str
    value: str = ""
    thing: str = ""
    language: str = ""

    @property
    def counts(self) -> bool:
        """Whether something is counted."""
        return len(self.whole) > len(self.amount)


@dataclass(frozen=True, slots=True)
class Missing:
    """What no sentence of a summary names; `best` is the best one that does, of those that are not dropped."""

    subject: Subject
    best: Extract | None


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a summary names and what it leaves out: what is mentioned most first, and figures last."""

    named: tuple[Subject, ...] = ()
    missing: tuple[Missing, ...] = ()


def subjects(entities: Sequence[Iterable[Entity]], figures: Sequence[Figure] = ()) -> tuple[Subject, ...]:
    """The subjects of some articles, most mentioned first: the entities of each article, and their figures.

    What a library takes for one entity is one subject, called as its mentions are most often. Figures that come to the
    same are one too, and so is one that stands alone elsewhere: `12 ships`, and later `12`.
    """
    found = (*_of_entities(entities), *_of_figures(figures))
    return tuple(sorted(found, key=lambda one: (one.kind is None, -len(one.mentions), _key(one.mentions[0]))))


def _of_entities(articles: Sequence[Iterable[Entity]]) -> Iterable[Subject]:
    everywhere = [(owner, entity) for owner, entities in enumerate(articles) for entity in entities]
    towns = {fold(one.name): identity(one) for _, one in everywhere if one.kind is Kind.LOCATION}
    places: defaultdict[str, list[Extract]] = defaultdict(list)
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[str, Kind] = {}
    for owner, entity in everywhere:
        known = _same_everywhere(entity, towns)
        places[known] += (Extract(owner, mention.span) for mention in entity.mentions)
        names[known][entity.name] += len(entity.mentions)
        kinds[known] = entity.kind
    for known, mentions in places.items():
        if mentions:
            yield Subject(names[known].most_common(1)[0][0], kinds[known], tuple(sorted(mentions)))


def _same_everywhere(entity: Entity, towns: Mapping[str, str]) -> str:
    """What an entity is in all articles: a name of which nothing is known, without what joins its words.

    So the `port of Lindara` is the `port de Lindara`, and both are Lindara where that is named as well.
    """
    words = fold(entity.name).replace("d'", "de ").split()
    told = [word for word in words if word not in _JOINING]
    if entity.known or len(told) == len(words):
        return identity(entity)
    town = towns.get(" ".join(told[1:])) if entity.kind is Kind.LOCATION and told[:1] in _IN_TOWN else None
    return town or f"{entity.kind}:{' '.join(told)}"


def _of_figures(figures: Sequence[Figure]) -> Iterable[Subject]:
    labels: dict[_Key, str] = {}
    places: defaultdict[_Key, list[Extract]] = defaultdict(list)
    same = _same_things(figures)
    for figure in figures:
        amount = _amount(figure)
        known = same.get(amount, {})
        there = set(known.values())
        thing = known[_thing(figure)] if figure.counts else next(iter(there)) if len(there) == 1 else ""
        if figure.counts or not thing:
            labels.setdefault((amount, thing), figure.whole)
        places[amount, thing].append(figure.place)
    return (Subject(labels[key], None, tuple(mentions)) for key, mentions in places.items())


_Key = tuple[str, str]
"""What a figure comes to, and what it counts."""


def _same_things(figures: Iterable[Figure]) -> dict[str, dict[str, str]]:
    """For each amount the things that it counts, and for which of them each stands."""
    found: defaultdict[str, defaultdict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    for figure in figures:
        if figure.counts:
            found[_amount(figure)][_thing(figure)].append(figure)
    return {amount: _joined(amount, things) for amount, things in found.items()}


def _joined(amount: str, things: Mapping[str, Sequence[Figure]]) -> dict[str, str]:
    """Things that each stand for themselves; or all for the first, where each is what one language says of the amount.

    Nobody may know what two of them mean: then they would be the same already. A single digit says too little.
    """
    languages = [{figure.language for figure in counting} for counting in things.values()]
    are_apart = len(set().union(*languages)) == sum(map(len, languages))
    known = sum(bool(counting[0].thing) for counting in things.values())
    is_one = len(amount) > 1 and are_apart and known < _DIFFERENT
    return dict.fromkeys(things, next(iter(things))) if is_one else {thing: thing for thing in things}


def _amount(figure: Figure) -> str:
    return figure.value or _bare(figure.amount)


def _thing(figure: Figure) -> str:
    """What a figure counts; in another language only what is known there is the same."""
    return figure.thing or f"{figure.language}:{_bare(figure.whole[len(figure.amount) :])}"


def _bare(words: str) -> str:
    """Words without their case and their spaces."""
    return "".join(words.casefold().split())


@dataclass(frozen=True, slots=True)
class Placed:
    """Which sentences hold which subjects: worked out once, for every summary of them.

    `sentences` are all of them, article by article and in order, and `held` has for each of the `subjects` the numbers
    of the sentences that name it. What none of them names, as only a headline does, is left out.
    """

    subjects: tuple[Subject, ...]
    held: tuple[frozenset[int], ...]
    sentences: Sequence[Extract]
    numbers: dict[Extract, int]


def placed(named_in: Sequence[Subject], sentences: Sequence[Extract]) -> Placed:
    """Look for the subjects, given in the order they are to have, in the sentences."""
    starts = [_key(sentence) for sentence in sentences]
    found = [(subject, frozenset(_places(subject, sentences, starts))) for subject in named_in]
    there = [(subject, held) for subject, held in found if held]
    numbers = {sentence: number for number, sentence in enumerate(sentences)}
    return Placed(tuple(one for one, _ in there), tuple(held for _, held in there), sentences, numbers)


def coverage(
    places: Placed, shown: Iterable[Extract], ranks: Sequence[int], dropped: Iterable[Extract] = ()
) -> Coverage:
    """Which of the subjects the shown sentences name, and for the others the best sentence by these ranks.

    A surname alone is named where exactly one person who bears it is: `Roberts`, beside `Mitchell Roberts`.
    """
    taken, left_out = ({places.numbers[one] for one in some if one in places.numbers} for some in (shown, dropped))
    found = [
        (subject, held, not taken.isdisjoint(held)) for subject, held in zip(places.subjects, places.held, strict=True)
    ]
    bearers = Counter(key for subject, _, is_named in found if is_named for key in _surnames(subject))
    named: list[Subject] = []
    missing: list[Missing] = []
    for subject, held, is_named in found:
        if is_named or _is_borne_once(subject, bearers):
            named.append(subject)
        else:
            best = min(held - left_out, key=ranks.__getitem__, default=-1)
            missing.append(Missing(subject, places.sentences[best] if best >= 0 else None))
    return Coverage(tuple(named), tuple(missing))


def _surnames(subject: Subject) -> Iterable[tuple[int, str]]:
    """The last word of a person's full name, with each article that mentions them."""
    words = fold(subject.label).split() if subject.kind is Kind.PERSON else []
    return {(mention.owner, words[-1]) for mention in subject.mentions} if len(words) > 1 else ()


def _is_borne_once(subject: Subject, bearers: Mapping[tuple[int, str], int]) -> bool:
    """Whether this is a surname alone that one person bears in every article that mentions it."""
    name = fold(subject.label)
    is_surname = subject.kind is Kind.PERSON and len(name.split()) == 1
    return is_surname and all(bearers.get((mention.owner, name)) == 1 for mention in subject.mentions)


def _places(subject: Subject, sentences: Sequence[Extract], starts: Sequence[int]) -> Iterable[int]:
    """The sentence of each mention that stands in one, counted from 0."""
    for mention in subject.mentions:
        place = bisect_right(starts, _key(mention)) - 1
        if place >= 0 and _is_inside(mention, sentences[place]):
            yield place


def _is_inside(mention: Extract, sentence: Extract) -> bool:
    return sentence.owner == mention.owner and mention.span.start < sentence.span.end


def _key(extract: Extract) -> int:
    return extract.owner * _FARTHEST + extract.span.start
