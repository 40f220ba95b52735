"""Learns weights by which the sentence that is chosen is worth most: the gradient of what a choice is worth on average.

The scores of a text's sentences make a distribution (softmax) over which is chosen; what the choice is worth on average
is raised step by step (Adam), with the weights kept small. First the sentence that stands alone is learned, from the
abstracts, then the second and third ones, by what all three would be worth: in each place every sentence is tried
beside the two others that the weights of the round before have chosen.
What a round finds hangs on what the one before has chosen, so the last rounds' weights are averaged.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from lessons import COLUMNS, NAMES, NOVELTY

from apostil.analysis.auto.weights import Weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lessons import Lesson
    from numpy.typing import NDArray

ROUNDS = 4
STEPS, FURTHER_STEPS = 400, 250
RATE = 0.05
COUNT = 3
"""So many sentences are learned; further ones are chosen as the last of them."""
REAL_NEWS = 10.0
"""How many times as much GUM's news counts for what follows the first sentence: there its lead goes on."""
ONE_SENTENCE = 0.3
"""How much abstracts of one sentence count there, which say little about how three go together."""
SMALL = np.where(np.arange(len(COLUMNS)) < len(NAMES), 1e-4, 4e-5)
"""How strongly weights are kept small: those of the first choice, and those of the others."""


@dataclass(frozen=True)
class Choices:
    """Choices to be made: rows of sentences, where each choice begins, its weight, and what each sentence is worth."""

    rows: NDArray[np.float64]
    starts: NDArray[np.int64]
    choice: NDArray[np.int64]
    weights: NDArray[np.float64]
    worth: NDArray[np.float64]


def learn(lessons: Sequence[Lesson]) -> Weights:
    """The weights that choose best in these lessons."""
    vector = np.zeros(len(COLUMNS))
    alone = np.arange(len(COLUMNS)) < len(NAMES)
    first = [(one.first(), one.beside((), one.places), one.weight) for one in lessons if one.text.count == 1]
    rounds = [_raised(_choices(first), vector, alone, STEPS)]
    for _ in range(ROUNDS):
        weights = named(rounds[-1])
        further = [choice for one in lessons for choice in _further(one, weights)]
        rounds.append(_raised(_choices(further), rounds[-1], ~alone, FURTHER_STEPS))
    return named(np.mean(rounds[2:], axis=0))


def named(vector: NDArray[np.float64]) -> Weights:
    """The weights by their names, rounded as they are kept."""
    values = [round(float(value), 2) for value in vector]
    count = len(NAMES)
    return Weights(
        dict(zip(NAMES, values[:count], strict=True)),
        dict(zip(NAMES, values[count : 2 * count], strict=True)),
        dict(zip(NOVELTY, values[-len(NOVELTY) :], strict=True)),
    )


Choice = tuple["NDArray[np.float64]", "NDArray[np.float64]", float]
"""The rows of sentences to choose from, what each is worth, and how much the choice counts."""


def _further(lesson: Lesson, weights: Weights) -> Iterator[Choice]:
    """The second and third choices of a lesson, beside all that these weights have chosen."""
    chosen = lesson.choice(weights, COUNT) if len(lesson.stems) > COUNT + 1 else []
    for count in range(1, len(chosen)):
        others = [place for place in chosen if place != chosen[count]]
        left = [place for place in lesson.places if place not in others]
        yield lesson.further(chosen[:count])[left], lesson.beside(others, left), lesson.weight * _emphasis(lesson)


def _emphasis(lesson: Lesson) -> float:
    if lesson.text.count > 1:
        return 1.0
    return REAL_NEWS if lesson.text.genre == "news" and lesson.text.source.startswith("GUM") else ONE_SENTENCE


def _choices(found: Sequence[Choice]) -> Choices:
    rows, worth, emphasis = zip(*found, strict=True)
    sizes = np.array([len(one) for one in rows])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    weights = np.array(emphasis) / sum(emphasis)
    return Choices(np.vstack(rows), starts, np.repeat(np.arange(len(rows)), sizes), weights, np.concatenate(worth))


def _raised(
    choices: Choices, vector: NDArray[np.float64], moving: NDArray[np.bool_], steps: int
) -> NDArray[np.float64]:
    """The weights after a round of steps upwards, in which only some of them move."""
    still = choices.rows[:, ~moving] @ vector[~moving]
    turned = replace(choices, rows=np.ascontiguousarray(choices.rows[:, moving]))
    found, small = vector[moving], SMALL[moving]
    mean, square = np.zeros_like(found), np.zeros_like(found)
    for step in range(1, steps + 1):
        slope = _slope(turned, found, still) - small * found
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope * slope
        found = found + RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-9)
    whole = vector.copy()
    whole[moving] = found
    return whole


def _slope(choices: Choices, vector: NDArray[np.float64], still: NDArray[np.float64]) -> NDArray[np.float64]:
    scores = choices.rows @ vector + still
    scores -= np.maximum.reduceat(scores, choices.starts)[choices.choice]
    chances = np.exp(scores)
    chances /= np.add.reduceat(chances, choices.starts)[choices.choice]
    average = np.add.reduceat(chances * choices.worth, choices.starts)
    pull = chances * (choices.worth - average[choices.choice]) * choices.weights[choices.choice]
    return choices.rows.T @ pull
