"""Has articles analysed and sentences surveyed in the background, and brings the results home."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from apostil.domain.edits import AnalysisEdit, Topic
from apostil.domain.errors import ApostilError
from apostil.services import analysing, summarising
from apostil.ui.gathering import Gatherer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apostil.domain.analysis import Analysis
    from apostil.domain.article import Article, ArticleId
    from apostil.domain.edits import Changes
    from apostil.domain.summary import Survey
    from apostil.jobs.qt_jobs import Handle, Jobs
    from apostil.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Progressed:
    """How far the background has come: so many of so many articles analysed."""

    done: int
    total: int


class Analyst(QObject):
    """One article after another, the open one first.

    Signals:
        progressed: Progressed, after each article; with equal numbers when nothing is left.
        failed: a sentence about an article that could not be analysed.
        analysed_again: whether an article that was analysed anew has another analysis now.
    """

    progressed = Signal(object)
    failed = Signal(object)
    analysed_again = Signal(bool)

    def __init__(self, desk: Desk, jobs: Jobs, quick_jobs: Jobs, parent: QObject | None = None) -> None:
        """Analyse with `jobs`, whose worker keeps the language models; all else is for `quick_jobs`."""
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._quick_jobs = quick_jobs
        self._waiting: list[ArticleId] = []
        self._running: ArticleId | None = None
        self._article: Article | None = None
        self._again: set[ArticleId] = set()
        self._held = False
        self._handle: Handle[Any] | None = None
        self._surveying: Handle[Any] | None = None
        self._done = self._total = 0
        self.gatherer = Gatherer(desk, jobs, quick_jobs, self)
        desk.analysis_wanted.connect(self.want_first)
        desk.survey_wanted.connect(self._bring_survey)
        desk.changed.connect(self._forget_outdated)

    def want(self, articles: Iterable[ArticleId]) -> None:
        """Analyse these when their turn comes."""
        there = {*self._waiting, self._running}
        new = [article for article in dict.fromkeys(articles) if article not in there]
        self._waiting.extend(new)
        self._total += len(new)
        self._next()

    def want_first(self, article_id: ArticleId) -> None:
        """Analyse this one before all others that wait."""
        if article_id in self._waiting:
            self._waiting.remove(article_id)
            self._waiting.insert(0, article_id)
        elif article_id != self._running:
            self._waiting.insert(0, article_id)
            self._total += 1
        self._next()

    def analyse_again(self) -> None:
        """Analyse the open article anew; what comes of it can be undone."""
        if self._desk.current is not None:
            self._again.add(self._desk.current)
            self.want_first(self._desk.current)

    def cancel(self) -> None:
        """Stop at once; what was finished stays, and the rest is analysed when it is opened."""
        self._waiting.clear()
        self._again.clear()
        if self._handle is not None:
            self._handle.cancel()
        self._finish()

    def close(self) -> None:
        """Stop for good: nothing that is under way comes home any more."""
        self.cancel()
        self.gatherer.cancel()
        if self._surveying is not None:
            self._surveying.cancel()
            self._surveying = None

    def hold(self, held: bool) -> None:
        """Let all but the open article wait while something else needs the processors, and go on afterwards."""
        if held != self._held:
            self._held = held
            self._next()

    @property
    def busy(self) -> bool:
        """Whether an article is being analysed."""
        return self._running is not None

    @property
    def progress(self) -> Progressed:
        """How far the background has come."""
        return Progressed(self._done, self._total)

    def _next(self) -> None:
        if self._running is not None:
            return
        if not self._waiting:
            self._finish()
            return
        if self._held and self._waiting[0] != self._desk.current:
            return
        self._running = self._waiting.pop(0)
        self.progressed.emit(self.progress)
        self._handle = self._quick_jobs.in_thread(
            self._desk.library.article, self._running, done=self._send, failed=self._fail
        )

    def _send(self, article: Article) -> None:
        self._article = article
        self._handle = self._jobs.submit(analysing.analyse, article, done=self._receive, failed=self._fail)

    def _receive(self, analysis: Analysis) -> None:
        article_id = self._running
        if article_id is None:
            return
        if article_id in self._again:
            self._again.discard(article_id)
            self._replace(article_id, analysis)
        elif self._desk.read_only:
            self._desk.lend_analysis(article_id, analysis)
            self._step()
        else:
            self._handle = self._quick_jobs.in_thread(
                partial(self._desk.library.save_analysis, made_for=self._article),
                article_id,
                analysis,
                done=self._saved,
                failed=self._fail,
            )

    def _replace(self, article_id: ArticleId, analysis: Analysis) -> None:
        try:
            before = self._desk.library.analysis(article_id)
        except ApostilError as error:
            self._fail(error)
            return
        if analysis != before:
            self._desk.do(AnalysisEdit("Analyse again", article_id, before, analysis))
        self.analysed_again.emit(analysis != before)
        self._step()

    def _saved(self, changes: Changes) -> None:
        self._desk.announce(changes)
        self._step()

    def _fail(self, error: ApostilError) -> None:
        self.failed.emit(error.message)
        self._step()

    def _step(self) -> None:
        self._running = self._handle = None
        self._done += 1
        self._next()

    def _finish(self) -> None:
        self._running = self._handle = None
        self._done = self._total = 0
        self.progressed.emit(self.progress)

    def _forget_outdated(self, changes: Changes) -> None:
        """A running analysis of blocks that have changed since is worth nothing; the desk asks for a new one."""
        if self._running is not None and changes.touches(Topic.BLOCKS, self._running) and self._handle is not None:
            self._handle.cancel()
            outdated, self._running, self._handle = self._running, None, None
            if outdated not in self._waiting:
                self._waiting.insert(0, outdated)
            self._next()

    def _bring_survey(self, article_id: ArticleId) -> None:
        """Bring the survey of the open article from the library, or else have it made."""
        if self._surveying is not None:
            self._surveying.cancel()
        self._surveying = self._quick_jobs.in_thread(
            self._desk.library.survey,
            article_id,
            done=partial(self._take_kept, article_id),
            failed=self._survey_failed,
        )

    def _take_kept(self, article_id: ArticleId, survey: Survey | None) -> None:
        self._surveying = None
        desk = self._desk
        if desk.current != article_id or desk.article is None or desk.analysis is None:
            return
        if survey is not None and summarising.is_current(survey, desk.article, desk.analysis.sentences):
            desk.take_survey(survey)
        else:
            self._survey(article_id, desk.article, desk.analysis)

    def _survey(self, article_id: ArticleId, article: Article, analysis: Analysis) -> None:
        desk = self._desk
        save = partial(desk.library.save_survey, made_for=article)

        def done(survey: Survey) -> None:
            self._surveying = None
            if desk.current == article_id:
                desk.take_survey(survey)
            if not desk.read_only:
                self._quick_jobs.in_thread(save, article_id, survey, failed=_ignore)

        self._surveying = self._quick_jobs.submit(
            summarising.survey,
            article,
            analysis.sentences,
            analysis.entities,
            done=done,
            failed=self._survey_failed,
        )

    def _survey_failed(self, error: ApostilError) -> None:
        self._surveying = None
        self._desk.summary_busy.emit(False)
        self.failed.emit(error.message)


def _ignore(_result: object) -> None:
    """A survey that could not be kept is made again when it is next wanted."""
