"""The window's one door to the background: work goes out, and its outcome comes back on the thread of the window."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from apostil.domain.errors import ApostilError, CancelledError
from apostil.jobs.pool import BugError, Job, Limits, Pool

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future, ThreadPoolExecutor

T = TypeVar("T")

SWITCH_SECONDS = 0.0005
"""How long the thread that works in the background may keep the window's thread waiting for its turn, each time."""

log = logging.getLogger(__name__)


class Handle(Generic[T]):
    """A piece of work on its way; cancelling it silences it at once."""

    def __init__(
        self,
        jobs: Jobs,
        done: Callable[[T], object] | None,
        failed: Callable[[ApostilError], object] | None,
    ) -> None:
        self._jobs = jobs
        self.done = done
        self.failed = failed
        self.give_up: Callable[[], object] = lambda: None

    def cancel(self) -> None:
        """Give the work up: neither `done` nor `failed` will be called."""
        self._jobs.cancel(self)


@dataclass(frozen=True, slots=True)
class _Outcome:
    handle: Handle[Any]
    value: object = None
    error: ApostilError | None = None


class Jobs(QObject):
    """Work in the processes of a pool, and in one thread that does one thing after the other.

    What fails is told to `failed`; work that named nobody to tell is logged.
    """

    _ended = Signal(object)

    def __init__(self, pool: Pool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._thread: ThreadPoolExecutor | None = None
        self._awaited: dict[Handle[Any], None] = {}
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Start the workers, in the thread, so that the first work need not wait for them, nor the window."""
        self.in_thread(self._pool.start)

    def submit(
        self,
        work: Callable[..., T],
        *args: object,
        done: Callable[[T], object] | None = None,
        failed: Callable[[ApostilError], object] | None = None,
        limits: Limits | None = None,
    ) -> Handle[T]:
        """Have a function of a module called in a worker process, within its limits."""
        handle = self._await(Handle(self, done, failed))
        job = self._pool.submit(work, *args, limits=limits)
        handle.give_up = job.cancel
        job.on_done(lambda ended: self._report_job(handle, ended))
        return handle

    def in_thread(
        self,
        work: Callable[..., T],
        *args: object,
        done: Callable[[T], object] | None = None,
        failed: Callable[[ApostilError], object] | None = None,
    ) -> Handle[T]:
        """Call in the one thread of these jobs, after everything that was given to it before.

        What has begun there cannot be stopped: cancelling it only silences it.
        """
        handle = self._await(Handle(self, done, failed))
        task = self._serial().submit(work, *args)
        handle.give_up = task.cancel
        task.add_done_callback(lambda ended: self._report_task(handle, ended))
        return handle

    def cancel(self, handle: Handle[Any]) -> None:
        """Give this work up, silently."""
        if self._awaited.pop(handle, self) is None:
            handle.give_up()

    def close(self) -> None:
        """End the workers, let the thread finish what it was given, and tell nobody any more."""
        self._awaited.clear()
        self._pool.close()
        if self._thread is not None:
            self._thread.shutdown(wait=True)

    def _serial(self) -> ThreadPoolExecutor:
        if self._thread is None:
            from concurrent.futures import ThreadPoolExecutor

            sys.setswitchinterval(SWITCH_SECONDS)
            self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="apostil-serial")
        return self._thread

    def _await(self, handle: Handle[T]) -> Handle[T]:
        self._awaited[handle] = None
        return handle

    def _report_job(self, handle: Handle[T], job: Job[T]) -> None:
        error = job.error()
        self._ended.emit(_Outcome(handle, error=error) if error else _Outcome(handle, job.result()))

    def _report_task(self, handle: Handle[T], task: Future[T]) -> None:
        if task.cancelled():
            return
        error = task.exception()
        self._ended.emit(_Outcome(handle, error=_known(error)) if error else _Outcome(handle, task.result()))

    def _deliver(self, outcome: _Outcome) -> None:
        """Tell, on the thread of the window, unless the work was cancelled meanwhile."""
        handle = outcome.handle
        if self._awaited.pop(handle, self) is self:
            return
        if outcome.error is None:
            if handle.done is not None:
                handle.done(outcome.value)
        elif not isinstance(outcome.error, CancelledError):
            (handle.failed or _log)(outcome.error)


def _log(error: ApostilError) -> None:
    log.error("Nobody waits to hear: %s", error.message)


def _known(error: BaseException) -> ApostilError:
    """The error as one with words for a person; what nobody foresaw is logged."""
    if isinstance(error, ApostilError):
        return error
    log.error("Work in the background failed", exc_info=error)
    return BugError(repr(error))
