"""Gathers what a summary of several articles is made from: what one of them still lacks is found out first."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from apostil.domain.coverage import Placed, placed, subjects
from apostil.domain.digest import Voice
from apostil.domain.entity import identity
from apostil.services import analysing, summarising, together
from apostil.services.corrections.correcting import corrected

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from apostil.analysis.several.features import Part
    from apostil.domain.analysis import Analysis
    from apostil.domain.article import ArticleId
    from apostil.domain.edits import Changes
    from apostil.domain.entity import Entity
    from apostil.domain.errors import ApostilError
    from apostil.domain.summary import Survey
    from apostil.jobs.qt_jobs import Handle, Jobs
    from apostil.store.library import Library
    from apostil.ui.desk import Desk


@dataclass(frozen=True, slots=True)
class Gathered:
    """Some articles with what was found out about all of them together.

    `places` are whom and what they name and where, and `names` what the identity of an entity is called.
    """

    voices: tuple[Voice, ...]
    survey: Survey
    places: Placed = field(default_factory=lambda: placed((), ()))
    names: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Known:
    """What the library holds of an article."""

    voice: Voice
    analysis: Analysis | None
    entities: tuple[Entity, ...]
    survey: Survey | None


class Gatherer(QObject):
    """Gathers for one asker at a time: whoever asks next is served instead."""

    def __init__(self, desk: Desk, jobs: Jobs, quick_jobs: Jobs, parent: QObject | None = None) -> None:
        """Analyse with `jobs`, whose worker keeps the language models; all else is for `quick_jobs`."""
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._quick_jobs = quick_jobs
        self._handle: Handle[Any] | None = None
        self._parts: list[Part] = []
        self._voices: list[Voice] = []

    @property
    def busy(self) -> bool:
        """Whether something is being gathered."""
        return self._handle is not None

    def gather(
        self,
        articles: Sequence[ArticleId],
        done: Callable[[Gathered], object],
        failed: Callable[[ApostilError], object],
        progressed: Callable[[int], object],
    ) -> None:
        """Have these articles surveyed, each and together; tell before each how many are done."""
        self.cancel()
        self._parts, self._voices = [], []
        self._done, self._failed, self._progressed = done, failed, progressed
        self._waiting = list(articles)
        self._next()

    def cancel(self) -> None:
        """Stop at once; what was found out by then is kept in the library."""
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    # One article after another

    def _next(self) -> None:
        self._progressed(len(self._parts))
        if self._waiting:
            self._look(self._waiting.pop(0))
        else:
            self._handle = self._quick_jobs.submit(
                together.survey, tuple(self._parts), done=self._sum_up, failed=self._fail
            )

    def _look(self, article_id: ArticleId, analysis: Analysis | None = None) -> None:
        look = partial(_look, self._desk.library, article_id, analysis)
        self._handle = self._quick_jobs.in_thread(look, done=self._complete, failed=self._fail)

    def _complete(self, known: _Known) -> None:
        survey, analysis = known.survey, known.analysis
        if analysis is None:
            self._analyse(known)
        elif survey is not None and summarising.is_current(survey, analysis.sentences):
            self._take(known, survey)
        else:
            self._make(known, analysis)

    def _analyse(self, known: _Known) -> None:
        article, article_id = known.voice.article, known.voice.id
        save = partial(self._desk.library.save_analysis, made_for=article)

        def done(analysis: Analysis) -> None:
            if self._desk.read_only:
                self._look(article_id, analysis)
                return
            saved = partial(self._announce, article_id, analysis)
            self._handle = self._quick_jobs.in_thread(save, article_id, analysis, done=saved, failed=self._fail)

        self._handle = self._jobs.submit(analysing.analyse, article, done=done, failed=self._fail)

    def _announce(self, article_id: ArticleId, analysis: Analysis, changes: Changes) -> None:
        self._look(article_id, analysis)
        self._desk.announce(changes)

    def _take(self, known: _Known, survey: Survey) -> None:
        self._parts.append(together.part(known.voice.article, survey, known.entities))
        self._voices.append(known.voice)
        self._next()

    def _make(self, known: _Known, analysis: Analysis) -> None:
        article, article_id = known.voice.article, known.voice.id
        save = partial(self._desk.library.save_survey, made_for=article)

        def done(survey: Survey) -> None:
            if not self._desk.read_only:
                self._quick_jobs.in_thread(save, article_id, survey, failed=_ignore)
            self._take(known, survey)

        self._handle = self._quick_jobs.submit(
            summarising.survey, article, analysis.sentences, analysis.entities, done=done, failed=self._fail
        )

    def _sum_up(self, survey: Survey) -> None:
        asked = (tuple(self._voices), tuple(self._parts), survey)
        self._handle = self._quick_jobs.in_thread(_gathered, *asked, done=self._finish, failed=self._fail)

    def _finish(self, gathered: Gathered) -> None:
        self._handle = None
        self._done(gathered)

    def _fail(self, error: ApostilError) -> None:
        self._handle = None
        self._failed(error)


def _look(library: Library, article_id: ArticleId, analysis: Analysis | None) -> _Known:
    """What there is, with an analysis that was just made or the one that is kept."""
    article = library.article(article_id)
    found = analysis or library.analysis(article_id)
    entities = corrected(article, found.entities, library.effective(article_id)) if found else ()
    voice = Voice(article_id, article, library.entry(article_id).title)
    return _Known(voice, found, entities, library.survey(article_id))


def _gathered(voices: tuple[Voice, ...], parts: tuple[Part, ...], survey: Survey) -> Gathered:
    figures = [number.span.cut(voices[number.owner].article.text) for number in survey.numbers]
    names = {identity(entity): entity.name for part in reversed(parts) for entity in part.entities}
    named = subjects([part.entities for part in parts], survey.numbers, figures)
    return Gathered(voices, survey, placed(named, survey.sentences), names)


def _ignore(_result: object) -> None:
    """A survey that could not be kept is made again when it is next wanted."""
