from __future__ import annotations

from pathlib import Path

import apsw
import pytest

from apostil.domain.errors import LibraryDamagedError, LibraryError, LibraryInUseError
from apostil.store.failures import explained

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


def test_a_mistake_of_ours_stays_one():
    with pytest.raises(apsw.SQLError), explained(PATH):
        raise apsw.SQLError("near FORM")
