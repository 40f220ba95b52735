from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import apsw
import pytest

from apostil.domain.errors import LibraryError
from apostil.store.database import Database, connect
from support.libraries import make_library


@pytest.fixture
def database(tmp_path):
    make_library(tmp_path).close()
    opened = Database(tmp_path / "library.apostil")
    yield opened
    opened.close()


def revision(database):
    with database.reading() as connection:
        return connection.execute("SELECT revision FROM state").get


def test_every_thread_has_a_connection_of_its_own(database):
    def mine():
        barrier.wait()
        with database.reading() as connection:
            return connection

    barrier = threading.Barrier(2)
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda _: mine(), range(2))
    assert first is not second


def test_a_connection_ends_with_its_thread(database):
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: revision(database)).result()
    assert len(database._connections) == 0


def test_a_transaction_that_fails_leaves_nothing(database):
    with pytest.raises(ZeroDivisionError):
        _fail_halfway(database)
    with database.reading() as connection:
        assert connection.execute("SELECT * FROM tag").fetchall() == []


def test_the_revision_changes_with_every_change(database):
    before = revision(database)
    with database.writing() as connection:
        connection.execute("INSERT INTO tag (name) VALUES ('eau')")
    assert revision(database) != before


def test_the_revision_stays_where_nothing_was_written(database):
    before = revision(database)
    with database.writing():
        pass
    assert revision(database) == before


def test_a_reader_sees_one_state_throughout(database):
    with database.reading() as connection:
        before = connection.execute("SELECT count(*) FROM tag").get
        with ThreadPoolExecutor(1) as pool:
            pool.submit(lambda: _add_a_tag(database)).result()
        assert connection.execute("SELECT count(*) FROM tag").get == before


def _fail_halfway(database):
    with database.writing() as connection:
        connection.execute("INSERT INTO tag (name) VALUES ('half done')")
        raise ZeroDivisionError


def _add_a_tag(database):
    with database.writing() as connection:
        connection.execute("INSERT INTO tag (name) VALUES ('eau')")


def test_closing_interrupts_who_is_reading(database):
    started = threading.Event()

    def count():
        with database.reading() as connection:
            started.set()
            connection.execute(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1e9) SELECT max(i) FROM n"
            ).fetchall()

    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(count)
        started.wait()
        database.close()
        with pytest.raises(LibraryError, match="closed"):
            reading.result()


def test_a_read_only_connection_cannot_write(tmp_path, database):
    connection = connect(database.path, read_only=True)
    with pytest.raises(apsw.ReadOnlyError):
        connection.execute("DELETE FROM state")
    connection.close()


def test_connections_keep_what_belongs_together(database):
    with database.reading() as connection:
        assert connection.pragma("foreign_keys") == 1
        assert connection.pragma("journal_mode") == "wal"
        assert connection.pragma("synchronous") == 1
