"""What is done in the background is told on the thread of the window, once, and to whom it concerns."""

from __future__ import annotations

import logging
import threading

import pytest

from apostil.domain.errors import TimedOutError, UnreadableFileError, WorkerCrashedError
from apostil.jobs.pool import BugError, Limits, Pool
from apostil.jobs.qt_jobs import Jobs
from support import work

PATIENCE = 30_000


@pytest.fixture
def jobs(qtbot):
    jobs = Jobs(Pool(1))
    yield jobs
    jobs.close()


@pytest.fixture
def told():
    return []


def both_doors(test):
    return pytest.mark.parametrize("door", ["submit", "in_thread"])(test)


@both_doors
def test_a_result_is_told(jobs, qtbot, told, door):
    getattr(jobs, door)(work.double, 4, done=told.append)
    qtbot.waitUntil(lambda: told == [8], timeout=PATIENCE)


@both_doors
def test_it_is_told_on_the_thread_of_the_window(jobs, qtbot, told, door):
    getattr(jobs, door)(work.double, 4, done=lambda _: told.append(threading.current_thread()))
    qtbot.waitUntil(lambda: told == [threading.main_thread()], timeout=PATIENCE)


@both_doors
def test_a_failure_is_told(jobs, qtbot, told, door):
    getattr(jobs, door)(work.refuse, "it is empty", failed=told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert isinstance(told[0], UnreadableFileError)


@both_doors
def test_a_failure_that_nobody_awaits_is_logged(jobs, qtbot, caplog, door):
    with caplog.at_level(logging.ERROR):
        getattr(jobs, door)(work.refuse, "it is empty")
        qtbot.waitUntil(lambda: bool(caplog.records), timeout=PATIENCE)
    assert "it is empty" in caplog.text


@both_doors
def test_a_mistake_is_told_and_logged(jobs, qtbot, caplog, told, door):
    with caplog.at_level(logging.ERROR):
        getattr(jobs, door)(work.stumble, failed=told.append)
        qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert isinstance(told[0], BugError)
    assert "in stumble" in caplog.text


@pytest.mark.parametrize(("task", "kind"), [(work.crash, WorkerCrashedError), (work.dawdle, TimedOutError)])
def test_a_lost_worker_is_told(jobs, qtbot, told, task, kind):
    jobs.submit(task, failed=told.append, limits=Limits(seconds=0.5))
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert isinstance(told[0], kind)


def test_the_thread_does_one_thing_after_the_other(jobs, qtbot, told):
    for number in range(50):
        jobs.in_thread(work.double, number, done=told.append)
    qtbot.waitUntil(lambda: len(told) == 50, timeout=PATIENCE)
    assert told == [2 * number for number in range(50)]


@both_doors
def test_cancelled_work_is_silent(jobs, qtbot, told, door):
    handle = getattr(jobs, door)(work.double, 1, done=told.append, failed=told.append)
    handle.cancel()
    getattr(jobs, door)(work.double, 2, done=told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert told == [4]


def test_an_outcome_on_its_way_is_not_told_after_cancelling(jobs, qtbot, told):
    handle = jobs.in_thread(work.double, 1, done=told.append)
    jobs.in_thread(work.double, 2, done=told.append)
    handle.cancel()
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert told == [4]


def test_cancelling_twice_is_cancelling_once(jobs, qtbot, told):
    handle = jobs.submit(work.dawdle, failed=told.append)
    handle.cancel()
    handle.cancel()
    jobs.submit(work.double, 2, done=told.append)
    qtbot.waitUntil(lambda: told == [4], timeout=PATIENCE)


def test_closing_finishes_what_the_thread_was_given(qtbot, tmp_path, told):
    jobs = Jobs(Pool(1))
    for name in "abc":
        jobs.in_thread((tmp_path / name).touch, done=told.append)
    jobs.close()
    qtbot.wait(10)
    assert len(list(tmp_path.iterdir())) == 3
    assert told == []


def test_closing_ends_what_the_workers_do(qtbot, told):
    jobs = Jobs(Pool(1))
    jobs.submit(work.dawdle, failed=told.append)
    jobs.close()
    qtbot.wait(10)
    assert told == []
