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
        """Give the titles that are to be seen their room."""
        shown = [section for section in self._sections if not section.isHidden()]
        self.setVisible(self._borrowed and bool(shown))
        if not self._borrowed or not shown:
            return
        for section, share in zip(shown, _shares(shown, self.width() - 2 * MARGIN), strict=True):
            section.fit_title(share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share what room there is."""
        super().resizeEvent(event)
        self.fit()


def _shares(sections: Sequence[Section], room: int) -> list[int]:
    """How much of the room each title has.

    The later ones are told in full where there is room for it beside the least of the others; the rest is for the
    first one, whose shorter words tell almost as much.
    """
    shares = [section.least_title for section in sections]
    spare = room - sum(shares)
    if spare < 0:
        return [max(1, share + spare // len(shares)) for share in shares]
    for number in reversed(range(1, len(sections))):
        more = sections[number].full_title - shares[number]
        if more <= spare:
            shares[number] += more
            spare -= more
    shares[0] += spare
    return shares
