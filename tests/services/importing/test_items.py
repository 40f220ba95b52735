"""What a file encloses is an item of its own, which knows where it lies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from apostil.domain.provenance import Choice
from apostil.services.importing.items import Item, Read
from support import piles
from support.imported import TEXT, at, members, one

if TYPE_CHECKING:
    pass


def test_a_pile_is_its_files(tmp_path: Path) -> None:
    files = members(tmp_path / "a.crate", ("texts/mill.txt", TEXT), ("b.txt", b"B."))
    assert [item.name for item in files] == ["mill.txt", "b.txt"]
    assert files[0].origin == f"{tmp_path / 'a.crate'} › texts/mill.txt"


def test_what_a_letter_encloses_comes_with_it(tmp_path: Path) -> None:
    outcome = one(at(tmp_path / "a.letter", piles.letter("Dear reader.", ("notes.txt", TEXT))))
    assert isinstance(outcome, Read)
    (offer,) = outcome.item.enclosed(outcome.extracted.enclosed)
    assert isinstance(one(offer), Read)


def test_a_choice_holds_for_what_is_in_a_pile(tmp_path: Path) -> None:
    item = at(tmp_path / "a.crate", piles.crate(("a.book", piles.book("One.", "Two."))))
    pile = one(Item(item.path, choice=Choice.CHAPTERS))
    outcome = one(pile.files[0])
    assert len(outcome.prepared) == 2
