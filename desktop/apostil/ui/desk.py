"""The article that lies open, what is known about it, and the one way in which it is changed."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from apostil.domain.choices import UNTOUCHED, placed_anew
from apostil.domain.doubts import count_mentions, sure_enough
from apostil.domain.edits import (
    Changes,
    ChoicesEdit,
    Edit,
    GlossaryEdit,
    LibraryCorrectionsEdit,
    PresenceEdit,
    SeveralEdits,
    SuccessionEdit,
    Topic,
)
from apostil.domain.entity import Kind
from apostil.domain.errors import ApostilError, LibraryDamagedError
from apostil.domain.summary import Length, choose
from apostil.services import analysing, summarising
from apostil.services.corrections import standing
from apostil.ui.history import EntityPlace, TogetherPlace
from apostil.ui.undo import EditCommand

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from apostil.domain.analysis import Analysis
    from apostil.domain.annotation import Annotation, AnnotationId
    from apostil.domain.article import Article, ArticleId, Source
    from apostil.domain.choices import Choices
    from apostil.domain.entity import Entity
    from apostil.domain.spans import Span
    from apostil.domain.summary import Method, Summary, Survey
    from apostil.jobs.qt_jobs import Handle, Jobs
    from apostil.services.corrections.standing import Standing
    from apostil.store.glossary import Glossary
    from apostil.store.library import Library


def _utc_now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _successor(edit: Edit, article_id: ArticleId | None) -> ArticleId | None:
    """The article that this edit puts in the place of another one, where it does so."""
    edits = edit.edits if isinstance(edit, SeveralEdits) else (edit,)
    found = [one.after for one in edits if isinstance(one, SuccessionEdit) and one.before == article_id]
    return found[-1] if found else None


class Desk(QObject):
    """One library, the article on top, and the undo stack of the window.

    Signals:
        changed: Changes, after every edit, undone and redone ones too, and after results of the background.
        opened: the ArticleId that now lies open, or None.
        summary_changed: the Summary of the open article, or None.
        summary_busy: whether its sentences are being ranked.
        kinds_changed: which entities are shown: of which kinds, and how sure they have to be.
        reveal_requested: the Span that the reader is to go to.
        place_wanted: the place of the page that is to be shown instead of the article.
        survey_wanted: an ArticleId whose survey is to be brought, from the library or from a worker.
        analysis_wanted: an ArticleId that has no analysis, none of its present blocks, or one of an engine of before.
        failed: a sentence about something that could not be done.
        damaged: the LibraryDamagedError that showed what the library's file is like.
    """

    changed = Signal(object)
    opened = Signal(object)
    summary_changed = Signal(object)
    summary_busy = Signal(object)
    kinds_changed = Signal()
    reveal_requested = Signal(object)
    place_wanted = Signal(object)
    survey_wanted = Signal(object)
    analysis_wanted = Signal(object)
    failed = Signal(object)
    damaged = Signal(object)

    def __init__(
        self,
        library: Library,
        *,
        jobs: Jobs | None = None,
        now: Callable[[], dt.datetime] = _utc_now,
        parent: QObject | None = None,
    ) -> None:
        """Lay out a library; with `jobs`, what takes long of a long article is worked out in their thread."""
        super().__init__(parent)
        self.library = library
        self._jobs = jobs
        self.now = now
        self.author = ""
        self.undo_stack = QUndoStack(self)
        self.current: ArticleId | None = None
        self.article: Article | None = None
        self.source: Source | None = None
        self.annotations: tuple[Annotation, ...] = ()
        self.analysis: Analysis | None = None
        self._lent: dict[ArticleId, Analysis] = {}
        self._glossary: Glossary | None = None
        self._standing: Standing | None = None
        self._looking: Handle[Any] | None = None
        self.entities: tuple[Entity, ...] = ()
        self.shown_entities: tuple[Entity, ...] = ()
        """The entities without the mentions that are too doubtful to be shown."""
        self.least_confidence = 0.0
        self.survey: Survey | None = None
        self.choices = UNTOUCHED
        self.summary: Summary | None = None
        self.method = summarising.DEFAULT
        self.length = Length(5)
        self.visible_kinds: frozenset[Kind] = frozenset(Kind)
        self.far: Callable[[Edit], bool] | None = None
        """Who undoes and does again what reaches through the whole library, away from the window's thread."""
        self.apart: frozenset[frozenset[ArticleId]] = frozenset()
        """Pairs of articles of which a person said that neither is a version of the other."""

    @property
    def read_only(self) -> bool:
        """Whether this window can only show its library; `read_only_because` says why."""
        return self.library.read_only

    @property
    def read_only_because(self) -> str:
        """Why nothing can be changed here, in a sentence; empty where it can."""
        return self.library.read_only_because

    # What lies open

    def open(self, article_id: ArticleId | None) -> None:
        """Lay another article on the desk; what it still lacks is asked for. One that cannot be read is said so."""
        try:
            self._lay(article_id)
        except ApostilError as error:
            self.tell(error)
            self._lay(None)
        self.opened.emit(self.current)
        self._want_survey()

    def close(self) -> None:
        """Wait no longer for what is being worked out."""
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    def _lay(self, article_id: ArticleId | None) -> None:
        self.current = article_id
        self.article = self.source = None
        self.annotations = ()
        self._take_standing(None)
        self.choices = UNTOUCHED
        self.survey = None
        if article_id is not None:
            self.article = self.library.article(article_id)
            self.source = self.library.source(article_id)
            self.annotations = self.library.annotations(article_id)
            self.choices = self.library.choices((article_id,))
        self._load_analysis()

    def tell(self, error: ApostilError) -> None:
        """Say what could not be done."""
        self.failed.emit(error.message)
        if isinstance(error, LibraryDamagedError):
            self.damaged.emit(error)

    def annotation(self, annotation_id: AnnotationId) -> Annotation | None:
        """A mark of the open article."""
        return next((mark for mark in self.annotations if mark.id == annotation_id), None)

    def reveal(self, span: Span) -> None:
        """Ask the reader to go to this place and let it flash."""
        self.reveal_requested.emit(span)

    def show_entity(self, identity: str) -> None:
        """Ask for everything that the library says of an entity."""
        self.place_wanted.emit(EntityPlace(identity))

    # What a person changes

    def do(self, edit: Edit) -> bool:
        """Apply an edit and put it on the undo stack; where that fails, say so and leave everything as it was."""
        if not self._apply(edit):
            return False
        self.undo_stack.push(EditCommand(edit, self._apply_and_show))
        return True

    def record(self, edit: Edit) -> None:
        """Put an edit on the undo stack that was applied and announced already, as those of an import are."""
        self.undo_stack.push(EditCommand(edit, self._apply_and_show))

    def set_apart(self, one: ArticleId, other: ArticleId) -> None:
        """Remember of two articles that neither is a version of the other."""
        self.apart |= {frozenset({one, other})}
        self.changed.emit(Changes(frozenset({one, other}), frozenset({Topic.PRESENCE})))

    def announce(self, changes: Changes) -> None:
        """Tell everyone of changes that came from elsewhere, such as an analysis that arrived."""
        try:
            self._refresh(changes)
        except ApostilError as error:
            self.tell(error)
        self.changed.emit(changes)

    def look_again(self) -> None:
        """Show what was written into the file of the glossary since this was last asked, in another program say."""
        before, self._glossary = self._glossary, self.library.glossary()
        if before is not None and before is not self._glossary:
            here = () if self.current is None else (self.current,)
            self.announce(Changes(frozenset(here), frozenset({Topic.ANALYSIS})))

    def _apply(self, edit: Edit) -> bool:
        try:
            changes = self.library.apply(edit)
        except ApostilError as error:
            self.tell(error)
            return False
        successor = _successor(edit, self.current)
        if successor is not None:
            self.open(successor)
        elif isinstance(edit, PresenceEdit) and not edit.present and self.current in edit.articles:
            self.open(None)
        self.announce(changes)
        return True

    def _apply_and_show(self, edit: Edit) -> bool:
        """Undo and redo: what they change is brought on the desk, or nobody would see it."""
        if self.far is not None and isinstance(edit, LibraryCorrectionsEdit | GlossaryEdit):
            return self.far(edit)
        done = self._apply(edit)
        articles = edit.changes().articles
        if done and isinstance(edit, ChoicesEdit) and len(edit.articles) > 1:
            self.place_wanted.emit(TogetherPlace(edit.articles))
        elif done and articles and self.current not in articles:
            self._show_one_of(edit)
        return done

    def _show_one_of(self, edit: Edit) -> None:
        if isinstance(edit, PresenceEdit):
            if edit.present:
                self.open(edit.articles[0])
        else:
            self.open(next(filter(self.library.is_present, edit.changes().articles), None))

    def _refresh(self, changes: Changes) -> None:
        if self.current is None or self.current not in changes.articles:
            return
        if changes.topics & {Topic.METADATA, Topic.BLOCKS}:
            self.article = self.library.article(self.current)
        if Topic.ANNOTATIONS in changes.topics:
            self.annotations = self.library.annotations(self.current)
        if Topic.BLOCKS in changes.topics:
            self._take_standing(None)
        if changes.topics & {Topic.ANALYSIS, Topic.BLOCKS}:
            self._load_analysis()
            if self._looking is None or self.analysis is None:
                self._want_survey()
        if Topic.CHOICES in changes.topics:
            self.choices = summarising.choices_of(self.library, (self.current,), self.survey)
            self._choose()

    # What the program found

    def _load_analysis(self) -> None:
        """Find out what is known of the open article: now, or a moment later where that takes long."""
        self.close()
        if self.current is None or self.article is None:
            return
        asked = (self.library, self.current, self.article, self._lent.get(self.current))
        if self._is_at_hand(self.current):
            self._arrive(self._standing)
        elif self._jobs is None or len(self.article.text) <= standing.LONG:
            self._arrive(standing.standing(*asked))
        else:
            self._looking = self._jobs.in_thread(
                standing.standing, *asked, done=self._arrive_late, failed=self._look_in_vain
            )

    def _is_at_hand(self, article_id: ArticleId) -> bool:
        """Whether what is known already needs but a few corrections more."""
        known = self._standing
        if known is None or not known.is_near(standing.said_in(self.library, article_id)):
            return False
        return known.analysis is (self._lent.get(article_id) or self.library.analysis(article_id))

    def _arrive(self, found: Standing | None) -> None:
        if self.current is not None and (found is None or analysing.is_outdated(found.analysis)):
            self.analysis_wanted.emit(self.current)
        self._take_standing(found)

    def _arrive_late(self, found: Standing | None) -> None:
        self._looking = None
        if self.current is None:
            return
        try:
            self._arrive(found)
            self._want_survey()
        except ApostilError as error:
            self.tell(error)
        self.changed.emit(Changes(frozenset({self.current}), frozenset({Topic.ANALYSIS})))

    def _look_in_vain(self, error: ApostilError) -> None:
        self._looking = None
        self.tell(error)

    def _take_standing(self, found: Standing | None) -> None:
        self._standing = found
        self.analysis = None if found is None else found.analysis
        self.entities = self.shown_entities = ()
        if found is not None and self.current is not None:
            self.entities = found.entities(standing.said_in(self.library, self.current))
            self.shown_entities = sure_enough(self.entities, self.least_confidence)

    def lend_analysis(self, article_id: ArticleId, analysis: Analysis) -> None:
        """Show an analysis that cannot be kept, because the library is open for reading only."""
        self._lent[article_id] = analysis
        self.announce(Changes(frozenset({article_id}), frozenset({Topic.ANALYSIS})))

    def set_kind_visible(self, kind: Kind, visible: bool) -> None:
        """Show or hide the entities of one kind."""
        self.visible_kinds = self.visible_kinds | {kind} if visible else self.visible_kinds - {kind}
        self.kinds_changed.emit()

    def set_least_confidence(self, least: float) -> None:
        """Show only mentions that a person confirmed, or that the program is at least so sure of."""
        if least != self.least_confidence:
            self.least_confidence = least
            self.shown_entities = sure_enough(self.entities, least)
            self.kinds_changed.emit()

    @property
    def doubtful_hidden(self) -> int:
        """How many mentions are not shown because they are too doubtful."""
        return count_mentions(self.entities) - count_mentions(self.shown_entities)

    def set_method(self, method: Method) -> None:
        """Rank the sentences by another method."""
        if method is not self.method:
            self.method = method
            self._choose()

    def set_length(self, length: Length) -> None:
        """Choose more sentences, or fewer."""
        if length != self.length:
            self.length = length
            self._choose()

    def set_choices(self, label: str, choices: Choices) -> None:
        """Change what the reader chose in the summary of the open article."""
        if self.current is not None and choices != self.choices:
            self.do(ChoicesEdit(label, (self.current,), self.choices, choices))

    def take_survey(self, survey: Survey) -> None:
        """Show what comes of the survey that was asked for."""
        self.survey = survey
        self.choices = placed_anew(self.choices, survey.sentences)
        self.summary_busy.emit(False)
        self._choose()

    def _want_survey(self) -> None:
        """Have the survey brought, unless the one that is there is of the same sentences."""
        article, analysis = self.article, self.analysis
        if article is None or analysis is None or not summarising.is_current(self.survey, article, analysis.sentences):
            self.survey = None
        wanted = self.analysis is not None and self.survey is None
        self.summary_busy.emit(wanted)
        self._choose()
        if wanted:
            self.survey_wanted.emit(self.current)

    def _choose(self) -> None:
        self.summary = None if self.survey is None else choose(self.survey, self.method, self.length, self.choices)
        self.summary_changed.emit(self.summary)
