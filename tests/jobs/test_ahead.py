from __future__ import annotations

import threading
from functools import partial
from queue import Queue

import pytest

from apostil.jobs.ahead import ahead


def told(number):
    return lambda: number


def test_ends_come_in_the_order_of_the_items():
    assert list(ahead(range(100), told, 5)) == list(range(100))


def test_an_end_does_not_wait_for_the_next_item():
    items = Queue()
    ends = ahead(iter(items.get, None), told, 5)
    for number in range(3):
        items.put(number)
        assert next(ends) == number
    items.put(None)
    assert list(ends) == []


def test_items_begin_before_the_first_has_ended():
    begun = [threading.Event() for _ in range(4)]

    def begin(number):
        begun[number].set()
        return partial(begun[3].wait, 10)

    assert list(ahead(range(4), begin, 5)) == [True] * 4


def test_only_so_many_begin_before_the_first_is_waited_for():
    begun = []
    go_on, enough = threading.Event(), threading.Event()

    def begin(number):
        begun.append(number)
        if number == 3:
            enough.set()
        return partial(go_on.wait, 10)

    ends = ahead(range(100), begin, 2)
    taken = threading.Timer(0.05, go_on.set)
    taken.start()
    next(ends)
    assert enough.wait(10)
    assert len(begun) <= 5
    ends.close()
    taken.join()


def test_an_item_that_fails_is_told_after_those_before_it():
    def items():
        yield 1
        raise OSError(5, "Input/output error")

    ends = ahead(items(), told, 5)
    assert next(ends) == 1
    with pytest.raises(OSError, match="Input/output"):
        next(ends)


def test_a_beginning_that_fails_is_told():
    with pytest.raises(ZeroDivisionError):
        list(ahead([1], lambda number: number // 0, 5))


def test_who_has_had_enough_leaves_no_thread_behind():
    before = threading.active_count()
    ends = ahead(range(1000), told, 2)
    next(ends)
    ends.close()
    for thread in threading.enumerate()[before:]:
        thread.join(10)
    assert threading.active_count() == before
