"""Looks through a text block by block in idle moments, so that a long article never stops the window."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from apostil.domain.article import SEPARATOR
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Matches = Callable[[str, str], tuple[Span, ...]]

SLICE = 0.008
"""Seconds that one idle moment may take."""
QUOTES = frozenset('"“”„«»')
LONGEST = 20_000
"""Characters that are looked through at once; a longer block is cut at a space."""


class Search(QObject):
    """Collects the places that a query matches; `found` is emitted with the first of them and at the end.

    Its object is True at the end.
    """

    found = Signal(object)

    def __init__(self, matches: Matches, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._matches = matches
        self._left: Iterator[Span] = iter(())
        self._text, self._query = "", ""
        self.hits: list[Span] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._work)

    @property
    def running(self) -> bool:
        """Whether there is more to look through."""
        return self._timer.isActive()

    def start(self, text: str, query: str) -> None:
        """Look for this query; a short text is done when this returns."""
        self._text, self._query = text, query
        self.hits = []
        self._left = parts(text) if query.strip() else iter(())
        self._timer.start()
        self._work()

    def stop(self) -> None:
        """Leave it at what was found."""
        self._timer.stop()

    def _work(self) -> None:
        until = perf_counter() + SLICE
        before = len(self.hits)
        for part in self._left:
            self._look(part)
            if perf_counter() > until:
                break
        else:
            self._timer.stop()
            self.found.emit(True)
            return
        if self.hits and not before:
            self.found.emit(False)

    def _look(self, part: Span) -> None:
        for hit in self._matches(part.cut(self._text), self._query):
            self.hits.append(hit.moved(part.start))


def in_a_row(matches: Matches) -> Matches:
    """Finds the words of a query where they stand one after the other; quotation marks keep their meaning."""
    # A quotation mark that is not closed leaves the last word open, as whoever types goes on.
    return lambda text, query: matches(text, query if QUOTES.intersection(query) else f'"{query}')


def parts(text: str) -> Iterator[Span]:
    """The blocks of a text, a giant one in parts."""
    start = 0
    while start < len(text):
        end = text.find(SEPARATOR, start, start + LONGEST)
        if end < 0:
            end = len(text) if len(text) - start <= LONGEST else _space_before(text, start, start + LONGEST)
        yield Span(start, end)
        start = end + (len(SEPARATOR) if text.startswith(SEPARATOR, end) else 0)


def _space_before(text: str, start: int, end: int) -> int:
    space = text.rfind(" ", start + 1, end)
    return space if space > 0 else end
