"""Verified copies of a library, kept in a folder beside it."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from contextlib import suppress
from typing import TYPE_CHECKING

import apsw

from apostil.domain.errors import LibraryDamagedError, LibraryError, LibraryInUseError
from apostil.domain.identity import new_id
from apostil.store.database import APPLICATION_ID, connect
from apostil.store.failures import COPY, DAMAGED, IN_USE, RESTORE, explained, said
from apostil.store.files import sync_folder
from apostil.store.lock import WriterLock

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "backups"
KEPT = 5

_PAGES = 512
_STAMP = "%Y%m%dT%H%M%S%fZ"
_REVISION = "SELECT revision FROM state"


def keep(path: Path, *, kept: int = KEPT) -> Path | None:
    """Copy a library that may be in use, verify the copy, and drop all but the newest; for a background thread.

    None where nothing has changed since the newest copy. Nothing that is kept is touched before the new copy has
    been verified.

    Raises:
        LibraryDamagedError: where the copy is not sound, and so neither is the library.
        LibraryError: where it cannot be written.
    """
    earlier = copies(path)
    if earlier and _revision(earlier[0]) == _revision(path):
        return None
    stamp = dt.datetime.now(dt.UTC).strftime(_STAMP)
    with explained(path):
        copy = _copy(path, f"{path.stem}-{stamp}{path.suffix}")
    for old in copies(path)[kept:]:
        with suppress(OSError):  # one more than wanted does no harm
            old.unlink(missing_ok=True)
    return copy


def keep_before_migration(path: Path) -> Path:
    """Copy a library before its tables are changed; such a copy is never dropped.

    Raises:
        LibraryError: where it cannot be copied.
    """
    stamp = dt.datetime.now(dt.UTC).strftime(_STAMP)
    with explained(path):
        return _copy(path, f"{path.stem}-before-update-{stamp}{path.suffix}")


def copies(path: Path) -> list[Path]:
    """The copies that are kept of a library, the newest first."""
    name = re.compile(rf"{re.escape(path.stem)}-\d{{8}}T\d{{12}}Z{re.escape(path.suffix)}")
    try:
        files = list((path.parent / FOLDER).iterdir())
    except OSError:  # there is no folder yet, or nobody may look into it
        return []
    return sorted((file for file in files if name.fullmatch(file.name)), reverse=True)


def newest_good(path: Path) -> Path | None:
    """The newest copy of a library that can be read from beginning to end."""
    return next((copy for copy in copies(path) if is_sound(copy)), None)


def made(copy: Path) -> dt.datetime:
    """When a copy was made, as its name says.

    Raises:
        ValueError: where the name is not that of a copy.
    """
    return dt.datetime.strptime(copy.stem.rpartition("-")[2], _STAMP).replace(tzinfo=dt.UTC)


def is_sound(copy: Path) -> bool:
    """Whether a copy can be read from beginning to end."""
    try:
        connection = connect(copy.absolute(), read_only=True, immutable=True)
        try:
            return _is_sound(connection)
        finally:
            connection.close()
    except (apsw.Error, UnicodeDecodeError):
        return False


def restore(copy: Path, path: Path) -> Path | None:
    """Put a copy in the place of a library, and say where the file that was there lies now.

    That file is moved aside, never overwritten, and the copy itself stays.

    Raises:
        LibraryInUseError: where another window has the library open.
        LibraryError: where the files cannot be written; everything is as it was then.
    """
    try:
        lock = WriterLock.take(path)
        if lock is None:
            raise LibraryInUseError(said(IN_USE, path))
        try:
            return _exchange(copy, path)
        finally:
            lock.release()
    except OSError as error:
        raise LibraryError(said(RESTORE, path)) from error


def _exchange(copy: Path, path: Path) -> Path | None:
    fresh = path.with_name(f".{path.name}.{new_id()}.part")
    try:
        shutil.copyfile(copy, fresh)
        old = _move_aside(path)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    sync_folder(path.parent)
    return old


def _move_aside(path: Path) -> Path | None:
    """Give the file, and the log that belongs to it, another name."""
    stamp = dt.datetime.now(dt.UTC).strftime(_STAMP)
    aside = path.with_name(f"{path.stem}-unreadable-{stamp}{path.suffix}")
    for ending in ("-wal", "-shm", ""):
        file = path.with_name(path.name + ending)
        if file.exists():
            file.rename(aside.with_name(aside.name + ending))
    return aside if aside.exists() else None


def _copy(path: Path, name: str) -> Path:
    target = path.parent / FOLDER / name
    aside = target.with_name(f".{new_id()}.part")
    try:
        target.parent.mkdir(exist_ok=True)
        _clear(target.parent)
        _write_copy(path, aside)
        aside.replace(target)
        sync_folder(target.parent)
    except (OSError, apsw.FullError, apsw.IOError, apsw.CantOpenError) as error:
        raise LibraryError(said(COPY, path)) from error
    finally:
        if aside.exists():
            aside.unlink()
    return target


def _clear(folder: Path) -> None:
    """Take away what a killed process left of a copy."""
    for left in folder.glob(".*.part*"):
        left.unlink()


def _write_copy(path: Path, aside: Path) -> None:
    source = connect(path, read_only=True)
    copy = apsw.Connection(str(aside))
    try:
        # One state of the library, so that the copy need not begin again whenever somebody writes.
        source.execute("BEGIN")
        source.execute("SELECT count(*) FROM sqlite_schema").fetchall()
        with copy.backup("main", source, "main") as backup:
            while not backup.done:
                backup.step(_PAGES)
        # A copy is one file, without a log beside it.
        copy.execute("PRAGMA journal_mode = DELETE").fetchall()
        if not _is_sound(copy):
            raise LibraryDamagedError(said(DAMAGED, path))
    finally:
        copy.close()
        source.close()


def _is_sound(connection: apsw.Connection) -> bool:
    if connection.pragma("application_id") != APPLICATION_ID:
        return False
    findings = connection.execute("PRAGMA integrity_check(1)").fetchall()
    return findings == [("ok",)] and not connection.execute("PRAGMA foreign_key_check").fetchall()


def _revision(file: Path) -> object:
    """What is different after every change; never the same where it cannot be read."""
    try:
        connection = connect(file, read_only=True)
        try:
            return connection.execute(_REVISION).get
        finally:
            connection.close()
    except apsw.Error:
        return object()
