"""What the sections below a summary show of the open article, and what they do to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from apostil.domain.concordance import concordance
from apostil.domain.coverage import Coverage, coverage, placed, subjects
from apostil.domain.edits import Topic
from apostil.services.figures import figures_of
from apostil.services.tagging import tag_places
from apostil.ui.models.words import shortened
from apostil.ui.wording import counted

if TYPE_CHECKING:
    from apostil.domain.choices import Extract
    from apostil.domain.coverage import Missing, Placed
    from apostil.domain.edits import AnnotationsEdit, Changes
    from apostil.domain.entity import Entity
    from apostil.domain.summary import KeyPhrase, Survey
    from apostil.ui.desk import Desk
    from apostil.ui.panels.coverage_section import CoverageSection
    from apostil.ui.panels.phrases_section import PhrasesSection


class Covering(QObject):
    """Keeps the section of what the summary leaves out at what lies on the desk, and adds what is asked for there.

    Signals:
        told: a sentence about what was done, or about why it was not.
        added: the Extract that is now kept in the summary.
    """

    told = Signal(object)
    added = Signal(object)

    def __init__(self, desk: Desk, section: CoverageSection) -> None:
        super().__init__(section)
        self._desk = desk
        self._section = section
        self._asked: tuple[Survey | None, tuple[Entity, ...]] = (None, ())
        self._placed = placed((), ())
        section.missed.connect(self._add)
        section.told.connect(self.told)
        desk.summary_changed.connect(lambda _summary: self._show())
        desk.kinds_changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self._section.show_coverage(self._coverage(), self._words)

    def _coverage(self) -> Coverage | None:
        desk = self._desk
        survey, summary = desk.survey, desk.summary
        if survey is None or summary is None:
            return None
        shown = [sentence.extract for sentence in summary.sentences]
        ranks = survey.ranking(summary.method).ranks
        return coverage(self._places(survey), shown, ranks, desk.choices.dropped)

    def _places(self, survey: Survey) -> Placed:
        """What the article names and where: worked out anew only where its survey or its entities are other ones."""
        entities = self._desk.shown_entities
        if self._asked[0] is not survey or self._asked[1] is not entities:
            self._asked = (survey, entities)
            article, analysis = self._desk.article, self._desk.analysis
            text, language = article.text if article else "", analysis.language if analysis else ""
            self._placed = placed(subjects([entities], figures_of(survey, [(text, language)])), survey.sentences)
        return self._placed

    def _words(self, extract: Extract) -> str:
        return extract.span.cut(self._desk.article.text) if self._desk.article else ""

    def _add(self, missing: Missing) -> None:
        desk = self._desk
        if desk.read_only:
            self.told.emit(desk.read_only_because)
        elif missing.best is not None:
            desk.set_choices("Keep a sentence", desk.choices.pin(missing.best))
            self.added.emit(missing.best)
            name = shortened(missing.subject.label)
            self.told.emit(self.tr("A sentence that names {name} is now kept in the summary").format(name=name))


class Phrasing(QObject):
    """Keeps the section of the key phrases at what lies on the desk, and makes tags of them.

    Signals:
        told: a sentence about what was done.
    """

    told = Signal(object)

    def __init__(self, desk: Desk, section: PhrasesSection) -> None:
        super().__init__(section)
        self._desk = desk
        self._section = section
        self._survey: Survey | None = None
        section.opened.connect(lambda _phrase: self._show_places())
        section.place_wanted.connect(desk.reveal)
        section.tag_wanted.connect(self._tag)
        desk.summary_changed.connect(lambda _summary: self._show())
        desk.changed.connect(self._follow)
        self._show()

    def _show(self) -> None:
        if self._survey is not self._desk.survey:
            self._survey = self._desk.survey
            self._section.show_phrases(self._survey.phrases if self._survey else ())

    def _show_places(self) -> None:
        desk, phrase = self._desk, self._section.opened_phrase
        if phrase is None or desk.article is None or desk.analysis is None:
            return
        lines = concordance(desk.article, desk.analysis.sentences, phrase.spans)
        self._section.show_places(desk.article.text, lines)
        self._allow()

    def _follow(self, changes: Changes) -> None:
        if changes.touches(Topic.ANNOTATIONS, self._desk.current):
            self._allow()

    def _allow(self) -> None:
        phrase = self._section.opened_phrase
        if phrase is not None:
            done = "" if self._edit(phrase) else self.tr("Every place of it has this tag already")
            self._section.allow_tag(self._desk.read_only_because or done)

    def _edit(self, phrase: KeyPhrase) -> AnnotationsEdit | None:
        desk = self._desk
        if desk.article is None or desk.current is None or desk.analysis is None:
            return None
        return tag_places(
            desk.article,
            desk.current,
            desk.analysis.sentences,
            desk.annotations,
            phrase.spans,
            phrase.text,
            desk.now(),
            author=desk.author,
        )

    def _tag(self, phrase: KeyPhrase) -> None:
        edit = self._edit(phrase)
        if edit is not None and self._desk.do(edit):
            passages = counted(len(edit.after), self.tr("passage"), self.tr("passages"))
            words = self.tr("{passages} tagged “{tag}”").format(passages=passages, tag=shortened(phrase.text))
            self.told.emit(words)
