"""How many words sentences share, for the methods that draw a graph of them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apostil.analysis.summarizers.terms import Floats, Terms


def edges(terms: Terms, *, of_single_words: bool) -> Iterator[tuple[int, Floats]]:
    """The words that sentences share, by the logarithms of their lengths; some rows at a time, each with its first.

    Two sentences of one word each have no logarithm to be divided by: their edge counts as it is, or not at all.
    """
    logarithms = np.array([math.log(length) if length else 0.0 for length in terms.lengths.tolist()])
    for first, shared in terms.products(terms.counts.astype(np.float64)):
        norms = logarithms[first : first + len(shared), np.newaxis] + logarithms
        divided = norms > 0
        np.divide(shared, norms, out=shared, where=divided)
        yield first, shared if of_single_words else np.where(divided, shared, 0.0)
