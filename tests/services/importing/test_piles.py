"""Archives are opened within limits, and what stays in them is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from apostil.services.importing.items import Item, Pile, Step
from apostil.services.importing.piles import MAX_UNPACKED, opened_pile

if TYPE_CHECKING:
    pass


def pile_of(*sizes: int, depth: int = 0) -> Pile:
    item = Item("/a.crate", tuple(Step("b.crate", 0) for _ in range(depth)))
    files = tuple(Item(item.path, (*item.way, Step(f"{place}.txt", place)), size) for place, size in enumerate(sizes))
    return Pile(item, files)


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_piles_are_opened_to_a_depth_of_three(depth: int) -> None:
    assert opened_pile(pile_of(5, depth=depth), 0)[1] == ""


@pytest.mark.parametrize(
    ("pile", "words"),
    [
        (pile_of(5, depth=3), "lies in 3 others"),
        (pile_of(), "nothing in this archive"),
        (pile_of(MAX_UNPACKED - 10, 20, 1), "2 of its 3 files"),
    ],
)
def test_what_is_not_taken_out_of_a_pile_is_told(pile: Pile, words: str) -> None:
    files, problem = opened_pile(pile, 0)
    assert words in problem
    assert len(files) == max(0, len(pile.files) - 2)


def test_what_other_piles_held_counts() -> None:
    assert opened_pile(pile_of(20), MAX_UNPACKED - 10)[0] == ()
