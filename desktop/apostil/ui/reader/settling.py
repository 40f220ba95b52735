"""Lays out, in idle moments, what nobody has looked at yet, so that estimated heights become known ones."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apostil.ui.reader.page import Page

SLICE = 0.008
"""Seconds that one idle moment may take."""


class Settling(QObject):
    """Measures a page's rows, those around a row first; emits the growth of each slice, split at that row.

    `grown` carries a list of (row, pixels).
    """

    grown = Signal(object)

    def __init__(self, page: Page, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._left: Iterator[int] = iter(())
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.work)

    @property
    def running(self) -> bool:
        """Whether something is still an estimate and being worked on."""
        return self._timer.isActive()

    def start(self, around: int) -> None:
        """Begin with the rows from this one on, then go back from it."""
        self._left = _outwards(around, len(self._page.rows))
        self._timer.start()

    def stop(self) -> None:
        """Leave the rest as it is."""
        self._timer.stop()

    def work(self) -> None:
        """Measure for one slice of time."""
        until = perf_counter() + SLICE
        grown: list[tuple[int, int]] = []
        for index in self._left:
            if index < len(self._page.rows) and not self._page.measured[index]:
                grown.append((index, self._page.measure(index)))
                if perf_counter() > until:
                    break
        else:
            self._timer.stop()
        if grown:
            self.grown.emit(grown)


def _outwards(around: int, count: int) -> Iterator[int]:
    yield from range(around, count)
    yield from range(min(around, count) - 1, -1, -1)
