"""What runs inside a worker process: one piece of work, within its limits, its outcome packed for the way back."""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
import traceback
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from apostil.domain.errors import ApostilError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

OUT_OF_MEMORY = 75
"""The exit status of a worker that reached its cap on memory."""

NICE = 5
"""How far a worker stands back where the window needs a processor too, which is never for long."""

GRACE = 10.0
"""Seconds after its time limit at which a worker ends by itself, should nobody have ended it."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How long work may take, in seconds, and how many bytes of memory it may add; None is no limit.

    The cap on memory holds on Linux. No other system enforces one on a process of its own: there, only time is
    limited.
    """

    seconds: float | None = None
    memory: int | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What the work returned."""

    value: Any


@dataclass(frozen=True, slots=True)
class Mistake:
    """An error that nobody foresaw, in words, since the error itself may not survive the way."""

    words: str
    traceback: str


class Parcel:
    """A function with its arguments, packed so that a worker opens it as part of the work.

    Opening it imports modules, takes time and memory, and can fail: all that belongs within the work's limits.
    """

    def __init__(self, work: Callable[..., Any], args: tuple[Any, ...]) -> None:
        self._work = work
        self._args = args

    def __reduce__(self) -> tuple[Callable[[bytes], SealedParcel], tuple[bytes]]:
        """Pack it on its way, in the thread that sends it."""
        return SealedParcel, (pickle.dumps((self._work, self._args), protocol=5),)


class SealedParcel:
    """A parcel as it arrives."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def open(self) -> tuple[Callable[..., Any], tuple[Any, ...]]:
        """The function and its arguments."""
        content, self._content = self._content, b""
        work, args = pickle.loads(content)  # noqa: S301  # our own program packed it
        return work, args


def prepare() -> None:
    """Make a new worker deaf to Ctrl+C, quick to end, unable to outlive the program that started it, and modest."""
    if hasattr(os, "nice"):
        os.nice(NICE)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    threading.Thread(target=_end_with_parent, daemon=True).start()  # noqa: TID251


def _end_with_parent() -> None:
    import multiprocessing
    from multiprocessing.connection import wait

    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def run(parcel: SealedParcel, limits: Limits) -> bytes:
    """Do the work and pack what came of it: `Done`, an `ApostilError`, or a `Mistake`.

    A worker whose memory is full ends: nothing that it could still do is sure to succeed.
    """
    try:
        with _time_capped(limits.seconds), _memory_capped(limits.memory):
            return _packed(parcel)
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def _packed(parcel: SealedParcel) -> bytes:
    try:
        work, args = parcel.open()
        return pickle.dumps(Done(work(*args)), protocol=5)
    except ApostilError as error:
        _raise_if_memory_was_full(error)
        return pickle.dumps(error, protocol=5)
    except Exception as error:  # noqa: BLE001  # whatever it is, whoever asked is told
        _raise_if_memory_was_full(error)
        return pickle.dumps(Mistake(repr(error), traceback.format_exc()), protocol=5)


def _raise_if_memory_was_full(error: BaseException | None) -> None:
    while error is not None:
        if isinstance(error, MemoryError):
            raise error
        error = error.__cause__ or error.__context__


@contextmanager
def _time_capped(seconds: float | None) -> Iterator[None]:
    """Let the system end this process, even where native code never returns and the window is long gone."""
    if seconds is None or not hasattr(signal, "setitimer"):
        yield
        return
    signal.setitimer(signal.ITIMER_REAL, seconds + GRACE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


@contextmanager
def _memory_capped(size: int | None) -> Iterator[None]:
    """Let the memory grow by no more than this; afterwards the next work finds the worker as it was."""
    if size is None or sys.platform != "linux":
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    cap = _memory_in_use() + size
    resource.setrlimit(resource.RLIMIT_DATA, (cap if hard == resource.RLIM_INFINITY else min(cap, hard), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def _memory_in_use() -> int:
    pages = Path("/proc/self/statm").read_text("ascii").split()[5]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
