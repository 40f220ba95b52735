"""Finds what a test leaves running, and tells where it began."""

from __future__ import annotations

import gc
import multiprocessing.process
import subprocess
import sys
import threading
import time
import weakref
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from types import FrameType

PATIENCE = 3.0
"""Seconds that what is already ending gets before it counts as left."""

_WHERE = "_apostil_began"
_processes: list[tuple[Any, str]] = []
_timers: list[tuple[weakref.ref[Any], str]] = []
_owners: list[Callable[[], Collection[int]]] = []


def watch_threads() -> None:
    """Remember where each thread is started from now on."""
    start = threading.Thread.start  # noqa: TID251  # watched, not run

    def remembering(thread: threading.Thread) -> None:  # noqa: TID251
        setattr(thread, _WHERE, _here())
        start(thread)

    threading.Thread.start = remembering  # type: ignore[method-assign]  # noqa: TID251


def watch_processes() -> None:
    """Remember every child process that is started from now on, and where."""
    start = multiprocessing.process.BaseProcess.start
    open_ = subprocess.Popen.__init__

    def starting(process: multiprocessing.process.BaseProcess) -> None:
        start(process)
        _processes.append((process, _here()))

    def opening(process: subprocess.Popen[Any], *args: Any, **options: Any) -> None:
        open_(process, *args, **options)
        _processes.append((process, _here()))

    multiprocessing.process.BaseProcess.start = starting  # type: ignore[method-assign]  # that is the point
    subprocess.Popen.__init__ = opening  # type: ignore[method-assign]  # that is the point


def watch_timers() -> None:
    """Remember every timer that Python code starts from now on, and where."""
    from PySide6.QtCore import QTimer

    start = QTimer.start

    def remembering(timer: QTimer, *args: Any) -> None:
        _timers.append((weakref.ref(timer), _here()))
        start(timer, *args)

    QTimer.start = remembering  # type: ignore[method-assign]  # that is the point


@contextmanager
def owned(pids: Callable[[], Collection[int]]) -> Iterator[None]:
    """For so long these processes are no leak, those that take the place of others included; their owner ends them."""
    _owners.append(pids)
    try:
        yield
    finally:
        _owners.remove(pids)


def _here() -> str:
    """The files and lines that led here, nearest last, without reading any source."""
    frame: FrameType | None = sys._getframe(2)
    places: list[str] = []
    while frame is not None and len(places) < 6:
        file = frame.f_code.co_filename
        if "_pytest" in file or "pluggy" in file:
            break
        places.append(f"{'/'.join(file.split('/')[-3:])}:{frame.f_lineno} in {frame.f_code.co_name}")
        frame = frame.f_back
    return " < ".join(places)


class State:
    """What runs before a test."""

    def __init__(self) -> None:
        del _timers[:]
        self._threads = set(threading.enumerate())
        self._processes = len(_processes)
        self._windows = set(_windows())

    def left_since(self) -> list[str]:
        """A line for each thing that was started since and still runs, after a moment's patience."""
        _finish_qt()
        return [
            *_patiently(self._running_threads),
            *_patiently(self._running_processes),
            *_patiently(_running_timers),
            *_patiently(_pool_work),
            *_patiently(self._open_windows),
        ]

    def _running_threads(self) -> list[str]:
        return [
            f"thread {thread.name}, began at {getattr(thread, _WHERE, 'an unknown place')}"
            for thread in threading.enumerate()
            if thread not in self._threads and not isinstance(thread, threading._DummyThread)
        ]

    def _running_processes(self) -> list[str]:
        known = {pid for pids in _owners for pid in pids()}
        return [
            f"process {process.pid}, began at {where}"
            for process, where in _processes[self._processes :]
            if _is_alive(process) and process.pid not in known
        ]

    def _open_windows(self) -> list[str]:
        return [f"window {window!r}" for window in _windows() if window not in self._windows]


def _is_alive(process: Any) -> bool:
    if isinstance(process, subprocess.Popen):
        return process.poll() is None
    try:
        return bool(process.is_alive())
    except ValueError:  # it was closed, so it had ended
        return False


def _patiently(find: Callable[[], list[str]]) -> list[str]:
    """What is still found after garbage was collected and some time given; nothing found costs nothing."""
    deadline = time.monotonic() + PATIENCE
    found = find()
    if found:
        gc.collect()
    while found and time.monotonic() < deadline:
        time.sleep(0.02)
        _finish_qt()
        found = find()
    return found


def _application() -> Any:
    core = sys.modules.get("PySide6.QtCore")
    return core.QCoreApplication.instance() if core else None


def _finish_qt() -> None:
    """Deliver what is due: events, and objects that are to be deleted."""
    application = _application()
    if application is not None:
        event = sys.modules["PySide6.QtCore"].QEvent
        application.sendPostedEvents(None, event.Type.DeferredDelete)
        application.processEvents()


def _running_timers() -> list[str]:
    if not _timers:
        return []
    from shiboken6 import isValid

    found = []
    for reference, where in _timers:
        timer = reference()
        if timer is not None and isValid(timer) and timer.isActive():
            found.append(f"timer of {timer.interval()} ms, began at {where}")
    return found


def _pool_work() -> list[str]:
    if _application() is None:
        return []
    count = sys.modules["PySide6.QtCore"].QThreadPool.globalInstance().activeThreadCount()
    return [f"{count} threads of the global QThreadPool"] if count else []


def _windows() -> list[Any]:
    """The windows that are open, and dialogs and main windows that nobody deleted."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or _application() is None:
        return []
    lasting = (widgets.QMainWindow, widgets.QDialog)
    return [
        widget
        for widget in widgets.QApplication.topLevelWidgets()
        if widget.isVisible() or (isinstance(widget, lasting) and widget.parent() is None)
    ]
