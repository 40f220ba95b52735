"""The question whether an entity that the library has may be the same as the one whose page is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from apostil.ui.forms import BESIDE
from apostil.ui.models.named_model import articles_words
from apostil.ui.models.words import kind_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apostil.domain.names import Proposal


class SameQuestion(QWidget):
    """Asks of one proposal after the other.

    Signals:
        accepted: the Proposal whose two entities are the same.
        refused: the Proposal whose two entities are to be kept apart.
    """

    accepted = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("proposal")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._proposals: list[Proposal] = []
        self._identity = ""
        self._may_answer = True
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.yes = QPushButton(self.tr("Yes, the same"))
        self.yes.clicked.connect(lambda _checked: self._accept())
        self.no = QPushButton(self.tr("No"))
        self.no.setToolTip(self.tr("Keep them apart, and do not ask again"))
        self.no.clicked.connect(lambda _checked: self._refuse())
        row = QHBoxLayout(self)
        row.setContentsMargins(BESIDE, 4, 4, 4)
        row.setSpacing(BESIDE)
        row.addWidget(self.words, 1)
        row.addWidget(self.yes)
        row.addWidget(self.no)
        self.hide()

    def ask(self, identity: str, proposals: Iterable[Proposal], *, may_answer: bool) -> None:
        """Ask of these about the entity of this identity; hide where there are none, or nothing can be answered."""
        self._identity = identity
        self._proposals = list(proposals)
        self._may_answer = may_answer
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._proposals) and self._may_answer)
        if self._proposals:
            pair = self._proposals[0]
            other = pair.one if pair.other.identity == self._identity else pair.other
            words = self.tr("Also found as “{name}” ({kind}) in {articles}. Is it the same?")
            articles = articles_words(other.articles)
            self.words.setText(words.format(name=other.name, kind=kind_name(other.kind), articles=articles))

    def _accept(self) -> None:
        self.hide()
        self.accepted.emit(self._proposals[0])

    def _refuse(self) -> None:
        pair = self._proposals.pop(0)
        self._show()
        self.refused.emit(pair)
