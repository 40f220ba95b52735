"""Files, dropped or chosen, on their way into the library: read here, parsed in a worker, kept, shown."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from apostil.domain.errors import ApostilError
from apostil.domain.identity import new_id
from apostil.jobs.pool import Limits
from apostil.services import reading

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from apostil.domain.article import ArticleId
    from apostil.jobs.qt_jobs import Handle, Jobs
    from apostil.ui.desk import Desk

IN_FLIGHT = 4
"""Files that are held in memory at a time."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be opened, with the sentence that says why."""

    name: str
    sentence: str


@dataclass(slots=True)
class Report:
    """How an import went: what is new, what was there already, and what could not be opened."""

    new: list[ArticleId] = field(default_factory=list)
    known: list[ArticleId] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    total: int = 0

    @property
    def done(self) -> int:
        """The number of files that are through."""
        return len(self.new) + len(self.known) + len(self.problems)


class Importer(QObject):
    """One import at a time; files that come while one runs join it.

    Signals:
        progressed: the Report so far, after each file.
        finished: the Report at the end.
    """

    progressed = Signal(object)
    finished = Signal(object)

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._waiting: list[Path] = []
        self._running: dict[str, Handle[Any]] = {}
        self._report = Report()
        self._batch = ""

    @property
    def busy(self) -> bool:
        """Whether files are on their way."""
        return bool(self._running or self._waiting)

    def open_files(self, paths: Sequence[Path]) -> None:
        """Import these files."""
        self._begin(len(paths))
        self._waiting.extend(paths)
        self._fill()
        self.progressed.emit(self._report)

    def open_text(self, text: str, title: str = "") -> None:
        """Import text that was pasted."""
        self._begin(1)
        key = new_id()
        try:
            file = reading.pasted(text)
        except ApostilError as error:
            self._fail(key, error, reading.PASTED)
        else:
            self._extract(key, file, title)
            self.progressed.emit(self._report)

    def cancel(self) -> None:
        """Stop: what came in stays, the rest is dropped."""
        if not self.busy:
            return
        for handle in self._running.values():
            handle.cancel()
        self._running.clear()
        self._waiting.clear()
        self._finish()

    @property
    def report(self) -> Report:
        """How the present import goes, or how the last one went."""
        return self._report

    def _begin(self, count: int) -> None:
        if not self.busy:
            self._report = Report()
            self._batch = new_id()
        self._report.total += count

    def _fill(self) -> None:
        while self._waiting and len(self._running) < IN_FLIGHT:
            self._load(self._waiting.pop(0))

    def _load(self, path: Path) -> None:
        key, name = new_id(), reading.displayed(path.name)
        self._running[key] = self._jobs.in_thread(
            reading.load,
            path,
            done=lambda file: self._extract(key, file),
            failed=lambda error: self._fail(key, error, name),
        )

    def _extract(self, key: str, file: reading.File, title: str = "") -> None:
        self._running[key] = self._jobs.submit(
            reading.extract,
            file.data,
            file.name,
            done=lambda extracted: self._keep(key, file, extracted, title),
            failed=lambda error: self._fail(key, error, file.name),
            limits=Limits(seconds=reading.SECONDS, memory=reading.MEMORY),
        )

    def _keep(self, key: str, file: reading.File, extracted: reading.Extracted, title: str) -> None:
        article = extracted.article
        if title:
            article = replace(article, metadata=replace(article.metadata, title=title))
        self._running[key] = self._jobs.in_thread(
            _add,
            self._desk,
            file,
            replace(extracted, articles=(article,)),
            done=lambda imported: self._kept(key, imported),
            failed=lambda error: self._fail(key, error, file.name),
        )

    def _kept(self, key: str, imported: reading.Imported) -> None:
        if imported.edit is not None and not self._desk.do(imported.edit, self._batch):
            self._through(key)
            return
        (self._report.known if imported.known else self._report.new).append(imported.article)
        self._through(key)

    def _fail(self, key: str, error: ApostilError, name: str) -> None:
        self._report.problems.append(Problem(name, reading.explain(error, name)))
        self._through(key)

    def _through(self, key: str) -> None:
        self._running.pop(key, None)
        self.progressed.emit(self._report)
        self._fill()
        if not self.busy:
            self._finish()

    def _finish(self) -> None:
        self.finished.emit(self._report)


def _add(desk: Desk, file: reading.File, extracted: reading.Extracted) -> reading.Imported:
    source = reading.source_of(file, extracted.media_type, desk.now())
    return reading.add(desk.library, source, file.data, extracted.article)
