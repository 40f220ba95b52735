"""How alike sentences of different languages are, by what is named, counted and written the same in both."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    import numpy.typing as npt

    from apostil.analysis.summarizers.terms import Terms

    Floats = npt.NDArray[np.float64]
    Integers = npt.NDArray[np.int64]

WEIGHTS = {
    "figure": 1.5,
    "day": 1.5,
    "name": 0.5,
    "sign": 0.5,
    "ordinal": 0.8,
    "weekday": 0.4,
    "cognate": 0.5,
    "word": 0.5,
}
"""How much what two sentences share says: figures and days most, as much is said of the same two countries."""

SMALL, FEW = 13, 0.3
TENS, SOME = 100, 0.6
"""What is left of the weight of a bare number below the first, and below the second: many things are ten or two."""

REPEATS = 0.52
"""From here on a sentence says no more than one of another language: a name and a figure do, two names do not."""

DIFFERENCE = 0.4
"""How much it counts what the shorter sentence has besides: translators are free."""

CAUTION = 1.0
"""How much two languages have to share, about, until that says much."""


def degrees(bridges: Sequence[Sequence[str]], languages: Integers) -> Iterator[tuple[int, Floats]]:
    """How alike the sentences are to all of other languages, some after the other: the first, and its degrees.

    A degree is 1 where one sentence repeats the other, and 0 within a language.
    """
    import numpy as np

    terms, kinds, rarity = _known_abroad(bridges, languages)
    if not len(terms.rows):
        return
    care = CAUTION * float(np.average(rarity))
    values = np.sqrt((kinds * rarity)[terms.terms])
    masses = np.bincount(terms.rows, values**2, terms.sentences)
    for first, shared in terms.products(values):
        rows = slice(first, first + len(shared))
        besides = np.minimum(masses[rows, None], masses) - shared
        found = shared / (shared + DIFFERENCE * np.maximum(besides, 0) + care)
        found[found >= REPEATS] = 1
        found[languages[rows, None] == languages] = 0
        yield first, found


def _known_abroad(bridges: Sequence[Sequence[str]], languages: Integers) -> tuple[Terms, Floats, Floats]:
    """What stands in sentences of two languages at least, how much its kind says, and how rare each of it is."""
    import numpy as np

    from apostil.analysis.summarizers.terms import Terms

    seen: dict[str, set[int]] = {}
    for language, found in zip(languages.tolist(), bridges, strict=True):
        for one in found:
            seen.setdefault(one, set()).add(language)
    shared = [one for one, tongues in seen.items() if len(tongues) > 1]
    numbers = {one: number for number, one in enumerate(shared)}
    terms = Terms.counted([[numbers[one] for one in set(found) if one in numbers] for found in bridges], len(shared))
    kinds = np.array([_says(one) for one in shared] or [1.0])
    return terms, kinds, np.log((len(bridges) + 1) / np.maximum(terms.spread, 1))


def _says(one: str) -> float:
    """How much it says that two sentences share this."""
    kind, _, words = one.partition(":")
    size = int(words) if kind == "figure" and words.isdecimal() else TENS
    return WEIGHTS[kind] * (FEW if size < SMALL else SOME if size < TENS else 1.0)


def languages_of(tongues: Sequence[str], counts: Sequence[int]) -> Integers:
    """A number for the language of each sentence, the articles given by their languages and counts of sentences."""
    import numpy as np

    numbers = {tongue: number for number, tongue in enumerate(dict.fromkeys(tongues))}
    each = chain.from_iterable([numbers[tongue]] * count for tongue, count in zip(tongues, counts, strict=True))
    return np.fromiter(each, np.int64, sum(counts))
