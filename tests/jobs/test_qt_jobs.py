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
def test_a_failure_that_nobody_awaits_is_announced(jobs, qtbot, door):
    with qtbot.waitSignal(jobs.failed, timeout=PATIENCE) as announced:
        getattr(jobs, door)(work.refuse, "it is empty")
    assert announced.args[0].message == "it is empty"


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
    with qtbot.waitSignal(jobs.changed, timeout=PATIENCE):
        getattr(jobs, door)(work.double, 2)
    qtbot.waitUntil(lambda: not jobs.awaits(handle), timeout=PATIENCE)
    assert told == []
    assert not handle.is_running


def test_an_outcome_on_its_way_is_not_told_after_cancelling(jobs, qtbot, told):
    handle = jobs.in_thread(work.double, 1, done=told.append)
    jobs.in_thread(work.double, 2, done=told.append)
    handle.cancel()
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert told == [4]


def test_cancelling_twice_is_cancelling_once(jobs, qtbot):
    handle = jobs.submit(work.dawdle)
    handle.cancel()
    with qtbot.assertNotEmitted(jobs.changed):
        handle.cancel()


def test_what_runs_is_known_by_its_titles(jobs, qtbot):
    jobs.submit(work.dawdle, title="Reading a.txt")
    jobs.submit(work.double, 1)
    jobs.submit(work.dawdle, title="Reading b.txt")
    assert jobs.running() == ("Reading a.txt", "Reading b.txt")


def test_each_change_of_what_runs_is_announced(jobs, qtbot, told):
    jobs.changed.connect(lambda: told.append(jobs.running()))
    jobs.in_thread(work.double, 1, title="Doubling")
    qtbot.waitUntil(lambda: told == [("Doubling",), ()], timeout=PATIENCE)


def test_everything_can_be_cancelled_at_once(jobs, qtbot):
    jobs.submit(work.dawdle, title="one")
    jobs.submit(work.dawdle, title="two")
    jobs.cancel_all()
    assert jobs.running() == ()


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
