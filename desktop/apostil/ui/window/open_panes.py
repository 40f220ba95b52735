"""Which panes are open beside the article: the library at its left, and one of the panels at its right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from apostil.ui.window.side_pane import Panes, SidePane

TABS = ("summary", "entities", "notes")


class OpenPanes(QObject):
    """Opens panes, and puts them away.

    In a narrow window the side pane floats over the article: there it is out of the way until it is wanted, which says
    nothing of whether it is wanted where there is room.

    Signals:
        library_shown: whether the library is to be seen now.
        side_shown: whether the side pane is to be seen now.
    """

    library_shown = Signal(bool)
    side_shown = Signal(bool)

    def __init__(self, panes: Panes, library: QWidget, side: SidePane, parent: QObject) -> None:
        super().__init__(parent)
        self._panes = panes
        self._library = library
        self._side = side
        self._side_wanted = True
        self._gives_way = False

    def give_way(self, wanted: bool) -> None:
        """Put the side pane away for a page that has what it shows of its own; without that have it as it was before.

        It can be opened beside such a page all the same, which says nothing of whether it is wanted elsewhere.
        """
        if wanted != self._gives_way:
            self._gives_way = wanted
            self._show_side_as_wanted()

    def toggle_library(self) -> None:
        """Show the library, or put it away."""
        self._set_library_visible(self._library.isHidden())

    def show_library(self) -> None:
        """Make sure that the library is to be seen."""
        self._set_library_visible(True)

    def toggle_side(self) -> None:
        """Show the side pane, or put it away."""
        self._set_side_visible(self._side.isHidden())

    def hide_side(self) -> None:
        """Put the side pane away."""
        self._set_side_visible(False)

    def uncover_article(self) -> None:
        """Put the side pane away where it lies over the article."""
        if self._panes.floating:
            self.hide_side()

    @property
    def tab(self) -> str:
        """The name of the panel that is in front at the right."""
        return TABS[self._side.tabs.currentIndex()]

    def show_tab(self, tab: str) -> None:
        """Show one of the panels at the right."""
        self._side.tabs.setCurrentIndex(TABS.index(tab))
        self._set_side_visible(True)

    def state(self) -> dict[str, bool]:
        """Which panes are open."""
        return {"library": not self._library.isHidden(), "side": self._side_wanted}

    def restore(self, state: Mapping[str, bool], tab: str) -> None:
        """Open the panes that were open."""
        self._set_library_visible(state.get("library", True))
        self._side_wanted = state.get("side", True)
        self._set_side_visible(self._side_wanted and not self._panes.floating)
        if tab in TABS:
            self._side.tabs.setCurrentIndex(TABS.index(tab))

    def adapt(self, width: int) -> None:
        """Float or dock the side pane, as a window of this width wants it."""
        if self._panes.adapt(width):
            self._show_side_as_wanted()

    def _show_side_as_wanted(self) -> None:
        wanted = self._side_wanted
        self._set_side_visible(wanted and not self._panes.floating and not self._gives_way)
        self._side_wanted = wanted

    def _set_library_visible(self, visible: bool) -> None:
        self._library.setVisible(visible)
        self.library_shown.emit(visible)

    def _set_side_visible(self, visible: bool) -> None:
        self._side.setVisible(visible)
        if visible:
            self._side.raise_()
        if not self._panes.floating and not self._gives_way:
            self._side_wanted = visible
        self.side_shown.emit(visible)
