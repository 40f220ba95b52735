"""Work for the pools under test: functions of a module, as a worker process must be able to import them."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
import time
from pathlib import Path

from apostil.domain.errors import UnreadableFileError


def double(number: int) -> int:
    return 2 * number


def own_pid() -> int:
    return os.getpid()


def refuse(words: str) -> None:
    raise UnreadableFileError(words)


def stumble() -> None:
    raise KeyError("lost")


def unpicklable() -> object:
    return threading.Lock()


def fill_memory(size: int) -> int:
    return len(bytearray(size))


def fill_memory_and_hide_it(size: int) -> None:
    try:
        bytearray(size)
    except MemoryError as error:
        raise UnreadableFileError("broken") from error


def run_out_of_memory() -> None:
    raise MemoryError


def run_out_of_memory_and_hide_it() -> None:
    try:
        run_out_of_memory()
    except MemoryError as error:
        raise UnreadableFileError("broken") from error


def crash() -> None:
    ctypes.string_at(0)


def exit_quietly() -> None:
    os._exit(3)


def dawdle(started: str = "", seconds: float = 60) -> None:
    if started:
        Path(started).write_text(str(os.getpid()), "ascii")
    time.sleep(seconds)


def loop_in_native_code() -> None:
    """Sleep without ever letting a signal handler of Python's run."""
    ctypes.PyDLL(None).sleep(60)


def size_of(data: bytes) -> int:
    return len(data)


def modules() -> frozenset[str]:
    return frozenset(sys.modules)


def interrupt_self() -> str:
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(0.05)
    return "still here"
