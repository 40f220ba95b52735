"""The window: library at the left, article in the middle, side panels at the right, and what ties them together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QMessageBox, QToolButton, QVBoxLayout, QWidget

from apostil.domain.edits import Topic
from apostil.domain.entity import identity
from apostil.store import places
from apostil.store.search import matches
from apostil.ui.actions import ACTIONS, LABELLED, MENUS, TOOLBAR, Actions, Needs
from apostil.ui.asking import WindowAsker
from apostil.ui.chooser import ExportPlace
from apostil.ui.commands import Commands
from apostil.ui.copies import Copies
from apostil.ui.history import EntityPlace, GraphPlace, History, Place, Stop
from apostil.ui.icons import icon
from apostil.ui.late import Late
from apostil.ui.marking import Marking
from apostil.ui.naming import Naming
from apostil.ui.pages.stack import Pages
from apostil.ui.reader.facts import facts_of
from apostil.ui.reader.find_bar import FindBar
from apostil.ui.reader.searching import Search, in_a_row
from apostil.ui.reader.selection_bar import SelectionBar
from apostil.ui.reader.view import ReaderView
from apostil.ui.side_pane import Panes, SidePane
from apostil.ui.status_line import StatusLine
from apostil.ui.wording import time_left, written

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QAction, QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent

    from apostil.domain.annotation import AnnotationId
    from apostil.domain.article import ArticleId
    from apostil.domain.edits import Changes, Edit
    from apostil.domain.entity import Entity
    from apostil.domain.names import Named, Passage
    from apostil.domain.spans import Span
    from apostil.services.importing import Report
    from apostil.ui.analyst import Analyst
    from apostil.ui.correcting import Corrector
    from apostil.ui.desk import Desk
    from apostil.ui.dialogs.import_report import ImportReport
    from apostil.ui.exploring import Explorer
    from apostil.ui.handing_on import Exporter
    from apostil.ui.importing import Importer
    from apostil.ui.panels.entities_panel import EntitiesPanel
    from apostil.ui.panels.library_panel import LibraryPanel
    from apostil.ui.panels.notes_panel import NotesPanel
    from apostil.ui.panels.summary_panel import SummaryPanel
    from apostil.ui.reader.places import ContextAt
    from apostil.ui.review import ReviewBar
    from apostil.ui.theme import Theme
    from apostil.ui.versions import Versions


ICON_SIZE = 18
WRITING_KEYS = frozenset(key for action in ACTIONS if action.needs is Needs.MARKING for key in action.keys)
TABS = ("summary", "entities", "notes")


class MainWindow(QMainWindow):
    """One library in one window.

    Signals:
        closed: the window is gone, with everything in it saved.
        appearance_chosen: `system`, `light` or `dark`.
        touched: something changed that the window reopens with.
    """

    closed = Signal()
    appearance_chosen = Signal(object)
    touched = Signal()

    def __init__(
        self,
        desk: Desk,
        importer: Importer,
        analyst: Analyst,
        exporter: Exporter,
        versions: Versions,
        explorer: Explorer,
        corrector: Corrector,
        theme: Theme,
    ) -> None:
        super().__init__()
        self.desk = desk
        self.importer = importer
        self.analyst = analyst
        self.exporter = exporter
        self.versions = versions
        self.explorer = explorer
        self.corrector = corrector
        self.copies = Copies(desk, versions, self, theme)
        self._theme = theme
        self._history = History()
        self._positions: dict[ArticleId, int] = {}
        self._shown: ArticleId | None = None
        self._side_wanted = True
        self._sorting = ""
        self._to_first_hit = False
        self._found_here: Span | None = None
        self._closing = False
        self._open_before: ArticleId | None = None
        self._importing = False
        self._report: ImportReport | None = None
        importer.asker = WindowAsker(self)
        self.export_place = ExportPlace()
        self.setAcceptDrops(True)
        self.setMinimumSize(640, 480)
        self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize() * 0.9))
        self._build_panes(theme)
        self.commands = Commands(self)
        self.library_wanted = self.commands.library_wanted
        self.window_wanted = self.commands.window_wanted
        self.actions_by_id = Actions(self, self.reader, self.commands.handlers())
        self._build_bars()
        self._connect_desk()
        self._connect_reader()
        self._connect_work()
        self._connect_pages()
        self.set_theme(theme)
        self._allow()
        self._show_title()
        self._show_hint()

    # Building

    def _build_panes(self, theme: Theme) -> None:
        self._library = Late(self._make_library_panel, self.desk.tell)
        self.reader = ReaderView(theme)
        self.find_bar = FindBar(in_a_row(matches))
        self.find_bar.hide()
        self._searching = Search(matches, self)
        self.selection_bar = SelectionBar(self.reader, theme)
        self.marking = Marking(self.desk, self.reader, self)
        self.naming = Naming(self.corrector, self.reader, theme, self)
        self._review: ReviewBar | None = None
        self._summary = Late(self._make_summary_panel, self.desk.tell)
        self._entities = Late(self._make_entities_panel, self.desk.tell)
        self._notes = Late(self._make_notes_panel, self.desk.tell)
        self.side = SidePane()
        for late, title in (
            (self._summary, self.tr("Summary")),
            (self._entities, self.tr("Entities")),
            (self._notes, self.tr("Notes")),
        ):
            self.side.tabs.addTab(late.place, title)
        article = QWidget()
        column = QVBoxLayout(article)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.find_bar)
        column.addWidget(self.copies.notice)
        column.addWidget(self.reader, 1)
        self._column = column
        self.pages = Pages(article, self.desk, self.explorer, theme, self._listed)
        self.panes = Panes(self._library.place, self.pages, self.side)
        self.panes.keep_clear(self.find_bar)
        self.setCentralWidget(self.panes)
        self.status = StatusLine(self)
        self.setStatusBar(self.status)

    def _make_summary_panel(self) -> SummaryPanel:
        from apostil.ui.panels.summary_panel import SummaryPanel

        panel = SummaryPanel(self.desk, self._theme)
        panel.told.connect(self.status.tell)
        return panel

    def _make_entities_panel(self) -> EntitiesPanel:
        from apostil.ui.panels.entities_panel import EntitiesPanel

        panel = EntitiesPanel(self.desk, self._theme, self.naming)
        panel.review_wanted.connect(self.review)
        return panel

    def _make_notes_panel(self) -> NotesPanel:
        from apostil.ui.panels.notes_panel import NotesPanel

        panel = NotesPanel(self.desk, self._theme, self.versions.guess)
        panel.orphans.selection_wanted.connect(lambda orphan: self.copies.place(orphan, self.reader.selection()))
        panel.orphans.told.connect(self.versions.told)
        panel.left.connect(self._leave_notes)
        panel.chosen.connect(self._choose_mark)
        return panel

    @property
    def summary_panel(self) -> SummaryPanel:
        """The chosen sentences."""
        return self._summary.panel

    @property
    def entities_panel(self) -> EntitiesPanel:
        """Who and what the article is about."""
        return self._entities.panel

    @property
    def notes_panel(self) -> NotesPanel:
        """The marks with their notes."""
        return self._notes.panel

    def _build_bars(self) -> None:
        for title in MENUS:
            menu = self.menuBar().addMenu(self.tr(title))
            menu.setToolTipsVisible(True)
            for action in ACTIONS:
                if action.menu == title:
                    if action.separated:
                        menu.addSeparator()
                    menu.addAction(self.actions_by_id[action.id])
        self._toolbar = self.addToolBar(self.tr("Tools"))
        self._toolbar.setObjectName("toolbar")
        self._toolbar.setMovable(False)
        self._toolbar.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        self._toolbar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for action_id in TOOLBAR:
            if action_id:
                self._add_button(self.actions_by_id[action_id])
            else:
                self._toolbar.addSeparator()
        self.actions_by_id["panel-library"].setChecked(True)
        self.actions_by_id["panel-side"].setChecked(True)

    def _add_button(self, action: QAction) -> None:
        self._toolbar.addAction(action)
        button = self._toolbar.widgetForAction(action)
        if isinstance(button, QToolButton):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(action.iconText())
            if action.objectName() in LABELLED:
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _connect_desk(self) -> None:
        desk = self.desk
        desk.opened.connect(self._show_article)
        desk.changed.connect(self._follow)
        desk.kinds_changed.connect(self._show_entities)
        desk.summary_changed.connect(self._show_summary)
        desk.reveal_requested.connect(self._reveal)
        desk.failed.connect(self.status.warn)
        stack = desk.undo_stack
        stack.indexChanged.connect(self._show_undo)
        self._show_undo()

    def _connect_reader(self) -> None:
        reader = self.reader
        reader.mark_activated.connect(self._show_mark)
        reader.mark_resized.connect(self.marking.resize)
        reader.roles_requested.connect(self.commands.take_back_in)
        reader.context_requested.connect(self._show_context_menu)
        reader.zoom_changed.connect(lambda _percent: self.touched.emit())
        self.selection_bar.color_chosen.connect(self.marking.color)
        self.selection_bar.note_chosen.connect(self.marking.write_note)
        self.selection_bar.tag_chosen.connect(self.marking.write_tags)
        self.selection_bar.copy_chosen.connect(self.commands.copy_quotation)
        self.side.closed.connect(self._leave_side)
        self.marking.note_wanted.connect(self._write_note)
        self.marking.tags_wanted.connect(self._write_tags)
        self.naming.told.connect(self.status.tell)
        self.corrector.done.connect(self._tell_correction)
        self.find_bar.hits_changed.connect(self._show_found)
        self._searching.found.connect(self._show_searched)
        self.find_bar.closed.connect(self._leave_find)

    def _make_library_panel(self) -> LibraryPanel:
        from apostil.ui.models.library_model import Sorting
        from apostil.ui.panels.library_panel import LibraryPanel

        panel = LibraryPanel(self.desk, self._theme)
        if self._sorting in set(Sorting):
            panel.model.set_sorting(Sorting(self._sorting))
        self._connect_library(panel)
        QTimer.singleShot(0, self, self._show_hint)
        return panel

    @property
    def library_panel(self) -> LibraryPanel:
        """The list of articles."""
        return self._library.panel

    def _connect_library(self, library: LibraryPanel) -> None:
        library.open_file_requested.connect(self.commands.open_files)
        library.paste_requested.connect(self.commands.paste)
        library.samples_requested.connect(self.commands.open_samples)
        library.about_requested.connect(self.commands.about_article)
        library.compare_requested.connect(self.copies.compare_article)
        library.delete_requested.connect(self.commands.delete)
        library.export_requested.connect(self.commands.export)
        library.searched.connect(self._look_for)
        library.view.wanted.connect(lambda _row: self.show_reader())
        library.view.selectionModel().selectionChanged.connect(self._selected)

    def _connect_work(self) -> None:
        self.importer.progressed.connect(self._show_work)
        self.importer.finished.connect(self._imported)
        self.analyst.progressed.connect(self._show_work)
        self.analyst.failed.connect(self.status.warn)
        self.analyst.analysed_again.connect(self._analysed_again)
        self.exporter.finished.connect(self._exported)
        self.exporter.failed.connect(self._export_failed)
        self.versions.progressed.connect(self._show_work)
        self.versions.told.connect(self.status.tell)
        self.versions.failed.connect(self.status.warn)
        self.versions.arrived.connect(self.analyst.want)
        self.versions.succeeded.connect(self._keep_position)
        self.status.cancelled.connect(self._cancel_work)

    def _connect_pages(self) -> None:
        pages = self.pages
        self.desk.place_wanted.connect(self.explore)
        pages.wanted.connect(self.explore)
        pages.closed.connect(self.show_reader)
        pages.passage_wanted.connect(self._read_passage)
        pages.filter_wanted.connect(self._filter_by)
        self.explorer.told.connect(self.status.tell)
        self.explorer.failed.connect(self.status.warn)

    # Pages about the library

    def explore(self, place: EntityPlace | GraphPlace) -> None:
        """Show the page of an entity, or the graph, in the place of the article; back leads here again."""
        if place != self.pages.present:
            self._leave()
        self.pages.show_place(place)
        self._allow()

    def show_reader(self) -> None:
        """Go back from a page about the library to the article."""
        if self.pages.present is not None:
            self._leave()
            self.pages.show_article()
            self.reader.setFocus()
            self._allow()

    def _listed(self) -> frozenset[ArticleId]:
        """The articles that the library shows at present."""
        return self.library_panel.listed()

    def explore_here(self) -> None:
        """Show the page of the name that is chosen in the list of entities, or that the cursor stands on."""
        entity = self._entity_here()
        if entity is None:
            self.status.tell(self.tr("Put the cursor on a name in the text first, or choose one among the entities."))
        else:
            self.desk.show_entity(identity(entity))

    def _entity_here(self) -> Entity | None:
        panel = self._entities.made
        if panel is not None and panel.view.hasFocus() and panel.view.currentIndex().isValid():
            return panel.model.at(panel.view.currentIndex().row())
        caret = self.reader.caret
        around = (one for one in self.desk.entities for mention in one.mentions if _holds(mention.span, caret))
        return next(around, None)

    def _read_passage(self, passage: Passage) -> None:
        """Read a sentence in its article."""
        if not self.desk.library.is_present(passage.article):
            self.status.warn(self.tr("This article is no longer in the library. Undo brings it back."))
            return
        self._leave()
        self.pages.show_article()
        if passage.article != self.desk.current:
            self._shown = None
            self.desk.open(passage.article)
        self.reader.reveal((passage.mentions or (passage.span,))[0])
        self.reader.setFocus()
        self._allow()

    def _filter_by(self, named: Named) -> None:
        self.show_library()
        self.library_panel.filter_by(named)

    # The article that lies open

    def travel(self, step: int) -> None:
        """Go back to where the reader was before, or forward again."""
        place = (self._history.back if step < 0 else self._history.forward)(self._place())
        if place is None:
            return
        if isinstance(place, Place):
            self._return(place)
        else:
            self._remember()
            self.pages.show_place(place)
        self._allow()

    def _return(self, place: Place) -> None:
        """Go where the reader was in an article."""
        self.pages.show_article()
        if place.article != self.desk.current:
            self._remember()
            self._shown = None
            self.desk.open(place.article)
        self.reader.scroll_to(place.position)

    def _place(self) -> Stop | None:
        if self.pages.present is not None:
            return self.pages.present
        if self._shown is None:
            return None
        return Place(self._shown, self.reader.top_position())

    def _leave(self) -> None:
        place = self._place()
        if place is not None:
            self._history.leave(place)
            self._remember()

    def _keep_position(self, before: ArticleId, after: ArticleId) -> None:
        """Read on in a new version about where the one before was left."""
        if self._shown == after:
            self.reader.scroll_to(self._positions.get(before, 0))

    def _remember(self) -> None:
        if self._shown is not None and self.reader.article is not None:
            self._positions.pop(self._shown, None)
            self._positions[self._shown] = self.reader.top_position()

    def _show_article(self, article_id: ArticleId | None) -> None:
        """Show what was laid on the desk; the place that is left stays one step back."""
        if article_id != self._shown:
            self._leave()
        self.pages.show_article()
        self._shown = article_id
        article = self.desk.article
        self.reader.show_article(article)
        self.reader.set_facts("" if article is None else facts_of(article))
        self._show_findings()
        if article_id is not None:
            self.reader.scroll_to(self._positions.get(article_id, 0))
        self._show_hint()
        self.find_bar.set_text("" if article is None else article.text)
        query = "" if self._library.made is None else self._library.made.search.text()
        self._to_first_hit = article_id is not None and bool(query.strip())
        self._look_for(query)
        self._allow()
        self._show_title()
        self.touched.emit()

    def _show_hint(self) -> None:
        """What an empty page says."""
        if self._library.made is None:
            return
        if self._library.made.model.total:
            words = self.tr("Choose an article from the list.")
        else:
            words = self.tr("Open a file, drop one here, or paste a text.")
        self.reader.set_hint(self.tr("Nothing is open"), words)

    def _show_findings(self) -> None:
        desk = self.desk
        self.reader.set_marks(desk.annotations)
        self.reader.set_sentences(() if desk.analysis is None else desk.analysis.sentences)
        self._show_entities()
        self._show_summary()

    def _show_entities(self) -> None:
        self.reader.set_entities(self.desk.shown_entities, self.desk.visible_kinds)
        self.status.show_facts(self.desk)

    def _show_summary(self, _summary: object = None) -> None:
        summary = self.desk.summary
        self.reader.set_summary([] if summary is None else [sentence.span for sentence in summary.sentences])

    def _follow(self, changes: Changes) -> None:
        current = self.desk.current
        if current is not None and changes.topics & {Topic.METADATA, Topic.BLOCKS} and current in changes.articles:
            self._show_article_again()
        elif current is not None and current in changes.articles:
            self._show_findings()
        if Topic.PRESENCE in changes.topics:
            self.status.clearMessage()  # what it said of an article may no longer be so
            self._show_hint()
            present = self.desk.library.is_present
            self._history.forget(frozenset(article for article in changes.articles if not present(article)))
        self._allow()
        self._show_title()

    def _show_article_again(self) -> None:
        top, caret = self.reader.top_position(), self.reader.caret
        article = self.desk.article
        self.reader.show_article(article)
        self.reader.set_facts("" if article is None else facts_of(article))
        self._show_findings()
        self.reader.set_caret(caret)
        self.reader.scroll_to(top)

    def _reveal(self, span: Span) -> None:
        self.show_reader()
        place = self._place()
        if place is not None:
            self._history.leave(place)
        self.reader.reveal(span)
        self._allow()

    # Searching

    def find_words(self) -> None:
        """Look for words in the article, from the cursor on."""
        self.show_reader()
        self.find_bar.start(self.reader.caret)

    def _look_for(self, query: str) -> None:
        """Show in the article what the library is searched for."""
        article = self.desk.article
        self._searching.stop()
        if self.find_bar.isHidden():
            self.reader.set_hits(())
        if article is not None and query.strip():
            self._searching.start(article.text, query)

    def _show_searched(self, _finished: bool) -> None:
        """Show what was found so far; an article that was opened for it is shown at its first hit."""
        hits = self._searching.hits
        if self.find_bar.isHidden():
            self.reader.set_hits(hits)
            if self._to_first_hit and hits:
                self.reader.reveal(hits[0], flash=False)
        self._to_first_hit = False

    def _show_found(self, found: tuple[tuple[Span, ...], int | None]) -> None:
        """Light what the find bar found, and go to the hit that it counts."""
        hits, current = found
        self.reader.set_hits(hits, current)
        here = None if current is None else hits[current]
        if here is not None and here != self._found_here:
            self.reader.reveal(here, flash=False)
        self._found_here = here

    def _leave_find(self) -> None:
        """Go back to the text, the hit selected: what a key does then, it does to what is seen."""
        self.reader.set_hits(self._searching.hits)
        if self.find_bar.hit is not None:
            self.reader.select(self.find_bar.hit)
        self.reader.setFocus()

    # Marks

    def _choose_mark(self, annotation_id: AnnotationId) -> None:
        """The mark of the chosen card is outlined in the text."""
        self.reader.set_active_mark(annotation_id)

    def _show_mark(self, annotation_id: AnnotationId | None) -> None:
        """The chosen mark's card comes to the front of the notes; the keyboard stays in the text."""
        if annotation_id is not None:
            self.notes_panel.show_mark(annotation_id)

    def _tell_correction(self, edit: Edit) -> None:
        self.status.tell(
            self.tr("Done: {deed}. Undo (Ctrl+Z) takes it back.").format(
                deed=f"{edit.label[:1].lower()}{edit.label[1:]}"
            )
        )

    def review(self) -> None:
        """Walk through the doubtful names of the article."""
        if self.desk.article is None:
            return
        if self.desk.read_only:
            self.status.tell(self.desk.read_only_because)
            return
        if self._review is None:
            from apostil.ui.review import ReviewBar

            self._review = ReviewBar(self.corrector, self._theme)
            self._review.closed.connect(self._leave_review)
            self._review.looked_at.connect(self.reader.reveal)
            self._column.addWidget(self._review)
        self.show_reader()
        if self.panes.floating:
            self._set_side_visible(False)
        self._review.start()

    def _leave_review(self, words: str) -> None:
        self.reader.setFocus()
        if words:
            self.status.tell(words)

    def _write_note(self, annotation_id: AnnotationId) -> None:
        self.show_tab(2)
        self.notes_panel.focus_note(annotation_id)

    def _write_tags(self, annotation_id: AnnotationId) -> None:
        self.show_tab(2)
        self.notes_panel.focus_tags(annotation_id)

    def _show_context_menu(self, context: ContextAt) -> None:
        from apostil.ui.menus import reader_menu

        menu = reader_menu(self, context)
        menu.exec(context.global_pos)
        menu.deleteLater()

    # Panes

    def toggle_library(self) -> None:
        """Show the library, or put it away."""
        self._set_library_visible(self._library.place.isHidden())

    def show_library(self) -> None:
        """Make sure that the library is to be seen."""
        self._set_library_visible(True)

    def toggle_side(self) -> None:
        """Show the side panel, or put it away."""
        self._set_side_visible(self.side.isHidden())

    def show_tab(self, index: int) -> None:
        """Show one of the side panels."""
        self.side.tabs.setCurrentIndex(index)
        self._set_side_visible(True)

    def _set_library_visible(self, visible: bool) -> None:
        self._library.place.setVisible(visible)
        self.actions_by_id["panel-library"].setChecked(visible)
        self.touched.emit()

    def _set_side_visible(self, visible: bool) -> None:
        self.side.setVisible(visible)
        if visible:
            self.side.raise_()
        self.actions_by_id["panel-side"].setChecked(visible)
        if not self.panes.floating:
            self._side_wanted = visible
        self.touched.emit()

    def _leave_side(self) -> None:
        self._set_side_visible(False)
        self.reader.setFocus()

    def _leave_notes(self) -> None:
        """Back to the article, which the floating pane no longer covers."""
        if self.panes.floating:
            self._leave_side()
        self.reader.setFocus()

    def zoom(self, step: int) -> None:
        """Make the text larger or smaller by so many percent; 0 brings back the actual size."""
        self.reader.set_zoom(self.reader.zoom + step if step else 100)

    def set_theme(self, theme: Theme) -> None:
        """Take on the colours of a theme."""
        self._theme = theme
        for part in (
            self.reader,
            self.find_bar,
            self.side,
            self.selection_bar,
            self.copies,
            self.naming,
            self.pages,
        ):
            part.set_theme(theme)
        for panel in (self._review, self._library.made, self._summary.made, self._entities.made, self._notes.made):
            if panel is not None:
                panel.set_theme(theme)
        for action in ACTIONS:
            if action.icon:
                self.actions_by_id[action.id].setIcon(icon(action.icon, theme))

    def set_appearance(self, name: str) -> None:
        """Follow the system's colours, or keep to light or dark."""
        self.show_appearance(name)
        self.appearance_chosen.emit(name)

    def show_appearance(self, name: str) -> None:
        """Tick the appearance in the menu."""
        for each in ("system", "light", "dark"):
            self.actions_by_id[f"appearance-{each}"].setChecked(each == name)

    def chosen_articles(self) -> tuple[ArticleId, ...]:
        """The articles selected in the list, or the one that lies open."""
        selected = self.library_panel.selected()
        if selected and (len(selected) > 1 or self.library_panel.view.hasFocus()):
            return selected
        return (self.desk.current,) if self.desk.current is not None else ()

    # Work in the background

    def _show_work(self, _progress: object = None) -> None:
        self._note_import()
        report = self.importer.report
        if self.importer.busy:
            self.status.show_progress(self._import_words(report), report.done, report.total, report.now)
        elif self.analyst.busy:
            done, total = self.analyst.progress.done, self.analyst.progress.total
            words = self.tr("Analysing {} of {}").format(min(done + 1, total), total)
            self.status.show_progress(words, done, total)
        elif self.versions.busy:
            self.status.show_progress(self.tr("Extracting again"), 0, 0)
        else:
            self.status.show_progress("", 0, 0)

    def _note_import(self) -> None:
        """Remember what lay open when an import began, and let it have the processors."""
        if self.importer.busy != self._importing:
            self._importing = self.importer.busy
            self._open_before = self.desk.current
            self.analyst.hold(self._importing)

    def _import_words(self, report: Report) -> str:
        if not report.total:
            return self.tr("Looking for files…")
        done, total = min(report.done + 1, report.total), report.total
        words = self.tr("Opening {} of {}").format(written(done), written(total))
        return words if report.left is None else f"{words} · {time_left(report.left)}"

    def _cancel_work(self) -> None:
        self.importer.cancel()
        self.analyst.cancel()
        self.versions.close()
        self.status.tell(self.tr("Stopped. What was finished stays."))

    def _imported(self, report: Report) -> None:
        from apostil.ui.dialogs.import_report import known_before, summary

        untouched = self.desk.current == self._open_before
        self._show_work()
        self.analyst.want(report.new)
        opened = [*report.new, *report.known]
        if opened and untouched:
            self.desk.open(opened[0])
            self.reader.setFocus()
        if len(report.new) > 1:
            self.status.tell(" ".join(summary(report)))
        elif known_before(report):
            self.status.tell(self._known_sentence(report))
        self._tell_import(report)

    def _tell_import(self, report: Report) -> None:
        """Say more of an import where there is more to say."""
        from apostil.ui.dialogs.import_report import ImportReport, worth_telling

        if not worth_telling(report):
            return
        if self._report is not None:
            self._report.close()
            self._report.deleteLater()
        self._report = ImportReport(report, self)
        self._report.attachments_wanted.connect(lambda: self.commands.open_attachments(report.offers))
        self._report.show()

    def _known_sentence(self, report: Report) -> str:
        from apostil.ui.dialogs.import_report import known_before

        known = known_before(report)
        if len(known) == 1:
            title = self.desk.library.entry(known[0]).title
            return self.tr("“{}” was already in the library: here it is.").format(title)
        return self.tr("{} of these articles were already in the library.").format(len(known))

    def _exported(self, path: Path) -> None:
        self.status.tell(self.tr("Notes written to {}.").format(path))
        if self._closing:
            QTimer.singleShot(0, self, self.close)

    def _export_failed(self, words: str) -> None:
        self._closing = False
        self.status.warn(words)

    def analyse_again(self) -> None:
        """Analyse the open article anew, and say what came of it."""
        self.status.tell(self.tr("Analysing this article again…"))
        self.analyst.analyse_again()

    def _analysed_again(self, changed: bool) -> None:
        self.status.tell(
            self.tr("Analysed again: entities or sentences changed.")
            if changed
            else self.tr("Analysed again: nothing changed.")
        )

    # Showing what can be done

    def _selected(self, _new: object, _old: object) -> None:
        self._allow()

    def _allow(self) -> None:
        opened = self.desk.article is not None
        chosen = opened or (self._library.made is not None and bool(self._library.made.selected()))
        self.actions_by_id.allow(article=opened, chosen=chosen, read_only_because=self.desk.read_only_because)
        self.actions_by_id["back"].setEnabled(self._history.can_go_back)
        self.actions_by_id["forward"].setEnabled(self._history.can_go_forward)

    def _show_undo(self, _index: int = 0) -> None:
        stack = self.desk.undo_stack
        for action_id, words, name, possible in (
            ("undo", self.tr("&Undo"), stack.undoText(), stack.canUndo()),
            ("redo", self.tr("&Redo"), stack.redoText(), stack.canRedo()),
        ):
            action = self.actions_by_id[action_id]
            what = f"{name[:1].lower()}{name[1:]}".replace("&", "&&")
            action.setText(f"{words} {what}".rstrip())
            action.setIconText(words.replace("&", ""))
            action.setEnabled(possible)

    def _show_title(self) -> None:
        title = self.desk.article.metadata.title if self.desk.article is not None else ""
        path = self.desk.library.path
        library = "" if path == places.default_library().resolve() else path.stem
        read_only = self.tr("read only") if self.desk.read_only else ""
        self.setWindowTitle(" – ".join(part for part in (title, library, read_only, "Apostil") if part))

    # Coming and going

    def flush(self) -> None:
        """Bring to disk what is being typed."""
        if self._notes.made is not None:
            self._notes.made.flush()

    def open_panels(self) -> dict[str, bool]:
        """Which panels are open."""
        return {"library": not self._library.place.isHidden(), "side": self._side_wanted}

    def side_tab(self) -> str:
        """The name of the side panel that is in front."""
        return TABS[self.side.tabs.currentIndex()]

    def restore_panels(self, panels: Mapping[str, bool], side_tab: str) -> None:
        """Open the panels that were open."""
        self._set_library_visible(panels.get("library", True))
        self._side_wanted = panels.get("side", True)
        self._set_side_visible(self._side_wanted and not self.panes.floating)
        if side_tab in TABS:
            self.side.tabs.setCurrentIndex(TABS.index(side_tab))

    def sorting(self) -> str:
        """The order of the list of articles."""
        return self._sorting if self._library.made is None else self._library.made.model.sorting

    def restore_sorting(self, sorting: str) -> None:
        """Show the list of articles in the order that it had, once it is made."""
        self._sorting = sorting

    def positions(self) -> dict[ArticleId, int]:
        """The places that were reached in articles, the present one at the end."""
        self._remember()
        return dict(self._positions)

    def restore_positions(self, positions: Mapping[ArticleId, int]) -> None:
        """Open articles at these places."""
        self._positions = dict(positions)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Float the side panel in a narrow window, where it is out of the way until it is wanted."""
        super().resizeEvent(event)
        if self.panes.adapt(event.size().width()):
            self._set_side_visible(self._side_wanted and not self.panes.floating)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave nothing unsaved, and nothing running: an export that is under way is finished first."""
        self.flush()
        notes = self._notes.made
        if notes is not None and notes.pending and not self._may_lose_note():
            event.ignore()
            return
        self._closing = bool(self.exporter.running)
        if self._closing:
            self.status.tell(self.tr("The notes are being written; the window closes when they are."))
            event.ignore()
            return
        self._remember()
        self.touched.emit()
        # what is taken apart from here on has nothing to tell any more
        self.desk.undo_stack.blockSignals(True)
        if self._library.made is not None:
            self._library.made.view.selectionModel().blockSignals(True)
        super().closeEvent(event)
        self.closed.emit()

    def _may_lose_note(self) -> bool:
        """Whether a person would rather close than wait until the note can be saved."""
        box = QMessageBox(QMessageBox.Icon.NoIcon, "Apostil", self.tr("The note that you typed could not be saved."))
        box.setTextFormat(Qt.TextFormat.PlainText)
        reason = self.status.failure.removeprefix("⚠ ")
        box.setInformativeText(reason or self.tr("Free some space on the disk, or copy the note somewhere else first."))
        box.addButton(self.tr("Keep the window open"), QMessageBox.ButtonRole.RejectRole)
        close = box.addButton(self.tr("Close and lose the note"), QMessageBox.ButtonRole.DestructiveRole)
        box.exec()
        lost = box.clickedButton() is close
        box.deleteLater()
        if lost:
            self.notes_panel.give_up()
        return lost

    def undo(self) -> None:
        """Take back what was done last, what is still being typed first."""
        self.flush()
        self.desk.undo_stack.undo()

    def redo(self) -> None:
        """Do again what was taken back, unless something was typed since."""
        self.flush()
        self.desk.undo_stack.redo()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Say why a key does nothing where a library can only be read."""
        if self.desk.read_only and QKeySequence(event.key()).toString() in WRITING_KEYS:
            self.status.tell(self.desk.read_only_because)
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere."""
        if event.mimeData().hasUrls() and not self.desk.read_only:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files that were dropped."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.importer.open_files(files)


def _holds(span: Span, place: int) -> bool:
    return span.start <= place <= span.end
