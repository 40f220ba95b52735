"""Everything that the library says of an entity: its names, its sentences in every article, and its company."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTabWidget, QWidget

from apostil.domain.edits import Topic
from apostil.services import entities
from apostil.ui.forms import BESIDE
from apostil.ui.icons import dress
from apostil.ui.models.named_model import NamedModel, company
from apostil.ui.models.passage_model import PassageModel
from apostil.ui.pages.entity_head import EntityHead
from apostil.ui.pages.page import LibraryPage
from apostil.ui.pages.passage_rows import PassageDelegate, PassageView
from apostil.ui.panels.empty import EmptyState, lay_out
from apostil.ui.panels.named_rows import NamedDelegate
from apostil.ui.panels.rows import RowView
from apostil.ui.wording import written

if TYPE_CHECKING:
    from apostil.domain.edits import Changes, Edit
    from apostil.domain.errors import ApostilError
    from apostil.domain.names import EntityPage, Proposal
    from apostil.jobs.qt_jobs import Handle
    from apostil.ui.desk import Desk
    from apostil.ui.dialogs.entity_change import EntityChangeDialog
    from apostil.ui.exploring import Explorer
    from apostil.ui.theme import Theme


class EntityPageView(LibraryPage):
    """The page of one entity.

    Signals:
        graph_wanted: the identity around which the graph is wanted.
        filter_wanted: the Named by which the library is to be filtered.
    """

    graph_wanted = Signal(object)
    filter_wanted = Signal(object)

    def __init__(self, desk: Desk, explorer: Explorer, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("entityPage", parent)
        self._desk = desk
        self._explorer = explorer
        self._theme = theme
        self.identity = ""
        self.found: EntityPage | None = None
        self._asked: list[Handle[Any]] = []
        self._stale = False
        self._former: list[str] = []
        self.model = PassageModel(self)
        self.company = NamedModel(self)
        self.head = EntityHead(theme, self.close_button)
        self._build_lists()
        self.empty = EmptyState(theme)
        self.empty.offer(self.tr("Back to the article"), "arrow-left", self.closed.emit)
        self.pages = lay_out(self, self.head, self.tabs, self.empty)
        self._connect()
        self.set_theme(theme)

    # What the window asks of it

    def show_entity(self, identity: str) -> None:
        """Show the page of this entity; one that is there already stays as it was left."""
        if identity == self.identity and self.found is not None and not self._stale:
            return
        if identity != self.identity:
            self.identity, self.found, self._former = identity, None, []
            self.tabs.setCurrentIndex(0)
            self._say(self.tr("Looking through the library…"), offers=False)
        self._load()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        for part in (self.head, self.delegate, self.other_delegate, self.empty):
            part.set_theme(theme)
        dress(self.close_button, "close", theme)
        self.view.viewport().update()
        self.others.viewport().update()

    def focus(self) -> None:
        """Take the keyboard where it is of most use."""
        shown = self.view if self.tabs.currentIndex() == 0 else self.others
        (shown if self.found is not None else self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)
        if self.found is not None and not shown.currentIndex().isValid():
            shown.setCurrentIndex(shown.model().index(0, 0))

    # How it is made

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

    def _connect(self) -> None:
        head = self.head
        head.entity_wanted.connect(self.entity_wanted)
        head.passage_wanted.connect(self.passage_wanted)
        head.rename_button.clicked.connect(lambda _checked: self._rename())
        head.join_button.clicked.connect(lambda _checked: self._join())
        head.graph_button.clicked.connect(lambda _checked: self.graph_wanted.emit(self.identity))
        head.filter_button.clicked.connect(lambda _checked: self._filter())
        head.question.accepted.connect(self._accept)
        head.question.refused.connect(self._refuse)
        self.tabs.currentChanged.connect(lambda index: self.order.setVisible(index == 0))
        self.view.wanted.connect(lambda row: self.passage_wanted.emit(self.model.passage(row)))
        self.others.wanted.connect(lambda row: self.entity_wanted.emit(self.company.at(row).identity))
        self.order.currentIndexChanged.connect(lambda index: self.model.set_newest_first(index == 0))
        self._desk.changed.connect(self._follow)
        self._explorer.indexed.connect(self._renew)

    # What is shown

    def _load(self) -> None:
        for handle in self._asked:
            handle.cancel()
        self._stale = False
        self._asked = [self._explorer.page(self.identity, self._show, self._fail)]

    def _show(self, found: EntityPage | None) -> None:
        self.found = found
        if found is not None:
            self._show_found(found)
        elif self._former:
            self.head.hide()
            self.identity = self._former.pop()  # it was renamed or joined, and that was taken back
            self._load()
        else:
            self._say(
                self.tr("No article names this any more"),
                self.tr("It goes by another name by now, or its articles were deleted. Undo brings that back."),
            )

    def _show_found(self, found: EntityPage) -> None:
        self.head.show()
        self.head.show_entity(found, self._desk.read_only_because)
        self.model.show(found.passages)
        self.company.show((one.named, company(one)) for one in found.companions)
        self.tabs.setTabText(0, self.tr("Sentences {}").format(written(self.model.sentences)))
        self.tabs.setTabText(1, self.tr("Appears with {}").format(written(len(found.companions))))
        self.pages.setCurrentWidget(self.tabs)
        if self.isVisible() and self.window().focusWidget() in {None, self.close_button, self}:
            self.focus()
        self._propose(())
        self._asked = [self._explorer.proposals(self.identity, self._propose)]

    def _say(self, title: str, sentence: str = "", *, offers: bool = True) -> None:
        """Say this in the place of the page."""
        self.head.hide()
        self.empty.say(title, sentence)
        self.empty.show_offers(offers)
        self.pages.setCurrentWidget(self.empty)

    def _fail(self, error: ApostilError) -> None:
        self.found = None
        self._say(self.tr("The library could not be asked"), error.message)

    def _follow(self, changes: Changes) -> None:
        if changes.topics & {Topic.ANALYSIS, Topic.PRESENCE, Topic.METADATA, Topic.BLOCKS}:
            self._renew()

    def _renew(self) -> None:
        """Ask again; a page that is not to be seen waits until it is."""
        self._stale = True
        if self.identity and self.isVisible():
            self._load()

    def _filter(self) -> None:
        if self.found is not None:
            self.filter_wanted.emit(self.found.named)

    # Changes

    def _propose(self, proposals: tuple[Proposal, ...]) -> None:
        self.head.question.ask(self.identity, proposals, may_answer=not self._desk.read_only)

    def _accept(self, pair: Proposal) -> None:
        self._explorer.merge(pair.one.identity, pair.other.identity, partial(self._apply, pair.other.identity))

    def _refuse(self, pair: Proposal) -> None:
        self._explorer.do(entities.refuse(pair))

    def _rename(self) -> None:
        from apostil.ui.dialogs.rename_entity import RenameDialog

        if self.found is not None:
            self._open(RenameDialog(self.found.named, self._explorer, self))

    def _join(self) -> None:
        from apostil.ui.dialogs.join_entities import JoinDialog

        if self.found is not None:
            self._open(JoinDialog(self.found.named, self._explorer, self._theme, self))

    def _open(self, dialog: EntityChangeDialog) -> None:
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
