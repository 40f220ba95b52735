"""What a worker makes of each file, whatever happens with the others."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from apostil.domain.provenance import Choice
from apostil.services.importing.items import Item, Locked, Read, Refused, Terms, Undecided
from apostil.services.importing.opening import read_and_prepare, reader_of
from apostil.services.reading import MAX_BYTES, File
from support import piles
from support.imported import TEXT, at, members, one

if TYPE_CHECKING:
    pass


def test_an_article_is_read_and_prepared(tmp_path: Path) -> None:
    outcome = one(at(tmp_path / "mill.txt", TEXT))
    assert isinstance(outcome, Read)
    assert outcome.prepared[0].article.metadata.title == "A quiet day at the mill"
    assert outcome.file.origin == str(tmp_path / "mill.txt")
    assert pickle.loads(pickle.dumps(outcome)) == outcome


def test_of_a_batch_the_good_files_are_read(tmp_path: Path) -> None:
    batch = (at(tmp_path / "empty.txt", b""), at(tmp_path / "mill.txt", TEXT))
    refused, read = read_and_prepare(batch, Terms())
    assert isinstance(refused, Refused)
    assert isinstance(read, Read)


def test_a_pasted_text_has_the_title_that_was_given() -> None:
    outcome = one(Item(given=File("Pasted text", TEXT), title="Mills"))
    assert isinstance(outcome, Read)
    assert outcome.prepared[0].article.metadata.title == "Mills"


def test_the_files_of_a_pile_are_read_together(tmp_path: Path) -> None:
    files = members(tmp_path / "a.crate", ("mill.txt", TEXT), ("again.txt", TEXT + b" Again."))
    outcomes = read_and_prepare(files, Terms())
    assert [isinstance(outcome, Read) for outcome in outcomes] == [True, True]
    assert outcomes[0].file == File("mill.txt", TEXT, files[0].origin)


def test_a_file_that_spoils_a_pile_leaves_the_others_alone(tmp_path: Path) -> None:
    files = members(tmp_path / "a.crate", ("mill.txt", TEXT), ("bad.txt", b"BROKEN"))
    read, refused = read_and_prepare(files, Terms())
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
    outcomes = read_and_prepare(files, Terms(passwords=passwords))
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


@pytest.mark.parametrize(("data", "reader"), [(TEXT, "plain text"), (piles.book("One."), "book"), (b"", "")])
def test_the_reader_of_a_file_has_a_name(tmp_path: Path, data: bytes, reader: str) -> None:
    assert reader_of(at(tmp_path / "a.txt", data)) == reader
