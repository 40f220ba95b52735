"""What each feature of a sentence is worth, as the training found it: two short rows of numbers in a JSON file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING

from apostil import assets

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Weights:
    """The weights of features by their names.

    `alone` are for the first sentence that is chosen, `after` is added to them for every further one; `novelty` says
    what it is worth to stand beside those that are chosen.
    """

    alone: Mapping[str, float]
    after: Mapping[str, float]
    novelty: Mapping[str, float]

    @cached_property
    def further(self) -> Mapping[str, float]:
        """The weights for every sentence behind the first."""
        return {name: weight + self.after.get(name, 0.0) for name, weight in self.alone.items()}


@cache
def learned() -> Weights:
    """The weights that Apostil comes with."""
    return parse(json.loads(assets.read_text("models/summaries/auto.json")))


def parse(rows: Mapping[str, Mapping[str, float]]) -> Weights:
    """Weights from what their file says."""
    return Weights(rows["alone"], rows["after"], rows["novelty"])
