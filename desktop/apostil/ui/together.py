"""Several articles that are summarised together: what their page shows, and how its reader changes that."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from apostil.domain.choices import UNTOUCHED
from apostil.domain.coverage import coverage
from apostil.domain.digest import Digest
from apostil.domain.edits import ChoicesEdit, Topic
from apostil.domain.errors import ApostilError
from apostil.domain.summary import Summary, choose
from apostil.services import summarising
from apostil.services.together import Manner
from apostil.services.together_choices import choices_of, standing

if TYPE_CHECKING:
    from apostil.domain.article import ArticleId
    from apostil.domain.choices import Choices
    from apostil.domain.coverage import Coverage
    from apostil.domain.digest import Grouping
    from apostil.domain.edits import Changes
    from apostil.domain.summary import Length, Method, Survey
    from apostil.ui.desk import Desk
    from apostil.ui.gathering import Gathered, Gatherer


class Together(QObject):
    """One summary of several articles, with its reader's own choices in it.

    `chosen_alone` says that the reader chose something in the summary of one of them alone, which does not count here.
    Where only one of them is left, its summary is the article's own, with what is chosen in that.

    Signals:
        changed: the summary is another one, or there is none yet.
        progressed: how many of the articles are surveyed.
        failed: a sentence about what kept the summary from being made.
        stopped: a person stopped the making of it.
    """

    changed = Signal()
    progressed = Signal(int)
    failed = Signal(object)
    stopped = Signal()

    def __init__(
        self, desk: Desk, gatherer: Gatherer, manner: Manner | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._gatherer = gatherer
        self._asked: tuple[ArticleId, ...] = ()
        self.articles: tuple[ArticleId, ...] = ()
        self.gathered: Gathered | None = None
        self.choices = UNTOUCHED
        self.chosen_alone = False
        self.manner = manner or Manner()
        self.digest: Digest | None = None
        desk.changed.connect(self._follow)
        gatherer.stopped.connect(self._stop)

    # What is there

    @property
    def survey(self) -> Survey | None:
        """What is known of the sentences of all the articles."""
        return self.gathered.survey if self.gathered else None

    @property
    def summary(self) -> Summary | None:
        """The chosen sentences, in the order in which they are shown."""
        return self.digest.summary if self.digest else None

    @property
    def method(self) -> Method:
        """How the sentences are ranked: as is wanted, where every article was ranked so."""
        asked = [ranking.method for ranking in self.survey.rankings] if self.survey else []
        wanted = (self.manner.method, summarising.DEFAULT, *asked)
        return next((method for method in wanted if method in asked), self.manner.method)

    @property
    def length(self) -> Length:
        """How many sentences are chosen."""
        return self.manner.length

    @property
    def grouping(self) -> Grouping:
        """How they are put together."""
        return self.manner.grouping

    @property
    def read_only(self) -> bool:
        """Whether nothing can be chosen, because the library can only be read."""
        return self._desk.read_only

    @property
    def read_only_because(self) -> str:
        """Why that is so, in a sentence."""
        return self._desk.read_only_because

    @property
    def names(self) -> dict[str, str]:
        """What the entities that sentences name are called, in the article that names them first."""
        return self.gathered.names if self.gathered else {}

    def coverage(self) -> Coverage | None:
        """Who, what and which figures the summary names of all the articles, and which it leaves out."""
        if self.gathered is None or self.survey is None or self.summary is None or not self.survey.rankings:
            return None
        shown = [sentence.extract for sentence in self.summary.sentences]
        ranks = self.survey.ranking(self.method).ranks
        return coverage(self.gathered.places, shown, ranks, self.choices.dropped)

    # What is wanted

    def open(self, articles: tuple[ArticleId, ...]) -> None:
        """Summarise these articles; the ones that are summarised already stay as they are."""
        if articles == self._asked and (self.gathered is not None or self._gatherer.busy):
            return
        self._asked = articles
        self._summarise(standing(self._desk.library, articles))

    def cancel(self) -> None:
        """Make no summary; what was found out by then is kept."""
        self._gatherer.stop()

    def set_method(self, method: Method) -> None:
        """Rank the sentences by another method."""
        self.manner = replace(self.manner, method=method)
        self._choose()

    def set_length(self, length: Length) -> None:
        """Choose more sentences, or fewer."""
        self.manner = replace(self.manner, length=length)
        self._choose()

    def set_grouping(self, grouping: Grouping) -> None:
        """Put the sentences together in another way."""
        self.manner = replace(self.manner, grouping=grouping)
        self._choose()

    def set_choices(self, label: str, choices: Choices) -> None:
        """Change what the reader chose in this summary."""
        if choices != self.choices:
            self._desk.do(ChoicesEdit(label, self.articles, self.choices, choices))

    # How it comes about

    def _summarise(self, articles: tuple[ArticleId, ...]) -> None:
        self.articles = articles
        self.gathered = self.digest = None
        self.choices = UNTOUCHED
        self._gatherer.cancel()
        self.changed.emit()
        if articles:
            self._gather()

    def _gather(self) -> None:
        self._gatherer.gather(self.articles, self._take, self._fail, self.progressed.emit)

    def _take(self, gathered: Gathered) -> None:
        self.gathered = gathered
        self._load_choices()

    def _stop(self) -> None:
        if self.gathered is None:
            self._asked = self.articles = ()
            self.stopped.emit()

    def _fail(self, error: ApostilError) -> None:
        if self.gathered is None:
            self._asked = self.articles = ()
        self.failed.emit(error.message)

    def _load_choices(self) -> None:
        try:
            library = self._desk.library
            self.choices = choices_of(library, self.articles, self.survey)
            alone = (library.choices((one,)) for one in self.articles)
            self.chosen_alone = len(self.articles) > 1 and any(chosen != UNTOUCHED for chosen in alone)
        except ApostilError as error:
            self._desk.tell(error)
        self._choose()

    def _choose(self) -> None:
        if self.gathered is not None:
            self.digest = self._digest(self.gathered)
        self.changed.emit()

    def _digest(self, gathered: Gathered) -> Digest:
        if not gathered.survey.rankings:
            return Digest(gathered.voices, Summary(self.method, self.length, ()), self.grouping)
        summary = choose(gathered.survey, self.method, self.length, self.choices)
        digest = Digest(gathered.voices, summary, self.grouping, arranged=bool(self.choices.order))
        shown = tuple(sentence for group in digest.groups() for sentence in group.sentences)
        # From here on in the order in which it is read, which the reader's next move starts from.
        return replace(digest, summary=replace(summary, sentences=shown))

    def _follow(self, changes: Changes) -> None:
        """Keep up with what becomes of the articles."""
        if Topic.PRESENCE in changes.topics:
            now = standing(self._desk.library, self._asked)
            if now != self.articles:
                self._summarise(now)
                return
        if self.gathered is None or not changes.articles.intersection(self.articles):
            return
        if changes.topics & {Topic.ANALYSIS, Topic.BLOCKS, Topic.METADATA}:
            self._gather()
        elif Topic.CHOICES in changes.topics:
            self._load_choices()
