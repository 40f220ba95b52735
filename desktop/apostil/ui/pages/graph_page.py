"""Who appears with whom: the page of the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from apostil.ui.history import GraphPlace

if TYPE_CHECKING:
    from apostil.ui.desk import Desk
    from apostil.ui.exploring import Explorer
    from apostil.ui.theme import Theme


class GraphPage(QWidget):
    """The page of the graph."""

    closed = Signal()
    entity_wanted = Signal(object)
    place_wanted = Signal(object)
    passage_wanted = Signal(object)

    def __init__(self, desk: Desk, explorer: Explorer, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        del desk, explorer, theme
        self.place = GraphPlace()

    def show_graph(self, place: GraphPlace) -> None:
        """Show this graph."""
        self.place = place

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""

    def focus(self) -> None:
        """Take the keyboard."""
