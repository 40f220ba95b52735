"""Who and what the article is about: kinds with a switch each, and entities by frequency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from apostil.domain.edits import Topic
from apostil.domain.entity import Kind, identity
from apostil.services.analysing import is_untuned
from apostil.services.corrections.operations import Operation
from apostil.services.corrections.reviewing import EVERYTHING, Order, doubts
from apostil.ui.forms import APART, BESIDE, soft
from apostil.ui.models.entity_model import EntityModel
from apostil.ui.models.words import kind_names, line_name, wrapped_tip
from apostil.ui.panels.empty import EmptyState, lay_out
from apostil.ui.panels.entity_menus import entity_menu
from apostil.ui.panels.entity_rows import EntityDelegate, EntityView
from apostil.ui.panels.kind_switch import KindSwitch
from apostil.ui.panels.panel import Panel
from apostil.ui.panels.rows import kind_icon
from apostil.ui.panels.search_head import SearchField
from apostil.ui.panels.wrap import WrapLayout
from apostil.ui.wording import counted, language_name

STEP = 5
"""Per cent that the slider of doubt goes at once."""

SUREST = 95
"""Per cent at its end: beyond, hardly anything would be left."""

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu

    from apostil.domain.edits import Changes
    from apostil.domain.entity import Entity
    from apostil.ui.desk import Desk
    from apostil.ui.naming import Naming
    from apostil.ui.theme import Theme


class EntitiesPanel(Panel):
    """The entities of the open article.

    Signals:
        review_wanted: the doubtful names are to be gone through.
    """

    review_wanted = Signal()

    def __init__(self, desk: Desk, theme: Theme, naming: Naming, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entitiesPanel")
        self._desk = desk
        self._naming = naming
        self._theme = theme
        self._shown = desk.current
        self.model = EntityModel(self)
        self._build()
        self.filter.textChanged.connect(self._sift)
        self.sureness.valueChanged.connect(self._hide_doubtful)
        self.view.stepped.connect(lambda step: self.go(*step))
        self.view.asked.connect(lambda row: self._desk.show_entity(identity(self.model.at(row))))
        self.view.corrected.connect(self._correct)
        self.view.customContextMenuRequested.connect(self._show_menu)
        desk.opened.connect(lambda _article: self._show())
        desk.changed.connect(self._follow)
        desk.kinds_changed.connect(self._show)
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self.delegate.set_theme(theme)
        self.empty.set_theme(theme)
        self._draw_icons()
        self.view.viewport().update()

    def go(self, row: int, by: int) -> None:
        """Go to the next mention of a row's entity, or the one before."""
        self._desk.reveal(self.model.step(row, by).span)

    def menu(self, row: int) -> QMenu:
        """What can be said about the entity of a row."""
        return entity_menu(self._naming, self.model.at(row), None, self)

    def _correct(self, step: tuple[int, Operation]) -> None:
        row, operation = step
        self._naming.ask(operation, self.model.at(row))

    # How it is made

    def _build(self) -> None:
        self.switches = {kind: self._switch(kind) for kind in Kind}
        words, named = self.tr("Filter by name"), self.tr("Filter the entities by name")
        self.filter = SearchField(self._theme, words, named)
        self.filter.setObjectName("entityFilter")
        self._build_sureness()
        self.review = QPushButton(self.tr("Review"))
        self.review.setObjectName("review")
        self.review.clicked.connect(lambda _checked: self.review_wanted.emit())
        self.state = soft("")
        self.view = EntityView()
        self.view.setAccessibleName(self.tr("Entities"))
        self.view.setModel(self.model)
        self.delegate = EntityDelegate(self._theme, self.view)
        self.view.setItemDelegate(self.delegate)
        self.empty = EmptyState(self._theme)
        self._lay_out()
        self._draw_icons()

    def _build_sureness(self) -> None:
        self.least = QLabel()
        self.least.setObjectName("soft")
        self.least.setMinimumWidth(self.least.fontMetrics().horizontalAdvance(self._least_words(SUREST)) + 4)
        self.sureness = QSlider(Qt.Orientation.Horizontal)
        self.sureness.setObjectName("sureness")
        self.sureness.setRange(0, SUREST)
        self.sureness.setSingleStep(STEP)
        self.sureness.setPageStep(2 * STEP)
        self.sureness.setAccessibleName(self.tr("Show names from this confidence on"))
        self.sureness.setToolTip(
            wrapped_tip(
                [
                    self.tr("Hides names that the program is less sure of, here and in the text."),
                    self.tr("What you confirmed is always shown."),
                ]
            )
        )
        self.least.setBuddy(self.sureness)

    def _switch(self, kind: Kind) -> KindSwitch:
        switch = KindSwitch(kind)
        switch.toggled.connect(lambda on: self._desk.set_kind_visible(kind, on))
        return switch

    def _lay_out(self) -> None:
        self.kinds = QWidget()
        self.kinds.setObjectName("kinds")
        line = WrapLayout(self.kinds, even=True)
        line.setContentsMargins(2, 0, 0, 0)
        line.setSpacing(2)
        for switch in self.switches.values():
            line.addWidget(switch)
        self.header = QWidget()
        head = QVBoxLayout(self.header)
        # The frames of the switches are seen only with the keyboard on them: they may reach into the margin.
        head.setContentsMargins(BESIDE, APART, BESIDE, BESIDE)
        head.setSpacing(BESIDE)
        head.addWidget(self.kinds)
        head.addLayout(self._sureness_row())
        middle = _inset()
        middle.addWidget(self.filter)
        head.addLayout(middle)
        foot = _inset()
        foot.addWidget(self.state, 1)
        foot.addWidget(self.review, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(foot)
        self.pages = lay_out(self, self.header, self.view, self.empty)
        self.first = self.view

    def _sureness_row(self) -> QHBoxLayout:
        row = _inset()
        row.addWidget(self.least)
        row.addWidget(self.sureness, 1)
        return row

    def _draw_icons(self) -> None:
        self.filter.set_theme(self._theme)
        for kind, switch in self.switches.items():
            switch.setIcon(kind_icon(kind, self._theme))

    # What is shown

    def _follow(self, changes: Changes) -> None:
        topics = (Topic.ANALYSIS, Topic.BLOCKS)
        if any(changes.touches(topic, self._desk.current) for topic in topics):
            self._show()

    def _show(self) -> None:
        desk = self._desk
        kept = self._current()
        sentences = desk.analysis.sentences if desk.analysis else ()
        self.model.show(desk.article, sentences, desk.shown_entities)
        self._show_kinds()
        if desk.current == self._shown:
            self._go_back_to(*kept)
        self._shown = desk.current

    def _show_kinds(self) -> None:
        kept = self._current()
        counts = self.model.counts()
        for kind, switch in self.switches.items():
            with QSignalBlocker(switch):
                switch.setChecked(kind in self._desk.visible_kinds)
            self._name(switch, kind, counts[kind])
        self.model.set_kinds(self._desk.visible_kinds)
        self._show_sureness()
        self._show_state()
        self._go_back_to(*kept)

    def _hide_doubtful(self, percent: int) -> None:
        self._desk.set_least_confidence(STEP * round(percent / STEP) / 100)

    def _show_sureness(self) -> None:
        percent = round(100 * self._desk.least_confidence)
        with QSignalBlocker(self.sureness):
            self.sureness.setValue(percent)
        self.least.setText(self._least_words(percent))

    def _least_words(self, percent: int) -> str:
        return self.tr("Show from {} %").format(percent) if percent else self.tr("Show all")

    def _name(self, switch: KindSwitch, kind: Kind, count: int) -> None:
        switch.count(count)
        switch.setAccessibleName(self.tr("{kinds}: {n} in this article").format(kinds=kind_names(kind), n=count))
        switch.setToolTip(
            wrapped_tip(
                [
                    self.tr("Show or hide {kinds}; {line} marks them in the text").format(
                        kinds=kind_names(kind).lower(), line=line_name(kind)
                    ),
                    self.tr("A strong line: you confirmed it. A thin, pale line: the program guessed it."),
                ]
            )
        )

    def _sift(self, words: str) -> None:
        kept = self._current()
        self.model.set_words(words)
        self._show_state()
        self._go_back_to(*kept)

    def _current(self) -> tuple[Entity | None, int]:
        index = self.view.currentIndex()
        return (self.model.at(index.row()), index.row()) if index.isValid() else (None, -1)

    def _go_back_to(self, entity: Entity | None, row: int) -> None:
        """Make this entity current again, whatever its kind is by now; where it is gone, what took its row."""
        if entity is None:
            return
        same = self.model.row_of(entity.id)
        if same < 0:
            same = self.model.row_named(entity.name)
        last = self.model.rowCount() - 1
        if last >= 0:
            self.view.setCurrentIndex(self.model.index(same if same >= 0 else min(row, last)))

    def _show_state(self) -> None:
        title, sentence = self._reason()
        self.empty.say(title, sentence)
        self.pages.setCurrentWidget(self.empty if title else self.view)
        self.header.setVisible(self.model.total > 0 or self._desk.doubtful_hidden > 0)
        self.state.setText(self._count_words())
        self.state.setVisible(not title)
        self._allow_review()

    def _allow_review(self) -> None:
        desk = self._desk
        left = len(doubts(desk.entities, Order.TEXT, below=EVERYTHING))
        self.review.setEnabled(left > 0 and not desk.read_only)
        tip = self.tr("Go through the doubtful names by keys (F8)") if left else self.tr("All names are confirmed")
        self.review.setToolTip(desk.read_only_because or tip)

    def _count_words(self) -> str:
        shown, total = self.model.rowCount(), self.model.total
        words = counted(total, self.tr("entity"), self.tr("entities"))
        if shown != total:
            words = self.tr("{shown} of {entities}").format(shown=shown, entities=words)
        elif not self._desk.doubtful_hidden:
            words = self.tr("{entities}, the most frequent first").format(entities=words)
        return " · ".join(part for part in (words, self._hidden_words(), self._untuned_words()) if part)

    def _untuned_words(self) -> str:
        language = self._desk.analysis.language if self._desk.analysis else ""
        if not is_untuned(language):
            return ""
        return self.tr("names in {language} are less sure: the program has not learned it").format(
            language=language_name(language)
        )

    def _hidden_words(self) -> str:
        """How much is hidden as too doubtful."""
        hidden = self._desk.doubtful_hidden
        return (
            counted(hidden, self.tr("doubtful mention hidden"), self.tr("doubtful mentions hidden")) if hidden else ""
        )

    def _reason(self) -> tuple[str, str]:
        """Why no entities are shown, and what comes next; nothing where they are."""
        desk = self._desk
        if desk.article is None:
            return (
                self.tr("People, organisations and places will stand here"),
                self.tr("Open an article to see who and what it is about."),
            )
        if desk.analysis is None:
            return self.tr("Looking for names…"), self.tr("They will be here when the article has been analysed.")
        return self._none_shown() if self.model.total else self._none_found()

    def _none_found(self) -> tuple[str, str]:
        if self._desk.doubtful_hidden:
            return self._hidden_words(), self.tr("Move the slider above to the left to see them.")
        return (
            self.tr("No names were found in this article"),
            self.tr("Select words in the text and mark them as a person, a place or another kind."),
        )

    def _none_shown(self) -> tuple[str, str]:
        if self.model.rowCount():
            return "", ""
        if self.filter.text():
            return self.tr("No name has “{words}” in it").format(words=self.filter.text()), ""
        return self.tr("The kinds in this article are switched off"), self.tr("Switch one on above to see its names.")

    def _show_menu(self, place: QPoint) -> None:
        index = self.view.indexAt(place)
        if index.isValid():
            menu = self.menu(index.row())
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.view.viewport().mapToGlobal(place))


def _inset() -> QHBoxLayout:
    """A row that keeps the panel's whole margin."""
    row = QHBoxLayout()
    row.setContentsMargins(APART - BESIDE, 0, APART - BESIDE, 0)
    row.setSpacing(BESIDE)
    return row
