"""Finds sentences that stand word for word in a text again."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from apostil.domain.entity import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def twins(sentences: Iterable[str]) -> list[list[int]]:
    """The indexes of the sentences of equal words, in groups of two and more; case and accents do not count."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for index, words in enumerate(sentences):
        found[fold(words)].append(index)
    return [group for group in found.values() if len(group) > 1]


def repeats(sentences: Iterable[str], ranks: Sequence[int]) -> frozenset[int]:
    """The indexes of the sentences whose words a better one has already."""
    return frozenset(index for group in twins(sentences) for index in sorted(group, key=ranks.__getitem__)[1:])
