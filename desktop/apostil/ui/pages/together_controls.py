"""How several articles are summarised, in as few lines as the page is wide: method, grouping and length."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QVBoxLayout, QWidget

from apostil.ui.forms import BESIDE, name_field
from apostil.ui.panels.length_line import LEAST_SLIDER, LengthLine

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QComboBox

    from apostil.ui.panels.summary_length import SummaryLength


class _Lines(NamedTuple):
    """What stands where: everything in one line or not, with labels or not, lengths ready made beside it or below."""

    one: bool
    labels: bool
    beside: bool
    below: bool


class TogetherControls(QWidget):
    """Three fields in one line where there is room for that, and in two where there is not.

    Where there is no room for their labels, these are left away; their keys work all the same.
    """

    def __init__(self, method: QComboBox, grouping: QComboBox, length: SummaryLength) -> None:
        super().__init__()
        self._length = length
        self._line = LengthLine(length.slider, length.amount, length.unit)
        self._method, self._grouping = method, grouping
        self._labels: list[QLabel] = []
        self._keys: list[QShortcut] = []
        self._placed: _Lines | None = None
        self._low = False
        self._name(self.tr("Me&thod"), method)
        self._name(self.tr("&Length"), length.slider)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BESIDE)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)  # a line can always be broken
        self._rows = tuple(QHBoxLayout() for _ in range(3))
        for row in self._rows:
            row.setSpacing(BESIDE)
            column.addLayout(row)
        for part in (self._labels[0], method, grouping, self._labels[1], self._line, length.shortcuts):
            part.setParent(self)
        self._place()

    def set_low(self, low: bool) -> None:
        """Whether there is no room for lengths ready made below the fields; the list of units has them too."""
        self._low = low
        self._place()

    def minimumSizeHint(self) -> QSize:
        """As wide as two lines need, however many there are now."""
        least = self._method.minimumSizeHint().width() + self._grouping.minimumSizeHint().width() + BESIDE
        return QSize(least + self._labels[0].sizeHint().width() + BESIDE, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything where there is room for it."""
        super().resizeEvent(event)
        self._place()

    def _name(self, words: str, field: QWidget) -> None:
        label = QLabel(words)
        label.setBuddy(field)
        name_field(field, words)
        self._labels.append(label)
        key = QShortcut(QKeySequence.mnemonic(words), self)
        for pressed in (key.activated, key.activatedAmbiguously):
            pressed.connect(lambda: field.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self._keys.append(key)

    def _lines(self) -> _Lines:
        least = LEAST_SLIDER + self._length.amount.minimumWidth() + self._length.unit.sizeHint().width() + 2 * BESIDE
        fields = least + self._method.sizeHint().width() + self._grouping.sizeHint().width() + 2 * BESIDE
        labelled = fields + sum(label.sizeHint().width() + BESIDE for label in self._labels)
        one, beside = self.width() >= fields, self.width() >= labelled + self._presets_width()
        return _Lines(one, not one or self.width() >= labelled, beside, not beside and not self._low)

    def _presets_width(self) -> int:
        """How much wider the line is with lengths ready made in it, the gap before them included."""
        return sum(button.sizeHint().width() + BESIDE for button in self._length.presets.values())

    def _place(self) -> None:
        lines = self._lines()
        if lines == self._placed:
            return
        self._placed = lines
        first, second, third = self._rows
        parts = (*self._labels, self._method, self._grouping, self._line, self._length.shortcuts)
        for row in self._rows:
            for part in parts:
                row.removeWidget(part)
        method, length = self._labels
        lower = first if lines.one else second
        for part, row, stretch in (
            (method, first, 0),
            (self._method, first, 0 if lines.one else 1),
            (self._grouping, first, 0),
            (length, lower, 0),
            (self._line, lower, 1),
            (self._length.shortcuts, first if lines.beside else third, 0),
        ):
            row.addWidget(part, stretch)
        first.setAlignment(self._length.shortcuts, Qt.AlignmentFlag.AlignVCenter)
        self._show(lines)

    def _show(self, lines: _Lines) -> None:
        for label, key in zip(self._labels, self._keys, strict=True):
            label.setVisible(lines.labels)
            key.setEnabled(not lines.labels)
        # In a line with others they would stand over one another.
        self._length.shortcuts.setMinimumWidth(self._presets_width() - BESIDE if lines.beside else 0)
        self._length.shortcuts.setVisible(lines.beside or lines.below)
