"""The head of the graph's page: what it is of, how it is looked at, and where it goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from apostil.ui import chooser
from apostil.ui.forms import APART, BESIDE, soft
from apostil.ui.history import GraphPlace
from apostil.ui.icons import dress
from apostil.ui.models.words import shortened
from apostil.ui.pages.page import tool_button
from apostil.ui.panels.rows import article_font
from apostil.ui.wording import counted

if TYPE_CHECKING:
    from apostil.domain.article import ArticleId
    from apostil.domain.names import Graph
    from apostil.ui.theme import Theme


class GraphHead(QWidget):
    """A title, the choice of what the graph is of, and buttons for looking at it.

    Signals:
        scope_chosen: the GraphPlace that is wanted.
        export_wanted: the suffix of the file that the graph is to be written to.
    """

    scope_chosen = Signal(object)
    export_wanted = Signal(object)

    def __init__(self, close_button: QToolButton) -> None:
        super().__init__()
        self.title = QLabel(self.tr("Who appears with whom"))
        font = article_font(self.title.font(), 1.4)
        font.setWeight(font.Weight.DemiBold)
        self.title.setFont(font)
        self.state = soft("")
        self.scope = QComboBox()
        self.scope.setAccessibleName(self.tr("What the graph is of"))
        self.scope.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.scope.activated.connect(lambda index: self.scope_chosen.emit(self.scope.itemData(index)))
        self.closer = tool_button(self.tr("Look closer (+)"))
        self.farther = tool_button(self.tr("Look from farther away (-)"))
        self.fit = tool_button(self.tr("Show all of it (0)"))
        self.export = self._export_button()
        self._dressed = (
            (self.farther, "magnify-minus-outline"),
            (self.closer, "magnify-plus-outline"),
            (self.fit, "fit-to-page-outline"),
            (self.export, "export-variant"),
            (close_button, "close"),
        )
        self._lay_out(close_button)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        for button, name in self._dressed:
            dress(button, name, theme)

    def show_scopes(self, place: GraphPlace, around: str, listed: frozenset[ArticleId]) -> None:
        """Offer the whole library, the articles in the list, and where it is shown, what stands `around` an entity."""
        self.scope.clear()
        self.scope.addItem(self.tr("The whole library"), GraphPlace())
        articles = counted(len(listed), self.tr("article"), self.tr("articles"))
        self.scope.addItem(self.tr("The {} in the list").format(articles), GraphPlace(articles=listed))
        if place.around:
            self.scope.addItem(self.tr("Around {}").format(shortened(around, 30)), GraphPlace(place.around))
        self.scope.setCurrentIndex(2 if place.around else 1 if place.articles is not None else 0)

    def show_size(self, graph: Graph) -> None:
        """Say how much the graph shows; nothing where it is empty."""
        if not graph.nodes:
            self.state.setText("")
            return
        names = counted(len(graph.nodes), self.tr("name"), self.tr("names"))
        ties = counted(len(graph.edges), self.tr("tie"), self.tr("strongest ties"))
        words = self.tr("{names}, {ties}. The thicker a line, the more sentences name both: click on it to read them.")
        self.state.setText(words.format(names=names, ties=ties))

    def allow(self, *, drawn: bool) -> None:
        """Enable what can be done where a graph is to be seen."""
        for button in (self.closer, self.farther, self.fit, self.export):
            button.setEnabled(drawn)

    def _export_button(self) -> QToolButton:
        button = tool_button(self.tr("Export the graph"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        for name, suffix in chooser.GRAPH_FORMATS.items():
            menu.addAction(self.tr("{}…").format(name), partial(self.export_wanted.emit, suffix))
        button.setMenu(menu)
        return button

    def _lay_out(self, close_button: QToolButton) -> None:
        top = QHBoxLayout()
        top.setSpacing(4)
        top.addWidget(self.title, 1)
        top.addWidget(close_button, 0, Qt.AlignmentFlag.AlignTop)
        tools = QHBoxLayout()
        tools.setSpacing(4)
        tools.addWidget(self.scope)
        tools.addStretch(1)
        for button in (self.farther, self.closer, self.fit, self.export):
            tools.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(APART, APART, BESIDE, BESIDE)
        column.setSpacing(4)
        column.addLayout(top)
        column.addLayout(tools)
        column.addWidget(self.state)
