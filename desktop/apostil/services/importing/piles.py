"""Which of the files in an archive are opened, within limits for all archives of an import."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apostil.services.importing.items import Item, Pile


DEPTH = 3
"""How many piles of files may lie in one another."""

MAX_UNPACKED = 2**30
"""How many bytes of all piles of one import are unpacked."""

TOO_DEEP = (
    f"This archive lies in {DEPTH} others, and no more are opened in one another. Take it out, and open it by itself."
)

NOTHING_ENCLOSED = "There is nothing in this archive that could be read. Look whether it is the right one."

TOO_MUCH = (
    f"What is in this archive would take more than {MAX_UNPACKED // 2**30} GB with the others of this import, so "
    "{left} of its {all} files were left in it. Take them out, and open them by themselves."
)


def opened_pile(pile: Pile, unpacked: int) -> tuple[tuple[Item, ...], str]:
    """The files of a pile that are to be read after so many bytes of others, and why it is not all of them."""
    if not pile.files:
        return (), NOTHING_ENCLOSED
    if len(pile.item.way) >= DEPTH:
        return (), TOO_DEEP
    taken = []
    for item in pile.files:
        unpacked += item.size
        if unpacked > MAX_UNPACKED:
            break
        taken.append(item)
    left = len(pile.files) - len(taken)
    return tuple(taken), TOO_MUCH.format(left=left, all=len(pile.files)) if left else ""
