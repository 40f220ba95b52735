from __future__ import annotations

import logging
from pathlib import Path

import apsw
import pytest

from apostil.domain.errors import LibraryDamagedError, LibraryError, LibraryInUseError
from apostil.store.failures import as_written, explained

PATH = Path("mine.apostil")


@pytest.mark.parametrize(
    ("reported", "kind", "words"),
    [
        (apsw.CorruptError, LibraryDamagedError, "damaged"),
        (apsw.NotADBError, LibraryDamagedError, "damaged"),
        (apsw.FullError, LibraryError, "disk is full"),
        (apsw.ReadOnlyError, LibraryError, "write-protected"),
        (apsw.BusyError, LibraryInUseError, "busy"),
        (apsw.IOError, LibraryError, "disk reported an error"),
        (apsw.ConstraintError, LibraryError, "nothing was changed"),
        (apsw.ConnectionClosedError, LibraryError, "was closed"),
    ],
)
def test_what_sqlite_reports_becomes_a_sentence(reported, kind, words):
    with pytest.raises(kind, match=words), explained(PATH):
        raise reported("code 1")


def test_what_nobody_foresaw_is_a_sentence_too_and_logged(caplog):
    with (
        caplog.at_level(logging.ERROR),
        pytest.raises(LibraryError, match="nobody foresaw"),
        explained(PATH),
    ):
        raise apsw.SQLError("near FORM")
    assert "near FORM" in caplog.text


@pytest.mark.parametrize(
    "error",
    [
        UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"),
        ValueError("no such colour"),
        KeyError("title"),
        IndexError(7),
        TypeError("None is not iterable"),
    ],
)
def test_what_cannot_have_been_written_is_damage(error):
    with pytest.raises(LibraryDamagedError, match="damaged"), explained(PATH), as_written():
        raise error


@pytest.mark.parametrize("error", [LibraryError("It is gone."), KeyboardInterrupt()])
def test_what_is_no_damage_passes(error):
    with pytest.raises(type(error)), as_written():
        raise error
