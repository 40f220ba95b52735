"""Completes what is known of articles: one that nobody has analysed or surveyed yet is sent to a worker first."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from apostil.domain.digest import Voice
from apostil.services import analysing, summarising
from apostil.services.corrections.correcting import corrected

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from apostil.domain.analysis import Analysis
    from apostil.domain.article import ArticleId
    from apostil.domain.edits import Changes
    from apostil.domain.entity import Entity
    from apostil.domain.errors import ApostilError
    from apostil.domain.summary import Survey
    from apostil.jobs.qt_jobs import Handle, Jobs
    from apostil.store.library import Library
    from apostil.ui.desk import Desk


class Told(NamedTuple):
    """Who is told what: all that was asked for, what kept it from coming, and before each article how many are done."""

    done: Callable[[list[Known]], object]
    failed: Callable[[ApostilError], object]
    progressed: Callable[[int], object] = lambda _done: None


@dataclass(frozen=True, slots=True)
class Known:
    """An article with its entities as they were corrected and its survey."""

    voice: Voice
    entities: tuple[Entity, ...]
    survey: Survey


@dataclass(frozen=True, slots=True)
class _Found:
    """What the library holds of an article."""

    voice: Voice
    analysis: Analysis | None
    entities: tuple[Entity, ...]
    survey: Survey | None


class Completion:
    """One errand for some articles, one after the other.

    What is found out is in the library when it is told; one that can only be read stays as it is.
    """

    def __init__(self, desk: Desk, jobs: Jobs, quick_jobs: Jobs, articles: Sequence[ArticleId], told: Told) -> None:
        """Set out. `jobs` analyse, as their worker keeps the language models; all else is for `quick_jobs`."""
        self._desk = desk
        self._jobs = jobs
        self._quick_jobs = quick_jobs
        self._waiting = list(articles)
        self._told = told
        self._known: list[Known] = []
        self._handle: Handle[Any] | None = None
        self._next()

    def cancel(self) -> None:
        """Stop at once; what was found out by then is kept in the library."""
        if self._handle is not None:
            self._handle.cancel()

    def _next(self) -> None:
        self._told.progressed(len(self._known))
        if self._waiting:
            self._look(self._waiting.pop(0))
        else:
            self._told.done(self._known)

    def _look(self, article_id: ArticleId, analysis: Analysis | None = None) -> None:
        look = partial(_look, self._desk.library, article_id, analysis)
        self._handle = self._quick_jobs.in_thread(look, done=self._complete, failed=self._told.failed)

    def _complete(self, found: _Found) -> None:
        survey, analysis = found.survey, found.analysis
        if analysis is None:
            self._analyse(found.voice)
        elif survey is not None and summarising.is_current(survey, found.voice.article, analysis.sentences):
            self._take(found, survey)
        else:
            self._survey(found, analysis)

    def _analyse(self, voice: Voice) -> None:
        save = partial(self._desk.library.save_analysis, made_for=voice.article)

        def done(analysis: Analysis) -> None:
            if self._desk.read_only:
                self._look(voice.id, analysis)
                return
            saved = partial(self._announce, voice.id)
            self._handle = self._quick_jobs.in_thread(save, voice.id, analysis, done=saved, failed=self._told.failed)

        self._handle = self._jobs.submit(analysing.analyse, voice.article, done=done, failed=self._told.failed)

    def _announce(self, article_id: ArticleId, changes: Changes) -> None:
        self._look(article_id)
        self._desk.announce(changes)

    def _survey(self, found: _Found, analysis: Analysis) -> None:
        article, article_id = found.voice.article, found.voice.id
        save = partial(self._desk.library.save_survey, made_for=article)

        def done(survey: Survey) -> None:
            if self._desk.read_only:
                self._take(found, survey)
                return
            saved = partial(self._take_saved, found, survey)
            self._handle = self._quick_jobs.in_thread(save, article_id, survey, done=saved, failed=self._told.failed)

        self._handle = self._quick_jobs.submit(
            summarising.survey, article, analysis.sentences, analysis.entities, done=done, failed=self._told.failed
        )

    def _take_saved(self, found: _Found, survey: Survey, _saved: None) -> None:
        self._take(found, survey)

    def _take(self, found: _Found, survey: Survey) -> None:
        self._known.append(Known(found.voice, found.entities, survey))
        self._next()


def _look(library: Library, article_id: ArticleId, analysis: Analysis | None) -> _Found:
    """What there is, with an analysis that was just made or the one that is kept."""
    article = library.article(article_id)
    found = analysis or library.analysis(article_id)
    entities = corrected(article, found.entities, library.effective(article_id)) if found else ()
    voice = Voice(article_id, article, library.entry(article_id).title, library.source(article_id).name)
    return _Found(voice, found, entities, library.survey(article_id))
