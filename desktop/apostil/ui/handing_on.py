"""Exports notes: what an article still lacks is found first, then everything is written in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from apostil import __version__
from apostil.domain.notes import Stamp
from apostil.domain.summary import Length, Method
from apostil.services import analysing, exporting, summarising

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from apostil.domain.analysis import Analysis
    from apostil.domain.article import Article, ArticleId
    from apostil.domain.summary import Ranking
    from apostil.jobs.qt_jobs import Jobs
    from apostil.ui.desk import Desk


class Exporter(QObject):
    """Writes the notes of some articles into one file.

    Signals:
        finished: the path that was written.
        failed: a sentence about what kept it from being written.
    """

    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, desk: Desk, jobs: Jobs, quick_jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._quick_jobs = quick_jobs

    def export(self, articles: Sequence[ArticleId], format_name: str, path: Path) -> None:
        """Write the notes of these articles, in this order, in this format."""
        _Errand(self, articles, format_name, path).go_on()


class _Errand:
    """One export: article by article what is missing is made, then the file is written."""

    def __init__(self, exporter: Exporter, articles: Sequence[ArticleId], format_name: str, path: Path) -> None:
        self._exporter = exporter
        self._desk = exporter._desk  # noqa: SLF001
        self._jobs = exporter._jobs  # noqa: SLF001
        self._quick_jobs = exporter._quick_jobs  # noqa: SLF001
        self._waiting = list(articles)
        self._format = format_name
        self._path = path
        self._methods: dict[ArticleId, Method] = {}
        self._length = self._desk.length

    def go_on(self) -> None:
        """Take the next step."""
        if not self._waiting:
            self._write()
            return
        article_id = self._waiting[0]
        article = self._desk.library.article(article_id)
        analysis = self._desk.library.analysis(article_id)
        sentences = 0 if analysis is None else len(analysis.sentences)
        method = self._desk.chosen_method or summarising.default_method(sentences)
        self._methods[article_id] = method
        if analysis is None and not self._desk.read_only:
            self._analyse(article_id, article)
        elif analysis is not None and sentences and self._lacks_ranking(article_id, method):
            self._rank(article_id, article, analysis, method)
        else:
            self._waiting.pop(0)
            self.go_on()

    def _lacks_ranking(self, article_id: ArticleId, method: Method) -> bool:
        return not self._desk.read_only and self._desk.library.ranking(article_id, method) is None

    def _analyse(self, article_id: ArticleId, article: Article) -> None:
        def done(analysis: Analysis) -> None:
            self._desk.announce(self._desk.library.save_analysis(article_id, analysis))
            self.go_on()

        self._jobs.submit(analysing.analyse, article, done=done, failed=self._fail, title="Analysing")

    def _rank(self, article_id: ArticleId, article: Article, analysis: Analysis, method: Method) -> None:
        def done(ranking: Ranking) -> None:
            self._desk.library.save_ranking(article_id, ranking)
            self.go_on()

        self._quick_jobs.submit(
            summarising.rank, article, analysis.sentences, method, done=done, failed=self._fail, title="Summarising"
        )

    def _write(self) -> None:
        stamp = Stamp(__version__, self._desk.now())
        self._quick_jobs.in_thread(
            _write,
            self._desk,
            self._methods,
            self._length,
            (self._format, self._path, stamp),
            done=lambda _none: self._exporter.finished.emit(self._path),
            failed=self._fail,
            title="Exporting notes",
        )

    def _fail(self, error: Exception) -> None:
        self._exporter.failed.emit(str(error))


def _write(desk: Desk, methods: dict[ArticleId, Method], length: Length, target: tuple[str, Path, Stamp]) -> None:
    format_name, path, stamp = target
    notes = [exporting.notes_of(desk.library, article_id, method, length) for article_id, method in methods.items()]
    exporting.export(notes, format_name, path, stamp)
