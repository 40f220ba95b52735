"""What each action does, by its id."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from apostil import assets
from apostil.domain.annotation import Color
from apostil.domain.edits import PresenceEdit
from apostil.services import blocks as blocks_service
from apostil.services.operations import Operation
from apostil.ui import chooser
from apostil.ui.actions import ACTIONS
from apostil.ui.history import GraphPlace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from apostil.domain.article import ArticleId, Role
    from apostil.services.importing import Item
    from apostil.ui.window import MainWindow


class Commands(QObject):
    """The handlers of one window's actions.

    Signals:
        library_wanted: the Path of a library to open in this window's stead; a new one where it does not exist.
        window_wanted: another window on this library.
    """

    library_wanted = Signal(object)
    window_wanted = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action calls."""
        window = self._window
        return {
            **self._file_handlers(),
            **self._article_handlers(),
            **self._annotate_handlers(),
            **self._name_handlers(),
            "undo": window.undo,
            "redo": window.redo,
            "copy": self.copy,
            "copy-quotation": self.copy_quotation,
            "find": window.find_words,
            "find-next": window.find_bar.go_next,
            "find-previous": window.find_bar.go_previous,
            "search": self._search,
            "palette": self.show_palette,
            "back": partial(window.travel, -1),
            "forward": partial(window.travel, 1),
            "next-article": partial(self._neighbour, 1),
            "previous-article": partial(self._neighbour, -1),
            "next-mark": partial(self._go_to_mark, 1),
            "previous-mark": partial(self._go_to_mark, -1),
            "entity-page": window.explore_here,
            "graph": partial(window.explore, GraphPlace()),
            "go-library": self._go_to_library,
            "go-text": self._go_to_text,
            "go-panel": self._go_to_panel,
            "panel-library": window.toggle_library,
            "panel-side": window.toggle_side,
            "tab-summary": partial(window.show_tab, 0),
            "tab-entities": partial(window.show_tab, 1),
            "tab-notes": partial(window.show_tab, 2),
            "zoom-in": partial(window.zoom, 10),
            "zoom-out": partial(window.zoom, -10),
            "zoom-reset": partial(window.zoom, 0),
            **{f"appearance-{name}": partial(window.set_appearance, name) for name in ("system", "light", "dark")},
            "shortcuts": self.show_shortcuts,
            "about": self.show_about,
        }

    def _file_handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "open": self.open_files,
            "open-folder": self.open_folder,
            "paste": self.paste,
            "samples": self.open_samples,
            "new-library": partial(self._choose_library, new=True),
            "open-library": partial(self._choose_library, new=False),
            "new-window": self.window_wanted.emit,
            "export": partial(self.export, ()),
            "delete": partial(self.delete, ()),
            "quit": self._window.close,
        }

    def _article_handlers(self) -> dict[str, Callable[[], object]]:
        copies = self._window.copies
        return {
            "about-article": self.about_article,
            "extract-again": copies.extract_again,
            "versions": copies.show_versions,
            "compare": copies.compare,
            "save-original": copies.save_original,
            "verify": copies.verify,
        }

    def _annotate_handlers(self) -> dict[str, Callable[[], object]]:
        marking = self._window.marking
        return {
            **{f"color-{color}": partial(marking.color, color) for color in Color},
            "note": marking.write_note,
            "tag": marking.write_tags,
            "remove-mark": marking.remove,
            "cycle-marks": self._window.reader.cycle_marks,
            "highlight-summary": self._highlight_summary,
            "copy-summary": self._copy_summary,
            "analyse": self._window.analyse_again,
        }

    def _name_handlers(self) -> dict[str, Callable[[], object]]:
        naming = self._window.naming
        operations = {
            "confirm": Operation.CONFIRM,
            "kind": Operation.KIND,
            "extent": Operation.EXTENT,
            "none": Operation.NO_NAME,
            "same": Operation.SAME_AS,
            "split": Operation.SPLIT,
            "rename": Operation.RENAME,
        }
        return {
            **{f"name-{key}": partial(naming.at_cursor, operation) for key, operation in operations.items()},
            "name-mark": naming.mark,
            "review": self._window.review,
            "glossary": self.show_glossary,
        }

    # Articles in and out

    def open_files(self) -> None:
        """Ask which files to open, and open them."""
        files = chooser.files_to_open(self._window)
        if files:
            self._window.importer.open_files(files)

    def open_folder(self) -> None:
        """Ask for a folder, and open everything in it that can be read."""
        folder = chooser.folder_to_open(self._window)
        if folder is not None:
            self._window.importer.open_files([folder])

    def open_attachments(self, offers: Sequence[Item]) -> None:
        """Ask which of the files that came enclosed with mails are to be articles, and open them."""
        from apostil.ui.dialogs.attachments import AttachmentsDialog

        dialog = AttachmentsDialog(offers, self._window)
        if dialog.exec():
            self._window.importer.open_items(dialog.chosen())
        dialog.deleteLater()

    def open_samples(self) -> None:
        """Open the articles that come with Apostil."""
        self._window.importer.open_files(sorted(assets.path("samples").glob("*.txt")))

    def paste(self) -> None:
        """Ask for text to make an article of."""
        from apostil.ui.dialogs.paste import PasteDialog

        dialog = PasteDialog(self._window)
        if dialog.exec() and dialog.text().strip():
            self._window.importer.open_text(dialog.text(), dialog.title())
        dialog.deleteLater()

    def about_article(self, article_id: ArticleId | None = None) -> None:
        """Show what is known about an article, and let it be corrected."""
        article_id = article_id or self._desk.current
        if article_id is None:
            return
        from apostil.ui.dialogs.metadata import MetadataDialog

        dialog = MetadataDialog(self._desk, self._window.versions, article_id, self._window)
        dialog.exec()
        dialog.deleteLater()

    def delete(self, articles: Sequence[ArticleId]) -> None:
        """Take articles out of the library, which can be undone."""
        chosen = tuple(articles) or self._window.chosen_articles()
        if not chosen or self._desk.read_only:
            return
        model = self._window.library_panel.model
        row = model.row_of(self._desk.current)
        label = "Delete article" if len(chosen) == 1 else f"Delete {len(chosen)} articles"
        if self._desk.do(PresenceEdit(label, chosen, present=False)):
            if self._desk.current is None and model.rowCount():
                self._desk.open(model.entry_at(min(max(row, 0), model.rowCount() - 1)).id)
            self._window.status.tell(self.tr("Deleted. Undo (Ctrl+Z) brings it back."))

    def export(self, articles: Sequence[ArticleId]) -> None:
        """Ask where to write the notes of these articles, or of those that are selected, and write them."""
        chosen = tuple(articles) or self._window.chosen_articles()
        if not chosen:
            return
        target = chooser.export_target(self._window, self._suggested_name(chosen), self._window.export_place)
        if target is not None:
            format_name, path = target
            self._window.export_place = chooser.ExportPlace(str(path.parent), path.suffix)
            self._window.touched.emit()
            self._window.flush()
            self._window.exporter.export(chosen, format_name, path)

    def _suggested_name(self, articles: Sequence[ArticleId]) -> str:
        if len(articles) > 1:
            return self.tr("Notes on {} articles").format(len(articles))
        return self._desk.library.entry(articles[0]).title

    def _choose_library(self, *, new: bool) -> None:
        path: Path | None = chooser.new_library(self._window) if new else chooser.library_to_open(self._window)
        if path is not None:
            self.library_wanted.emit(path)

    # The text

    def copy(self) -> None:
        """Copy the selected words, verbatim."""
        span, article = self._window.reader.selection(), self._desk.article
        if span is not None and article is not None:
            QGuiApplication.clipboard().setText(span.cut(article.text))

    def copy_quotation(self) -> None:
        """Copy the selection as a quotation with its source."""
        words = self._window.marking.quotation()
        if words:
            QGuiApplication.clipboard().setText(words)
            self._window.status.tell(self.tr("Copied as a quotation with its source."))

    def take_back_in(self, blocks: Sequence[int]) -> None:
        """Make paragraphs of folded blocks."""
        if self._desk.current is not None:
            self._desk.do(blocks_service.take_back_in(self._desk.library, self._desk.current, blocks))

    def change_role(self, block: int, role: Role) -> None:
        """Say what a block is."""
        if self._desk.current is None:
            return
        edit = blocks_service.change_role(self._desk.library, self._desk.current, (block,), role)
        if edit.before != edit.after:
            self._desk.do(edit)

    def _highlight_summary(self) -> None:
        self._window.summary_panel.highlight()

    def _copy_summary(self) -> None:
        self._window.summary_panel.copy()

    def show_palette(self) -> None:
        """Find a command by its name."""
        from apostil.ui.dialogs.palette import Palette

        palette = Palette([self._window.actions_by_id[action.id] for action in ACTIONS], self._window)
        palette.exec()
        palette.deleteLater()

    def show_glossary(self) -> None:
        """Show what is said of names always."""
        from apostil.ui.dialogs.glossary import GlossaryDialog

        dialog = GlossaryDialog(self._window.corrector, self._window.naming.theme, self._window)
        dialog.exec()
        dialog.deleteLater()

    def show_shortcuts(self) -> None:
        """List every key."""
        from apostil.ui.dialogs.about import keyboard_shortcuts

        keyboard_shortcuts(ACTIONS, self._window)

    def show_about(self) -> None:
        """Say what Apostil is."""
        from apostil.ui.dialogs.about import about_apostil

        about_apostil(self._window)

    # Going places

    def _go_to_mark(self, step: int) -> None:
        span = self._window.marking.go(step)
        if span is not None:
            self._desk.reveal(span)
            self._window.reader.set_caret(span.start)

    def _neighbour(self, step: int) -> None:
        model = self._window.library_panel.model
        articles = [model.entry_at(row).id for row in range(model.rowCount())]
        if not articles:
            return
        here = articles.index(self._desk.current) if self._desk.current in articles else -1 if step > 0 else 0
        self._desk.open(articles[(here + step) % len(articles)])

    def _search(self) -> None:
        self._window.show_library()
        self._window.library_panel.focus_search()

    def _go_to_text(self) -> None:
        self._window.show_reader()
        self._window.reader.setFocus()

    def _go_to_library(self) -> None:
        self._window.show_library()
        self._window.library_panel.view.setFocus()

    def _go_to_panel(self) -> None:
        self._window.show_tab(self._window.side.tabs.currentIndex())
        self._window.side.tabs.currentWidget().setFocus()
