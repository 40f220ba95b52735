from __future__ import annotations

import apsw
import pytest

from apostil.domain.errors import LibraryError, LibraryInUseError
from apostil.store import migrations, opening
from apostil.store.library import Library
from apostil.store.migrations import MIGRATIONS, VERSION, Migration, migrate, version_of
from support.libraries import make_library


def column(connection):
    connection.execute("ALTER TABLE tag ADD COLUMN color TEXT")


NEXT = Migration(VERSION + 1, column)


@pytest.fixture
def old(tmp_path):
    make_library(tmp_path, 2).close()
    return tmp_path / "library.apostil"


@pytest.fixture
def newer(monkeypatch):
    """A program whose tables are one version further."""
    monkeypatch.setattr(opening, "VERSION", VERSION + 1)
    monkeypatch.setattr(opening, "migrate", lambda connection: migrate(connection, (*MIGRATIONS, NEXT)))


def test_versions_go_up_one_by_one():
    assert [migration.version for migration in MIGRATIONS] == list(range(1, VERSION + 1))
    assert migrations.VERSION == VERSION


def test_steps_run_in_order_and_once(tmp_path):
    connection = apsw.Connection(str(tmp_path / "file"))
    steps = (Migration(1, "CREATE TABLE a (x)"), Migration(2, "ALTER TABLE a ADD COLUMN y"))
    migrate(connection, steps[:1])
    migrate(connection, steps)
    migrate(connection, steps)
    assert version_of(connection) == 2
    connection.close()


def test_a_step_that_fails_leaves_everything_as_it_was(tmp_path):
    connection = apsw.Connection(str(tmp_path / "file"))
    with pytest.raises(apsw.SQLError):
        migrate(connection, (Migration(1, "CREATE TABLE a (x)"), Migration(2, "CREATE TABLE a (x)")))
    assert version_of(connection) == 0
    assert connection.execute("SELECT * FROM sqlite_schema").fetchall() == []
    connection.close()


def test_an_old_library_is_copied_and_brought_up_to_date(old, newer):
    with Library.open(old) as library:
        assert len(library.entries()) == 2
    (copy,) = (old.parent / "backups").iterdir()
    connection = apsw.Connection(str(copy))
    assert version_of(connection) == VERSION
    connection.close()


def test_a_library_of_a_newer_version_is_refused(old):
    connection = apsw.Connection(str(old))
    connection.pragma("user_version", VERSION + 1)
    connection.close()
    with pytest.raises(LibraryError, match="newer version"):
        Library.open(old)


def test_an_old_library_that_another_window_has_waits(old, newer, monkeypatch):
    lock = opening.WriterLock.take(old)
    with pytest.raises(LibraryInUseError):
        Library.open(old)
    lock.release()
