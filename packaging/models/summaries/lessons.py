"""What is learned from a text: what each choice of a sentence would be worth, one after the other."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np
import scoring
from scoring import NOTHING, Grams

from apostil.analysis.auto.clutter import clutter
from apostil.analysis.auto.features import GROUNDS, features
from apostil.analysis.auto.novelty import choices
from apostil.analysis.auto.reading import read

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from numpy.typing import NDArray
    from sources import Text

    from apostil.analysis.auto.reading import Reading
    from apostil.analysis.auto.weights import Weights

NAMES = tuple(GROUNDS)
NOVELTY = ("overlap", "near", "follows", "carried")
LEANING = NAMES.index("unresolved")
COLUMNS = (*NAMES, *(f"after {name}" for name in NAMES), *NOVELTY)


@dataclass
class Lesson:
    """A text with its features (a row a sentence), and what its sentences are worth together."""

    text: Text
    features: NDArray[np.float64]
    stems: tuple[frozenset[str], ...]
    grams: tuple[Grams, ...]
    abstracts: tuple[Grams, ...]
    weight: float
    worths: dict[frozenset[int], float] = field(default_factory=dict)

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
            follows = place - 1 in chosen
            carried = follows * self.features[place, LEANING]
            rows[place, -len(NOVELTY) :] = len(held & said) / size, max(common), follows, carried
        return rows

    @property
    def places(self) -> range:
        """The places of its sentences."""
        return range(len(self.stems))

    def worth(self, chosen: frozenset[int]) -> float:
        """What these sentences are worth together, in the order of the text."""
        if chosen not in self.worths:
            have = sum((self.grams[place] for place in sorted(chosen)), NOTHING)
            self.worths[chosen] = float(np.mean([scoring.likeness(have, wanted) for wanted in self.abstracts]))
        return self.worths[chosen]

    def beside(self, others: Collection[int], places: Iterable[int]) -> NDArray[np.float64]:
        """What the summary would be worth in which each of these sentences, by turns, stands beside the others."""
        return np.array([self.worth(frozenset([*others, place])) for place in places])

    def choice(self, weights: Weights, count: int) -> list[int]:
        """The sentences that these weights choose."""
        alone = self.features @ np.array([weights.alone[name] for name in NAMES])
        after = alone + self.features @ np.array([weights.after[name] for name in NAMES])
        leaning = self.features[:, LEANING].tolist()
        made = choices(alone.tolist(), after.tolist(), self.stems, weights.novelty, leaning)
        return [chosen.place for chosen in islice(made, count)]


def lessons(text: Text) -> list[Lesson]:
    """Two lessons from a text, with its title and without: people open both."""
    language = text.language
    words = [sentence.cut(text.article.text) for sentence in text.sentences]
    kept = [place for place, is_page in enumerate(clutter(words)) if not is_page]
    reading = read(text.article, text.sentences, language).only(kept)
    grams = tuple(scoring.grams(words[place], language) for place in kept)
    abstracts = tuple(scoring.grams(abstract, language) for abstract in text.abstracts)
    stems = tuple(frozenset(line.stems) for line in reading.lines)
    untitled = replace(reading, headings=(frozenset(), *reading.headings[1:]))
    worths: dict[frozenset[int], float] = {}
    return [Lesson(text, _matrix(one), stems, grams, abstracts, _weight(text), worths) for one in (reading, untitled)]


def _matrix(reading: Reading) -> NDArray[np.float64]:
    columns = features(reading)
    return np.array([columns[name] for name in NAMES]).T


def _weight(text: Text) -> float:
    """Real texts with human summaries count most, what was made of one of our articles a second time least."""
    if text.source.startswith("GUM"):
        return 1.0
    return 0.35 if text.genre in {"headless", "with standfirst"} else 0.7
