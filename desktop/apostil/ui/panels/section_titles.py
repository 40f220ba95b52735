"""The titles of several sections in one row, where there is no room for a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from apostil.ui.panels.section import Section

MARGIN = 4


class SectionTitles(QWidget):
    """A row of titles, lent by their sections; it is hidden while they have them themselves."""

    def __init__(self, sections: Sequence[Section], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sectionTitles")
        self._sections = tuple(sections)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._row.setSpacing(0)
        self._borrowed = False
        self.hide()

    def borrow(self, wanted: bool) -> None:
        """Have the titles here, or give them back."""
        if wanted == self._borrowed:
            return
        self._borrowed = wanted
        for section in self._sections:
            if wanted:
                section.lend_title(self._row)
            else:
                section.take_title_back()
        if wanted:
            self._row.insertStretch(1)
        else:
            self._row.takeAt(0)  # the stretch, which is all that is left
        self.fit()

    def fit(self) -> None:
        """Give the titles that are to be seen their room: the first one what the others leave."""
        shown = [section for section in self._sections if not section.isHidden()]
        self.setVisible(self._borrowed and bool(shown))
        if not self._borrowed or not shown:
            return
        least = [section.least_title for section in shown]
        spare = self.width() - 2 * MARGIN - sum(least)
        for number, section in enumerate(shown):
            share = least[number] + (spare // len(shown) if spare < 0 else spare if number == 0 else 0)
            section.fit_title(max(1, share))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share what room there is."""
        super().resizeEvent(event)
        self.fit()
