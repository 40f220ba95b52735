"""Batches are small, and hold what lies together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from apostil.services.importing.batches import BATCH, BATCH_BYTES, in_batches
from apostil.services.importing.items import Item, Step

if TYPE_CHECKING:
    pass


@given(st.lists(st.integers(0, 2 * BATCH_BYTES), max_size=60))
def test_batches_hold_every_file_once_and_are_small(sizes: list[int]) -> None:
    items = [Item(f"/{number}", size=size) for number, size in enumerate(sizes)]
    batches = list(in_batches(items))
    assert [item for batch in batches for item in batch] == items
    assert all(len(batch) == 1 or sum(item.size for item in batch) <= BATCH_BYTES for batch in batches)
    assert all(len(batch) <= BATCH for batch in batches)


def test_a_few_files_are_shared_out_among_the_workers() -> None:
    assert len(list(in_batches([Item(str(number), size=1) for number in range(4)], workers=2))) == 4


def test_a_batch_holds_files_of_one_pile() -> None:
    items = [Item(path, (Step("a", place),), 1) for path in ("/x", "/y") for place in range(40)]
    assert all(len({item.path for item in batch}) == 1 for batch in in_batches(items))
