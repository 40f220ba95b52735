"""How much of what a text is about stands in each of its sentences; linear in the words, without comparing pairs."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apostil.analysis.auto.reading import Reading


def columns(reading: Reading) -> dict[str, list[float]]:
    """Four ways to be central, each beside the most central sentence's.

    `coverage` is the share of the text's repeated words that stand in the sentence, `density` how frequent its words
    are on average, `degree` how many words it has in common with the others (as TextRank and Reduction count it), and
    `centroid` the cosine between its rare words and the text's.
    """
    bags = [Counter(line.stems) for line in reading.lines]
    counts: Counter[str] = Counter()
    held: Counter[str] = Counter()
    for bag in bags:
        counts.update(bag)
        held.update(bag.keys())
    return {
        "coverage": beside_the_largest([float(sum(counts[stem] - 1 for stem in bag)) for bag in bags]),
        "density": beside_the_largest([_mean(counts, bag) for bag in bags]),
        "degree": beside_the_largest(_degrees(bags, held)),
        "centroid": beside_the_largest(_cosines(bags, counts, held)),
    }


def _mean(counts: Counter[str], bag: Counter[str]) -> float:
    return sum(counts[stem] * times for stem, times in bag.items()) / max(4, bag.total())


def _degrees(bags: list[Counter[str]], held: Counter[str]) -> list[float]:
    """The words shared with all the others, divided by the logarithms of the lengths."""
    mean = sum(math.log(2 + bag.total()) for bag in bags) / max(1, len(bags))
    return [
        sum(times * (held[stem] - 1) for stem, times in bag.items()) / (mean + math.log(2 + bag.total()))
        for bag in bags
    ]


def _cosines(bags: list[Counter[str]], counts: Counter[str], held: Counter[str]) -> list[float]:
    rarity = {stem: math.log(1 + len(bags) / many) for stem, many in held.items()}
    whole = {stem: many * rarity[stem] for stem, many in counts.items()}
    found = []
    for bag in bags:
        own = {stem: times * rarity[stem] for stem, times in bag.items()}
        # What the sentence itself adds to the text does not count.
        product = sum(weight * (whole[stem] - weight) for stem, weight in own.items())
        found.append(product / (math.sqrt(sum(weight * weight for weight in own.values())) or 1.0))
    return found


def beside_the_largest(values: list[float]) -> list[float]:
    """The values as shares of the largest of them."""
    most = max(values, default=0.0)
    return [value / most for value in values] if most > 0 else [0.0] * len(values)
