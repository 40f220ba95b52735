"""What the library keeps of what was read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from apostil.domain.provenance import Choice
from apostil.services.importing.items import Terms
from apostil.services.importing.keeping import import_label, keep
from support import piles
from support.imported import TEXT, read
from support.libraries import NOON, make_library

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apostil.store.library import Library


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with make_library(tmp_path) as made:
        yield made


def test_what_is_kept_is_to_be_seen(tmp_path: Path, library: Library) -> None:
    kept = keep(library, [read(tmp_path / "a.txt", TEXT)], NOON)
    (entry,) = library.entries()
    assert [arrival.article for arrival in kept.new] == [entry.id]
    assert kept.edit.articles == (entry.id,)
    assert library.source_bytes(entry.id) == TEXT


def test_the_chapters_of_a_book_are_articles_of_one_source(tmp_path: Path, library: Library) -> None:
    book = read(tmp_path / "a.book", piles.book("One.", "Two."), Terms(books=Choice.CHAPTERS))
    kept = keep(library, [book], NOON)
    assert len(kept.new) == 2
    assert [library.provenance(arrival.article).part for arrival in kept.new] == ["1", "2"]


def test_what_is_there_already_is_not_kept_again(tmp_path: Path, library: Library) -> None:
    first = keep(library, [read(tmp_path / "a.txt", TEXT)], NOON)
    again = keep(library, [read(tmp_path / "b.txt", TEXT)], NOON)
    assert [arrival.article for arrival in again.known] == [arrival.article for arrival in first.new]
    assert (again.new, again.edit) == ((), None)


def test_the_same_bytes_in_one_batch_are_kept_once_and_counted(tmp_path: Path, library: Library) -> None:
    found = [read(tmp_path / name, TEXT) for name in ("a.txt", "b.txt", "c.txt")]
    kept = keep(library, found, NOON)
    (entry,) = library.entries()
    assert [arrival.item.name for arrival in kept.new] == ["a.txt"]
    assert [(arrival.item.name, arrival.article) for arrival in kept.known] == [
        ("b.txt", entry.id),
        ("c.txt", entry.id),
    ]


def test_what_was_deleted_comes_back(tmp_path: Path, library: Library) -> None:
    kept = keep(library, [read(tmp_path / "a.txt", TEXT)], NOON)
    library.apply(kept.edit.inverse())
    again = keep(library, [read(tmp_path / "a.txt", TEXT)], NOON)
    assert again.edit.articles == kept.edit.articles
    assert len(library.entries()) == 1


@pytest.mark.parametrize(
    ("count", "title", "label"),
    [(1, "Mills", "Import “Mills”"), (1, "", "Import article"), (3, "M", "Import 3 articles")],
)
def test_an_import_has_a_name(count: int, title: str, label: str) -> None:
    assert import_label(count, title) == label
