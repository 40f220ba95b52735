from __future__ import annotations

import subprocess
import sys

import pytest

from apostil.store.lock import WriterLock, lock_file

HOLD = """
import sys
from pathlib import Path
from apostil.store.lock import WriterLock
lock = WriterLock.take(Path(sys.argv[1]))
print(lock is not None, flush=True)
sys.stdin.read()
"""


def test_one_window_has_the_lock(tmp_path):
    first = WriterLock.take(tmp_path / "library")
    assert first
    assert WriterLock.take(tmp_path / "library") is None
    first.release()


def test_a_released_lock_can_be_taken(tmp_path):
    for _ in range(2):
        lock = WriterLock.take(tmp_path / "library")
        assert lock
        lock.release()
        lock.release()


def test_the_lock_of_a_process_ends_with_it(tmp_path):
    library = tmp_path / "library"
    command = [sys.executable, "-c", HOLD, str(library)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout.readline() == "True\n"
        assert WriterLock.take(library) is None
        other.kill()
    lock = WriterLock.take(library)
    assert lock
    lock.release()


def test_a_lock_that_cannot_be_made_is_an_error(tmp_path):
    with pytest.raises(OSError, match="nowhere"):
        WriterLock.take(tmp_path / "nowhere" / "library")


def test_the_lock_lies_beside_the_library(tmp_path):
    assert lock_file(tmp_path / "a.apostil") == tmp_path / "a.apostil.lock"
