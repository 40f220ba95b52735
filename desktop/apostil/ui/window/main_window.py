"""The window: library at the left, article in the middle, side panels at the right, and what ties them together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from apostil.domain.edits import Topic
from apostil.store import places
from apostil.store.search import matches
from apostil.ui.asking import WindowAsker
from apostil.ui.copies import Copies
from apostil.ui.handing_on import ExportPlace
from apostil.ui.marking import Marking
from apostil.ui.naming import Naming
from apostil.ui.pages.stack import Pages
from apostil.ui.reader.find_bar import FindBar
from apostil.ui.reader.searching import in_a_row
from apostil.ui.reader.selection_bar import SelectionBar
from apostil.ui.reader.view import ReaderView
from apostil.ui.window.actions import ACTIONS, APPEARANCES, Actions, Needs
from apostil.ui.window.arrivals import Arrivals
from apostil.ui.window.bars import fill_menus, fill_toolbar
from apostil.ui.window.commands import Commands
from apostil.ui.window.hits import Hits
from apostil.ui.window.late_panels import LatePanels
from apostil.ui.window.late_review import LateReview
from apostil.ui.window.menu_keys import MenuKeys
from apostil.ui.window.open_panes import OpenPanes
from apostil.ui.window.showing import Showing
from apostil.ui.window.side_pane import Panes, SidePane
from apostil.ui.window.status_line import StatusLine
from apostil.ui.window.travels import Travels
from apostil.ui.window.unsaved import may_lose_note
from apostil.ui.window.work import Work
from apostil.ui.wording import done_words

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent

    from apostil.domain.annotation import AnnotationId
    from apostil.domain.article import ArticleId
    from apostil.domain.edits import Changes, Edit
    from apostil.domain.names import Named
    from apostil.ui.analyst import Analyst
    from apostil.ui.correcting import Corrector
    from apostil.ui.desk import Desk
    from apostil.ui.exploring import Explorer
    from apostil.ui.handing_on import Exporter
    from apostil.ui.importing import Importer
    from apostil.ui.panels.entities_panel import EntitiesPanel
    from apostil.ui.panels.library_panel import LibraryPanel
    from apostil.ui.panels.notes_panel import NotesPanel
    from apostil.ui.panels.summary_panel import SummaryPanel
    from apostil.ui.reader.places import ContextAt
    from apostil.ui.theme import Theme
    from apostil.ui.versions import Versions


WRITING_KEYS = frozenset(key for action in ACTIONS if action.needs is Needs.MARKING for key in action.keys)


class MainWindow(QMainWindow):
    """One library in one window.

    Signals:
        closed: the window is gone, with everything in it saved.
        appearance_chosen: `system`, `light` or `dark`.
        touched: something changed that the window reopens with.
        library_wanted: the Path of a library to open in this window's stead; a new one where it does not exist.
        window_wanted: another window on this library.
    """

    closed = Signal()
    appearance_chosen = Signal(object)
    touched = Signal()
    library_wanted = Signal(object)
    window_wanted = Signal()

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
        self._closing = False
        importer.asker = WindowAsker(self)
        self.export_place = ExportPlace()
        self.setAcceptDrops(True)
        self.setMinimumSize(640, 480)
        self.resize(QSize(1440, 900).boundedTo(self.screen().availableSize() * 0.9))
        self._build_panes(theme)
        self._make_helpers(theme)
        self.commands = Commands(self)
        self.actions_by_id = Actions(self, self.reader, self.commands.handlers())
        self._build_bars()
        self._connect_desk()
        self._connect_reader()
        self._connect_panels()
        self._connect_pages()
        self._connect_work()
        self.set_theme(theme)
        self.allow()
        self._show_title()
        self.showing.show_hint()

    # Building

    def _build_panes(self, theme: Theme) -> None:
        self.status = StatusLine(self)
        self.setStatusBar(self.status)
        self.reader = ReaderView(theme)
        self.find_bar = FindBar(in_a_row(matches))
        self.find_bar.hide()
        self.selection_bar = SelectionBar(self.reader, theme)
        self.copies = Copies(self.desk, self.versions, self, theme)
        self.naming = Naming(self.corrector, self.reader, theme, self)
        self.panels = LatePanels(self.desk, self.versions, self.naming, theme, self)
        self.side = SidePane()
        for late, title in (
            (self.panels.summary, self.tr("Summary")),
            (self.panels.entities, self.tr("Entities")),
            (self.panels.notes, self.tr("Notes")),
        ):
            self.side.tabs.addTab(late.place, title)
        listed, gatherer = self.panels.listed, self.analyst.gatherer
        self.pages = Pages(self._build_article(), self.desk, self.explorer, theme, listed, gatherer)
        self.panes = Panes(self.panels.library.place, self.pages, self.side)
        self.panes.keep_clear(self.find_bar)
        self.setCentralWidget(self.panes)

    def _build_article(self) -> QWidget:
        article = QWidget()
        self._column = QVBoxLayout(article)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.find_bar)
        self._column.addWidget(self.copies.notice)
        self._column.addWidget(self.reader, 1)
        return article

    def _make_helpers(self, theme: Theme) -> None:
        self.open_panes = OpenPanes(self.panes, self.panels.library.place, self.side, self)
        self.marking = Marking(self.desk, self.reader, self)
        self.showing = Showing(self.desk, self.reader, self.status, self.panels.library, self)
        self.travels = Travels(self.desk, self.reader, self.pages, self)
        self.hits = Hits(self.desk, self.reader, self.find_bar, self)
        self.review = LateReview(self.corrector, self.reader, self._column, theme)
        # an import is opened before it is told that it has ended
        self.arrivals = Arrivals(self.desk, self.importer, self.analyst, self)
        self.work = Work(self.importer, self.analyst, self.exporter, self.versions, self.status, self)

    def _build_bars(self) -> None:
        for menu in fill_menus(self.menuBar(), self.actions_by_id):
            menu.aboutToShow.connect(self.allow)
        self._menu_keys = MenuKeys(self.reader, self.menuBar())
        fill_toolbar(self.addToolBar(self.tr("Tools")), self.actions_by_id)
        for action_id, shown in (
            ("panel-library", self.open_panes.library_shown),
            ("panel-side", self.open_panes.side_shown),
        ):
            action = self.actions_by_id[action_id]
            action.setChecked(True)
            shown.connect(action.setChecked)
            shown.connect(lambda _visible: self.touched.emit())

    @property
    def library_panel(self) -> LibraryPanel:
        """The list of articles."""
        return self.panels.library.panel

    @property
    def summary_panel(self) -> SummaryPanel:
        """The chosen sentences."""
        return self.panels.summary.panel

    @property
    def entities_panel(self) -> EntitiesPanel:
        """Who and what the article is about."""
        return self.panels.entities.panel

    @property
    def notes_panel(self) -> NotesPanel:
        """The marks with their notes."""
        return self.panels.notes.panel

    # What tells whom

    def _connect_desk(self) -> None:
        desk = self.desk
        desk.opened.connect(self._show_article)
        desk.changed.connect(self._follow)
        desk.reveal_requested.connect(self.travels.reveal)
        desk.failed.connect(self.status.warn)
        desk.undo_stack.indexChanged.connect(lambda _index: self._follow_deeds())
        self.actions_by_id.name_undo(desk.undo_stack)

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
        self.marking.note_wanted.connect(self._write_note)
        self.marking.tags_wanted.connect(self._write_tags)
        self.naming.told.connect(self.status.tell)
        self.corrector.done.connect(self._tell_correction)
        self.review.begins.connect(self.travels.show_reader)
        self.review.begins.connect(self.open_panes.uncover_article)
        self.review.told.connect(self.status.tell)

    def _connect_panels(self) -> None:
        self.side.closed.connect(self._leave_side)
        self.panels.library_made.connect(self._connect_library)
        self.panels.summary_made.connect(lambda summary: summary.told.connect(self.status.tell))
        self.panels.entities_made.connect(lambda entities: entities.review_wanted.connect(self.review.start))
        self.panels.notes_made.connect(self._connect_notes)

    def _connect_library(self, library: LibraryPanel) -> None:
        articles = self.commands.articles
        library.open_file_requested.connect(articles.open_files)
        library.paste_requested.connect(articles.paste)
        library.samples_requested.connect(articles.open_samples)
        library.about_requested.connect(articles.about_article)
        library.compare_requested.connect(self.copies.compare_article)
        library.delete_requested.connect(articles.delete)
        library.export_requested.connect(articles.export)
        library.together_requested.connect(self.commands.summarise_together)
        library.searched.connect(self.hits.look_for)
        library.view.wanted.connect(lambda _row: self.travels.show_reader())
        library.view.selectionModel().selectionChanged.connect(self._selected)
        QTimer.singleShot(0, self, self.showing.show_hint)

    def _connect_notes(self, notes: NotesPanel) -> None:
        notes.orphans.selection_wanted.connect(lambda orphan: self.copies.place(orphan, self.reader.selection()))
        notes.orphans.told.connect(self.versions.told)
        notes.left.connect(self._leave_notes)
        notes.chosen.connect(self.reader.set_active_mark)

    def _connect_pages(self) -> None:
        self.desk.place_wanted.connect(self.travels.explore)
        self.pages.wanted.connect(self.travels.explore)
        self.pages.closed.connect(self.travels.show_reader)
        self.pages.currentChanged.connect(lambda _page: self._make_way())
        self.pages.passage_wanted.connect(self.travels.read_passage)
        self.pages.filter_wanted.connect(self._filter_by)
        self.pages.told.connect(self.status.tell)
        self.pages.manner_changed.connect(self.touched)
        self.pages.manner_changed.connect(self.allow)
        self.desk.summary_changed.connect(self.allow)
        self.pages.export_wanted.connect(self.commands.articles.export_digest)
        self.travels.moved.connect(self.allow)
        self.travels.failed.connect(self.status.warn)
        self.explorer.told.connect(self.status.tell)
        self.explorer.failed.connect(self.status.warn)

    def _connect_work(self) -> None:
        self.arrivals.opened.connect(self.reader.setFocus)
        self.arrivals.told.connect(self.status.tell)
        self.arrivals.attachments_wanted.connect(self.commands.articles.open_attachments)
        self.versions.arrived.connect(self.analyst.want)
        self.versions.succeeded.connect(self.travels.read_on_in_version)
        self.exporter.finished.connect(self._close_after_export)
        self.exporter.failed.connect(self._stay_open)

    # What is shown

    def _show_article(self, article_id: ArticleId | None) -> None:
        """Show what was laid on the desk."""
        self.travels.leave_for(article_id)
        self.showing.show_article()
        self.travels.read_on()
        self.showing.show_hint()
        self.hits.show_article(self.panels.query)
        self.allow()
        self._show_title()
        self.touched.emit()

    def _follow_deeds(self) -> None:
        """Say what would be undone now, and no longer what was said of the deed before."""
        self.status.clearMessage()
        self.actions_by_id.name_undo(self.desk.undo_stack)

    def _follow(self, changes: Changes) -> None:
        self.showing.follow(changes)
        if Topic.PRESENCE in changes.topics:
            self.status.clearMessage()  # what it said of an article may no longer be so
            self.showing.show_hint()
            self.travels.forget(changes.articles)
        self.allow()
        self._show_title()

    def _selected(self, _new: object, _old: object) -> None:
        self.allow()

    def allow(self, _summary: object = None) -> None:
        """Let be chosen in menus and among the commands what can be done now."""
        opened = self.desk.article is not None
        chosen = opened or self.panels.any_chosen
        summary = opened or self.pages.summary_of_several is not None
        because = self.desk.read_only_because
        self.actions_by_id.allow(
            article=opened,
            summary=summary,
            chosen=chosen,
            read_only_because=because,
            idle=self.commands.reasons(),
        )
        self.actions_by_id["back"].setEnabled(self.travels.can_go_back)
        self.actions_by_id["forward"].setEnabled(self.travels.can_go_forward)

    def _show_title(self) -> None:
        title = self.desk.article.metadata.title if self.desk.article is not None else ""
        path = self.desk.library.path
        library = "" if path == places.default_library().resolve() else path.stem
        read_only = self.tr("read only") if self.desk.read_only else ""
        self.setWindowTitle(" – ".join(part for part in (title, library, read_only, "Apostil") if part))

    def _show_context_menu(self, context: ContextAt) -> None:
        from apostil.ui.window.context_menu import reader_menu

        menu = reader_menu(self, context)
        menu.exec(context.global_pos)
        menu.deleteLater()

    def _tell_correction(self, edit: Edit) -> None:
        self.status.tell(self.tr("{done}. Undo (Ctrl+Z) takes it back.").format(done=done_words(edit.label)))

    # What is beside the article

    def _show_mark(self, annotation_id: AnnotationId | None) -> None:
        """The chosen mark's card comes to the front of the notes; the keyboard stays in the text."""
        if annotation_id is not None:
            self.notes_panel.show_mark(annotation_id)

    def _write_note(self, annotation_id: AnnotationId) -> None:
        self.open_panes.show_tab("notes")
        self.notes_panel.focus_note(annotation_id)

    def _write_tags(self, annotation_id: AnnotationId) -> None:
        self.open_panes.show_tab("notes")
        self.notes_panel.focus_tags(annotation_id)

    def _leave_side(self) -> None:
        self.open_panes.hide_side()
        self.reader.setFocus()

    def _leave_notes(self) -> None:
        """Back to the article, which the floating pane no longer covers."""
        self.open_panes.uncover_article()
        self.reader.setFocus()

    def _make_way(self) -> None:
        """A summary of several articles is not to be taken for that of the open one, which stands in the side pane."""
        self.open_panes.give_way(self.pages.summary_of_several is not None)

    def _filter_by(self, named: Named) -> None:
        self.open_panes.show_library()
        self.library_panel.filter_by(named)

    # Colours

    def set_theme(self, theme: Theme) -> None:
        """Take on the colours of a theme."""
        for part in (
            self.reader,
            self.find_bar,
            self.side,
            self.selection_bar,
            self.copies,
            self.naming,
            self.pages,
            self.review,
            self.panels,
            self.actions_by_id,
        ):
            part.set_theme(theme)

    def set_appearance(self, name: str) -> None:
        """Follow the system's colours, or keep to light or dark."""
        self.show_appearance(name)
        self.appearance_chosen.emit(name)

    def show_appearance(self, name: str) -> None:
        """Tick the appearance in the menu."""
        for each in APPEARANCES:
            self.actions_by_id[f"appearance-{each}"].setChecked(each == name)

    # Coming and going

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave nothing unsaved, and nothing running: an export that is under way is finished first."""
        self.panels.flush()
        if self.panels.note_pending and not self._may_lose_note():
            event.ignore()
            return
        self._closing = bool(self.exporter.running)
        if self._closing:
            self.status.tell(self.tr("The notes are being written; the window closes when they are."))
            event.ignore()
            return
        self.touched.emit()
        # what is taken apart from here on has nothing to tell any more
        self.desk.undo_stack.blockSignals(True)
        if self.panels.library.made is not None:
            self.panels.library.made.view.selectionModel().blockSignals(True)
        super().closeEvent(event)
        self.closed.emit()

    def _may_lose_note(self) -> bool:
        lost = may_lose_note(self.status.failure.removeprefix("⚠ "))
        if lost:
            self.notes_panel.give_up()
        return lost

    def _close_after_export(self, _path: Path) -> None:
        if self._closing:
            QTimer.singleShot(0, self, self.close)

    def _stay_open(self, _words: str) -> None:
        self._closing = False

    # What comes from outside

    def changeEvent(self, event: QEvent) -> None:
        """Look again at what may have been changed elsewhere when somebody comes back to the window."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.desk.look_again()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Float the side pane in a narrow window."""
        super().resizeEvent(event)
        self.open_panes.adapt(event.size().width())

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
