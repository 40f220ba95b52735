from __future__ import annotations

import os
import random
from pathlib import Path

import apsw
import pytest

from apostil.domain.edits import PresenceEdit
from apostil.domain.errors import LibraryDamagedError, LibraryError
from apostil.store import opening
from apostil.store.library import Library
from support.libraries import add_article, make_article, make_library

PAGE = 4096


@pytest.fixture
def sound(tmp_path):
    make_library(tmp_path, 20).close()
    return tmp_path / "library.apostil"


def whole(path):
    return path.read_bytes()


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: b"not a database at all",
        lambda data: data[:50],
        lambda data: data[:PAGE],
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1],
        lambda data: random.Random(1).randbytes(len(data)),
        lambda data: data[:PAGE] + bytes(len(data) - PAGE),
        lambda data: data[:100] + random.Random(2).randbytes(PAGE - 100) + data[PAGE:],
    ],
    ids=["empty", "words", "header cut", "one page", "half", "a byte short", "noise", "zeros", "schema gone"],
)
def test_a_damaged_library_is_said_and_never_written_to(sound, damage):
    data = damage(sound.read_bytes())
    sound.write_bytes(data)
    with pytest.raises(LibraryDamagedError, match=r"library\.apostil"):
        Library.open(sound)
    assert whole(sound) == data


def test_a_database_of_another_program_is_no_library(tmp_path):
    path = tmp_path / "other.db"
    connection = apsw.Connection(str(path))
    connection.execute("CREATE TABLE cookies (name)")
    connection.close()
    data = whole(path)
    with pytest.raises(LibraryDamagedError, match="not an Apostil library"):
        Library.open(path)
    assert whole(path) == data


def test_a_damaged_library_can_be_restored_afterwards(sound):
    sound.write_bytes(b"")
    with pytest.raises(LibraryDamagedError):
        Library.open(sound)
    lock = opening.WriterLock.take(sound)
    assert lock
    lock.release()


def test_a_library_that_is_not_there_is_not_made_unasked(tmp_path):
    with pytest.raises(LibraryError, match="no library"):
        Library.open(tmp_path / "nowhere.apostil", create=False)
    assert list(tmp_path.iterdir()) == []


def test_folders_are_made_on_the_way(tmp_path):
    with Library.open(tmp_path / "a" / "b" / "new.apostil") as library:
        assert library.entries() == []


def test_a_folder_is_no_library(tmp_path):
    with pytest.raises(LibraryError):
        Library.open(tmp_path)


@pytest.mark.skipif(os.name != "posix", reason="there are no pipes in folders there")
def test_a_pipe_is_no_library_and_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.apostil")
    with pytest.raises(LibraryError, match="a device or a pipe"):
        Library.open(tmp_path / "pipe.apostil")
    assert [path.name for path in tmp_path.iterdir()] == ["pipe.apostil"]


@pytest.mark.skipif(os.name != "posix", reason="links as POSIX systems have them")
def test_links_in_a_circle_are_no_library(tmp_path):
    (tmp_path / "a.apostil").symlink_to(tmp_path / "b.apostil")
    (tmp_path / "b.apostil").symlink_to(tmp_path / "a.apostil")
    with pytest.raises(LibraryError, match="no library"):
        Library.open(tmp_path / "a.apostil")


def test_a_folder_that_cannot_be_made_is_not_there(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(LibraryError, match="no folder"):
        Library.open(tmp_path / "file" / "new.apostil")


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="a place where no folder can be made")
def test_a_folder_of_the_system_is_not_called_write_protected():
    with pytest.raises(LibraryError, match="no folder"):
        Library.open(Path("/proc/nope/x.apostil"))


def test_two_ways_to_one_file_exclude_each_other(sound):
    link = sound.with_name("link.apostil")
    link.symlink_to(sound)
    with Library.open(sound), Library.open(link) as second:
        assert second.read_only


def test_the_next_window_may_write_when_the_first_one_is_closed(sound):
    Library.open(sound).close()
    with Library.open(sound) as library:
        assert not library.read_only


def test_opening_changes_nothing(sound):
    before = whole(sound)
    Library.open(sound).close()
    assert whole(sound) == before


def test_a_library_after_a_crash_has_what_was_in_the_log(sound, tmp_path):
    copy = tmp_path / "copy"
    copy.mkdir()
    with Library.open(sound) as library:
        add_article(library, make_article())
        for ending in ("", "-wal"):
            (copy / f"library.apostil{ending}").write_bytes(whole(sound.with_name(sound.name + ending)))
    with Library.open(copy / "library.apostil") as recovered:
        assert len(recovered.entries()) == 21


def test_a_write_protected_library_can_be_read(sound, monkeypatch):
    monkeypatch.setattr(os, "access", lambda *_: False)
    with Library.open(sound) as library:
        assert len(library.entries()) == 20
        assert "write-protected" in library.read_only_because


@pytest.mark.parametrize("reported", [apsw.CantOpenError, apsw.ReadOnlyError])
def test_a_library_in_a_folder_that_cannot_be_written_can_be_read(sound, monkeypatch, reported):
    def connect(path, *, read_only=False, immutable=False):
        if not immutable:
            raise reported
        return usual(path, read_only=read_only, immutable=immutable)

    usual = opening.connect
    monkeypatch.setattr(os, "access", lambda *_: False)
    monkeypatch.setattr(opening, "connect", connect)
    with Library.open(sound) as library:
        assert len(library.entries()) == 20


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="protection holds for ordinary users only")
def test_a_library_that_may_not_be_read_says_so(sound):
    sound.chmod(0o000)
    with pytest.raises(LibraryError, match="may not be read"):
        Library.open(sound)


def test_where_no_lock_can_be_made_the_library_can_be_read(sound, monkeypatch):
    def fail(_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(opening.WriterLock, "take", fail)
    monkeypatch.setattr(opening, "_is_immutable", lambda _: True)
    with Library.open(sound) as library:
        assert len(library.entries()) == 20
        with pytest.raises(LibraryError, match="write-protected"):
            library.apply(PresenceEdit("Delete", (library.entries()[0].id,), False))


def test_where_nothing_can_be_made_no_library_is(tmp_path, monkeypatch):
    def fail(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(opening.WriterLock, "take", fail)
    with pytest.raises(LibraryError, match="disk is full"):
        Library.open(tmp_path / "new.apostil")
