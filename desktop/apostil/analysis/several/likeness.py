"""How alike the sentences of several articles are, within a language and across languages."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from apostil.analysis.several.features import anchors_in, words_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

    from apostil.analysis.several.features import Part
    from apostil.analysis.summarizers.terms import Terms

    Floats = npt.NDArray[np.float64]
    Integers = npt.NDArray[np.int64]

REPEATS = 0.7
"""From here on one sentence says no more than another one of its language."""

REPEATS_ABROAD = 0.62
"""The same of two languages, of which only names and figures are compared: a name and a figure, or three names."""

NAME, FIGURE = 0.8, 1.2
"""What sentences share says more where it is a figure: much is said of the same two countries."""

NOTABLE = 0.3
"""What is less alike is not kept."""

MOST = 0.6
"""An article of which so many sentences stand in another one has the same origin."""

CAUTION = 1.0
"""How many names or figures it takes, about, until what two languages share says much."""


@dataclass(frozen=True)
class Likeness:
    """What sentences, counted through all articles, have in common.

    `nearest` says of each sentence how alike the most similar one of each article is. The sentences that are notably
    like the i-th are `others[starts[i]:starts[i + 1]]`, and `degrees` says how much: 1 where one repeats the other.
    """

    owners: Integers
    nearest: Floats
    starts: Integers
    others: Integers
    degrees: Floats

    def origins(self) -> Integers:
        """A number for each article, the same for articles that are copies of one story."""
        import numpy as np

        count = self.nearest.shape[1]
        sizes = np.maximum(np.bincount(self.owners, minlength=count), 1)
        shares = np.stack([np.bincount(self.owners, self.nearest[:, one] >= 1, count) / sizes for one in range(count)])
        found = np.arange(count)
        for one, other in zip(*np.nonzero(np.maximum(shares, shares.T) >= MOST), strict=True):
            found[found == found[other]] = found[one]
        return found


def likeness(parts: Sequence[Part]) -> Likeness:
    """Compare all sentences of these articles with each other; together they have one at least."""
    import numpy as np

    bags = _Bags.of(parts)
    nearest = np.zeros((len(bags.owners), len(parts)))
    kept = []
    for first, products in bags.terms.products(bags.values):
        degrees = bags.degrees(products, first)
        nearest[first : first + len(degrees)] = _best(degrees, bags.owners, len(parts))
        at, others = np.nonzero(degrees >= NOTABLE)
        kept.append((at + first, others, degrees[at, others]))
    at, others, found = (np.concatenate(each) for each in zip(*kept, strict=True))
    return Likeness(bags.owners, nearest, np.searchsorted(at, np.arange(len(bags.owners) + 1)), others, found)


@dataclass(frozen=True)
class _Bags:
    """What stands in each sentence, weighed by how rare it is.

    `lengths` are those of the sentences' vectors, `abroad` those of their names and figures alone.
    """

    terms: Terms
    values: Floats
    owners: Integers
    languages: Integers
    lengths: Floats
    abroad: Floats

    @classmethod
    def of(cls, parts: Sequence[Part]) -> _Bags:
        """The names, the figures and the stems of these articles' sentences."""
        import numpy as np

        from apostil.analysis.summarizers.terms import Terms

        anchors = list(chain.from_iterable(map(anchors_in, parts)))
        words = chain.from_iterable(map(words_in, parts))
        numbers: dict[str, int] = {}
        for anchor in chain.from_iterable(anchors):
            numbers.setdefault(anchor, len(numbers))
        known = tuple(numbers)
        first_word = len(known)
        bags = [
            [numbers.setdefault(term, len(numbers)) for term in chain(named, own)]
            for named, own in zip(anchors, words, strict=True)
        ]
        terms = Terms.counted(bags, len(numbers))
        rarity = np.log((len(bags) + 1) / np.maximum(terms.spread, 1))
        weights = np.ones(terms.size)
        weights[:first_word] = [FIGURE if anchor.startswith("figure:") else NAME for anchor in known]
        values = np.sqrt(terms.counts) * (weights * rarity)[terms.terms]
        squares, named_ones = values**2, terms.terms < first_word
        care = CAUTION * float(np.mean(rarity[:first_word]) if first_word else 1.0) ** 2
        tongues = {part.language: number for number, part in enumerate(parts)}
        owners = np.repeat(np.arange(len(parts)), [len(part.survey.sentences) for part in parts])
        return cls(
            terms,
            values,
            owners,
            np.array([tongues[part.language] for part in parts], np.int64)[owners],
            np.sqrt(np.bincount(terms.rows, squares, terms.sentences)),
            np.sqrt(np.bincount(terms.rows, squares * named_ones, terms.sentences) + care),
        )

    def degrees(self, products: Floats, first: int) -> Floats:
        """How alike some sentences, from this one on, are to all; a sentence is not compared with itself."""
        import numpy as np

        rows = slice(first, first + len(products))
        found = products / np.maximum(self.lengths[rows, None] * self.lengths, 1e-9)
        repeats = found >= REPEATS
        strange = self.languages[rows, None] != self.languages
        if strange.any():
            foreign = products / (self.abroad[rows, None] * self.abroad)
            found = np.where(strange, foreign, found)
            repeats = np.where(strange, foreign >= REPEATS_ABROAD, repeats)
        found[repeats] = 1
        found[np.arange(len(products)), np.arange(first, first + len(products))] = 0
        return found


def _best(degrees: Floats, owners: Integers, articles: int) -> Floats:
    """The highest degree within each article; 0 in one without sentences."""
    import numpy as np

    there, firsts = np.unique(owners, return_index=True)
    best = np.zeros((len(degrees), articles))
    best[:, there] = np.maximum.reduceat(degrees, firsts, axis=1)
    return best
