"""A run of changes is followed by one call."""

from __future__ import annotations

import pytest

from apostil.jobs.debounce import Debounced


@pytest.fixture
def calls():
    return []


@pytest.fixture
def later(qtbot, calls):
    debounced = Debounced(20, lambda *args: calls.append(args))
    yield debounced
    debounced.cancel()


def test_only_the_last_call_is_made(later, calls, qtbot):
    later("a")
    later("b")
    qtbot.waitUntil(lambda: bool(calls))
    assert calls == [("b",)]


def test_nothing_is_called_before_its_time(later, calls):
    later("a")
    assert calls == []
    assert later.pending


def test_a_flush_calls_at_once_and_only_once(later, calls, qtbot):
    later("a")
    later.flush()
    qtbot.wait(40)
    assert calls == [("a",)]


def test_a_flush_with_nothing_waiting_does_nothing(later, calls):
    later.flush()
    assert calls == []


def test_a_cancelled_call_is_not_made(later, calls, qtbot):
    later("a")
    later.cancel()
    qtbot.wait(40)
    assert calls == []
    assert not later.pending


def test_a_call_may_ask_for_another(qtbot, calls):
    def again(number):
        calls.append(number)
        if number:
            debounced(number - 1)

    debounced = Debounced(1, again)
    debounced(2)
    qtbot.waitUntil(lambda: calls == [2, 1, 0])
