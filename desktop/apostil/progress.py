"""What running work reports to, and asks whether to go on."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """The listener of one piece of work."""

    def report(self, done: int, total: int, message: str) -> None:
        """Say how far the work has come; `total` is 0 where it is unknown."""
        ...

    @property
    def cancelled(self) -> bool:
        """Whether the work is to stop at the next good moment."""
        ...


class Silent:
    """A progress that nobody watches."""

    def report(self, done: int, total: int, message: str) -> None:
        """Nothing is told to anyone."""

    @property
    def cancelled(self) -> bool:
        """Nobody is there to cancel."""
        return False
