"""The writer's lock: of all windows on one library, one may write.

The lock lies on a file beside the library and belongs to an open file, not to a process: the system lets go of it
when the process dies, however it dies, and two libraries opened in one process exclude each other as well.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


class WriterLock:
    """The right to write to one library, until it is released."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    @classmethod
    def take(cls, library: Path) -> WriterLock | None:
        """The lock of this library, or None while another window has it.

        Raises:
            OSError: where the file of the lock cannot be made.
        """
        descriptor = os.open(lock_file(library), os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o666)
        try:
            _lock(descriptor)
        except (BlockingIOError, PermissionError):
            os.close(descriptor)
            return None
        except OSError:
            os.close(descriptor)
            raise
        return cls(descriptor)

    def release(self) -> None:
        """Let another window write; more than once does no harm."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def lock_file(library: Path) -> Path:
    """The file beside a library that carries its lock."""
    return library.with_name(f"{library.name}.lock")


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
