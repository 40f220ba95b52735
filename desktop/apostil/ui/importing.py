"""Files, dropped or chosen, on their way into the library: the window's side of an import."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from apostil.domain.provenance import Choice
    from apostil.jobs.qt_jobs import Jobs
    from apostil.services.importing.items import Item, Locked, Undecided
    from apostil.services.importing.report import Report
    from apostil.ui.desk import Desk
    from apostil.ui.import_run import ImportRun


class Asker(Protocol):
    """Asks a person what an import needs to know; `more` counts the other files that wait for the same question.

    The answer is called once, on the thread of the window: with None to skip the file, and whether that holds for
    the others too.
    """

    def password(self, locked: Locked, more: int, answer: Callable[[str | None, bool], None]) -> None:
        """Ask for the password of a file."""

    def book(self, book: Undecided, more: int, answer: Callable[[Choice | None, bool], None]) -> None:
        """Ask whether a book is to be one article or one for each chapter."""

    def close(self) -> None:
        """Ask no more: there is no answer to come."""


class Importer(QObject):
    """One import at a time; files that come while one runs join it. Its articles are one step of undo.

    What does the work is loaded with the first files, and not with the window.

    Signals:
        progressed: the Report so far, after each batch of files.
        finished: the Report at the end.
    """

    progressed = Signal(object)
    finished = Signal(object)

    def __init__(
        self, desk: Desk, jobs: Jobs, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._clock = clock
        self.asker: Asker | None = None
        self._made: ImportRun | None = None

    @property
    def busy(self) -> bool:
        """Whether files are on their way."""
        return self._made is not None and self._made.busy

    @property
    def report(self) -> Report:
        """How the present import goes, or how the last one went."""
        return self._run.report

    def open_files(self, paths: Sequence[Path], choice: Choice | None = None) -> None:
        """Import these files, and what is in these folders; with a choice, what of them is to become an article."""
        self._run.open_files(paths, choice)

    def open_items(self, items: Sequence[Item]) -> None:
        """Import files that another one encloses."""
        self._run.open_items(items)

    def open_text(self, text: str, title: str = "") -> None:
        """Import text that was pasted."""
        self._run.open_text(text, title)

    def cancel(self) -> None:
        """Stop: what came in stays, the rest is dropped."""
        if self._made is not None:
            self._made.cancel()

    def close(self) -> None:
        """Stop for good, and tell nobody: what came in stays."""
        if self._made is not None:
            self._made.close()

    @property
    def _run(self) -> ImportRun:
        if self._made is None:
            from apostil.ui.import_run import ImportRun

            self._made = ImportRun(self, self._desk, self._jobs, self._clock)
        return self._made
