"""The articles of the library: find one, open one, hand some on."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import (
    QMenu,
    QWidget,
)

from apostil.domain.edits import Topic
from apostil.services import entities
from apostil.ui.models.library_model import LibraryModel, Sieve, Sorting
from apostil.ui.panels.empty import EmptyState, lay_out
from apostil.ui.panels.entity_filter import EntityFilter
from apostil.ui.panels.library_rows import LibraryDelegate, LibraryView
from apostil.ui.panels.name_completion import NameCompletion
from apostil.ui.panels.search_head import SearchField, SearchHead
from apostil.ui.wording import counted, language_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

    from apostil.domain.article import ArticleId
    from apostil.domain.edits import Changes
    from apostil.domain.names import Named
    from apostil.ui.desk import Desk
    from apostil.ui.theme import Theme

DELAY = 90
"""Milliseconds without a keystroke after which a search begins."""


class LibraryPanel(QWidget):
    """The library beside the article.

    Signals:
        open_file_requested, paste_requested, samples_requested: the offers of an empty library.
        about_requested: the ArticleId whose details are wanted.
        delete_requested, export_requested, together_requested: a tuple of ArticleIds.
        searched: the words that are looked for, for the reader to show them too.
    """

    open_file_requested = Signal()
    paste_requested = Signal()
    samples_requested = Signal()
    compare_requested = Signal(object)
    about_requested = Signal(object)
    delete_requested = Signal(object)
    export_requested = Signal(object)
    together_requested = Signal(object)
    searched = Signal(object)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryPanel")
        self._desk = desk
        self._theme = theme
        self.model = LibraryModel(desk.library, self)
        self.model.apart = lambda: desk.apart
        self.delegate = LibraryDelegate(theme, self)
        self._build()
        self._kept: tuple[ArticleId, ...] = ()
        self.model.modelAboutToBeReset.connect(self._keep)
        self.model.modelReset.connect(self._restore)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DELAY)
        self._timer.timeout.connect(self.search_now)
        self.search.textChanged.connect(lambda _words: self._timer.start())
        self.view.wanted.connect(self._open_row)
        self.view.unwanted.connect(lambda: self.delete_requested.emit(self.selected()))
        self.view.customContextMenuRequested.connect(self._show_context_menu)
        self._connect_names()
        desk.changed.connect(self._follow)
        desk.opened.connect(self._show_opened)
        self._show_opened(desk.current)
        self._say_state()

    # What the window asks of it

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self.delegate.set_theme(theme)
        self.empty.set_theme(theme)
        self.no_hit.set_theme(theme)
        self.names.set_theme(theme)
        self.completion.set_theme(theme)
        self.head.set_theme(theme)
        self.view.viewport().update()

    def selected(self) -> tuple[ArticleId, ...]:
        """The articles that are selected, from top to bottom."""
        rows = sorted(index.row() for index in self.view.selectedIndexes())
        return tuple(self.model.entry_at(row).id for row in rows)

    def listed(self) -> frozenset[ArticleId]:
        """The articles that are shown."""
        return frozenset(self.model.entry_at(row).id for row in range(self.model.rowCount()))

    def focus_search(self) -> None:
        """Let the next keystroke go into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def filter_by(self, named: Named) -> None:
        """Show only articles that name this entity, beside what is filtered by already."""
        self.search.clear()
        self.search_now()
        self.names.add(named)

    def search_now(self) -> None:
        """Look for what stands in the search field, without waiting for the next keystroke."""
        self._timer.stop()
        words = self.search.text().strip()
        self._complete(words)
        self.delegate.searching = bool(words)
        self.model.set_hits(self._desk.library.search(words) if words else None)
        self._select(self._desk.current)
        self._say_state()
        self.searched.emit(words)

    # How it is made

    def _build(self) -> None:
        self._build_head()
        self.names = EntityFilter(self._theme)
        self.completion = NameCompletion(self._theme)
        self.view = LibraryView()
        self.view.setAccessibleName(self.tr("Articles"))
        self.view.setModel(self.model)
        self.view.setItemDelegate(self.delegate)
        self._build_states()
        self._lay_out()

    def _build_head(self) -> None:
        words, named = self.tr("Search texts, names, notes, tags"), self.tr("Search the library")
        self.search = SearchField(self._theme, words, named)
        self.search.setObjectName("librarySearch")
        self.search.installEventFilter(self)
        self.head = SearchHead(self._theme, self.search, "sort-variant")
        self.head.choose.setToolTip(self.tr("Sort and filter the library"))
        self.head.choose.setAccessibleName(self.tr("Sort and filter"))
        self.head.choose.menu().aboutToShow.connect(self._fill_order_menu)
        self.head.all.setToolTip(self.tr("Show every article of the library"))
        self.head.all.clicked.connect(self._show_all)

    def _build_states(self) -> None:
        self.empty = EmptyState(self._theme)
        self.empty.offer(self.tr("Open a file…"), "folder-open-outline", self.open_file_requested.emit)
        self.empty.offer(self.tr("Paste a text…"), "clipboard-text-outline", self.paste_requested.emit)
        self.empty.offer(self.tr("Try the sample articles"), "newspaper-variant-outline", self.samples_requested.emit)
        self.no_hit = EmptyState(self._theme)
        self.no_hit.offer(self.tr("Show all"), "format-list-bulleted", self._show_all)

    def _lay_out(self) -> None:
        self.head.put_between(self.names)
        # What is offered stands with what was found, so that nothing above it moves when a search begins.
        found = QWidget()
        self.pages = lay_out(found, self.completion, self.view, self.empty, self.no_hit)
        lay_out(self, self.head, found)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search field, the Down key goes into the list and Enter opens the best match."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key_in_search(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _key_in_search(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.search_now()
        elif key == Qt.Key.Key_Escape and self.names.chosen:
            self.names.clear()
        elif key == Qt.Key.Key_Backspace and not self.search.text() and self.names.chosen:
            self.names.remove_last()
        elif key == Qt.Key.Key_Down and self.completion.isVisible():
            self.completion.take_keyboard()
        elif key == Qt.Key.Key_Down and self.model.rowCount():
            self._go_to_list()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.search_now()
            if self.model.rowCount() and self.search.text().strip():
                self._open_row(0)
        else:
            return False
        return True

    def _go_to_list(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0))

    # Names

    def _connect_names(self) -> None:
        self.names.changed.connect(self._sift_names)
        self.names.opened.connect(lambda named: self._desk.show_entity(named.identity))
        self.completion.chosen.connect(self._choose_name)
        self.completion.opened.connect(lambda named: self._desk.show_entity(named.identity))
        self.completion.left.connect(self._leave_completion)

    def _complete(self, words: str) -> None:
        """Offer the names that begin so, but for those that are filtered by."""
        chosen = {named.identity for named in self.names.chosen}
        found = entities.completed(self._desk.library, words) if words else ()
        self.completion.offer([named for named in found if named.identity not in chosen])

    def _choose_name(self, named: Named) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filter_by(named)

    def _leave_completion(self, step: int) -> None:
        if step > 0 and self.model.rowCount():
            self._go_to_list()
        elif step < 0:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sift_names(self) -> None:
        chosen = [named.identity for named in self.names.chosen]
        library, together = self._desk.library, self.names.all_of_them
        naming = entities.filtered(library, chosen, all_of_them=together) if chosen else None
        if naming != self.model.sieve.naming:
            self._sift(replace(self.model.sieve, naming=naming))
        self._say_state()

    # What is shown

    def _follow(self, changes: Changes) -> None:
        self.model.apply(changes)
        if self.names.chosen and (changes.touches(Topic.ANALYSIS) or changes.touches(Topic.PRESENCE)):
            self._sift_names()
        if self.completion.isVisible() and changes.touches(Topic.ANALYSIS):
            self._complete(self.search.text().strip())
        if self.model.searching and changes.touches(Topic.PRESENCE):
            self.search_now()
        if changes.touches(Topic.PRESENCE):
            self._select(self._desk.current)
        self._say_state()

    def _show_opened(self, article_id: ArticleId | None) -> None:
        self.delegate.open_article = article_id
        self._select(article_id)
        self.view.viewport().update()

    def _select(self, article_id: ArticleId | None) -> None:
        row = self.model.row_of(article_id)
        shown = self.view.currentIndex().row() == row and len(self.selected()) == 1
        if row >= 0 and not shown:
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.view.selectionModel().setCurrentIndex(self.model.index(row), flags)

    def _keep(self) -> None:
        self._kept = self.selected()

    def _restore(self) -> None:
        """Select again what was selected, wherever it stands now; without any of it, what lies open."""
        self._select(self._desk.current)
        rows = [row for row in map(self.model.row_of, self._kept) if row >= 0]
        chosen = QItemSelection()
        for row in rows:
            chosen.select(self.model.index(row), self.model.index(row))
        if rows:
            self.view.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _open_row(self, row: int) -> None:
        article_id = self.model.entry_at(row).id
        if article_id != self._desk.current:
            self._desk.open(article_id)

    def _show_all(self) -> None:
        self.search.clear()
        self.names.clear()
        self.model.set_sieve(Sieve())
        self.search_now()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_state(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        held_back = bool(self.model.sieve) or self.model.searching
        self._say_empty()
        self.head.setVisible(total > 0)
        self.head.all.setVisible(held_back)
        self.head.state.setText(self._count_words(shown, total) if held_back else self._total_words(total))
        if total == 0:
            self.pages.setCurrentWidget(self.empty)
        elif shown == 0:
            self._say_no_hit()
            self.pages.setCurrentWidget(self.no_hit)
        else:
            self.pages.setCurrentWidget(self.view)

    def _say_empty(self) -> None:
        read_only = self._desk.read_only
        self.empty.show_offers(not read_only)
        if read_only:
            self.empty.say(self.tr("This library is empty, and open for reading only"), self._desk.read_only_because)
        else:
            self.empty.say(
                self.tr("Your articles will be listed here"),
                self.tr("Open a file, drop one on the window, or paste a text. Everything stays on this computer."),
            )

    def _total_words(self, total: int) -> str:
        return counted(total, self.tr("article"), self.tr("articles"))

    def _count_words(self, shown: int, total: int) -> str:
        words = self.tr("{shown} of {total}").format(shown=shown, total=self._total_words(total))
        sieve = self.model.sieve
        parts = [
            language_name(sieve.language) if sieve.language else "",
            self.tr("with highlights") if sieve.marked else "",
            sieve.tag,
            self.names.words(),
        ]
        return " · ".join([words, *filter(None, parts)])

    def _say_no_hit(self) -> None:
        words = self.search.text().strip()
        if words and self.model.sieve:
            self.no_hit.say(
                self.tr("Nothing found for “{words}” among these articles").format(words=words),
                self.tr("The list is filtered as well. Show all, and search again."),
            )
        elif words:
            self.no_hit.say(
                self.tr("Nothing found for “{words}”").format(words=words),
                self.tr("Try fewer words, or the beginning of one. Accents and apostrophes do not matter."),
            )
        else:
            self.no_hit.say(self.tr("No article passes this filter"), self.tr("Show all to see every article."))

    # Menus

    def _fill_order_menu(self) -> None:
        menu = self.head.choose.menu()
        menu.clear()
        self._add_sortings(menu)
        menu.addSeparator()
        self._add_languages(menu.addMenu(self.tr("Language")))
        self._add_tags(menu.addMenu(self.tr("Tag")))
        sieve = self.model.sieve
        self._add_choice(
            menu,
            self.tr("With highlights only"),
            sieve.marked,
            partial(self._sift, replace(sieve, marked=not sieve.marked)),
        )

    def _add_sortings(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for sorting, words in (
            (Sorting.IMPORTED, self.tr("Newest import first")),
            (Sorting.PUBLISHED, self.tr("Newest article first")),
            (Sorting.TITLE, self.tr("Title")),
            (Sorting.OUTLET, self.tr("Outlet")),
            (Sorting.MARKS, self.tr("Most highlights first")),
        ):
            chosen = self.model.sorting is sorting
            action = self._add_choice(menu, words, chosen, partial(self.model.set_sorting, sorting))
            action.setActionGroup(group)
            action.setDisabled(self.model.searching)
            if self.model.searching:
                action.setToolTip(self.tr("While you search, the best matches come first"))

    def _add_languages(self, menu: QMenu) -> None:
        sieve = self.model.sieve
        chosen = sieve.language
        self._add_choice(menu, self.tr("Every language"), not chosen, partial(self._sift, replace(sieve, language="")))
        for code in self.model.languages:
            self._add_choice(
                menu, language_name(code), code == chosen, partial(self._sift, replace(sieve, language=code))
            )

    def _add_tags(self, menu: QMenu) -> None:
        sieve = self.model.sieve
        chosen = sieve.tag
        self._add_choice(
            menu, self.tr("With or without a tag"), not chosen, partial(self._sift, replace(sieve, tag=""))
        )
        for tag, _count in self._desk.library.all_tags():
            self._add_choice(menu, tag.replace("&", "&&"), tag == chosen, partial(self._sift, replace(sieve, tag=tag)))

    def _add_choice(self, menu: QMenu, words: str, chosen: bool, act: Callable[[], None]) -> QAction:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(chosen)
        action.triggered.connect(lambda _checked: act())
        return action

    def _sift(self, sieve: Sieve) -> None:
        self.model.set_sieve(sieve)
        self._select(self._desk.current)
        self._say_state()

    def _show_context_menu(self, place: QPoint) -> None:
        if self.selected():
            menu = self.context_menu()
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.view.viewport().mapToGlobal(place))

    def context_menu(self) -> QMenu:
        """What can be done with the selected articles."""
        menu = QMenu(self)
        chosen = self.selected()
        one = len(chosen) == 1
        if one:
            menu.addAction(self.tr("Open"), lambda: self._desk.open(chosen[0]))
            menu.addAction(self.tr("About this article…"), lambda: self.about_requested.emit(chosen[0]))
            if self.model.entry_at(self.model.row_of(chosen[0])).overlap is not None:
                menu.addAction(self.tr("Compare with the other copy…"), lambda: self.compare_requested.emit(chosen[0]))
        else:
            menu.addAction(self.tr("Summarise together"), lambda: self.together_requested.emit(chosen))
        export = self.tr("Export notes…") if one else self.tr("Export notes of {n} articles…").format(n=len(chosen))
        menu.addAction(export, lambda: self.export_requested.emit(chosen))
        menu.addSeparator()
        words = self.tr("Delete") if one else self.tr("Delete {n} articles").format(n=len(chosen))
        delete = menu.addAction(words, lambda: self.delete_requested.emit(chosen))
        delete.setDisabled(self._desk.read_only)
        if self._desk.read_only:
            menu.setToolTipsVisible(True)
            delete.setToolTip(self._desk.read_only_because)
        return menu
