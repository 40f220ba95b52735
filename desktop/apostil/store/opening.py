"""Opens a library's file: makes it, looks whether it is sound, brings it up to date, and takes the writer's lock."""

from __future__ import annotations

import errno
import os
from contextlib import ExitStack, closing
from dataclasses import dataclass
from stat import S_ISDIR, S_ISREG
from typing import TYPE_CHECKING

import apsw

from apostil.domain.errors import LibraryDamagedError, LibraryError, LibraryInUseError
from apostil.domain.identity import new_id
from apostil.store import analyses, articles, backups
from apostil.store.database import APPLICATION_ID, Database, connect
from apostil.store.failures import (
    DAMAGED,
    DISK,
    FOREIGN,
    FULL,
    IN_USE,
    MISSING,
    NEWER,
    NO_FOLDER,
    NOT_A_FILE,
    PROTECTED,
    UNREADABLE,
    explained,
    said,
)
from apostil.store.lock import WriterLock
from apostil.store.migrations import VERSION, migrate, version_of

if TYPE_CHECKING:
    from pathlib import Path

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100
# Cheap questions that touch the root of every table.
_LOOK = """
SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM annotation), (SELECT count(*) FROM tag),
    (SELECT max(rowid) FROM source), (SELECT max(article) FROM content), (SELECT max(article) FROM correction),
    (SELECT max(article) FROM analysis), (SELECT max(hash) FROM shingle), (SELECT max(article) FROM overlap),
    (SELECT max(article) FROM nearest), (SELECT max(position) FROM rule), (SELECT max(key) FROM named),
    (SELECT max(key) FROM appearance), (SELECT max(article) FROM naming), (SELECT max(folded) FROM alias),
    (SELECT max(words) FROM tail), (SELECT max(folded) FROM spelling), (SELECT max(article) FROM unindexed),
    (SELECT max(one) FROM apart), (SELECT revision FROM state)
"""
_NOT_MADE = {
    errno.ENOSPC: FULL,
    errno.ENOENT: NO_FOLDER,
    errno.ENOTDIR: NO_FOLDER,
    errno.EEXIST: NO_FOLDER,
    errno.ENAMETOOLONG: NO_FOLDER,
}


@dataclass(frozen=True, slots=True)
class Opened:
    """An open file, with the lock where this window may write, and a sentence where it may not."""

    database: Database
    lock: WriterLock | None
    read_only_because: str = ""


def open_database(path: Path, *, create: bool) -> Opened:
    """Open the file of a library.

    Raises:
        LibraryDamagedError: where the file cannot be read as a library; nothing was written to it.
        LibraryError: where there is none and none is to be made, or it is of a newer version.
    """
    path = _real(path)
    if not _is_there(path) and not create:
        raise LibraryError(said(MISSING, path))
    lock, because = _take_lock(path)
    with ExitStack() as failing:
        if lock:
            failing.callback(lock.release)
            _prepare(path)
        opened = Opened(_database(path, read_only=lock is None), lock, because)
        failing.pop_all()
    return opened


def check(path: Path, *, immutable: bool = False) -> int:
    """Look at a library's file without writing to it, and say which version its tables have.

    Raises:
        LibraryDamagedError: where it cannot be read as a library.
        LibraryError: where it is of a newer version.
    """
    _check_header(path)
    with explained(path):
        connection = connect(path, read_only=True, immutable=immutable)
        try:
            return _check_tables(connection, path)
        finally:
            connection.close()


def _real(path: Path) -> Path:
    try:
        return path.expanduser().resolve()
    except (OSError, RuntimeError, ValueError) as error:  # links in a circle, nobody's home, no name at all
        raise LibraryError(said(MISSING, path)) from error


