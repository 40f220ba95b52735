"""Gathers what a summary of several articles is made from: what one of them still lacks is found out first."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from apostil.domain.entity import identity

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from apostil.analysis.several.features import Part
    from apostil.domain.article import ArticleId
    from apostil.domain.coverage import Placed
    from apostil.domain.digest import Voice
    from apostil.domain.errors import ApostilError
    from apostil.domain.summary import Survey
    from apostil.jobs.qt_jobs import Handle, Jobs
    from apostil.ui.completing import Completion, Known
    from apostil.ui.desk import Desk


def _nowhere() -> Placed:
    from apostil.domain.coverage import placed

    return placed((), ())


@dataclass(frozen=True, slots=True)
class Gathered:
    """Some articles with what was found out about all of them together.

    `places` are whom and what they name and where, and `names` what the identity of an entity is called.
    """

    voices: tuple[Voice, ...]
    survey: Survey
    places: Placed = field(default_factory=_nowhere)
    names: dict[str, str] = field(default_factory=dict)


class Gatherer(QObject):
    """Gathers for one asker at a time: whoever asks next is served instead.

    Signals:
        progressed: it began, came further, or ended.
        stopped: a person stopped it.
    """

    progressed = Signal()
    stopped = Signal()

    def __init__(self, desk: Desk, jobs: Jobs, quick_jobs: Jobs, parent: QObject | None = None) -> None:
        """Analyse with `jobs`, whose worker keeps the language models; all else is for `quick_jobs`."""
        super().__init__(parent)
        self._desk = desk
        self._jobs = jobs
        self._quick_jobs = quick_jobs
        self._under_way: Completion | Handle[Any] | None = None
        self.done = self.total = 0

    @property
    def busy(self) -> bool:
        """Whether something is being gathered."""
        return self._under_way is not None

    def gather(
        self,
        articles: Sequence[ArticleId],
        done: Callable[[Gathered], object],
        failed: Callable[[ApostilError], object],
        progressed: Callable[[int], object],
    ) -> None:
        """Have these articles surveyed, each and together; tell before each how many are done."""
        from apostil.ui.completing import Completion, Told

        self.cancel()
        self._done, self._failed, self._progressed = done, failed, progressed
        self.total = len(articles)
        told = Told(self._compare, self._fail, self._progress)
        self._under_way = Completion(self._desk, self._jobs, self._quick_jobs, articles, told)
        self.progressed.emit()

    def stop(self) -> None:
        """Stop because a person said so, and tell who asked."""
        if self.busy:
            self.cancel()
            self.stopped.emit()

    def cancel(self) -> None:
        """Stop at once; what was found out by then is kept in the library."""
        if self._under_way is not None:
            self._under_way.cancel()
            self._end()

    def _progress(self, done: int) -> None:
        self.done = done
        self._progressed(done)
        self.progressed.emit()

    def _end(self) -> None:
        self._under_way = None
        self.progressed.emit()

    def _compare(self, known: list[Known]) -> None:
        """Survey the sentences of all articles together."""
        from apostil.services import together

        voices = tuple(one.voice for one in known)
        parts = tuple(together.part(one.voice.article, one.survey, one.entities) for one in known)
        self._under_way = self._quick_jobs.submit(
            together.survey, parts, done=partial(self._sum_up, voices, parts), failed=self._fail
        )

    def _sum_up(self, voices: tuple[Voice, ...], parts: tuple[Part, ...], survey: Survey) -> None:
        asked = (voices, parts, survey)
        self._under_way = self._quick_jobs.in_thread(_gathered, *asked, done=self._finish, failed=self._fail)

    def _finish(self, gathered: Gathered) -> None:
        self._end()
        self._done(gathered)

    def _fail(self, error: ApostilError) -> None:
        self._end()
        self._failed(error)


def _gathered(voices: tuple[Voice, ...], parts: tuple[Part, ...], survey: Survey) -> Gathered:
    from apostil.domain.coverage import placed, subjects
    from apostil.services.figures import figures_of

    texts = [(part.article.text, part.language) for part in parts]
    names = {identity(entity): entity.name for part in reversed(parts) for entity in part.entities}
    named = subjects([part.entities for part in parts], figures_of(survey, texts))
    return Gathered(voices, survey, placed(named, survey.sentences), names)
