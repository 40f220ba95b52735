from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import apsw
import pytest

from apostil.domain.article import Piece
from apostil.domain.errors import LibraryDamagedError, LibraryError, LibraryInUseError
from apostil.store import backups
from apostil.store.library import Library
from support.libraries import add_article, make_article, make_library

PAGE = 4096


def add(library, words):
    return add_article(library, make_article((Piece(words),)))


@pytest.fixture
def full(library):
    for number in range(30):
        add(library, f"Article {number}: " + "words and more words " * 200)
    return library


def damage(path):
    """Break pages in the middle, which opening does not look at."""
    data = bytearray(path.read_bytes())
    for page in range(30, len(data) // PAGE, 7):
        data[page * PAGE : page * PAGE + 64] = b"\xff" * 64
    path.write_bytes(data)


def test_a_copy_holds_everything(full):
    copy = backups.keep(full.path)
    assert backups.copies(full.path) == [copy]
    with Library.open(copy) as again:
        assert again.entries() == full.entries()


def test_a_copy_is_one_file(full):
    copy = backups.keep(full.path)
    assert list(copy.parent.iterdir()) == [copy]


def test_no_second_copy_where_nothing_changed(full):
    assert backups.keep(full.path)
    assert backups.keep(full.path) is None
    add(full, "one more")
    assert backups.keep(full.path)


def test_the_newest_five_stay(library):
    kept = []
    for number in range(7):
        add(library, f"article {number}")
        kept.append(backups.keep(library.path))
    assert backups.copies(library.path) == kept[:-6:-1]


def test_a_copy_is_made_while_the_library_is_written_to(full):
    with ThreadPoolExecutor(1) as pool:
        copying = pool.submit(backups.keep, full.path)
        for number in range(20):
            add(full, f"meanwhile {number}")
        assert backups.is_sound(copying.result())


def test_other_files_are_no_copies(library):
    folder = library.path.parent / backups.FOLDER
    folder.mkdir()
    (folder / "library-notes.apostil").touch()
    assert backups.copies(library.path) == []


def test_a_damaged_library_makes_no_copy_and_costs_none(full):
    good = backups.keep(full.path)
    add(full, "one more")
    full.close()
    damage(full.path)
    before = full.path.read_bytes()
    with pytest.raises(LibraryDamagedError):
        backups.keep(full.path, kept=1)
    assert backups.copies(full.path) == [good]
    assert full.path.read_bytes() == before


def test_the_newest_good_copy_is_found(library):
    add(library, "words " * 5000)
    old = backups.keep(library.path)
    add(library, "words " * 5000 + "more")
    damage(backups.keep(library.path))
    assert backups.newest_good(library.path) == old


@pytest.mark.parametrize("data", [b"", b"noise", b"SQLite format 3\x00"])
def test_what_is_no_library_is_no_good_copy(tmp_path, data):
    copy = tmp_path / "copy"
    copy.write_bytes(data)
    assert not backups.is_sound(copy)


def test_without_copies_there_is_no_good_one(library):
    assert backups.newest_good(library.path) is None


def test_a_copy_takes_the_place_of_a_damaged_library(full):
    entries = full.entries()
    copy = backups.keep(full.path)
    full.close()
    full.path.write_bytes(b"damaged")
    aside = backups.restore(copy, full.path)
    assert aside.read_bytes() == b"damaged"
    assert copy.exists()
    with Library.open(full.path) as restored:
        assert restored.entries() == entries
        assert add(restored, "life goes on")


def test_the_log_goes_aside_with_its_file(full):
    copy = backups.keep(full.path)
    full.close()
    log = full.path.with_name(f"{full.path.name}-wal")
    log.write_bytes(b"log")
    aside = backups.restore(copy, full.path)
    assert aside.with_name(f"{aside.name}-wal").read_bytes() == b"log"


def test_a_library_in_use_is_not_replaced(full):
    copy = backups.keep(full.path)
    with pytest.raises(LibraryInUseError):
        backups.restore(copy, full.path)


def test_a_copy_that_is_gone_changes_nothing(tmp_path):
    make_library(tmp_path).close()
    path = tmp_path / "library.apostil"
    before = path.read_bytes()
    with pytest.raises(LibraryError):
        backups.restore(tmp_path / "gone", path)
    assert path.read_bytes() == before


def test_a_library_that_is_missing_can_be_restored(full):
    copy = backups.keep(full.path)
    full.close()
    full.path.unlink()
    assert backups.restore(copy, full.path) is None
    with Library.open(full.path) as restored:
        assert len(restored.entries()) == 30


def test_a_copy_that_cannot_be_written_is_an_error(full):
    (full.path.parent / backups.FOLDER).write_text("a file in the way")
    with pytest.raises(LibraryError, match="could not be kept"):
        backups.keep(full.path)


def test_what_a_killed_process_left_of_a_copy_goes(full):
    folder = full.path.parent / backups.FOLDER
    folder.mkdir()
    (folder / ".half.part").touch()
    copy = backups.keep(full.path)
    assert list(folder.iterdir()) == [copy]


def test_a_copy_opens_with_plain_sqlite(full):
    connection = apsw.Connection(str(backups.keep(full.path)), flags=apsw.SQLITE_OPEN_READONLY)
    assert connection.pragma("journal_mode") == "delete"
    connection.close()


def test_a_copy_says_when_it_was_made(full):
    before = dt.datetime.now(dt.UTC)
    assert before <= backups.made(backups.keep(full.path)) <= dt.datetime.now(dt.UTC)


def test_what_is_no_copy_was_not_made(full):
    with pytest.raises(ValueError, match="does not match"):
        backups.made(full.path)


def test_an_old_copy_that_cannot_be_dropped_is_no_failure(library, monkeypatch):
    for words in ("one", "two"):
        add(library, words)
        backups.keep(library.path)
    add(library, "three")
    monkeypatch.setattr(Path, "unlink", _refuse)
    assert backups.keep(library.path, kept=1)
    monkeypatch.undo()
    assert len(backups.copies(library.path)) == 3


def test_without_permission_there_are_no_copies(full, monkeypatch):
    backups.keep(full.path)
    monkeypatch.setattr(Path, "iterdir", _refuse)
    assert backups.copies(full.path) == []


def _refuse(*_, **__):
    raise PermissionError(13, "Permission denied")
