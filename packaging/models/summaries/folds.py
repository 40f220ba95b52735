"""Weights that have not seen a text: five folds, so that our method can be tried on what it learned from."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from zlib import crc32

from apostil.analysis.auto.weights import Weights, parse

COUNT = 5
KEPT = Path(__file__).parent / "folds.json"


def fold_of(source: str) -> int:
    """The fold in which a text is tried."""
    return crc32(source.encode()) % COUNT


def weights_without(source: str) -> Weights:
    """The weights that learned from all texts but those of this one's fold."""
    return parse(_kept()[fold_of(source)])


@cache
def _kept() -> list[dict[str, dict[str, float]]]:
    folds: list[dict[str, dict[str, float]]] = json.loads(KEPT.read_text("utf-8"))
    return folds
