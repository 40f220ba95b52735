"""What is learned from a text: what each choice of a sentence would be worth, one after the other."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
import scoring
from scoring import NOTHING, Grams

from apostil.analysis.auto.features import GROUNDS, features
from apostil.analysis.auto.novelty import order
from apostil.analysis.auto.reading import read

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from sources import Text

    from apostil.analysis.auto.reading import Reading
    from apostil.analysis.auto.weights import Weights

NAMES = tuple(GROUNDS)
NOVELTY = ("overlap", "near", "follows")
COLUMNS = (*NAMES, *(f"after {name}" for name in NAMES), *NOVELTY)


@dataclass
class Lesson:
    """A text with its features (a row a sentence), and what each of its sentences is worth alone."""

    text: Text
    features: NDArray[np.float64]
    stems: tuple[frozenset[str], ...]
    grams: tuple[Grams, ...]
    abstracts: tuple[Grams, ...]
    alone: NDArray[np.float64]
    weight: float
    gains: dict[frozenset[int], NDArray[np.float64]] = field(default_factory=dict)

    def first(self) -> NDArray[np.float64]:
        """The columns of each sentence as the first one chosen."""
        rows = np.zeros((len(self.stems), len(COLUMNS)))
        rows[:, : len(NAMES)] = self.features
        return rows

    def further(self, chosen: list[int]) -> NDArray[np.float64]:
        """The columns of each sentence beside those that are chosen."""
        rows = np.zeros((len(self.stems), len(COLUMNS)))
        rows[:, : len(NAMES)] = rows[:, len(NAMES) : 2 * len(NAMES)] = self.features
        said = frozenset().union(*(self.stems[place] for place in chosen))
        for place, held in enumerate(self.stems):
            size = max(1, len(held))
            common = (len(held & self.stems[one]) / math.sqrt(size * max(1, len(self.stems[one]))) for one in chosen)
            rows[place, -3:] = len(held & said) / size, max(common), place - 1 in chosen
        return rows

    def gain(self, chosen: list[int]) -> NDArray[np.float64]:
        """What each sentence would add to those that are chosen."""
        key = frozenset(chosen)
        if key not in self.gains:
            have = sum((self.grams[place] for place in chosen), NOTHING)
            before = self._worth(have)
            self.gains[key] = np.array([self._worth(have + one) - before for one in self.grams])
        return self.gains[key]

    def _worth(self, have: Grams) -> float:
        return float(np.mean([scoring.overlap(have, wanted) for wanted in self.abstracts]))

    def choice(self, weights: Weights, count: int) -> list[int]:
        """The sentences that these weights choose."""
        alone = self.features @ np.array([weights.alone[name] for name in NAMES])
        after = alone + self.features @ np.array([weights.after[name] for name in NAMES])
        return list(order(alone.tolist(), after.tolist(), self.stems, weights.novelty)[:count])


def lessons(text: Text) -> list[Lesson]:
    """Two lessons from a text, with its title and without: people open both."""
    language = text.language
    reading = read(text.article, text.sentences, language)
    grams = tuple(scoring.grams(sentence.cut(text.article.text), language) for sentence in text.sentences)
    abstracts = tuple(scoring.grams(words, language) for words in text.abstracts)
    alone = np.array([np.mean([scoring.likeness(one, wanted) for wanted in abstracts]) for one in grams])
    stems = tuple(frozenset(line.stems) for line in reading.lines)
    untitled = replace(reading, headings=(frozenset(), *reading.headings[1:]))
    return [Lesson(text, _matrix(one), stems, grams, abstracts, alone, _weight(text)) for one in (reading, untitled)]


def _matrix(reading: Reading) -> NDArray[np.float64]:
    columns = features(reading)
    return np.array([columns[name] for name in NAMES]).T


def _weight(text: Text) -> float:
    """Real texts with human summaries count most, what was made of one of our articles a second time least."""
    if text.source.startswith("GUM"):
        return 1.0
    return 0.35 if text.genre in {"headless", "with standfirst"} else 0.7
