"""Exports notes: what an article still lacks is found first, then all of them are written into one file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from apostil import __version__
from apostil.domain.errors import ApostilError
from apostil.services import analysing, summarising

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from apostil.domain.analysis import Analysis
    from apostil.domain.article import Article, ArticleId
    from apostil.domain.digest import Digest
    from apostil.domain.edits import Changes
    from apostil.domain.notes import Notes
    from apostil.domain.summary import Length, Method, Survey
    from apostil.jobs.qt_jobs import Jobs
    from apostil.store.library import Library
    from apostil.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class ExportPlace:
    """Where notes were written last: the folder, and the suffix of the format."""

    folder: str = ""
    suffix: str = ".md"


@dataclass(slots=True)
class _Errand:
    """One export of `articles`; `waiting` are those of them that may still lack something."""

    format_name: str
    path: Path
    length: Length
    method: Method
    articles: Sequence[ArticleId]
    waiting: list[ArticleId]


class Exporter(QObject):
    """Writes the notes of some articles into one file; `running` counts the exports that are under way.

    Signals:
        finished: the path that was written.
        failed: a sentence about what kept it from being written.
    """

    finished = Signal(object)
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
        self.running += 1
        self._go_on(_Errand(format_name, path, self._desk.length, self._desk.method, articles, list(articles)))

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
            done=partial(self._save, path),
            failed=self._fail,
        )

    def _go_on(self, errand: _Errand) -> None:
        try:
            while errand.waiting:
                if self._sent(errand, errand.waiting[0]):
                    return
                errand.waiting.pop(0)
        except ApostilError as error:
            self._fail(error)
        else:
            self._gather(errand)

    def _sent(self, errand: _Errand, article_id: ArticleId) -> bool:
        """Whether the article had to be sent to a worker for something that it lacks."""
        library = self._desk.library
        analysis = library.analysis(article_id)
        if self._desk.read_only:
            return False
        if analysis is None:
            self._analyse(errand, article_id, library.article(article_id))
        elif not summarising.is_current(library.survey(article_id), analysis.sentences):
            self._survey(errand, article_id, analysis)
        else:
            return False
        return True

    def _analyse(self, errand: _Errand, article_id: ArticleId, article: Article) -> None:
        save = partial(self._desk.library.save_analysis, made_for=article)

        def done(analysis: Analysis) -> None:
            self._quick_jobs.in_thread(save, article_id, analysis, done=saved, failed=self._fail)

        def saved(changes: Changes) -> None:
            self._desk.announce(changes)
            self._go_on(errand)

        self._jobs.submit(analysing.analyse, article, done=done, failed=self._fail)

    def _survey(self, errand: _Errand, article_id: ArticleId, analysis: Analysis) -> None:
        article = self._desk.library.article(article_id)
        save = partial(self._desk.library.save_survey, made_for=article)

        def done(survey: Survey) -> None:
            self._quick_jobs.in_thread(save, article_id, survey, done=saved, failed=self._fail)

        def saved(_none: None) -> None:
            self._go_on(errand)

        self._quick_jobs.submit(
            summarising.survey, article, analysis.sentences, analysis.entities, done=done, failed=self._fail
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
            done=partial(self._save, errand.path),
            failed=self._fail,
        )

    def _save(self, path: Path, data: bytes) -> None:
        from apostil.services import exporting

        self._quick_jobs.in_thread(
            exporting.save,
            data,
            path,
            done=lambda _none: self._finish(path),
            failed=self._fail,
        )

    def _finish(self, path: Path) -> None:
        self.running -= 1
        self.finished.emit(path)

    def _fail(self, error: ApostilError) -> None:
        self.running -= 1
        self.failed.emit(error.message)


def _notes_of(library: Library, articles: Sequence[ArticleId], method: Method, length: Length) -> list[Notes]:
    from apostil.services import exporting

    return [exporting.notes_of(library, article_id, method, length) for article_id in articles]
