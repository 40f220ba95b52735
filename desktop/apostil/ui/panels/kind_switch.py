"""A switch that shows or hides the entities of one kind, with their number."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QCheckBox

from apostil.domain.entity import Kind
from apostil.ui.models.words import kind_names
from apostil.ui.panels.rows import SAMPLE

DIGITS = 2
"""So many digits have room in any case, or the list below would jump from article to article."""


class KindSwitch(QCheckBox):
    """Names a kind and how many there are; it takes the same room for few and for many."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.kind = kind
        self._digits = DIGITS
        self.setObjectName(f"kind-{kind}")
        self.setIconSize(SAMPLE)

    def count(self, number: int) -> None:
        """Show so many."""
        self._digits = len(str(number))
        self.setText(f"{kind_names(self.kind)} {number}")

    def sizeHint(self) -> QSize:
        """The room for the name and two digits, or for all there are."""
        missing = max(0, DIGITS - self._digits)
        return super().sizeHint() + QSize(missing * self.fontMetrics().horizontalAdvance("8"), 0)

    def minimumSizeHint(self) -> QSize:
        """As much as it would like."""
        return self.sizeHint()
