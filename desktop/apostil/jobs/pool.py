"""The worker processes: where files are parsed and texts analysed, so that none of it can harm the window.

Hardly more work than there are workers is handed to them; the rest waits here, where cancelling it costs nothing.
"""

from __future__ import annotations

import logging
import pickle
from collections import deque
from contextlib import suppress
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from apostil.domain.errors import (
    ApostilError,
    CancelledError,
    OutOfMemoryError,
    TimedOutError,
    WorkerCrashedError,
)
from apostil.jobs.worker import OUT_OF_MEMORY, Done, Limits, Mistake, Parcel, prepare, run

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from pebble import ProcessPool

__all__ = ["BugError", "Job", "Limits", "Pool"]

AHEAD = 1
"""How much work is handed over before a worker is idle, so that none waits for its next."""

T = TypeVar("T")

log = logging.getLogger(__name__)


class BugError(ApostilError):
    """Apostil itself made a mistake: an error that nobody foresaw. The log has the details."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"Apostil made a mistake of its own, and this was not done: {what}. Please report it with what you did."
        )
        self.what = what

    def __reduce__(self) -> tuple[type[BugError], tuple[str]]:
        """Pickle by what happened; the sentence is built around it again."""
        return BugError, (self.what,)


class Job(Generic[T]):
    """One piece of work in a pool."""

    def __init__(self, pool: Pool, parcel: Parcel, limits: Limits) -> None:
        self._pool = pool
        from concurrent.futures import Future

        self._outcome: Future[T] = Future()
        self.parcel = parcel
        self.limits = limits

    def cancel(self) -> None:
        """Give the work up: it never starts, or its worker is ended. What is done stays done."""
        self._pool.cancel(self)

    def done(self) -> bool:
        """Whether there is an outcome."""
        return self._outcome.done()

    def result(self, timeout: float | None = None) -> T:
        """What the work returned, as soon as it has.

        Raises:
            ApostilError: the work's own, or what ended it: `TimedOutError`, `OutOfMemoryError`,
                `WorkerCrashedError`, `CancelledError`, `BugError`.
            TimeoutError: where there is no outcome within so many seconds; the work goes on.
        """
        return self._outcome.result(timeout)

    def error(self) -> ApostilError | None:
        """What the ended work failed with."""
        error = self._outcome.exception()
        return error if isinstance(error, ApostilError) else None

    def on_done(self, callback: Callable[[Job[T]], None]) -> None:
        """Call back once there is an outcome, in whatever thread learns of it."""
        self._outcome.add_done_callback(lambda _: callback(self))

    def settle(self, outcome: Done | ApostilError) -> None:
        """Give the job its outcome; only the first one counts."""
        from concurrent.futures import InvalidStateError

        with suppress(InvalidStateError):
            if isinstance(outcome, Done):
                self._outcome.set_result(outcome.value)
            else:
                self._outcome.set_exception(outcome)


class Pool:
    """So many worker processes, started when the first work comes."""

    def __init__(self, workers: int = 2) -> None:
        self._workers = workers
        self._lock = Lock()
        self._processes: ProcessPool | None = None
        self._waiting: deque[Job[Any]] = deque()
        self._running: dict[Job[Any], Future[bytes]] = {}
        self._closed = False

    def start(self) -> None:
        """Start the workers now, so that the first work need not wait for them."""
        with self._lock:
            if not self._closed:
                self._started()

    def submit(self, work: Callable[..., T], *args: object, limits: Limits | None = None) -> Job[T]:
        """Have a function of a module called in a worker; its arguments and its result must be picklable.

        A closed pool does nothing any more: the job is cancelled.
        """
        job: Job[T] = Job(self, Parcel(work, args), limits or Limits())
        with self._lock:
            closed = self._closed
            if not closed:
                self._waiting.append(job)
        if closed:
            job.settle(_cancelled())
        self._feed()
        return job

    def cancel(self, job: Job[Any]) -> None:
        """Take waiting work out of the queue, and end the worker of running work."""
        with self._lock:
            if job in self._waiting:
                self._waiting.remove(job)
            task = self._running.get(job)
        if task is not None:
            task.cancel()
        job.settle(_cancelled())

    def close(self) -> None:
        """Give up all work and end every worker; nothing of the pool is left when this returns."""
        with self._lock:
            self._closed = True
            unfinished = [*self._waiting, *self._running]
            self._waiting.clear()
            processes, self._processes = self._processes, None
        if processes is not None:
            _end_workers(processes)
        for job in unfinished:
            job.settle(_cancelled())

    def _started(self) -> ProcessPool:
        if self._processes is None:
            import multiprocessing

            from pebble import ProcessPool

            context = multiprocessing.get_context("spawn")
            self._processes = ProcessPool(self._workers, initializer=prepare, context=context)
            self._processes.active  # noqa: B018  # asking starts it
        return self._processes

    def _feed(self) -> None:
        """Hand waiting work to idle workers."""
        while True:
            with self._lock:
                if self._closed or not self._waiting or len(self._running) >= self._workers + AHEAD:
                    return
                job = self._waiting.popleft()
                task = self._running[job] = self._handed_over(job)
            task.add_done_callback(partial(self._end, job))

    def _handed_over(self, job: Job[Any]) -> Future[bytes]:
        try:
            return self._scheduled(job)
        except RuntimeError:  # a worker died outside any work, and pebble gave the whole pool up
            if self._processes is not None:
                _end_workers(self._processes)
                self._processes = None
            return self._scheduled(job)

    def _scheduled(self, job: Job[Any]) -> Future[bytes]:
        task: Future[bytes] = self._started().schedule(run, args=(job.parcel, job.limits), timeout=job.limits.seconds)
        return task

    def _end(self, job: Job[Any], task: Future[bytes]) -> None:
        with self._lock:
            self._running.pop(job, None)
            closed = self._closed
        self._feed()
        job.settle(_cancelled() if closed else _outcome(task))


def _end_workers(processes: ProcessPool) -> None:
    processes.stop()  # type: ignore[no-untyped-call]  # pebble has types almost everywhere
    processes.join()


def _cancelled() -> CancelledError:
    return CancelledError("This was cancelled.")


def _outcome(task: Future[bytes]) -> Done | ApostilError:
    """What came out of a worker, or what became of it."""
    if task.cancelled():
        return _cancelled()
    error = task.exception()
    if error is not None:
        return _fate(error)
    outcome = pickle.loads(task.result())  # noqa: S301  # our own worker wrote it
    if isinstance(outcome, Mistake):
        log.error("Work in a worker process failed: %s\n%s", outcome.words, outcome.traceback)
        return BugError(outcome.words)
    if isinstance(outcome, Done | ApostilError):
        return outcome
    return BugError(f"a worker answered {outcome!r}")


_CRASHED = "The part of the program that worked on this ended unexpectedly."


def _fate(error: BaseException) -> ApostilError:
    from concurrent.futures.process import BrokenProcessPool

    from pebble import ProcessExpired

    if isinstance(error, BrokenProcessPool):
        return WorkerCrashedError(_CRASHED)
    if isinstance(error, TimeoutError):
        return TimedOutError("This took longer than it may, and was ended.")
    if isinstance(error, ProcessExpired):
        if error.exitcode == OUT_OF_MEMORY:
            return OutOfMemoryError("This needed more memory than it may have, and was ended.")
        return WorkerCrashedError(_CRASHED)
    log.error("Work could not be given to a worker process", exc_info=error)
    return BugError(repr(error))
