"""The line in which a length is chosen: a slider, its number, and the list of units with lengths ready made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QSlider, QWidget

from apostil.ui.forms import BESIDE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

    from apostil.domain.summary import Length

LEAST_SLIDER = 90
"""Pixels that a slider needs for its steps to be told apart; in a narrower line the unit stands below it."""


class LengthLine(QWidget):
    """A slider with its number and its unit beside it, or the unit below it where the slider would be too short."""

    def __init__(self, slider: QSlider, amount: QLabel, unit: QComboBox) -> None:
        super().__init__()
        self._parts = (slider, amount, unit)
        self._narrow = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(BESIDE)
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(slider, 0, 0)
        self._grid.addWidget(amount, 0, 1)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the unit where there is room for it."""
        super().resizeEvent(event)
        _, amount, unit = self._parts
        beside = amount.minimumWidth() + unit.sizeHint().width() + 2 * BESIDE
        narrow = self.width() < LEAST_SLIDER + beside
        if narrow != self._narrow:
            self._narrow = narrow
            self._place()

    def _place(self) -> None:
        unit = self._parts[2]
        self._grid.removeWidget(unit)
        if self._narrow:
            self._grid.addWidget(unit, 1, 0, 1, 2)
        else:
            self._grid.addWidget(unit, 0, 2)


class UnitBox(QComboBox):
    """The units; while the list is open, below them also lengths that are chosen with their unit.

    Keys and the wheel, which turn the closed box, so meet units alone.
    """

    def __init__(self, offered: Callable[[], Sequence[tuple[str, Length, str]]]) -> None:
        super().__init__()
        self.setObjectName("summaryUnit")
        self._offered = offered
        self._units = 0

    def showPopup(self) -> None:
        """Open the list with the lengths that are `offered`: what each is called, and why it cannot be chosen."""
        if not self._units:
            self._units = self.count()
            self.insertSeparator(self._units)
            for words, length, reason in self._offered():
                self.addItem(words, length)
                self._explain(self.count() - 1, reason)
        super().showPopup()

    def hidePopup(self) -> None:
        """Close the list; what was chosen in it is told before the lengths go."""
        super().hidePopup()
        QTimer.singleShot(0, self, self._forget)

    def _explain(self, row: int, reason: str) -> None:
        self.setItemData(row, reason, Qt.ItemDataRole.ToolTipRole)
        model = self.model()
        if reason and isinstance(model, QStandardItemModel):
            model.item(row).setEnabled(False)

    def _forget(self) -> None:
        while self._units and self.count() > self._units:
            self.removeItem(self.count() - 1)
        self._units = 0
