"""A library's connections: one for each thread, one writer at a time, transactions that leave nothing half done."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING
from weakref import WeakSet

import apsw

from apostil.domain.errors import LibraryError
from apostil.store.failures import CLOSED, explained, said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

APPLICATION_ID = 0x41706F73
"""“Apos”: what tells a library from other programs' databases."""

BUSY_MILLISECONDS = 5000
WAL_PAGES = 32_768
"""The log is written back by `checkpoint()`, away from whoever is waiting; this many pages are only a last resort."""

_TOUCH = "UPDATE state SET revision = randomblob(8)"


def connect(path: Path, *, read_only: bool = False, immutable: bool = False) -> apsw.Connection:
    """A connection to an existing database file, with the settings every connection has.

    `immutable` says that nobody can write to the file at all, as on a disk that is write-protected.
    """
    flags = apsw.SQLITE_OPEN_READONLY if read_only else apsw.SQLITE_OPEN_READWRITE
    name = str(path)
    if immutable:
        flags |= apsw.SQLITE_OPEN_URI
        name = f"{path.as_uri()}?immutable=1"
    connection = apsw.Connection(name, flags=flags)
    connection.set_busy_timeout(BUSY_MILLISECONDS)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA wal_autocheckpoint = {WAL_PAGES}")
    if read_only:
        connection.execute("PRAGMA query_only = ON")
    return connection


class Database:
    """An open database file, usable from any thread.

    Raises:
        LibraryError: from every method, where the file cannot be read or written, or was closed.
    """

    def __init__(self, path: Path, *, read_only: bool = False, immutable: bool = False) -> None:
        self.path = path
        self.read_only = read_only
        self._immutable = immutable
        self._local = threading.local()
        self._connections: WeakSet[apsw.Connection] = WeakSet()
        self._registry = threading.Lock()
        self._writing = threading.RLock()
        self._closed = threading.Event()

    @contextmanager
    def reading(self) -> Iterator[apsw.Connection]:
        """One state of the library for several questions, whatever others write meanwhile."""
        with explained(self.path), _transaction(self._connection(), "BEGIN") as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[apsw.Connection]:
        """A transaction: everything in it lasts, or nothing of it happened."""
        with explained(self.path), self._writing, _transaction(self._connection(), "BEGIN IMMEDIATE") as connection:
            before = connection.total_changes()
            yield connection
            if connection.total_changes() != before:
                connection.execute(_TOUCH)

    def checkpoint(self) -> None:
        """Write the log back into the file without disturbing anyone; for a thread that nobody waits for."""
        if self.read_only:
            return
        with explained(self.path):
            self._connection().wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_PASSIVE)

    def close(self) -> None:
        """Close every thread's connection; more than once does no harm."""
        with self._writing, self._registry:
            self._closed.set()
            connections = list(self._connections)
            self._connections.clear()
        for connection in connections:
            _close(connection)

    def _connection(self) -> apsw.Connection:
        if self._closed.is_set():
            raise LibraryError(said(CLOSED, self.path))
        connection: apsw.Connection | None = getattr(self._local, "connection", None)
        return connection or self._connect()

    def _connect(self) -> apsw.Connection:
        with self._registry:
            connection = connect(self.path, read_only=self.read_only, immutable=self._immutable)
            # Only the thread holds it, so that a connection ends with its thread.
            self._connections.add(connection)
            self._local.connection = connection
        return connection


@contextmanager
def _transaction(connection: apsw.Connection, begin: str) -> Iterator[apsw.Connection]:
    if connection.in_transaction:
        yield connection
        return
    connection.execute(begin)
    try:
        yield connection
        connection.execute("COMMIT")
    finally:
        roll_back(connection)


def roll_back(connection: apsw.Connection) -> None:
    """Take back what a transaction did that is still open; a full disk makes SQLite do so by itself."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")


def _close(connection: apsw.Connection) -> None:
    """Close a connection that another thread may just be reading with."""
    for _ in range(200):
        try:
            connection.close()
        except apsw.ConnectionClosedError:
            return
        except (apsw.ThreadingViolationError, apsw.BusyError):
            connection.interrupt()
            time.sleep(0.005)
        else:
            return
