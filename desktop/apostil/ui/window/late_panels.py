"""The panels around the article: the list of articles at its left, sentences, entities and notes at its right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from apostil.ui.window.late import Late

if TYPE_CHECKING:
    from collections.abc import Mapping

    from apostil.domain.article import ArticleId
    from apostil.ui.desk import Desk
    from apostil.ui.naming import Naming
    from apostil.ui.panels.entities_panel import EntitiesPanel
    from apostil.ui.panels.library_panel import LibraryPanel
    from apostil.ui.panels.notes_panel import NotesPanel
    from apostil.ui.panels.summary_panel import SummaryPanel
    from apostil.ui.theme import Theme
    from apostil.ui.versions import Versions


class LatePanels(QObject):
    """Makes each panel when it is first needed, and tells who works with it.

    Signals:
        library_made: the LibraryPanel.
        summary_made: the SummaryPanel.
        entities_made: the EntitiesPanel.
        notes_made: the NotesPanel.
    """

    library_made = Signal(object)
    summary_made = Signal(object)
    entities_made = Signal(object)
    notes_made = Signal(object)

    def __init__(self, desk: Desk, versions: Versions, naming: Naming, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._versions = versions
        self._naming = naming
        self._theme = theme
        self._sorting = ""
        self._folds: dict[str, bool] = {}
        self.library = Late(self._make_library, desk.tell)
        self.summary = Late(self._make_summary, desk.tell)
        self.entities = Late(self._make_entities, desk.tell)
        self.notes = Late(self._make_notes, desk.tell)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours, also what is made later."""
        self._theme = theme
        for panel in (self.library.made, self.summary.made, self.entities.made, self.notes.made):
            if panel is not None:
                panel.set_theme(theme)

    def flush(self) -> None:
        """Bring to disk what is being typed."""
        if self.notes.made is not None:
            self.notes.made.flush()

    @property
    def note_pending(self) -> bool:
        """Whether a note was typed that could not be brought to disk."""
        return self.notes.made is not None and self.notes.made.pending

    # The list of articles

    @property
    def sorting(self) -> str:
        """The order of the list of articles."""
        return self._sorting if self.library.made is None else self.library.made.model.sorting

    def restore_sorting(self, sorting: str) -> None:
        """Show the list of articles in the order that it had, once it is made."""
        self._sorting = sorting

    @property
    def folds(self) -> dict[str, bool]:
        """Which sections of the summary somebody folded or unfolded."""
        return self._folds if self.summary.made is None else self.summary.made.more.folds

    def restore_folds(self, folds: Mapping[str, bool]) -> None:
        """Fold and unfold the sections of the summary as they were, once it is made."""
        self._folds = dict(folds)

    def listed(self) -> frozenset[ArticleId]:
        """The articles that the list shows at present."""
        return self.library.panel.listed()

    @property
    def query(self) -> str:
        """What the library is searched for."""
        return "" if self.library.made is None else self.library.made.search.text()

    @property
    def any_chosen(self) -> bool:
        """Whether articles are selected in the list."""
        return self.library.made is not None and bool(self.library.made.selected())

    def chosen_articles(self) -> tuple[ArticleId, ...]:
        """The articles selected in the list, or the one that lies open."""
        selected = self.library.panel.selected()
        if selected and (len(selected) > 1 or self.library.panel.view.hasFocus()):
            return selected
        return (self._desk.current,) if self._desk.current is not None else ()

    # How they are made

    def _make_library(self) -> LibraryPanel:
        from apostil.ui.models.library_model import Sorting
        from apostil.ui.panels.library_panel import LibraryPanel

        panel = LibraryPanel(self._desk, self._theme)
        if self._sorting in set(Sorting):
            panel.model.set_sorting(Sorting(self._sorting))
        self.library_made.emit(panel)
        return panel

    def _make_summary(self) -> SummaryPanel:
        from apostil.ui.panels.summary_panel import SummaryPanel

        panel = SummaryPanel(self._desk, self._theme)
        panel.more.restore_folds(self._folds)
        self.summary_made.emit(panel)
        return panel

    def _make_entities(self) -> EntitiesPanel:
        from apostil.ui.panels.entities_panel import EntitiesPanel

        panel = EntitiesPanel(self._desk, self._theme, self._naming)
        self.entities_made.emit(panel)
        return panel

    def _make_notes(self) -> NotesPanel:
        from apostil.ui.panels.notes_panel import NotesPanel

        panel = NotesPanel(self._desk, self._theme, self._versions.guess)
        self.notes_made.emit(panel)
        return panel
