"""Files that were written, and what a worker made of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from apostil.services.importing.items import Item, Pile, Read, Terms
from apostil.services.importing.opening import read_and_prepare
from support import piles

if TYPE_CHECKING:
    from apostil.services.importing.items import Outcome


TEXT = b"A quiet day at the mill\n\nNothing happened at the mill today, and nobody was surprised by it."


def at(path: Path, data: bytes) -> Item:
    """A file with these bytes."""
    path.write_bytes(data)
    return Item(str(path), size=len(data))


def one(item: Item, terms: Terms | None = None) -> Outcome:
    """What comes of a file."""
    (outcome,) = read_and_prepare((item,), terms or Terms())
    return outcome


def members(path: Path, *files: tuple[str, bytes], password: str = "") -> tuple[Item, ...]:
    """The files in a pile."""
    pile = one(at(path, piles.crate(*files, password=password)))
    assert isinstance(pile, Pile)
    return pile.files


def read(path: Path, data: bytes, terms: Terms | None = None) -> Read:
    """A file that was read and prepared."""
    outcome = one(at(path, data), terms)
    assert isinstance(outcome, Read)
    return outcome
