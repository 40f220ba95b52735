"""What a worker reads of many files, and what the library keeps of them."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.provenance import Choice
from apostil.services import importing
from apostil.services.importing import (
    BATCH,
    BATCH_BYTES,
    MAX_UNPACKED,
    Item,
    Locked,
    Pile,
    Read,
    Refused,
    Step,
    Terms,
    Undecided,
)
from apostil.services.reading import MAX_BYTES, File
from support import piles
from support.libraries import NOON, make_library

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apostil.services.importing import Outcome
    from apostil.store.library import Library

TEXT = b"A quiet day at the mill\n\nNothing happened at the mill today, and nobody was surprised by it."


@pytest.fixture(autouse=True)
def invented(monkeypatch: pytest.MonkeyPatch) -> None:
    piles.add_to(monkeypatch)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with make_library(tmp_path) as made:
        yield made


def at(path: Path, data: bytes) -> Item:
    path.write_bytes(data)
    return Item(str(path), size=len(data))


def one(item: Item, terms: Terms | None = None) -> Outcome:
    (outcome,) = importing.read_and_prepare((item,), terms or Terms())
    return outcome


def members(path: Path, *files: tuple[str, bytes], password: str = "") -> tuple[Item, ...]:
    pile = one(at(path, piles.crate(*files, password=password)))
    assert isinstance(pile, Pile)
    return pile.files


# Which files


def test_a_folder_stands_for_the_files_in_it_and_below(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    for name in ("2.txt", "10.txt", "b/c.txt"):
        (tmp_path / name).write_bytes(TEXT)
    found = importing.look_for_files([tmp_path])
    assert [item.name for item in found.items] == ["2.txt", "10.txt", "c.txt"]
    assert (found.folders, found.problems) == (1, ())


def test_a_file_that_is_chosen_twice_is_read_once(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(TEXT)
    assert len(importing.look_for_files([file, tmp_path, file]).items) == 1


@pytest.mark.parametrize("chosen", ["", "page.html", "page_files", "page_files page.html"])
def test_a_page_and_the_folder_beside_it_are_one_article(tmp_path: Path, chosen: str) -> None:
    (tmp_path / "page_files").mkdir()
    for name in ("page.html", "page_files/frame.html"):
        (tmp_path / name).write_bytes(TEXT)
    found = importing.look_for_files([tmp_path / name for name in chosen.split()] or [tmp_path])
    assert [item.name for item in found.items] == ["page.html"]


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (problem,) = importing.look_for_files([tmp_path]).problems
    assert "no files in this folder" in problem.sentence


def test_what_is_not_there_is_left_to_be_refused() -> None:
    (item,) = importing.look_for_files([Path("/not/there\0.txt")]).items
    assert isinstance(one(item), Refused)


@given(st.lists(st.integers(0, 2 * BATCH_BYTES), max_size=60))
def test_batches_hold_every_file_once_and_are_small(sizes: list[int]) -> None:
    items = [Item(f"/{number}", size=size) for number, size in enumerate(sizes)]
    batches = list(importing.batches(items))
    assert [item for batch in batches for item in batch] == items
    assert all(len(batch) == 1 or sum(item.size for item in batch) <= BATCH_BYTES for batch in batches)
    assert all(len(batch) <= BATCH for batch in batches)


def test_a_few_files_are_shared_out_among_the_workers() -> None:
    assert len(list(importing.batches([Item(str(number), size=1) for number in range(4)], workers=2))) == 4


def test_a_batch_holds_files_of_one_pile() -> None:
    items = [Item(path, (Step("a", place),), 1) for path in ("/x", "/y") for place in range(40)]
    assert all(len({item.path for item in batch}) == 1 for batch in importing.batches(items))


# What is in them


def test_an_article_is_read_and_prepared(tmp_path: Path) -> None:
    outcome = one(at(tmp_path / "mill.txt", TEXT))
    assert isinstance(outcome, Read)
    assert outcome.prepared[0].article.metadata.title == "A quiet day at the mill"
    assert outcome.file.origin == str(tmp_path / "mill.txt")
    assert pickle.loads(pickle.dumps(outcome)) == outcome


def test_of_a_batch_the_good_files_are_read(tmp_path: Path) -> None:
    batch = (at(tmp_path / "empty.txt", b""), at(tmp_path / "mill.txt", TEXT))
    refused, read = importing.read_and_prepare(batch, Terms())
    assert isinstance(refused, Refused)
    assert isinstance(read, Read)


def test_a_pasted_text_has_the_title_that_was_given() -> None:
    outcome = one(Item(given=File("Pasted text", TEXT), title="Mills"))
    assert isinstance(outcome, Read)
    assert outcome.prepared[0].article.metadata.title == "Mills"


def test_a_pile_is_its_files(tmp_path: Path) -> None:
    files = members(tmp_path / "a.crate", ("texts/mill.txt", TEXT), ("b.txt", b"B."))
    assert [item.name for item in files] == ["mill.txt", "b.txt"]
    assert files[0].origin == f"{tmp_path / 'a.crate'} › texts/mill.txt"


def test_the_files_of_a_pile_are_read_together(tmp_path: Path) -> None:
    files = members(tmp_path / "a.crate", ("mill.txt", TEXT), ("again.txt", TEXT + b" Again."))
    outcomes = importing.read_and_prepare(files, Terms())
    assert [isinstance(outcome, Read) for outcome in outcomes] == [True, True]
    assert outcomes[0].file == File("mill.txt", TEXT, files[0].origin)


def test_a_file_that_spoils_a_pile_leaves_the_others_alone(tmp_path: Path) -> None:
    files = members(tmp_path / "a.crate", ("mill.txt", TEXT), ("bad.txt", b"BROKEN"))
    read, refused = importing.read_and_prepare(files, Terms())
    assert isinstance(read, Read)
    assert (refused.item.name, refused.reason) == ("bad.txt", piles.BROKEN)


def test_a_file_in_a_pile_in_a_pile_is_read(tmp_path: Path) -> None:
    (inner,) = members(tmp_path / "a.crate", ("b.crate", piles.crate(("mill.txt", TEXT))))
    pile = one(inner)
    read = one(pile.files[0])
    assert isinstance(read, Read)
    assert read.file.origin == f"{tmp_path / 'a.crate'} › b.crate › mill.txt"


def test_a_file_that_is_too_large_stays_in_its_pile(tmp_path: Path) -> None:
    (item,) = members(tmp_path / "a.crate", ("mill.txt", TEXT))
    outcome = one(Item(item.path, item.way, MAX_BYTES + 1))
    assert isinstance(outcome, Refused)
    assert "64 MB" in outcome.reason


def pile_of(*sizes: int, depth: int = 0) -> Pile:
    item = Item("/a.crate", tuple(Step("b.crate", 0) for _ in range(depth)))
    files = tuple(Item(item.path, (*item.way, Step(f"{place}.txt", place)), size) for place, size in enumerate(sizes))
    return Pile(item, files)


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_piles_are_opened_to_a_depth_of_three(depth: int) -> None:
    assert importing.opened_pile(pile_of(5, depth=depth), 0)[1] == ""


@pytest.mark.parametrize(
    ("pile", "words"),
    [
        (pile_of(5, depth=3), "lies in 3 others"),
        (pile_of(), "nothing in this archive"),
        (pile_of(MAX_UNPACKED - 10, 20, 1), "2 of its 3 files"),
    ],
)
def test_what_is_not_taken_out_of_a_pile_is_told(pile: Pile, words: str) -> None:
    files, problem = importing.opened_pile(pile, 0)
    assert words in problem
    assert len(files) == max(0, len(pile.files) - 2)


def test_what_other_piles_held_counts() -> None:
    assert importing.opened_pile(pile_of(20), MAX_UNPACKED - 10)[0] == ()


def test_what_a_letter_encloses_comes_with_it(tmp_path: Path) -> None:
    outcome = one(at(tmp_path / "a.letter", piles.letter("Dear reader.", ("notes.txt", TEXT))))
    assert isinstance(outcome, Read)
    (offer,) = outcome.item.enclosed(outcome.extracted.enclosed)
    assert isinstance(one(offer), Read)


def test_what_a_letter_without_words_encloses_is_not_lost(tmp_path: Path) -> None:
    outcome = one(at(tmp_path / "a.letter", piles.letter("", ("notes.txt", TEXT))))
    assert isinstance(outcome, Refused)
    assert [file.name for file in outcome.enclosed] == ["notes.txt"]


def test_a_locked_file_asks_for_its_password(tmp_path: Path) -> None:
    item = at(tmp_path / "a.safe", piles.safe("Secret.", "tide"))
    assert one(item) == Locked(item, piles.LOCKED)


@pytest.mark.parametrize(("passwords", "kind"), [(("ebb",), Locked), (("ebb", "tide"), Read)])
def test_every_known_password_is_tried(tmp_path: Path, passwords: tuple[str, ...], kind: type) -> None:
    item = at(tmp_path / "a.safe", piles.safe("Secret.", "tide"))
    assert isinstance(one(item, Terms(passwords=passwords)), kind)


@pytest.mark.parametrize(("passwords", "kind"), [((), Locked), (("tide",), Read)])
def test_a_locked_pile_asks_for_its_password(tmp_path: Path, passwords: tuple[str, ...], kind: type) -> None:
    files = members(tmp_path / "a.crate", ("mill.txt", TEXT), ("b.txt", TEXT + b" B."), password="tide")
    outcomes = importing.read_and_prepare(files, Terms(passwords=passwords))
    assert [type(outcome) for outcome in outcomes] == [kind, kind]


def test_how_a_book_is_read_is_asked(tmp_path: Path) -> None:
    outcome = one(at(tmp_path / "a.book", piles.book("One.", "Two.", "Three.")))
    assert isinstance(outcome, Undecided)
    assert outcome.chapters == 3


def test_a_book_of_one_chapter_is_one_article(tmp_path: Path) -> None:
    assert isinstance(one(at(tmp_path / "a.book", piles.book("One."))), Read)


@pytest.mark.parametrize(("books", "articles"), [(Choice.ARTICLE, 1), (Choice.CHAPTERS, 2)])
def test_books_are_read_as_was_chosen(tmp_path: Path, books: Choice, articles: int) -> None:
    item = at(tmp_path / "a.book", piles.book("One.", "Two."))
    outcome = one(item, Terms(books=books))
    assert isinstance(outcome, Read)
    assert (len(outcome.prepared), outcome.choice) == (articles, books)


def test_a_choice_holds_for_what_is_in_a_pile(tmp_path: Path) -> None:
    item = at(tmp_path / "a.crate", piles.crate(("a.book", piles.book("One.", "Two."))))
    pile = one(Item(item.path, choice=Choice.CHAPTERS))
    outcome = one(pile.files[0])
    assert len(outcome.prepared) == 2


@pytest.mark.parametrize(("data", "reader"), [(TEXT, "plain text"), (piles.book("One."), "book"), (b"", "")])
def test_the_reader_of_a_file_has_a_name(tmp_path: Path, data: bytes, reader: str) -> None:
    assert importing.reader_of(at(tmp_path / "a.txt", data)) == reader


# What is kept


def read(path: Path, data: bytes, terms: Terms | None = None) -> Read:
    outcome = one(at(path, data), terms)
    assert isinstance(outcome, Read)
    return outcome


def test_what_is_kept_is_to_be_seen(tmp_path: Path, library: Library) -> None:
    kept = importing.keep(library, [read(tmp_path / "a.txt", TEXT)], NOON)
    (entry,) = library.entries()
    assert [arrival.article for arrival in kept.new] == [entry.id]
    assert kept.edit.articles == (entry.id,)
    assert library.source_bytes(entry.id) == TEXT


def test_the_chapters_of_a_book_are_articles_of_one_source(tmp_path: Path, library: Library) -> None:
    book = read(tmp_path / "a.book", piles.book("One.", "Two."), Terms(books=Choice.CHAPTERS))
    kept = importing.keep(library, [book], NOON)
    assert len(kept.new) == 2
    assert [library.provenance(arrival.article).part for arrival in kept.new] == ["1", "2"]


def test_what_is_there_already_is_not_kept_again(tmp_path: Path, library: Library) -> None:
    first = importing.keep(library, [read(tmp_path / "a.txt", TEXT)], NOON)
    again = importing.keep(library, [read(tmp_path / "b.txt", TEXT)], NOON)
    assert [arrival.article for arrival in again.known] == [arrival.article for arrival in first.new]
    assert (again.new, again.edit) == ((), None)


def test_the_same_bytes_in_one_batch_are_kept_once_and_counted(tmp_path: Path, library: Library) -> None:
    found = [read(tmp_path / name, TEXT) for name in ("a.txt", "b.txt", "c.txt")]
    kept = importing.keep(library, found, NOON)
    (entry,) = library.entries()
    assert [arrival.item.name for arrival in kept.new] == ["a.txt"]
    assert [(arrival.item.name, arrival.article) for arrival in kept.known] == [
        ("b.txt", entry.id),
        ("c.txt", entry.id),
    ]


def test_what_was_deleted_comes_back(tmp_path: Path, library: Library) -> None:
    kept = importing.keep(library, [read(tmp_path / "a.txt", TEXT)], NOON)
    library.apply(kept.edit.inverse())
    again = importing.keep(library, [read(tmp_path / "a.txt", TEXT)], NOON)
    assert again.edit.articles == kept.edit.articles
    assert len(library.entries()) == 1


@pytest.mark.parametrize(
    ("count", "title", "label"),
    [(1, "Mills", "Import “Mills”"), (1, "", "Import article"), (3, "M", "Import 3 articles")],
)
def test_an_import_has_a_name(count: int, title: str, label: str) -> None:
    assert importing.import_label(count, title) == label
