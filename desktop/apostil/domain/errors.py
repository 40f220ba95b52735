"""What can go wrong, in sentences for the person it happens to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class ApostilError(Exception):
    """Something a person can do something about: what happened, why, and what to do, in whole sentences."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class UnreadableFileError(ApostilError):
    """A file could not become an article."""


class PasswordNeededError(UnreadableFileError):
    """A file is locked; `wrong` says that a password was tried and does not open it."""

    def __init__(self, message: str, *, wrong: bool = False) -> None:
        super().__init__(message)
        self.wrong = wrong

    def __reduce__(self) -> tuple[Callable[..., PasswordNeededError], tuple[str]]:
        """Pickle with everything that it says."""
        return partial(PasswordNeededError, wrong=self.wrong), (self.message,)


class LibraryError(ApostilError):
    """A library could not be opened or written."""


class LibraryDamagedError(LibraryError):
    """A library file is there but cannot be read as one."""


class LibraryInUseError(LibraryError):
    """Another window writes to this library; this one can only read it."""


class ExportError(ApostilError):
    """Notes could not be written."""


class CancelledError(ApostilError):
    """The work was cancelled on request."""


class WorkerError(ApostilError):
    """A worker process ended before its work was done."""


class TimedOutError(WorkerError):
    """The work took longer than it may, and its worker was ended."""


class OutOfMemoryError(WorkerError):
    """The work needed more memory than it may have, and its worker was ended."""


class WorkerCrashedError(WorkerError):
    """The worker died of what it was given."""
