"""A pool does what it is given, ends what goes too far, and leaves nothing behind."""

from __future__ import annotations

import logging
import os
import pickle
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from apostil.domain import errors
from apostil.domain.errors import (
    ApostilError,
    CancelledError,
    OutOfMemoryError,
    TimedOutError,
    UnreadableFileError,
    WorkerCrashedError,
)
from apostil.jobs.pool import BugError, Limits, Pool
from apostil.jobs.worker import NICE
from support import work

PATIENCE = 30


@pytest.fixture(scope="module")
def pool():
    pool = Pool(workers=1)
    pool.start()
    yield pool
    pool.close()


@pytest.fixture
def fresh():
    pools = []

    def make(workers: int = 1) -> Pool:
        pools.append(Pool(workers))
        return pools[-1]

    yield make
    for made in pools:
        made.close()


def wait_for(condition) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.01)


def test_a_worker_stands_back_behind_the_window(pool):
    assert pool.submit(os.nice, 0).result(PATIENCE) == os.nice(0) + NICE


def test_a_result_comes_back(pool):
    assert pool.submit(work.double, 21).result(PATIENCE) == 42


def test_work_is_done_in_another_process(pool):
    assert pool.submit(work.own_pid).result(PATIENCE) != os.getpid()


def test_works_own_error_comes_back(pool):
    with pytest.raises(UnreadableFileError, match="it is empty"):
        pool.submit(work.refuse, "it is empty").result(PATIENCE)


@pytest.mark.parametrize("task", [work.stumble, work.unpicklable])
def test_a_mistake_is_reported_as_one(pool, caplog, task):
    with caplog.at_level(logging.ERROR), pytest.raises(BugError, match="mistake of its own"):
        pool.submit(task).result(PATIENCE)


def test_a_mistake_is_logged_with_its_place(pool, caplog):
    with caplog.at_level(logging.ERROR):
        pool.submit(work.stumble).error()
        wait_for(lambda: "in stumble" in caplog.text)


def test_work_that_cannot_be_sent_is_a_mistake(pool, caplog):
    with caplog.at_level(logging.ERROR), pytest.raises(BugError):
        pool.submit(lambda: None).result(PATIENCE)


def test_callbacks_hear_of_the_end(pool):
    heard = threading.Event()
    pool.submit(work.double, 1).on_done(lambda job: heard.set())
    assert heard.wait(PATIENCE)


def test_a_worker_ignores_ctrl_c(pool):
    assert pool.submit(work.interrupt_self).result(PATIENCE) == "still here"


def test_large_arguments_travel(pool):
    assert pool.submit(work.size_of, bytes(20 * 2**20)).result(PATIENCE) == 20 * 2**20


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux enforces a cap on memory")
def test_memory_within_the_cap_is_given(pool):
    limits = Limits(memory=200 * 2**20)
    assert pool.submit(work.fill_memory, 50 * 2**20, limits=limits).result(PATIENCE) == 50 * 2**20


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux enforces a cap on memory")
@pytest.mark.parametrize("task", [work.fill_memory, work.fill_memory_and_hide_it])
def test_too_much_memory_ends_the_worker(fresh, task):
    with pytest.raises(OutOfMemoryError):
        fresh().submit(task, 300 * 2**20, limits=Limits(memory=100 * 2**20)).result(PATIENCE)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux enforces a cap on memory")
def test_a_cap_is_lifted_after_the_work(pool):
    pool.submit(work.double, 1, limits=Limits(memory=10 * 2**20)).result(PATIENCE)
    assert pool.submit(work.fill_memory, 300 * 2**20).result(PATIENCE) == 300 * 2**20


@pytest.mark.parametrize("task", [work.crash, work.exit_quietly])
def test_a_crash_costs_an_error_and_a_new_worker(fresh, task):
    pool = fresh()
    with pytest.raises(WorkerCrashedError):
        pool.submit(task).result(PATIENCE)
    assert pool.submit(work.double, 2).result(PATIENCE) == 4


def test_work_that_takes_too_long_is_ended(fresh):
    pool = fresh()
    with pytest.raises(TimedOutError):
        pool.submit(work.dawdle, limits=Limits(seconds=0.2)).result(PATIENCE)
    assert pool.submit(work.double, 2).result(PATIENCE) == 4


