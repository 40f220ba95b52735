"""Who appears with whom: the page of the graph, with what it is of, how it is looked at, and how it is handed on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from apostil.domain.edits import Topic
from apostil.domain.names import Graph, Named, Tie
from apostil.ui import chooser
from apostil.ui.forms import APART, BESIDE, soft
from apostil.ui.history import GraphPlace
from apostil.ui.icons import dress
from apostil.ui.models.words import shortened
from apostil.ui.pages.graph_details import GraphDetails
from apostil.ui.pages.graph_legend import Legend
from apostil.ui.pages.graph_view import STEP, GraphView
from apostil.ui.panels.empty import EmptyState
from apostil.ui.panels.rows import article_font
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


class GraphPage(QWidget):
    """The graph of the library, of some of its articles, or around an entity.

    Signals:
        closed: the article is wanted again.
        entity_wanted: the identity of the entity whose page is wanted.
        place_wanted: the GraphPlace that is to be shown instead.
        passage_wanted: the Passage that is to be read in its article.
    """

    closed = Signal()
    entity_wanted = Signal(object)
    place_wanted = Signal(object)
    passage_wanted = Signal(object)

    def __init__(
        self,
        desk: Desk,
        explorer: Explorer,
        theme: Theme,
        listed: Callable[[], frozenset[ArticleId]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("graphPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
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
        self._fill_scope()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        for part in (self.view, self.legend, self.details, self.waiting, self.empty):
            part.set_theme(theme)
        for button, name in self._dressed:
            dress(button, name, theme)

    def focus(self) -> None:
        """Take the keyboard where it is of most use."""
        (self.view if self.pages.currentWidget() is self.split else self.scope).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the article."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # How it is made

    def _build(self) -> None:
        self.title = QLabel(self.tr("Who appears with whom"))
        font = article_font(self.title.font(), 1.4)
        font.setWeight(font.Weight.DemiBold)
        self.title.setFont(font)
        self.state = soft("")
        self.scope = QComboBox()
        self.scope.setAccessibleName(self.tr("What the graph is of"))
        self.scope.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.view = GraphView(self._theme)
        self.legend = Legend(self._theme)
        self.details = GraphDetails(self._explorer, self._theme)
        self._build_buttons()
        self.waiting, self.empty = EmptyState(self._theme), EmptyState(self._theme)
        self.waiting.offer(self.tr("Stop"), "close", self._stop)
        self.again = self.empty.offer(self.tr("Lay it out"), "graph-outline", self._ask)
        self.whole = self.empty.offer(self.tr("Show the whole library"), "bookshelf", self._show_whole)
        self._lay_out()

    def _build_buttons(self) -> None:
        self.export = self._button(self.tr("Export the graph"))
        self.export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.export)
        for name, suffix in chooser.GRAPH_FORMATS.items():
            menu.addAction(self.tr("{}…").format(name), partial(self._export, suffix))
        self.export.setMenu(menu)
        self.closer = self._button(self.tr("Look closer (+)"), partial(self.view.zoom, STEP))
        self.farther = self._button(self.tr("Look from farther away (-)"), partial(self.view.zoom, 1 / STEP))
        self.fit = self._button(self.tr("Show all of it (0)"), self.view.fit)
        self.close_button = self._button(self.tr("Back to the article (Escape)"), self.closed.emit)
        self._dressed = (
            (self.farther, "magnify-minus-outline"),
            (self.closer, "magnify-plus-outline"),
            (self.fit, "fit-to-page-outline"),
            (self.export, "export-variant"),
            (self.close_button, "close"),
        )

    def _button(self, words: str, act: Callable[[], object] | None = None) -> QToolButton:
        button = QToolButton()
        button.setToolTip(words)
        button.setAccessibleName(words.partition(" (")[0])
        if act is not None:
            button.clicked.connect(lambda _checked: act())
        return button

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.title, 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        tools = QHBoxLayout()
        tools.setSpacing(4)
        tools.addWidget(self.scope)
        tools.addStretch(1)
        for button in (self.farther, self.closer, self.fit, self.export):
            tools.addWidget(button)
        head = QVBoxLayout()
        head.setContentsMargins(APART, APART, BESIDE, BESIDE)
        head.setSpacing(4)
        head.addLayout(top)
        head.addLayout(tools)
        head.addWidget(self.state)
        drawing = QWidget()
        column = QVBoxLayout(drawing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(APART, 4, APART, BESIDE)
        foot.addWidget(self.legend)
        column.addLayout(foot)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(drawing)
        self.split.addWidget(self.details)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        self.pages = QStackedWidget()
        for page in (self.split, self.waiting, self.empty):
            self.pages.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.scope.activated.connect(self._choose_scope)
        self.view.chosen.connect(self._choose)
        self.view.entered.connect(lambda _named: self.details.take_keyboard())
        self.view.opened.connect(lambda named: self.entity_wanted.emit(named.identity))
        self.view.left.connect(self.closed)
        self.details.closed.connect(self._leave_details)
        self.details.tie_wanted.connect(self._choose_tie)
        self.details.entity_wanted.connect(self.entity_wanted)
        self.details.passage_wanted.connect(self.passage_wanted)

    # What it is of

    def _fill_scope(self) -> None:
        self.scope.clear()
        self.scope.addItem(self.tr("The whole library"), GraphPlace())
        listed = self.place.articles or self._listed()
        self.scope.addItem(
            self.tr("The {} in the list").format(counted(len(listed), self.tr("article"), self.tr("articles"))),
            GraphPlace(articles=listed),
        )
        if self.place.around:
            words = self.tr("Around {}").format(shortened(self._name_of(self.place.around), 30))
            self.scope.addItem(words, GraphPlace(self.place.around))
        index = 2 if self.place.around else 1 if self.place.articles is not None else 0
        self.scope.setCurrentIndex(index)

    def _name_of(self, identity: str) -> str:
        found = next((node.name for node in self.graph.nodes if node.identity == identity), "")
        return found or identity.partition(":")[2]

    def _choose_scope(self, index: int) -> None:
        place = self.scope.itemData(index)
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
        self.state.setText(self._state_words())
        self.pages.setCurrentWidget(self.split)
        self.view.show_graph(graph, places)
        self._fill_scope()
        self._allow()
        if self.isVisible() and self.scope.hasFocus():
            self.view.setFocus()

    def _state_words(self) -> str:
        names = counted(len(self.graph.nodes), self.tr("name"), self.tr("names"))
        ties = counted(len(self.graph.edges), self.tr("tie"), self.tr("strongest ties"))
        words = self.tr("{names}, {ties}. The thicker a line, the more sentences name both: click on it to read them.")
        return words.format(names=names, ties=ties)

    def _say_empty(self) -> None:
        self.graph, self._places = Graph((), ()), {}
        self.state.setText("")
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
        drawn = self.pages.currentWidget() is self.split
        for button in (self.closer, self.farther, self.fit, self.export):
            button.setEnabled(drawn)

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
        path = chooser.graph_target(self, suffix, chooser.ExportPlace())
        if path is not None:
            self._explorer.save(self.graph, self._places, path, "dark" if self._theme.dark else "light")
