"""Ranks the sentences of a text by the automatic method, and says what spoke for and against each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.analysis.auto import weights as weighing
from apostil.analysis.auto.chapters import in_turns, parts
from apostil.analysis.auto.clutter import clutter
from apostil.analysis.auto.features import GROUNDS, features
from apostil.analysis.auto.novelty import DIGITS, choices
from apostil.analysis.auto.rulings import WORTH, rulings
from apostil.analysis.repeated import twins
from apostil.domain.summary import Ground

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from apostil.analysis.auto.reading import Reading
    from apostil.analysis.auto.weights import Weights

    Grounds = tuple[tuple[Ground, float], ...]


TELLING = 3
"""A sentence with fewer different words that say something comes behind all that say something new: `He wept.`"""


@dataclass(frozen=True, slots=True)
class Scored:
    """What the method thinks of every sentence: parallel tuples, empty where a text has no sentences.

    `ranks` (from 1, each once) are the order in which they are chosen, where what others have said already counts less;
    `scores` are what each was worth where it was chosen, the sum of its `grounds`.
    """

    scores: tuple[float, ...] = ()
    ranks: tuple[int, ...] = ()
    grounds: tuple[Grounds, ...] = ()


def rank(reading: Reading, weights: Weights | None = None) -> Scored:
    """Rank the sentences of a text, those of the page around it last."""
    kept = [place for place, is_page in enumerate(clutter([line.text for line in reading.lines])) if not is_page]
    told = _ranked(reading.only(kept), weights or weighing.learned())
    return told if len(kept) == len(reading.lines) else _among(told, kept, len(reading.lines))


def _among(told: Scored, kept: Sequence[int], count: int) -> Scored:
    """What was said of the article's sentences, and of those of the page, which come behind the worst of them."""
    lowest = round(min(told.scores) - 1, DIGITS)
    scores: list[float] = [lowest] * count
    grounds: list[Grounds] = [((Ground.PAGE, lowest),)] * count
    for number, place in enumerate(kept):
        scores[place], grounds[place] = told.scores[number], told.grounds[number]
    others = sorted(set(range(count)).difference(kept))
    chosen = [place for _, place in sorted(zip(told.ranks, kept, strict=True))]
    return Scored(tuple(scores), _ranks([*chosen, *others]), tuple(grounds))


def _ranked(reading: Reading, known: Weights) -> Scored:
    """Rank these sentences; a book's by its chapters first."""
    grounds: list[Grounds] = []
    orders = []
    for places in parts(reading.lines):
        part = reading.part(places) if len(places) < len(reading.lines) else reading
        chosen = dict(_chosen(part, known))
        grounds += [chosen[place] for place in range(len(places))]
        orders.append([places[place] for place in chosen])
    ranks = _ranks(in_turns(orders))
    return Scored(tuple(round(sum(value for _, value in one), DIGITS) for one in grounds), ranks, tuple(grounds))


def _chosen(part: Reading, known: Weights) -> Iterator[tuple[int, Grounds]]:
    """The places of the sentences, the best first, each with what spoke for it and against it when it was chosen."""
    measured, count = features(part), len(part.lines)
    first = _grounds(measured, known.alone, count)
    further = _grounds(measured, known.further, count)
    decided = [WORTH * ruled for ruled in rulings(part)]
    alone, after = (_sums(measured, weights, count, decided) for weights in (known.alone, known.further))
    stems = [frozenset(line.stems) for line in part.lines]
    kept_back = _kept_back(part, decided)
    made = choices(alone, after, stems, known.novelty, measured["unresolved"], kept_back)
    for number, (place, beside, lowered) in enumerate(made):
        spoke = dict((further if number else first)[place])
        spoke[Ground.NOVELTY] = beside
        spoke[kept_back.get(place, Ground.NOVELTY)] += lowered
        if decided[place]:
            spoke[Ground.RULING] = decided[place]
        yield place, tuple((ground, round(value, DIGITS)) for ground, value in spoke.items())


def _kept_back(part: Reading, decided: Sequence[float]) -> dict[int, Ground]:
    """The places of the sentences that come behind those that say something new, with what speaks against each."""
    slight = (place for place, line in enumerate(part.lines) if len({*line.stems}) < TELLING and not decided[place])
    again = (place for group in twins(line.text for line in part.lines) for place in group[1:])
    return dict.fromkeys(slight, Ground.LENGTH) | dict.fromkeys(again, Ground.NOVELTY)


def _sums(
    measured: Mapping[str, Sequence[float]], weights: Mapping[str, float], count: int, given: Sequence[float] = ()
) -> list[float]:
    """What the features of each sentence are worth, on top of what is `given`.

    They are added up in one order, so that every machine finds the same.
    """
    totals = list(given) or [0.0] * count
    for name in GROUNDS:
        weight = weights.get(name, 0.0)
        if weight:
            totals = [total + weight * value for total, value in zip(totals, measured[name], strict=True)]
    return totals


def _grounds(measured: Mapping[str, Sequence[float]], weights: Mapping[str, float], count: int) -> list[Grounds]:
    """The part of each ground in what each sentence is worth."""
    columns = {
        ground: _sums(measured, {name: weights.get(name, 0.0) for name in names}, count)
        for ground, names in _NAMES.items()
    }
    return [
        tuple((ground, round(column[place], DIGITS)) for ground, column in columns.items()) for place in range(count)
    ]


_NAMES = {ground: [name for name in GROUNDS if GROUNDS[name] is ground] for ground in dict.fromkeys(GROUNDS.values())}


def _ranks(chosen: Sequence[int]) -> tuple[int, ...]:
    ranks = [0] * len(chosen)
    for number, place in enumerate(chosen, 1):
        ranks[place] = number
    return tuple(ranks)
