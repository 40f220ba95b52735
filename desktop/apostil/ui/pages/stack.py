"""The middle of the window: the article, or a page about the library in its stead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from apostil.ui.history import EntityPlace, GraphPlace, MethodsPlace, TogetherPlace

if TYPE_CHECKING:
    from collections.abc import Callable

    from apostil.domain.article import ArticleId
    from apostil.services.together import Manner
    from apostil.ui.desk import Desk
    from apostil.ui.exploring import Explorer
    from apostil.ui.gathering import Gatherer
    from apostil.ui.history import PagePlace
    from apostil.ui.pages.entity_page import EntityPageView
    from apostil.ui.pages.graph_page import GraphPage
    from apostil.ui.pages.methods_page import MethodsPage
    from apostil.ui.pages.together_page import TogetherPage
    from apostil.ui.theme import Theme


class Pages(QStackedWidget):
    """Shows one of them at a time; the pages about the library are made when they are first wanted.

    Signals:
        closed: the article is wanted again.
        wanted: the place of a page that is to be shown.
        passage_wanted: the Passage that is to be read in its article.
        filter_wanted: the Named by which the library is to be filtered.
        told: a sentence about what was just done, for the status line.
        export_wanted: the Digest that is to be written into a file.
        manner_changed: several articles may be summarised in another manner.
    """

    closed = Signal()
    wanted = Signal(object)
    passage_wanted = Signal(object)
    filter_wanted = Signal(object)
    told = Signal(object)
    export_wanted = Signal(object)
    manner_changed = Signal()

    def __init__(
        self,
        article: QWidget,
        desk: Desk,
        explorer: Explorer,
        theme: Theme,
        listed: Callable[[], frozenset[ArticleId]],
        gatherer: Gatherer,
    ) -> None:
        """`listed` tells which articles the library shows at present."""
        super().__init__()
        self._article = article
        self._desk = desk
        self._explorer = explorer
        self._theme = theme
        self._listed = listed
        self._gatherer = gatherer
        self._manner: Manner | None = None
        self._entity: EntityPageView | None = None
        self._graph: GraphPage | None = None
        self._together: TogetherPage | None = None
        self._methods: MethodsPage | None = None
        self.addWidget(article)

    @property
    def present(self) -> PagePlace | None:
        """The page that is shown; None where it is the article."""
        shown = self.currentWidget()
        if self._entity is not None and shown is self._entity:
            return EntityPlace(self._entity.identity)
        for page in (self._graph, self._together, self._methods):
            if page is not None and shown is page:
                return page.place
        return None

    @property
    def entity(self) -> EntityPageView:
        """The page of an entity."""
        if self._entity is None:
            from apostil.ui.pages.entity_page import EntityPageView

            page = self._entity = EntityPageView(self._desk, self._explorer, self._theme)
            page.entity_wanted.connect(lambda identity: self.wanted.emit(EntityPlace(identity)))
            page.graph_wanted.connect(lambda identity: self.wanted.emit(GraphPlace(identity)))
            page.filter_wanted.connect(self.filter_wanted)
            page.passage_wanted.connect(self.passage_wanted)
            page.closed.connect(self.closed)
            self.addWidget(page)
        return self._entity

    @property
    def graph(self) -> GraphPage:
        """The page of the graph."""
        if self._graph is None:
            from apostil.ui.pages.graph_page import GraphPage

            page = self._graph = GraphPage(self._desk, self._explorer, self._theme, self._listed)
            page.entity_wanted.connect(lambda identity: self.wanted.emit(EntityPlace(identity)))
            page.place_wanted.connect(self.wanted)
            page.passage_wanted.connect(self.passage_wanted)
            page.closed.connect(self.closed)
            self.addWidget(page)
        return self._graph

    @property
    def together(self) -> TogetherPage:
        """The page of a summary of several articles."""
        if self._together is None:
            from apostil.ui.pages.together_page import TogetherPage

            page = self._together = TogetherPage(self._desk, self._gatherer, self._theme, self._manner)
            page.passage_wanted.connect(self.passage_wanted)
            page.export_wanted.connect(self.export_wanted)
            page.state.changed.connect(self.manner_changed)
            page.told.connect(self.told)
            page.closed.connect(self.closed)
            self.addWidget(page)
        return self._together

    @property
    def manner(self) -> Manner | None:
        """How several articles are summarised; None where nobody has said so."""
        return self._together.state.manner if self._together is not None else self._manner

    def restore_manner(self, manner: Manner) -> None:
        """Summarise several articles like this when that is first wanted."""
        self._manner = manner

    @property
    def summary_of_several(self) -> TogetherPage | None:
        """The page of a summary of several articles, while it is shown."""
        return self._together if self.currentWidget() is self._together else None

    @property
    def methods(self) -> MethodsPage:
        """The page of two methods side by side."""
        if self._methods is None:
            from apostil.ui.pages.methods_page import MethodsPage

            page = self._methods = MethodsPage(self._desk, self._theme)
            page.told.connect(self.told)
            page.closed.connect(self.closed)
            self.addWidget(page)
        return self._methods

    def show_place(self, place: PagePlace) -> None:
        """Show this page, and give it the keyboard."""
        page: EntityPageView | GraphPage | TogetherPage | MethodsPage
        match place:
            case EntityPlace():
                page = self.entity
                self.setCurrentWidget(page)
                page.show_entity(place.identity)
            case GraphPlace():
                page = self.graph
                self.setCurrentWidget(page)
                page.show_graph(place)
            case TogetherPlace():
                page = self.together
                self.setCurrentWidget(page)
                page.show_articles(place.articles)
            case MethodsPlace():
                page = self.methods
                self.setCurrentWidget(page)
                page.show_methods()
        page.focus()

    def show_article(self) -> None:
        """Show the article."""
        self.setCurrentWidget(self._article)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        for page in (self._entity, self._graph, self._together, self._methods):
            if page is not None:
                page.set_theme(theme)