def _is_there(path: Path) -> bool:
    """Whether there is a file, looked at from outside: opening a pipe would wait for whoever writes into it.

    Raises:
        LibraryError: where there is something that cannot be a library.
    """
    try:
        mode = path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return False
    except PermissionError as error:
        raise LibraryError(said(UNREADABLE, path)) from error
    except OSError as error:
        raise LibraryError(said(DISK, path)) from error
    if S_ISDIR(mode):
        raise LibraryError(said(FOREIGN, path))
    if not S_ISREG(mode):
        raise LibraryError(said(NOT_A_FILE, path))
    return True


def _take_lock(path: Path) -> tuple[WriterLock | None, str]:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not _may_write(path):
            return None, said(PROTECTED, path)
        lock = WriterLock.take(path)
    except OSError as error:
        if not path.exists():
            raise LibraryError(said(_NOT_MADE.get(error.errno or 0, PROTECTED), path)) from error
        return None, said(PROTECTED, path)
    return lock, "" if lock else said(IN_USE, path)


def _may_write(path: Path) -> bool:
    """Whether neither the file nor its folder is protected; SQLite needs both."""
    return not path.exists() or (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))


def _prepare(path: Path) -> None:
    """Make the file, or bring it up to date; only for who has the lock."""
    if not path.exists():
        _make(path)
    elif check(path) < VERSION:
        backups.keep_before_migration(path)
        with explained(path):
            connection = connect(path)
            try:
                migrate(connection)
            finally:
                connection.close()


def _make(path: Path) -> None:
    # Made aside and then put in place: an empty file under a library's name is never ours.
    aside = path.with_name(f".{path.name}.{new_id()}.part")
    try:
        with explained(path):
            connection = apsw.Connection(str(aside))
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                migrate(connection)
            finally:
                connection.close()
        aside.replace(path)
    except OSError as error:
        raise LibraryError(said(DISK, path)) from error
    finally:
        aside.unlink(missing_ok=True)


def _database(path: Path, *, read_only: bool) -> Database:
    if not read_only:
        with ExitStack() as failing:
            database = Database(path)
            failing.callback(database.close)
            with database.writing() as connection:
                articles.purge(connection)
                analyses.drop_outdated(connection)
            failing.pop_all()
        return database
    immutable = _is_immutable(path)
    if check(path, immutable=immutable) < VERSION:
        raise LibraryInUseError(said(IN_USE, path))
    return Database(path, read_only=True, immutable=immutable)


def _is_immutable(path: Path) -> bool:
    """Whether SQLite cannot even make the files beside the library that readers share with a writer."""
    if path.with_name(f"{path.name}-wal").exists():
        return False
    try:
        with closing(connect(path, read_only=True)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
    except (apsw.CantOpenError, apsw.ReadOnlyError):
        return True
    except apsw.Error:
        return False  # Looking at the file will say what is wrong with it.
    return False


def _check_header(path: Path) -> None:
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
        size = path.stat().st_size
        log = path.with_name(f"{path.name}-wal")
        has_log = log.exists() and log.stat().st_size > 0
    except FileNotFoundError as error:
        raise LibraryError(said(MISSING, path)) from error
    except IsADirectoryError as error:
        raise LibraryError(said(FOREIGN, path)) from error
    except PermissionError as error:
        raise LibraryError(said(UNREADABLE, path)) from error
    except OSError as error:
        raise LibraryError(said(DISK, path)) from error
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        raise LibraryDamagedError(said(DAMAGED, path))
    if int.from_bytes(header[68:72]) != APPLICATION_ID:
        raise LibraryDamagedError(said(FOREIGN, path))
    page = int.from_bytes(header[16:18])
    page = 65_536 if page == 1 else page
    # A log that was not written back yet may hold the pages that are missing here.
    if not has_log and size < page * int.from_bytes(header[28:32]):
        raise LibraryDamagedError(said(DAMAGED, path))


def _check_tables(connection: apsw.Connection, path: Path) -> int:
    version = version_of(connection)
    if version > VERSION:
        raise LibraryError(said(NEWER, path))
    if version == VERSION:
        try:
            connection.execute(_LOOK).fetchall()
        except apsw.SQLError as error:
            raise LibraryDamagedError(said(DAMAGED, path)) from error
    return version
