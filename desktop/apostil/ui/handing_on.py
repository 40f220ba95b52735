"""Exports notes: what an article still lacks is found first, then all of them are written into one file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from apostil import __version__

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtCore import SignalInstance

    from apostil.domain.article import ArticleId
    from apostil.domain.digest import Digest
    from apostil.domain.errors import ApostilError
    from apostil.domain.notes import Notes
    from apostil.domain.summary import Length, Method
    from apostil.jobs.qt_jobs import Jobs
    from apostil.store.library import Library
    from apostil.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class ExportPlace:
    """Where notes were written last: the folder, and the suffix of the format."""

    folder: str = ""
    suffix: str = ".md"


@dataclass(frozen=True, slots=True)
class _Errand:
    """One export of `articles`."""

    format_name: str
    path: Path
    length: Length
    method: Method
    articles: Sequence[ArticleId]


class Exporter(QObject):
    """Writes the notes of some articles into one file; `running` counts the exports that are under way.

    Signals:
        finished: the path that was written.
        notes_written: the path, where it has notes.
        summary_written: the path, where it has a summary of several articles.
        failed: a sentence about what kept it from being written.
    """

    finished = Signal(object)
    notes_written = Signal(object)
    summary_written = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, jobs: Jobs, quick_jobs: Jobs, parent: QObject | None = None) -> None:
        """Analyse with `jobs`, whose worker keeps the language models; all else is for `quick_jobs`."""
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._quick_jobs = quick_jobs
        self.running = 0

    def export(self, articles: Sequence[ArticleId], format_name: str, path: Path) -> None:
        """Write the notes of these articles, in this order, in this format."""
        from apostil.ui.completing import Completion, Told

        self.running += 1
        errand = _Errand(format_name, path, self._desk.length, self._desk.method, articles)
        if self._desk.read_only:
            self._gather(errand)
            return
        told = Told(lambda _known: self._gather(errand), self._fail)
        Completion(self._desk, self._jobs, self._quick_jobs, articles, told)

    def export_digest(self, digest: Digest, format_name: str, path: Path) -> None:
        """Write a summary of several articles in this format."""
        from apostil.domain.notes import Stamp
        from apostil.services import together

        self.running += 1
        self._quick_jobs.submit(
            together.render,
            digest,
            format_name,
            Stamp(__version__, self._desk.now()),
            done=partial(self._save, path, self.summary_written),
            failed=self._fail,
        )

    def _gather(self, errand: _Errand) -> None:
        self._quick_jobs.in_thread(
            _notes_of,
            self._desk.library,
            errand.articles,
            errand.method,
            errand.length,
            done=lambda notes: self._render(errand, notes),
            failed=self._fail,
        )

    def _render(self, errand: _Errand, notes: list[Notes]) -> None:
        from apostil.domain.notes import Stamp
        from apostil.services import exporting

        self._quick_jobs.submit(
            exporting.render,
            notes,
            errand.format_name,
            Stamp(__version__, self._desk.now()),
            done=partial(self._save, errand.path, self.notes_written),
            failed=self._fail,
        )

    def _save(self, path: Path, written: SignalInstance, data: bytes) -> None:
        from apostil.services import exporting

        self._quick_jobs.in_thread(
            exporting.save,
            data,
            path,
            done=lambda _none: self._finish(path, written),
            failed=self._fail,
        )

    def _finish(self, path: Path, written: SignalInstance) -> None:
        self.running -= 1
        written.emit(path)
        self.finished.emit(path)

    def _fail(self, error: ApostilError) -> None:
        self.running -= 1
        self.failed.emit(error.message)


def _notes_of(library: Library, articles: Sequence[ArticleId], method: Method, length: Length) -> list[Notes]:
    from apostil.services import exporting

    return [exporting.notes_of(library, article_id, method, length) for article_id in articles]
