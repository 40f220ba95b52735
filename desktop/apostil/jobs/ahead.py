"""Begins work before the work in front of it has ended, and hands the ends on in order, each as soon as it is there."""

from __future__ import annotations

import threading
from functools import partial
from queue import Empty, Queue
from typing import TYPE_CHECKING, NoReturn, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")
S = TypeVar("S")


def ahead(items: Iterable[T], begin: Callable[[T], Callable[[], S]], most: int) -> Iterator[S]:
    """Begin items in a thread of their own, so many before the first is waited for, and yield how each ended.

    `begin` gives back what waits for an item's end. Waiting for the next item holds no end back: someone who sends
    one item and waits for its answer gets it. What goes wrong in the thread is raised here, in its turn.
    """
    begun: Queue[Callable[[], S] | None] = Queue(most)
    stopped = threading.Event()
    # A daemon, since nothing can interrupt the reading of an item that never comes.
    threading.Thread(target=_begin_all, args=(items, begin, begun, stopped), daemon=True).start()  # noqa: TID251
    try:
        while (end := begun.get()) is not None:
            yield end()
    finally:
        stopped.set()
        _empty(begun)


def _begin_all(
    items: Iterable[T],
    begin: Callable[[T], Callable[[], S]],
    begun: Queue[Callable[[], S] | None],
    stopped: threading.Event,
) -> None:
    try:
        for item in items:
            begun.put(begin(item))
            if stopped.is_set():
                return
        begun.put(None)
    except Exception as error:  # noqa: BLE001  # whatever it is, who waits is told
        begun.put(partial(_fail, error))


def _fail(error: Exception) -> NoReturn:
    raise error


def _empty(begun: Queue[Callable[[], S] | None]) -> None:
    """Make room, so that the thread is not held up by what nobody waits for."""
    try:
        while True:
            begun.get_nowait()
    except Empty:
        return
