"""What a summary names of its articles and what it leaves out: people, organisations, places… and figures."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.domain.choices import Extract
from apostil.domain.entity import identity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from apostil.domain.entity import Entity, Kind
    from apostil.domain.summary import Survey

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

    One that has a unit or counts nothing is the same in both.
    """

    place: Extract
    amount: str
    whole: str


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


def figures_of(survey: Survey, texts: Sequence[str]) -> list[Figure]:
    """The figures of a survey as the texts of its articles have them."""
    return [
        Figure(
            number,
            texts[number.owner][number.span.start : noun.span.start],
            texts[number.owner][number.span.start : noun.span.end],
        )
        for number, noun in zip(survey.numbers, survey.nouns, strict=True)
    ]


def subjects(entities: Sequence[Iterable[Entity]], figures: Sequence[Figure] = ()) -> tuple[Subject, ...]:
    """The subjects of some articles, most mentioned first: the entities of each article, and their figures.

    What a library takes for one entity is one subject, called as its mentions are most often. Figures that read the
    same are one too, and so is one that stands alone elsewhere: `12 ships`, and later `12`.
    """
    found = (*_of_entities(entities), *_of_figures(figures))
    return tuple(sorted(found, key=lambda one: (one.kind is None, -len(one.mentions), _key(one.mentions[0]))))


def _of_entities(articles: Sequence[Iterable[Entity]]) -> Iterable[Subject]:
    places: defaultdict[str, list[Extract]] = defaultdict(list)
    names: defaultdict[str, Counter[str]] = defaultdict(Counter)
    kinds: dict[str, Kind] = {}
    for owner, entities in enumerate(articles):
        for entity in entities:
            known = identity(entity)
            places[known] += (Extract(owner, mention.span) for mention in entity.mentions)
            names[known][entity.name] += len(entity.mentions)
            kinds[known] = entity.kind
    for known, mentions in places.items():
        if mentions:
            yield Subject(names[known].most_common(1)[0][0], kinds[known], tuple(mentions))


def _of_figures(figures: Sequence[Figure]) -> Iterable[Subject]:
    labels: dict[str, str] = {}
    places: defaultdict[str, list[Extract]] = defaultdict(list)
    counting = _counting(figures)
    for figure in figures:
        amount, whole = _bare(figure.amount), _bare(figure.whole)
        there = counting.get(amount, set()) if amount == whole else ()
        key = next(iter(there)) if len(there) == 1 else whole
        if key == whole:
            labels.setdefault(key, figure.whole)
        places[key].append(figure.place)
    return (Subject(labels[key], None, tuple(mentions)) for key, mentions in places.items())


def _counting(figures: Iterable[Figure]) -> dict[str, set[str]]:
    """For each amount the different wholes in which it counts something."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for figure in figures:
        amount, whole = _bare(figure.amount), _bare(figure.whole)
        if amount != whole:
            found[amount].add(whole)
    return found


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
    """Which of the subjects the shown sentences name, and for the others the best sentence by these ranks."""
    taken, left_out = ({places.numbers[one] for one in some if one in places.numbers} for some in (shown, dropped))
    named: list[Subject] = []
    missing: list[Missing] = []
    for subject, held in zip(places.subjects, places.held, strict=True):
        if taken.isdisjoint(held):
            best = min(held - left_out, key=ranks.__getitem__, default=-1)
            missing.append(Missing(subject, places.sentences[best] if best >= 0 else None))
        else:
            named.append(subject)
    return Coverage(tuple(named), tuple(missing))


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
