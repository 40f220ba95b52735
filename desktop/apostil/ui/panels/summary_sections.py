"""What stands below the sentences of a summary: what it leaves out, and the key phrases of its article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from apostil.ui.covering import Covering, Phrasing
from apostil.ui.panels.coverage_section import CoverageSection
from apostil.ui.panels.phrases_section import PhrasesSection
from apostil.ui.panels.section_titles import SectionTitles

if TYPE_CHECKING:
    from collections.abc import Mapping

    from apostil.ui.desk import Desk
    from apostil.ui.panels.section import Section
    from apostil.ui.theme import Theme

ROOM_FOR_BOTH = 800
"""In a panel lower than this one section at a time is open."""

LOW_SUFFIX = " low"
"""What the names of sections end in where their folds in a low panel are remembered, which are others."""


class SummarySections(QWidget):
    """Both sections, which follow what lies on the desk; a section that has nothing to say is hidden.

    Where the panel is not high, their titles stand in one row, `titles`, which has its place outside of this.

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
        self._sections: tuple[Section, ...] = (self.coverage, self.phrases)
        self.titles = SectionTitles(self._sections, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 0, 4, 0)
        layout.setSpacing(0)
        self._folds: dict[str, bool] = {}
        self._brief = self._alone = False
        for section in self._sections:
            layout.addWidget(section)
            section.folded.connect(lambda folded, section=section: self._remember(section, folded=folded))
            section.seen.connect(self.titles.fit)
        self._covering = Covering(desk, self.coverage)
        self._covering.told.connect(self.told)
        self._covering.added.connect(self.added)
        self._phrasing = Phrasing(desk, self.phrases)
        self._phrasing.told.connect(self.told)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.coverage.set_theme(theme)
        self.phrases.set_theme(theme)

    def fit(self, height: int, *, brief: bool) -> None:
        """Be what a panel of this height has room for.

        In a lower one a section at a time is open, below their titles in one row; in a `brief` one none until
        somebody opens it.
        """
        alone = height < ROOM_FOR_BOTH
        if (brief, alone) != (self._brief, self._alone):
            self._brief, self._alone = brief, alone
            self.titles.borrow(alone)
            self.phrases.set_brief(brief)
            self._fold()

    # What is remembered of folds

    @property
    def folds(self) -> dict[str, bool]:
        """Which sections somebody folded or unfolded, by name: whether each is unfolded."""
        return dict(self._folds)

    def restore_folds(self, folds: Mapping[str, bool]) -> None:
        """Fold and unfold as they were."""
        names = {section.objectName() + end for section in self._sections for end in ("", LOW_SUFFIX)}
        self._folds = {name: unfolded for name, unfolded in folds.items() if name in names}
        self._fold()

    def _fold(self) -> None:
        wanted = [section for section in self._sections if self._is_wanted(section)]
        if self._alone:
            wanted = wanted[-1:]  # what is open without being asked for stands first
        for section in self._sections:
            section.unfold(section in wanted)

    def _is_wanted(self, section: Section) -> bool:
        usual = section is self.coverage and not self._brief
        return self._folds.get(self._name(section), usual)

    def _remember(self, asked: Section, *, folded: bool) -> None:
        self._folds[self._name(asked)] = not folded
        if self._alone and not folded:
            for section in self._sections:
                if section is not asked:
                    self._folds[self._name(section)] = False
                    section.unfold(False)

    def _name(self, section: Section) -> str:
        return section.objectName() + (LOW_SUFFIX if self._brief else "")
