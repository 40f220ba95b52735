"""What stands below the sentences of a summary: what it leaves out, and the key phrases of its article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from apostil.ui.covering import Covering, Phrasing
from apostil.ui.panels.coverage_section import CoverageSection
from apostil.ui.panels.phrases_section import PhrasesSection

if TYPE_CHECKING:
    from apostil.ui.desk import Desk
    from apostil.ui.theme import Theme


class SummarySections(QWidget):
    """Both sections, which follow what lies on the desk; a section that has nothing to say is hidden.

    Signals:
        told: a sentence about what was just done, for the status line.
        added: the Extract that was just added to the summary.
    """

    told = Signal(object)
    added = Signal(object)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("summarySections")
        self.coverage = CoverageSection(theme)
        self.phrases = PhrasesSection(theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(0)
        for section in (self.coverage, self.phrases):
            layout.addWidget(section)
        self._by_hand = False
        self.coverage.folded.connect(self._remember)
        self._covering = Covering(desk, self.coverage)
        self._covering.told.connect(self.told)
        self._covering.added.connect(self.added)
        self._phrasing = Phrasing(desk, self.phrases)
        self._phrasing.told.connect(self.told)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.coverage.set_theme(theme)
        self.phrases.set_theme(theme)

    def set_brief(self, brief: bool) -> None:
        """Fold what the summary leaves out where there is little room, until somebody folds or unfolds it."""
        if not self._by_hand:
            self.coverage.unfold(not brief)

    def _remember(self, _folded: object) -> None:
        self._by_hand = True
