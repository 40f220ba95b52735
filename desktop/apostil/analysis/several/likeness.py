"""How alike the sentences of several articles are, within a language and across languages."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from apostil.analysis.several import abroad
from apostil.analysis.several.features import anchors_in, bridges_in, words_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import numpy as np
    import numpy.typing as npt

    from apostil.analysis.several.features import Part
    from apostil.analysis.summarizers.terms import Terms

    Floats = npt.NDArray[np.float64]
    Integers = npt.NDArray[np.int64]

REPEATS = 0.7
"""From here on one sentence says no more than another one of its language."""

CONTAINED, FEWEST = 0.7, 5
"""So much of a sentence stands in a longer one that repeats it in other words; and how many stems it takes to tell."""

HINT = 0.6
"""What is less alike than so much of what a sentence is to a contained one, were all words as rare, is not compared."""

WEIGHTS = {"name": 0.8, "figure": 1.2}
"""What sentences share says more where it is a figure, and less where it is a name: its words count as well."""

FAINT = 0.15
"""What is less alike is no sentence and one that contains it, unless that is seven times as long."""

NOTABLE = 0.3
"""What is less alike is not kept."""

MOST = 0.6
"""An article of which so many sentences stand in another one has the same origin."""


@dataclass(frozen=True)
class Likeness:
    """What sentences, counted through all articles, have in common.

    `nearest` says of each sentence how alike the most similar one of each article is. The sentences that are notably
    like the i-th are `others[starts[i]:starts[i + 1]]`, and `degrees` says how much: 1 where one repeats the other.
    `contents` is what each of them holds.
    """

    owners: Integers
    nearest: Floats
    starts: Integers
    others: Integers
    degrees: Floats
    contents: Contents

    def near(self, index: int) -> tuple[Integers, Floats]:
        """The sentences that are notably like this one, and how much each is."""
        kept = slice(self.starts[index], self.starts[index + 1])
        return self.others[kept], self.degrees[kept]

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

    anchors = list(chain.from_iterable(map(anchors_in, parts)))
    counts = [len(part.survey.sentences) for part in parts]
    owners = np.repeat(np.arange(len(parts)), counts)
    languages = abroad.languages_of([part.language for part in parts], counts)
    words = list(chain.from_iterable(map(words_in, parts)))
    contents = Contents.of(anchors, words)
    found = [_at_home(anchors, words, languages, contents)]
    if languages.any():
        bridges = [
            [*one, *other] for one, other in zip(anchors, chain.from_iterable(map(bridges_in, parts)), strict=True)
        ]
        found.append(abroad.degrees(bridges, languages))
    return _kept(chain.from_iterable(found), owners, len(parts), contents)


def _kept(chunks: Iterable[tuple[int, Floats]], owners: Integers, articles: int, contents: Contents) -> Likeness:
    """What is worth keeping of the degrees of some rows after the other; no two are of the same two sentences."""
    import numpy as np

    nearest = np.zeros((len(owners), articles))
    kept = []
    for first, degrees in chunks:
        rows = slice(first, first + len(degrees))
        nearest[rows] = np.maximum(nearest[rows], _best(degrees, owners, articles))
        at, others = np.nonzero(degrees >= NOTABLE)
        kept.append((at + first, others, degrees[at, others]))
    at, others, found = (np.concatenate(each) for each in zip(*kept, strict=True))
    order = np.lexsort((others, at))
    starts = np.searchsorted(at[order], np.arange(len(owners) + 1))
    return Likeness(owners, nearest, starts, others[order], found[order], contents)


def _at_home(
    anchors: Sequence[Sequence[str]], words: Sequence[Sequence[str]], languages: Integers, contents: Contents
) -> Iterator[tuple[int, Floats]]:
    """How alike the sentences are to all of their own language, some after the other; no one is like itself."""
    import numpy as np

    terms, values = _weighed(anchors, words)
    lengths = np.sqrt(np.bincount(terms.rows, values**2, terms.sentences))
    for first, products in terms.products(values):
        rows = np.arange(first, first + len(products))
        found = products / np.maximum(lengths[rows, None] * lengths, 1e-9)
        found[languages[rows, None] != languages] = 0
        found[rows - first, rows] = 0
        found[found >= REPEATS] = 1
        at, others = contents.likely(found, first)
        contained = [contents.is_contained(*pair) for pair in zip((at + first).tolist(), others.tolist(), strict=True)]
        found[at[contained], others[contained]] = 1
        yield first, found


def _weighed(anchors: Sequence[Sequence[str]], words: Sequence[Sequence[str]]) -> tuple[Terms, Floats]:
    """The names, the figures and the stems of the sentences, weighed by how rare they are."""
    import numpy as np

    from apostil.analysis.summarizers.terms import Terms

    numbers: dict[str, int] = {}
    bags = [
        [numbers.setdefault(term, len(numbers)) for term in chain(named, own)]
        for named, own in zip(anchors, words, strict=True)
    ]
    terms = Terms.counted(bags, len(numbers))
    rarity = np.log((len(bags) + 1) / np.maximum(terms.spread, 1))
    weights = np.ones(terms.size)
    weights[: len(numbers)] = [WEIGHTS.get(term.partition(":")[0], 1.0) for term in numbers]
    return terms, np.sqrt(terms.counts) * (weights * rarity)[terms.terms]


@dataclass(frozen=True)
class Contents:
    """The different stems and the figures of each sentence."""

    stems: list[frozenset[str]]
    figures: list[frozenset[str]]
    sizes: Integers

    @classmethod
    def of(cls, anchors: Sequence[Sequence[str]], words: Sequence[Sequence[str]]) -> Contents:
        """Those of the sentences with these anchors and words."""
        import numpy as np

        figures = [frozenset(one for one in named if one.startswith("figure:")) for named in anchors]
        stems = list(map(frozenset, words))
        return cls(stems, figures, np.fromiter(map(len, stems), np.int64, len(stems)))

    def likely(self, degrees: Floats, first: int) -> tuple[Integers, Integers]:
        """Which sentences may contain each other, as alike as they are: their rows here, and the other ones."""
        import numpy as np

        at, others = np.nonzero((degrees >= FAINT) & (degrees < 1))
        here, there = self.sizes[at + first], self.sizes[others]
        fewer, more = np.minimum(here, there), np.maximum(here, there)
        least = HINT * CONTAINED * np.sqrt(fewer / np.maximum(more, 1))
        enough = (fewer >= FEWEST) & (degrees[at, others] >= least)
        return at[enough], others[enough]

    def is_contained(self, one: int, other: int) -> bool:
        """Whether the shorter of two sentences stands in the longer one, in other words."""
        short, long = (one, other) if self.sizes[one] <= self.sizes[other] else (other, one)
        few = self.stems[short]
        return len(few & self.stems[long]) >= CONTAINED * len(few) and self.figures[short] <= self.figures[long]


def _best(degrees: Floats, owners: Integers, articles: int) -> Floats:
    """The highest degree within each article; 0 in one without sentences."""
    import numpy as np

    there, firsts = np.unique(owners, return_index=True)
    best = np.zeros((len(degrees), articles))
    best[:, there] = np.maximum.reduceat(degrees, firsts, axis=1)
    return best
