"""Who appears with whom: the page of the graph, with what it is of, how it is looked at, and how it is handed on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from apostil.domain.edits import Topic
from apostil.domain.names import Graph, Named, Tie
from apostil.ui import chooser
from apostil.ui.forms import APART, BESIDE
from apostil.ui.handing_on import ExportPlace
from apostil.ui.history import GraphPlace
from apostil.ui.pages.graph_details import GraphDetails
from apostil.ui.pages.graph_head import GraphHead
from apostil.ui.pages.graph_legend import Legend
from apostil.ui.pages.graph_view import STEP, GraphView
from apostil.ui.pages.page import LibraryPage
from apostil.ui.panels.empty import EmptyState, lay_out
from apostil.ui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Callable

    from apostil.domain.article import ArticleId
    from apostil.domain.edits import Changes
    from apostil.domain.errors import ApostilError
    from apostil.jobs.qt_jobs import Handle
    from apostil.services.graph import Places
    from apostil.ui.desk import Desk
    from apostil.ui.exploring import Explorer
    from apostil.ui.theme import Theme

RENEW_MS = 500
"""After the last of many changes, the graph is asked for again so much later."""


class GraphPage(LibraryPage):
    """The graph of the library, of some of its articles, or around an entity.

    Signals:
        place_wanted: the GraphPlace that is to be shown instead.
    """

    place_wanted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        explorer: Explorer,
        theme: Theme,
        listed: Callable[[], frozenset[ArticleId]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("graphPage", parent)
        self._explorer = explorer
        self._theme = theme
        self._listed = listed
        self._asked: Handle[Any] | None = None
        self._places: Places = {}
        self._stale = True
        self.place = self._drawn = GraphPlace()
        self.graph = Graph((), ())
        self._build()
        self._connect()
        self._renewal = QTimer(self, singleShot=True, interval=RENEW_MS)
        self._renewal.timeout.connect(self._ask)
        desk.changed.connect(self._follow)
        explorer.indexed.connect(self._renew)
        self.set_theme(theme)

    # What the window asks of it

    def show_graph(self, place: GraphPlace) -> None:
        """Show this graph; one that is there already stays as it was left."""
        if place != self.place or self._stale:
            self.place = place
            self.details.hide()
            self._ask()
        self._show_scopes()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        for part in (self.head, self.view, self.legend, self.details, self.waiting, self.empty):
            part.set_theme(theme)

    def focus(self) -> None:
        """Take the keyboard where it is of most use."""
        (self.view if self.pages.currentWidget() is self.split else self.head.scope).setFocus()

    # How it is made

    def _build(self) -> None:
        self.head = GraphHead(self.close_button)
        self.view = GraphView(self._theme)
        self.legend = Legend(self._theme)
        self.details = GraphDetails(self._explorer, self._theme)
        self.waiting, self.empty = EmptyState(self._theme), EmptyState(self._theme)
        self.waiting.offer(self.tr("Stop"), "close", self._stop)
        self.again = self.empty.offer(self.tr("Lay it out"), "graph-outline", self._ask)
        self.whole = self.empty.offer(self.tr("Show the whole library"), "bookshelf", self._show_whole)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self._drawing())
        self.split.addWidget(self.details)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self.pages = lay_out(self, self.head, self.split, self.waiting, self.empty)

    def _drawing(self) -> QWidget:
        drawing = QWidget()
        column = QVBoxLayout(drawing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(APART, 4, APART, BESIDE)
        foot.addWidget(self.legend)
        column.addLayout(foot)
        return drawing

    def _connect(self) -> None:
        self.head.scope_chosen.connect(self._choose_scope)
        self.head.export_wanted.connect(self._export)
        self.head.closer.clicked.connect(lambda _checked: self.view.zoom(STEP))
        self.head.farther.clicked.connect(lambda _checked: self.view.zoom(1 / STEP))
        self.head.fit.clicked.connect(lambda _checked: self.view.fit())
        self.view.chosen.connect(self._choose)
        self.view.entered.connect(lambda _named: self.details.take_keyboard())
        self.view.opened.connect(lambda named: self.entity_wanted.emit(named.identity))
        self.view.left.connect(self.closed)
        self.details.closed.connect(self._leave_details)
        self.details.tie_wanted.connect(self._choose_tie)
        self.details.entity_wanted.connect(self.entity_wanted)
        self.details.passage_wanted.connect(self.passage_wanted)

    # What it is of

    def _show_scopes(self) -> None:
        listed = self.place.articles or self._listed()
        self.head.show_scopes(self.place, self._name_of(self.place.around), listed)

    def _name_of(self, identity: str) -> str:
        found = next((node.name for node in self.graph.nodes if node.identity == identity), "")
        return found or identity.partition(":")[2]

    def _choose_scope(self, place: GraphPlace) -> None:
        if place != self.place:
            self.place_wanted.emit(place)

    def _show_whole(self) -> None:
        self.place_wanted.emit(GraphPlace())

    # From asking to drawing

    def _ask(self) -> None:
        self._halt()
        self._stale = False
        if not self.graph.nodes or self.pages.currentWidget() is not self.split or self._drawn != self.place:
            self.waiting.say(self.tr("Counting who appears with whom…"))
            self.pages.setCurrentWidget(self.waiting)
        self._asked = self._explorer.graph(self.place, self._counted, self._fail)

    def _counted(self, graph: Graph) -> None:
        self._asked = None
        if graph == self.graph and self._drawn == self.place and self._places:
            self.pages.setCurrentWidget(self.split)
        elif graph.edges:
            words = self.tr("Laying out {}…").format(counted(len(graph.nodes), self.tr("name"), self.tr("names")))
            self.waiting.say(words, self.tr("Names that appear together come to stand near each other."))
            self.pages.setCurrentWidget(self.waiting)
            self._asked = self._explorer.lay_out(graph, partial(self._show, graph), self._fail)
        else:
            self._say_empty()

    def _show(self, graph: Graph, places: Places) -> None:
        self._asked = None
        self._drawn = self.place
        self.graph, self._places = graph, places
        self.legend.show_nodes(graph.nodes)
        self.details.hide()
        self.head.show_size(graph)
        self.pages.setCurrentWidget(self.split)
        self.view.show_graph(graph, places)
        self._show_scopes()
        self._allow()
        if self.isVisible() and self.head.scope.hasFocus():
            self.view.setFocus()

    def _say_empty(self) -> None:
        self.graph, self._places = Graph((), ()), {}
        self.head.show_size(self.graph)
        restricted = self.place != GraphPlace()
        self.empty.say(
            self.tr("No two names stand in one sentence here"),
            self.tr("Show the whole library, or choose other articles.")
            if restricted
            else self.tr("Open articles in which people, organisations or places appear together."),
        )
        self.whole.setVisible(restricted)
        self.again.hide()
        self.pages.setCurrentWidget(self.empty)
        self._allow()

    def _fail(self, error: ApostilError) -> None:
        self._asked = None
        self._say_again(self.tr("The graph could not be drawn"), error.message)

    def _stop(self) -> None:
        self._halt()
        self._say_again(self.tr("Stopped"), self.tr("Lay it out when you want to see it."))

    def _say_again(self, title: str, sentence: str) -> None:
        self._stale = True
        self.empty.say(title, sentence)
        self.again.show()
        self.whole.hide()
        self.pages.setCurrentWidget(self.empty)
        self.again.setFocus()
        self._allow()

    def _halt(self) -> None:
        self._renewal.stop()
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None

    def _allow(self) -> None:
        self.head.allow(drawn=self.pages.currentWidget() is self.split)

    def _follow(self, changes: Changes) -> None:
        if changes.topics & {Topic.ANALYSIS, Topic.PRESENCE}:
            self._renew()

    def _renew(self) -> None:
        """Ask again; a graph that is not to be seen waits until it is."""
        self._stale = True
        if self.isVisible():
            self._renewal.start()

    # What is chosen

    def _choose(self, choice: Named | Tie | None) -> None:
        hidden = self.details.isHidden()
        self._show_details(choice)
        if hidden and not self.details.isHidden():
            height = self.split.height()
            self.split.setSizes([round(0.62 * height), round(0.38 * height)])

    def _show_details(self, choice: Named | Tie | None) -> None:
        match choice:
            case Named():
                ties = [(tie, self._other(tie, choice.identity)) for tie in self.view.ties_of(choice.identity)]
                self.details.show_node(choice, ties)
            case Tie():
                one, other = self.view.named(choice.source), self.view.named(choice.target)
                self.details.show_tie(choice, one, other, self.place.articles)
            case _:
                self.details.hide()

    def _other(self, tie: Tie, identity: str) -> Named:
        return self.view.named(tie.target if tie.source == identity else tie.source)

    def _choose_tie(self, tie: Tie) -> None:
        self.view.choose(tie)
        self.details.take_keyboard()

    def _leave_details(self) -> None:
        self.view.choose(None)
        self.view.setFocus()

    # Handing on

    def _export(self, suffix: str) -> None:
        path = chooser.graph_target(self, suffix, ExportPlace())
        if path is not None:
            self._explorer.save(self.graph, self._places, path)
