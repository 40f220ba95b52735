"""What carries the reader and the keyboard around: to other articles, marks, pages and panes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from apostil.domain.entity import identity
from apostil.ui.history import GraphPlace, MethodsPlace, TogetherPlace
from apostil.ui.window.open_panes import TABS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from apostil.domain.article import ArticleId
    from apostil.domain.entity import Entity
    from apostil.domain.spans import Span
    from apostil.ui.window.main_window import MainWindow


class GoingCommands(QObject):
    """The handlers of the actions that go somewhere."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._reader = window.reader

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action calls."""
        window = self._window
        return {
            "find": self._find,
            "find-next": window.find_bar.go_next,
            "find-previous": window.find_bar.go_previous,
            "search": self._search,
            "back": window.travels.go_back,
            "forward": window.travels.go_forward,
            "next-article": partial(self._go_to_neighbour, 1),
            "previous-article": partial(self._go_to_neighbour, -1),
            "next-mark": partial(self._go_to_mark, 1),
            "previous-mark": partial(self._go_to_mark, -1),
            "cycle-marks": self._reader.cycle_marks,
            "entity-page": self._explore_here,
            "graph": partial(window.travels.explore, GraphPlace()),
            "together": partial(self.summarise_together, ()),
            "methods": partial(window.travels.explore, MethodsPlace()),
            "go-library": self._go_to_library,
            "go-text": self._go_to_text,
            "go-panel": self._go_to_panel,
            "panel-library": window.open_panes.toggle_library,
            "panel-side": window.open_panes.toggle_side,
            **{f"tab-{tab}": partial(window.open_panes.show_tab, tab) for tab in TABS},
        }

    # In the text

    def _find(self) -> None:
        """Look for words in the article, from the cursor on."""
        self._window.travels.show_reader()
        self._window.find_bar.start(self._reader.caret)

    def _go_to_mark(self, step: int) -> None:
        span = self._window.marking.go(step)
        if span is not None:
            self._desk.reveal(span)
            self._reader.set_caret(span.start)

    def _go_to_text(self) -> None:
        self._window.travels.show_reader()
        self._reader.setFocus()

    # To other articles and pages

    def _go_to_neighbour(self, step: int) -> None:
        model = self._window.library_panel.model
        articles = [model.entry_at(row).id for row in range(model.rowCount())]
        if not articles:
            return
        here = articles.index(self._desk.current) if self._desk.current in articles else -1 if step > 0 else 0
        self._desk.open(articles[(here + step) % len(articles)])

    def _explore_here(self) -> None:
        """Show the page of the name that is chosen in the list of entities, or that the cursor stands on."""
        entity = self._entity_here()
        if entity is not None:
            self._desk.show_entity(identity(entity))
            return
        words = self.tr("Put the cursor on a name in the text first, or choose one among the entities.")
        self._window.status.tell(words)

    def summarise_together(self, articles: Sequence[ArticleId]) -> None:
        """Show one summary of these articles, or of those that are selected in the library."""
        chosen = tuple(articles) or self._window.panels.chosen_articles()
        if len(chosen) > 1:
            from apostil.services.together_choices import in_order

            self._window.travels.explore(TogetherPlace(in_order(self._desk.library, chosen)))
            return
        words = self.tr("Select several articles in the library first, with Ctrl or Shift held.")
        self._window.status.tell(words)

    def _entity_here(self) -> Entity | None:
        panel = self._window.panels.entities.made
        if panel is not None and panel.view.hasFocus() and panel.view.currentIndex().isValid():
            return panel.model.at(panel.view.currentIndex().row())
        caret = self._reader.caret
        around = (one for one in self._desk.entities for mention in one.mentions if _holds(mention.span, caret))
        return next(around, None)

    # To panes

    def _search(self) -> None:
        self._window.open_panes.show_library()
        self._window.library_panel.focus_search()

    def _go_to_library(self) -> None:
        self._window.open_panes.show_library()
        self._window.library_panel.view.setFocus()

    def _go_to_panel(self) -> None:
        self._window.open_panes.show_tab(self._window.open_panes.tab)
        self._window.side.tabs.currentWidget().setFocus()


def _holds(span: Span, place: int) -> bool:
    return span.start <= place <= span.end
