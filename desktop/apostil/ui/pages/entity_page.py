"""Everything that the library says of an entity: its names, its sentences in every article, and its company."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QTabWidget, QToolButton, QVBoxLayout, QWidget

from apostil.domain.edits import Topic
from apostil.domain.entity import Kind
from apostil.services import entities
from apostil.ui.forms import APART, BESIDE, soft
from apostil.ui.icons import dress
from apostil.ui.models.named_model import NamedModel, articles_words, company, frequency
from apostil.ui.models.passage_model import PassageModel, passage_facts
from apostil.ui.models.words import kind_name
from apostil.ui.pages.headline import Headline
from apostil.ui.pages.passage_rows import PassageDelegate, PassageView
from apostil.ui.panels.empty import EmptyState, lay_out
from apostil.ui.panels.named_rows import NamedDelegate
from apostil.ui.panels.rows import RowView
from apostil.ui.panels.wrap import WrapLayout
from apostil.ui.wording import written

if TYPE_CHECKING:
    from apostil.domain.edits import Changes, Edit
    from apostil.domain.errors import ApostilError
    from apostil.domain.names import EntityPage, Named, Proposal
    from apostil.jobs.qt_jobs import Handle
    from apostil.ui.desk import Desk
    from apostil.ui.exploring import Explorer
    from apostil.ui.theme import Theme

MOST_ALIASES = 12
"""So many other names stand in the head; the rest are counted."""


class EntityView(QWidget):
    """The page of one entity.

    Signals:
        closed: the article is wanted again.
        entity_wanted: the identity of another entity.
        graph_wanted: the identity around which the graph is wanted.
        filter_wanted: the Named by which the library is to be filtered.
        passage_wanted: the Passage that is to be read in its article.
    """

    closed = Signal()
    entity_wanted = Signal(object)
    graph_wanted = Signal(object)
    filter_wanted = Signal(object)
    passage_wanted = Signal(object)

    def __init__(self, desk: Desk, explorer: Explorer, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entityPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._desk = desk
        self._explorer = explorer
        self._theme = theme
        self.identity = ""
        self.found: EntityPage | None = None
        self._proposals: list[Proposal] = []
        self._asked: list[Handle[Any]] = []
        self._stale = False
        self._former: list[str] = []
        self.model = PassageModel(self)
        self.company = NamedModel(self)
        self._build()
        self.view.wanted.connect(lambda row: self.passage_wanted.emit(self.model.passage(row)))
        self.others.wanted.connect(lambda row: self.entity_wanted.emit(self.company.at(row).identity))
        self.order.currentIndexChanged.connect(lambda index: self.model.set_newest_first(index == 0))
        desk.changed.connect(self._follow)
        explorer.indexed.connect(self._renew)
        self.set_theme(theme)

    # What the window asks of it

    def show_entity(self, identity: str) -> None:
        """Show the page of this entity; one that is there already stays as it was left."""
        if identity == self.identity and self.found is not None and not self._stale:
            return
        if identity != self.identity:
            self.identity, self.found, self._former = identity, None, []
            self.tabs.setCurrentIndex(0)
            self.empty.say(self.tr("Looking through the library…"))
            self.empty.show_offers(False)
            self.pages.setCurrentWidget(self.empty)
            self.header.hide()
        self._load()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        for part in (self.headline, self.delegate, self.other_delegate, self.empty):
            part.set_theme(theme)
        dress(self.close_button, "close", theme)
        for button, name in self._dressed:
            dress(button, name, theme)
        self.view.viewport().update()
        self.others.viewport().update()

    def focus(self) -> None:
        """Take the keyboard where it is of most use."""
        shown = self.view if self.tabs.currentIndex() == 0 else self.others
        (shown if self.found is not None else self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)
        if self.found is not None and not shown.currentIndex().isValid():
            shown.setCurrentIndex(shown.model().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the article."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # How it is made

    def _build(self) -> None:
        self.headline = Headline(self._theme)
        self.facts = soft("")
        self.names = soft("")
        self.close_button = QToolButton()
        self.close_button.setAccessibleName(self.tr("Close this page"))
        self.close_button.setToolTip(self.tr("Back to the article (Escape)"))
        self.close_button.clicked.connect(lambda _checked: self.closed.emit())
        self._build_actions()
        self._build_proposal()
        self._build_lists()
        self.empty = EmptyState(self._theme)
        self.empty.offer(self.tr("Back to the article"), "arrow-left", self.closed.emit)
        self._lay_out()

    def _build_actions(self) -> None:
        self.first, self.last = QPushButton(), QPushButton()
        for button in (self.first, self.last):
            button.setObjectName("link")
            button.setFlat(True)
        self.first.clicked.connect(lambda _checked: self._go(last=False))
        self.last.clicked.connect(lambda _checked: self._go(last=True))
        self.rename_button = QPushButton(self.tr("Rename…"))
        self.rename_button.clicked.connect(lambda _checked: self._rename())
        self.join_button = QPushButton(self.tr("Same as…"))
        self.join_button.clicked.connect(lambda _checked: self._join())
        self.graph_button = QPushButton(self.tr("Graph"))
        self.graph_button.setToolTip(self.tr("Show who and what appears around it"))
        self.graph_button.clicked.connect(lambda _checked: self.graph_wanted.emit(self.identity))
        self.filter_button = QPushButton(self.tr("Its articles"))
        self.filter_button.setToolTip(self.tr("Show only the articles that name it in the library"))
        self.filter_button.clicked.connect(lambda _checked: self._filter())
        self._dressed: tuple[tuple[QPushButton, str], ...] = (
            (self.rename_button, "pencil-outline"),
            (self.join_button, "call-merge"),
            (self.graph_button, "graph-outline"),
            (self.filter_button, "filter-outline"),
        )

    def _build_proposal(self) -> None:
        self.question = QLabel()
        self.question.setWordWrap(True)
        self.question.setTextFormat(Qt.TextFormat.PlainText)
        self.yes = QPushButton(self.tr("Yes, the same"))
        self.yes.clicked.connect(lambda _checked: self._accept())
        self.no = QPushButton(self.tr("No"))
        self.no.setToolTip(self.tr("Keep them apart, and do not ask again"))
        self.no.clicked.connect(lambda _checked: self._refuse())
        self.proposal = QWidget()
        self.proposal.setObjectName("proposal")
        self.proposal.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        row = QHBoxLayout(self.proposal)
        row.setContentsMargins(BESIDE, 4, 4, 4)
        row.setSpacing(BESIDE)
        row.addWidget(self.question, 1)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        self.proposal.hide()

    def _build_lists(self) -> None:
        self.view = PassageView()
        self.view.setAccessibleName(self.tr("Sentences"))
        self.view.setModel(self.model)
        self.delegate = PassageDelegate(self._theme, self.view, self.model)
        self.view.setItemDelegate(self.delegate)
        self.others = RowView("namedList", uniform=True)
        self.others.setAccessibleName(self.tr("Appears with"))
        self.others.setModel(self.company)
        self.other_delegate = NamedDelegate(self._theme, self.others)
        self.others.setItemDelegate(self.other_delegate)
        self.order = QComboBox()
        self.order.addItems([self.tr("Newest first"), self.tr("Oldest first")])
        self.order.setAccessibleName(self.tr("Order of the sentences"))
        self.tabs = QTabWidget()
        self.tabs.tabBar().setDrawBase(False)
        self.tabs.addTab(self.view, "")
        self.tabs.addTab(self.others, "")
        corner = QWidget()
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 0, BESIDE, 0)
        row.addWidget(self.order)
        self.tabs.setCornerWidget(corner)
        self.tabs.currentChanged.connect(lambda index: self.order.setVisible(index == 0))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(BESIDE)
        top.addWidget(self.headline, 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.links = QWidget()
        self.linked = WrapLayout(self.links)
        self.linked.setContentsMargins(0, 0, 0, 0)
        self.linked.setSpacing(0)
        buttons = QWidget()
        row = WrapLayout(buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(BESIDE)
        for button, _name in self._dressed:
            row.addWidget(button)
        self.header = QWidget()
        head = QVBoxLayout(self.header)
        head.setContentsMargins(APART, APART, BESIDE, BESIDE)
        head.setSpacing(4)
        head.addLayout(top)
        for part in (self.facts, self.names, self.links, buttons, self.proposal):
            head.addWidget(part)
        self.pages = lay_out(self, self.header, self.tabs, self.empty)

    # What is shown

    def _load(self) -> None:
        for handle in self._asked:
            handle.cancel()
        self._stale = False
        self._asked = [self._explorer.page(self.identity, self._show, self._fail)]

    def _show(self, found: EntityPage | None) -> None:
        self.found = found
        self.header.setVisible(found is not None)
        if found is None and self._former:
            self.identity = self._former.pop()  # it was renamed or joined, and that was taken back
            self._load()
        elif found is None:
            self.empty.say(
                self.tr("No article names this any more"),
                self.tr("It goes by another name by now, or its articles were deleted. Undo brings that back."),
            )
            self.empty.show_offers(True)
            self.pages.setCurrentWidget(self.empty)
        else:
            self._show_found(found)

    def _show_found(self, found: EntityPage) -> None:
        self._show_head(found)
        self.delegate.kind = found.named.kind
        self.model.show(found.passages)
        self.company.show((one.named, company(one)) for one in found.companions)
        self.tabs.setTabText(0, self.tr("Sentences {}").format(written(self.model.sentences)))
        self.tabs.setTabText(1, self.tr("Appears with {}").format(written(len(found.companions))))
        self.pages.setCurrentWidget(self.tabs)
        if self.isVisible() and self.window().focusWidget() in {None, self.close_button, self}:
            self.focus()
        self._proposals = []
        self._show_proposal()
        self._asked = [self._explorer.proposals(self.identity, self._propose)]

    def _show_head(self, found: EntityPage) -> None:
        named = found.named
        settled = self.tr("confirmed by you") if named.confirmed else self.tr("found by the program")
        self.headline.show_named(named)
        self.facts.setText(" · ".join((kind_name(named.kind).capitalize(), frequency(named), settled)))
        self._show_names(found)
        self._show_links(found)
        for button in (self.rename_button, self.join_button, self.yes, self.no):
            button.setDisabled(self._desk.read_only)
        self.rename_button.setToolTip(self._desk.read_only_because or self.tr("Call it something else everywhere"))
        self.join_button.setToolTip(self._desk.read_only_because or self.tr("Make it one with another entity"))

    def _show_names(self, found: EntityPage) -> None:
        others = [(words, count) for words, count in found.aliases if words != found.named.name]
        told = [f"{words} ({written(count)})" for words, count in others[:MOST_ALIASES]]
        if len(others) > MOST_ALIASES:
            told.append(self.tr("and {} more").format(written(len(others) - MOST_ALIASES)))
        own = next((count for words, count in found.aliases if words == found.named.name), 0)
        words = self.tr("Called so {} times, and also: {}").format(written(own), ", ".join(told))
        if not own:
            words = self.tr("Written as {}").format(", ".join(told))
        self.names.setText(words)
        self.names.setToolTip("")
        self.names.setVisible(bool(told))

    def _show_links(self, found: EntityPage) -> None:
        while (item := self.linked.takeAt(0)) is not None:
            button = item.widget()
            if button not in {self.first, self.last} and button is not None:
                button.deleteLater()
        for button, words, passage in (
            (self.first, self.tr("First mention: {}"), found.first),
            (self.last, self.tr("Last mention: {}"), found.last),
        ):
            facts = (passage_facts(passage) or passage.title) if passage else ""
            button.setText(words.format(facts).replace("&", "&&"))
            button.setVisible(bool(facts))
            self.linked.addWidget(button)
        for named in found.linked:
            self.linked.addWidget(self._link(named))

    def _link(self, named: Named) -> QPushButton:
        words = {Kind.GROUP: self.tr("Its people: {}"), Kind.LOCATION: self.tr("Their country: {}")}.get(
            named.kind, self.tr("See also: {}")
        )
        button = QPushButton(words.format(named.name).replace("&", "&&"))
        button.setObjectName("link")
        button.setFlat(True)
        button.clicked.connect(lambda _checked: self.entity_wanted.emit(named.identity))
        return button

    def _fail(self, error: ApostilError) -> None:
        self.found = None
        self.header.hide()
        self.empty.say(self.tr("The library could not be asked"), error.message)
        self.empty.show_offers(True)
        self.pages.setCurrentWidget(self.empty)

    def _follow(self, changes: Changes) -> None:
        if changes.topics & {Topic.ANALYSIS, Topic.PRESENCE, Topic.METADATA, Topic.BLOCKS}:
            self._renew()

    def _renew(self) -> None:
        """Ask again; a page that is not to be seen waits until it is."""
        self._stale = True
        if self.identity and self.isVisible():
            self._load()

    def _go(self, *, last: bool) -> None:
        passage = self.found and (self.found.last if last else self.found.first)
        if passage:
            self.passage_wanted.emit(passage)

    def _filter(self) -> None:
        if self.found is not None:
            self.filter_wanted.emit(self.found.named)

    # What may be the same

    def _propose(self, proposals: tuple[Proposal, ...]) -> None:
        self._proposals = list(proposals)
        self._show_proposal()

    def _show_proposal(self) -> None:
        self.proposal.setVisible(bool(self._proposals) and not self._desk.read_only)
        if self._proposals:
            pair = self._proposals[0]
            other = pair.one if pair.other.identity == self.identity else pair.other
            words = self.tr("Also found as “{name}” ({kind}) in {articles}. Is it the same?")
            articles = articles_words(other.articles)
            self.question.setText(words.format(name=other.name, kind=kind_name(other.kind), articles=articles))

    def _accept(self) -> None:
        pair = self._proposals[0]
        self.proposal.hide()
        self._explorer.merge(pair.one.identity, pair.other.identity, partial(self._apply, pair.other.identity))

    def _refuse(self) -> None:
        pair = self._proposals.pop(0)
        self._show_proposal()
        self._explorer.do(entities.refuse(pair))

    # Changes

    def _rename(self) -> None:
        from apostil.ui.dialogs.naming import RenameDialog

        if self.found is not None:
            dialog = RenameDialog(self.found.named, self._explorer, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.chosen.connect(lambda choice: self._apply(*choice))
            dialog.open()

    def _join(self) -> None:
        from apostil.ui.dialogs.naming import JoinDialog

        if self.found is not None:
            dialog = JoinDialog(self.found.named, self._explorer, self._theme, self)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.chosen.connect(lambda choice: self._apply(*choice))
            dialog.open()

    def _apply(self, identity: str, edit: Edit | None) -> None:
        """Make a change, and stay with the entity under the name that it has then."""
        if edit is not None:
            self._explorer.do(edit, partial(self._move, self.identity, identity))

    def _move(self, before: str, after: str) -> None:
        if self.identity == before != after:
            self.show_entity(after)
            self._former = [*self._former, before]
