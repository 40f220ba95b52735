"""What brings articles into the library, takes them out of it, and hands their notes on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from apostil import assets
from apostil.domain.edits import PresenceEdit
from apostil.ui.handing_on import ExportPlace

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from apostil.domain.article import ArticleId
    from apostil.domain.digest import Digest
    from apostil.services.importing.items import Item
    from apostil.ui.window.main_window import MainWindow


class ArticleCommands(QObject):
    """The handlers of the actions on files, whole articles and libraries."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk = window.desk
        self._copies = window.copies

    def handlers(self) -> dict[str, Callable[[], object]]:
        """What each action calls."""
        return {
            "open": self.open_files,
            "open-folder": self.open_folder,
            "paste": self.paste,
            "samples": self.open_samples,
            "new-library": partial(self._choose_library, new=True),
            "open-library": partial(self._choose_library, new=False),
            "new-window": self._window.window_wanted.emit,
            "export": partial(self.export, ()),
            "delete": partial(self.delete, ()),
            "about-article": self.about_article,
            "extract-again": self._copies.extract_again,
            "versions": self._copies.show_versions,
            "compare": self._copies.compare,
            "save-original": self._copies.save_original,
            "verify": self._copies.verify,
        }

    def open_files(self) -> None:
        """Ask which files to open, and open them."""
        from apostil.ui import chooser

        files = chooser.files_to_open(self._window)
        if files:
            self._window.importer.open_files(files)

    def open_folder(self) -> None:
        """Ask for a folder, and open everything in it that can be read."""
        from apostil.ui import chooser

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
        chosen = tuple(articles) or self._window.panels.chosen_articles()
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
        chosen = tuple(articles) or self._window.panels.chosen_articles()
        if not chosen:
            return
        from apostil.ui import chooser

        target = chooser.export_target(self._window, self._suggested_name(chosen), self._window.export_place)
        if target is not None:
            format_name, path = target
            self._window.export_place = ExportPlace(str(path.parent), path.suffix)
            self._window.touched.emit()
            self._window.panels.flush()
            self._window.exporter.export(chosen, format_name, path)

    def export_digest(self, digest: Digest) -> None:
        """Ask where to write a summary of several articles, and write it."""
        from apostil.ui import chooser

        name = self.tr("Summary of {} articles").format(len(digest.voices))
        target = chooser.export_target(self._window, name, self._window.export_place, summary=True)
        if target is not None:
            format_name, path = target
            self._window.export_place = ExportPlace(str(path.parent), path.suffix)
            self._window.touched.emit()
            self._window.exporter.export_digest(digest, format_name, path)

    def _suggested_name(self, articles: Sequence[ArticleId]) -> str:
        if len(articles) > 1:
            return self.tr("Notes on {} articles").format(len(articles))
        return self._desk.library.entry(articles[0]).title

    def _choose_library(self, *, new: bool) -> None:
        from apostil.ui import chooser

        path: Path | None = chooser.new_library(self._window) if new else chooser.library_to_open(self._window)
        if path is not None:
            self._window.library_wanted.emit(path)
