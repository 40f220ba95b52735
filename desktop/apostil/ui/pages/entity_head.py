"""The head of an entity's page: what it is called, how often it is named, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from apostil.domain.entity import Kind
from apostil.ui.forms import APART, BESIDE, soft
from apostil.ui.icons import dress
from apostil.ui.models.named_model import frequency
from apostil.ui.models.passage_model import passage_facts
from apostil.ui.models.words import kind_name, shortened
from apostil.ui.pages.headline import Headline
from apostil.ui.pages.same_question import SameQuestion
from apostil.ui.panels.wrap import WrapLayout
from apostil.ui.wording import written

if TYPE_CHECKING:
    from apostil.domain.names import EntityPage, Named, Passage
    from apostil.ui.theme import Theme

MOST_ALIASES = 12
"""So many other names stand in the head; the rest are counted."""


class EntityHead(QWidget):
    """Name, facts, other names, first and last mention, buttons, and the question what may be the same.

    Signals:
        entity_wanted: the identity of another entity.
        passage_wanted: the Passage with the first or the last mention.
    """

    entity_wanted = Signal(object)
    passage_wanted = Signal(object)

    def __init__(self, theme: Theme, close_button: QToolButton) -> None:
        super().__init__()
        self._found: EntityPage | None = None
        self.headline = Headline(theme)
        self.facts, self.names = soft(""), soft("")
        self.first, self.last = self._link_button(), self._link_button()
        self.first.clicked.connect(lambda _checked: self._go(last=False))
        self.last.clicked.connect(lambda _checked: self._go(last=True))
        self.rename_button = QPushButton(self.tr("Rename…"))
        self.join_button = QPushButton(self.tr("Same as…"))
        self.graph_button = QPushButton(self.tr("Graph"))
        self.graph_button.setToolTip(self.tr("Show who and what appears beside this name"))
        self.filter_button = QPushButton(self.tr("Filter the library"))
        self.filter_button.setToolTip(self.tr("List only the articles with this name"))
        self._dressed = (
            (self.rename_button, "pencil-outline"),
            (self.join_button, "call-merge"),
            (self.graph_button, "graph-outline"),
            (self.filter_button, "filter-outline"),
        )
        self.question = SameQuestion()
        self._lay_out(close_button)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.headline.set_theme(theme)
        for button, name in self._dressed:
            dress(button, name, theme)

    def show_entity(self, found: EntityPage, read_only_because: str) -> None:
        """Show what was found of an entity; where nothing can be changed, the buttons say why."""
        self._found = found
        named = found.named
        settled = self.tr("confirmed by you") if named.confirmed else self.tr("found by the program")
        self.headline.show_named(named)
        self.facts.setText(" · ".join((kind_name(named.kind).capitalize(), frequency(named), settled)))
        self._show_names(found)
        self._show_links(found)
        for button, tip in (
            (self.rename_button, self.tr("Change this name everywhere")),
            (self.join_button, self.tr("Join this name with another one")),
        ):
            button.setDisabled(bool(read_only_because))
            button.setToolTip(read_only_because or tip)

    # How it is made

    def _lay_out(self, close_button: QToolButton) -> None:
        top = QHBoxLayout()
        top.setSpacing(BESIDE)
        top.addWidget(self.headline, 1)
        top.addWidget(close_button, 0, Qt.AlignmentFlag.AlignTop)
        links, self._links = _wrapping(0)
        buttons, row = _wrapping(BESIDE)
        for button, _name in self._dressed:
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(APART, APART, BESIDE, BESIDE)
        column.setSpacing(4)
        column.addLayout(top)
        for part in (self.facts, self.names, links, buttons, self.question):
            column.addWidget(part)

    def _link_button(self, words: str = "") -> QPushButton:
        button = QPushButton(words.replace("&", "&&"))
        button.setObjectName("link")
        button.setFlat(True)
        return button

    # What it says

    def _show_names(self, found: EntityPage) -> None:
        others = [(words, count) for words, count in found.aliases if words != found.named.name]
        told = [f"{words} ({written(count)})" for words, count in others[:MOST_ALIASES]]
        if len(others) > MOST_ALIASES:
            told.append(self.tr("and {} more").format(written(len(others) - MOST_ALIASES)))
        own = next((count for words, count in found.aliases if words == found.named.name), 0)
        often = self.tr("once") if own == 1 else self.tr("{} times").format(written(own))
        words = self.tr("Called so {often}, and also: {names}").format(often=often, names=", ".join(told))
        if not own:
            words = self.tr("Written as {}").format(", ".join(told))
        self.names.setText(words)
        self.names.setVisible(bool(told))

    def _show_links(self, found: EntityPage) -> None:
        while (item := self._links.takeAt(0)) is not None:
            button = item.widget()
            if button not in {self.first, self.last} and button is not None:
                button.deleteLater()
        only = found.first is not None and found.last is not None and found.first.article == found.last.article
        for button, words, passage in (
            (self.first, self.tr("First mention: {}"), found.first),
            (self.last, self.tr("Last mention: {}"), None if only else found.last),
        ):
            button.setText(words.format(_where(passage)).replace("&", "&&") if passage else "")
            button.setVisible(passage is not None)
            self._links.addWidget(button)
        for named in found.linked:
            self._links.addWidget(self._link(named))

    def _link(self, named: Named) -> QPushButton:
        words = {Kind.GROUP: self.tr("Its people: {}"), Kind.LOCATION: self.tr("Their country: {}")}.get(
            named.kind, self.tr("See also: {}")
        )
        button = self._link_button(words.format(named.name))
        button.clicked.connect(lambda _checked: self.entity_wanted.emit(named.identity))
        return button

    def _go(self, *, last: bool) -> None:
        passage = self._found and (self._found.last if last else self._found.first)
        if passage:
            self.passage_wanted.emit(passage)


def _where(passage: Passage) -> str:
    """The article that a mention stands in, with its outlet and day."""
    return " · ".join(filter(None, [shortened(passage.title), passage_facts(passage)]))


def _wrapping(spacing: int) -> tuple[QWidget, WrapLayout]:
    """A row that goes on below where it is full, and its layout."""
    row = QWidget()
    layout = WrapLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    return row, layout
