"""What SQLite reports, in sentences for the person it happens to."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

import apsw

from apostil.domain.errors import LibraryDamagedError, LibraryError, LibraryInUseError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

log = logging.getLogger(__name__)

DAMAGED = "“{name}” cannot be read as a library: its file is damaged, or is something else. Nothing was changed in it."
FOREIGN = "The file “{name}” is not an Apostil library. Please choose another file."
NOT_A_FILE = "“{name}” is a device or a pipe, not an Apostil library. Please choose another file."
NO_FOLDER = (
    "There is no folder “{folder}”, and it cannot be made there. Please choose another place for the library “{name}”."
)
NEWER = "The library “{name}” was written by a newer version of Apostil. Please install the newest version to open it."
MISSING = "There is no library at “{path}”. It may have been moved or deleted."
IN_USE = (
    "The library “{name}” is open in another window, so it can only be read here. "
    "Close the other window and open the library again to change it."
)
PROTECTED = (
    "The library “{name}” cannot be changed because its file or folder is write-protected. "
    "Copy it to a folder of your own to change it."
)
UNREADABLE = (
    "The library “{name}” cannot be opened because its file may not be read. "
    "Check who is allowed to read it, or choose another file."
)
FULL = (
    "The change could not be saved because the disk is full. The library is as it was before. "
    "Free some space and try again."
)
BUSY = "The library “{name}” is busy with another program. Please try again in a moment."
DISK = "The disk reported an error while the library “{name}” was used. Check the disk and try again."
COPY = (
    "A copy of the library “{name}” could not be kept. The library itself is as it was. "
    "Check that its folder can be written and that the disk has room."
)
RESTORE = (
    "The copy could not take the place of the library “{name}”. "
    "Check that its folder can be written and that the disk has room."
)
UNFIT = "The change does not fit what is in the library “{name}” any more, so nothing was changed."
WORDS = (
    "The change could not be saved in the library “{name}”: a text in it holds something that is no character. "
    "Type it anew, and try again."
)
UNFORESEEN = (
    "Something went wrong in the library “{name}” that nobody foresaw, and nothing was changed. "
    "Open the library again; if that does not help, report it with what you did."
)
CLOSED = "The library “{name}” was closed."
GLOSSARY_UNREAD = (
    "The glossary “{path}” could not be read, so nothing of it is in force. Check who is allowed to read the file."
)
GLOSSARY_UNSAVED = (
    "The glossary “{path}” could not be saved, and is as it was before. "
    "Check that its folder can be written and that the disk has room."
)
GONE_ARTICLE = "This article is no longer in the library."
GONE_ANNOTATION = "This annotation is no longer in the library."

_KNOWN: tuple[tuple[tuple[type[apsw.Error], ...], type[LibraryError], str], ...] = (
    ((apsw.CorruptError, apsw.NotADBError), LibraryDamagedError, DAMAGED),
    ((apsw.FullError,), LibraryError, FULL),
    ((apsw.ReadOnlyError, apsw.PermissionsError), LibraryError, PROTECTED),
    ((apsw.BusyError, apsw.LockedError), LibraryInUseError, BUSY),
    ((apsw.IOError, apsw.CantOpenError), LibraryError, DISK),
    ((apsw.ConstraintError,), LibraryError, UNFIT),
    ((apsw.ConnectionClosedError, apsw.InterruptError), LibraryError, CLOSED),
)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite reports about this library into a sentence for its reader.

    Raises:
        LibraryError: for all that SQLite reports, and for what `as_written` found.
    """
    try:
        yield
    except (MisreadError, UnicodeDecodeError) as error:
        raise LibraryDamagedError(said(DAMAGED, path)) from error
    except UnicodeEncodeError as error:
        raise LibraryError(said(WORDS, path)) from error
    except apsw.Error as error:
        kind, sentence = _known(error)
        raise kind(said(sentence, path)) from error


def _known(error: apsw.Error) -> tuple[type[LibraryError], str]:
    for types, kind, sentence in _KNOWN:
        if isinstance(error, types):
            return kind, sentence
    log.error("SQLite reported what nobody foresaw", exc_info=error)
    return LibraryError, UNFORESEEN


class MisreadError(Exception):
    """What stands in a library cannot be what was written there."""


@contextmanager
def as_written() -> Iterator[None]:
    """Where what was read is made into what it was when it was written: around that, or on a function that does it.

    Raises:
        MisreadError: where it does not fit together. A page that a disk gave back wrongly is sound for SQLite as long
            as only its words are wrong.
    """
    try:
        yield
    except UnicodeEncodeError:
        raise
    except (ValueError, TypeError, LookupError, AttributeError) as error:
        raise MisreadError from error


def said(sentence: str, path: Path) -> str:
    """One of the sentences above, about this library."""
    return sentence.format(name=path.name, path=path, folder=path.parent)
