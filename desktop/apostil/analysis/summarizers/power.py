"""The power method over a matrix too large to be held: from equal scores to those that no longer change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from apostil.analysis.summarizers.terms import Floats

DENSE = 2000
"""The number of sentences up to which the matrix is held, 32 MB, and sumy's own arithmetic is used to the last bit."""


def stationary(step: Callable[[Floats], Floats], size: int, epsilon: float) -> Floats:
    """The scores after which a step changes no more than epsilon, as sumy finds them."""
    scores = np.full(size, 1.0 / size)
    change = 1.0
    while change > epsilon:
        following = step(scores)
        change = float(np.linalg.norm(following - scores))
        scores = following
    return scores
