"""Files in batches for the workers."""

from __future__ import annotations

import math
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from apostil.services.importing.items import Batch, Item, Step


BATCH = 8
"""How many files a worker is given at a time, at most: fewer, and handing them over would cost as much as reading."""

BATCH_BYTES = 4 * 2**20
"""How many bytes they have together, unless it is one file alone."""

UNKNOWN_SIZE = BATCH_BYTES // BATCH
"""What a file counts whose size nobody tells."""


def in_batches(items: Sequence[Item], workers: int = 2) -> Iterator[Batch]:
    """The items in batches for a worker each, which is busy with one for a moment: of files that lie together."""
    most = max(1, min(BATCH, math.ceil(len(items) / (2 * workers))))
    for _, together in groupby(items, key=_enclosing):
        yield from _cut(together, most)


def _enclosing(item: Item) -> tuple[str, tuple[Step, ...]]:
    """What is the same for items that lie in the same file; for those that lie in none, all the same."""
    return (item.path, item.way[:-1]) if item.way else ("", ())


def _cut(items: Iterable[Item], most: int) -> Iterator[Batch]:
    batch: list[Item] = []
    size = 0
    for item in items:
        size += item.size or UNKNOWN_SIZE
        if batch and (len(batch) == most or size > BATCH_BYTES):
            yield tuple(batch)
            batch, size = [], item.size or UNKNOWN_SIZE
        batch.append(item)
    if batch:
        yield tuple(batch)
