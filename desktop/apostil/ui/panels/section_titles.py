"""The titles of several sections in one row, where there is no room for a line each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from apostil.ui.panels.section import Section


class SectionTitles(QWidget):
    """A row of titles, lent by their sections; it is hidden while they have them themselves."""

    def __init__(self, sections: Sequence[Section], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sectionTitles")
        self._sections = tuple(sections)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(4, 0, 4, 0)
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
        self.fit()

    def fit(self) -> None:
        """Give every title that is to be seen as much room as the others."""
        shown = [section for section in self._sections if not section.isHidden()]
        self.setVisible(self._borrowed and bool(shown))
        if self._borrowed and shown:
            for section in shown:
                section.fit_title(max(1, (self.width() - 8) // len(shown)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share what room there is."""
        super().resizeEvent(event)
        self.fit()