def test_native_code_that_never_returns_is_ended(fresh):
    with pytest.raises(TimedOutError):
        fresh().submit(work.loop_in_native_code, limits=Limits(seconds=0.2)).result(PATIENCE)


def test_waiting_for_a_result_has_a_limit_of_its_own(fresh):
    job = fresh().submit(work.dawdle)
    with pytest.raises(TimeoutError):
        job.result(0.05)


def test_cancelling_ends_running_work(fresh, tmp_path):
    pool, started = fresh(), tmp_path / "started"
    job = pool.submit(work.dawdle, str(started))
    wait_for(started.exists)
    job.cancel()
    with pytest.raises(CancelledError):
        job.result(PATIENCE)
    assert pool.submit(work.double, 2).result(PATIENCE) == 4


def test_cancelled_waiting_work_never_starts(fresh, tmp_path):
    pool, started, never = fresh(), tmp_path / "started", tmp_path / "never"
    running = pool.submit(work.dawdle, str(started), 0.3)
    waiting = pool.submit(work.dawdle, str(never))
    waiting.cancel()
    assert isinstance(waiting.error(), CancelledError)
    running.result(PATIENCE)
    assert not never.exists()


def test_cancelling_what_is_done_changes_nothing(pool):
    job = pool.submit(work.double, 3)
    job.result(PATIENCE)
    job.cancel()
    assert job.result() == 6


def test_work_runs_side_by_side(fresh, tmp_path):
    pool = fresh(2)
    slow = pool.submit(work.dawdle, str(tmp_path / "slow"))
    assert pool.submit(work.double, 4).result(PATIENCE) == 8
    assert not slow.done()


def test_a_worker_killed_while_idle_is_replaced(fresh):
    pool = fresh()
    pid = pool.submit(work.own_pid).result(PATIENCE)
    os.kill(pid, 9)
    time.sleep(0.3)
    assert pool.submit(work.double, 5).result(PATIENCE) == 10


def test_closing_gives_up_what_runs_and_what_waits(fresh, tmp_path):
    pool = fresh()
    jobs = [pool.submit(work.dawdle, str(tmp_path / str(number))) for number in range(3)]
    pool.close()
    assert all(isinstance(job.error(), CancelledError) for job in jobs)


def test_closing_while_much_is_being_sent_does_not_wait(fresh):
    pool = fresh(2)
    job = pool.submit(work.size_of, bytes(50 * 2**20))
    pool.close()
    assert job.done()


def test_a_closed_pool_cancels_what_it_is_given(fresh):
    pool = fresh()
    pool.close()
    assert isinstance(pool.submit(work.double, 1).error(), CancelledError)


def test_a_pool_that_was_never_used_starts_nothing(fresh):
    before = threading.active_count()
    fresh(2).close()
    assert threading.active_count() == before


PARENT = """
import sys, os
sys.path.insert(0, {tests!r})
from apostil.jobs.pool import Pool
from support import work
if __name__ == "__main__":
    pool = Pool(1)
    print(*sorted(pool.submit(work.modules).result()), file=open({modules!r}, "w"))
    pool.submit(work.dawdle, {started!r})
    while not os.path.exists({started!r}) or not os.path.getsize({started!r}): pass
    os.kill(os.getpid(), 9)
"""


@pytest.fixture
def orphan(tmp_path):
    """A program that uses a pool and is killed; what its worker had loaded, and the worker's process id."""
    started, modules = tmp_path / "started", tmp_path / "modules"
    program = tmp_path / "parent.py"
    tests = str(Path(__file__).parents[1])
    program.write_text(PARENT.format(tests=tests, started=str(started), modules=str(modules)), "utf-8")
    subprocess.run([sys.executable, str(program)], check=False, timeout=PATIENCE)
    return modules.read_text("utf-8").split(), int(started.read_text("ascii"))


def test_a_worker_loads_no_qt_and_dies_with_its_parent(orphan):
    modules, pid = orphan
    assert not [name for name in modules if name.startswith(("PySide6", "shiboken6"))]
    wait_for(lambda: not _runs(pid))


def _runs(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text("ascii").rsplit(") ", 1)[1][0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


ERRORS = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, ApostilError)]


@pytest.mark.parametrize("kind", [*ERRORS, BugError])
def test_errors_survive_pickling(kind):
    error = kind("what happened")
    assert pickle.loads(pickle.dumps(error)).message == error.message
