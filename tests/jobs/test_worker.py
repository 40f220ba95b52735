"""What runs inside a worker, run here: the outcome is packed, whatever it is."""

from __future__ import annotations

import os
import pickle
import signal
import sys

import pytest

from apostil.domain.errors import UnreadableFileError
from apostil.jobs import worker
from apostil.jobs.worker import Done, Limits, Mistake, Parcel, run
from support import work

NONE = Limits()


def outcome_of(task, *args, limits=NONE):
    parcel = pickle.loads(pickle.dumps(Parcel(task, args)))
    return pickle.loads(run(parcel, limits))


def test_a_result_is_done():
    assert outcome_of(work.double, 2) == Done(4)


def test_an_error_with_words_is_kept():
    assert isinstance(outcome_of(work.refuse, "empty"), UnreadableFileError)


@pytest.mark.parametrize("task", [work.stumble, work.unpicklable])
def test_any_other_error_is_a_mistake(task):
    assert isinstance(outcome_of(task), Mistake)


def test_a_parcel_that_cannot_be_opened_is_a_mistake():
    parcel = worker.SealedParcel(b"nonsense")
    assert isinstance(pickle.loads(run(parcel, Limits())), Mistake)


def test_a_mistake_knows_its_place():
    assert "in stumble" in outcome_of(work.stumble).traceback


class Ended(BaseException):
    """Stands for the end of the process."""


@pytest.fixture
def endings(monkeypatch):
    def end(status):
        raise Ended(status)

    monkeypatch.setattr(os, "_exit", end)


@pytest.mark.parametrize("task", [work.run_out_of_memory, work.run_out_of_memory_and_hide_it])
def test_a_full_memory_ends_the_process(endings, task):
    with pytest.raises(Ended, match=str(worker.OUT_OF_MEMORY)):
        outcome_of(task)


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no timers of that kind")
def test_the_alarm_is_set_only_while_the_work_runs():
    during = outcome_of(signal.getitimer, signal.ITIMER_REAL, limits=Limits(seconds=50)).value
    assert during[0] == pytest.approx(50 + worker.GRACE, abs=1)
    assert signal.getitimer(signal.ITIMER_REAL)[0] == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux enforces a cap on memory")
def test_the_cap_is_set_only_while_the_work_runs():
    import resource

    before = resource.getrlimit(resource.RLIMIT_DATA)
    during = outcome_of(resource.getrlimit, resource.RLIMIT_DATA, limits=Limits(memory=2**40)).value
    assert during[0] > 2**40
    assert resource.getrlimit(resource.RLIMIT_DATA) == before


def test_a_new_worker_is_prepared(monkeypatch):
    handlers = {}
    monkeypatch.setattr(signal, "signal", handlers.__setitem__)
    worker.prepare()
    assert handlers == {signal.SIGINT: signal.SIG_IGN, signal.SIGTERM: signal.SIG_DFL}
