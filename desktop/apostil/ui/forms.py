"""Forms in which every row is born with a label, a buddy, an accessible name and its help."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

FieldT = TypeVar("FieldT", bound=QWidget)

BESIDE = 8
"""Pixels between what belongs together."""

APART = 16
"""Pixels between groups."""


class Form(QFormLayout):
    """A column of labelled fields."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(APART)
        self.setVerticalSpacing(BESIDE)
        self.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)

    def row(self, label: str, field: FieldT, tip: str = "", *, beside: QWidget | None = None) -> FieldT:
        """Add a labelled field; `&` in the label marks its key, `tip` says below it what belongs there.

        With `beside`, that widget is shown, and the field is the part of it that the label stands for.
        """
        name = QLabel(label)
        name.setBuddy(field)
        name_field(field, label, tip)
        self.addRow(name, _with_tip(beside or field, tip))
        return field

    def fact(self, label: str, words: str) -> QLabel:
        """Add a labelled fact that can be selected and copied but not changed."""
        shown = QLabel(words)
        shown.setObjectName("fact")
        shown.setWordWrap(True)
        shown.setTextFormat(Qt.TextFormat.PlainText)
        shown.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return self.row(label, shown)


def align(*forms: Form) -> None:
    """Give the labels of several forms that stand over one another the same width."""
    items = [form.itemAt(row, QFormLayout.ItemRole.LabelRole) for form in forms for row in range(form.rowCount())]
    labels = [label for item in items if item is not None and (label := item.widget()) is not None]
    width = max((label.sizeHint().width() for label in labels), default=0)
    for label in labels:
        label.setMinimumWidth(width)


def name_field(field: QWidget, label: str, tip: str = "") -> None:
    """Tell a screen reader what a field is called and what belongs there."""
    field.setAccessibleName(label.replace("&", "").rstrip(": …"))
    if tip:
        field.setAccessibleDescription(tip)


def soft(words: str) -> QLabel:
    """A label in soft ink, which explains rather than says."""
    label = QLabel(words)
    label.setObjectName("soft")
    label.setTextFormat(Qt.TextFormat.PlainText)  # what it says may hold names that look like markup
    label.setWordWrap(True)
    return label


def _with_tip(shown: QWidget, tip: str) -> QWidget:
    if not tip:
        return shown
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    layout.addWidget(shown)
    layout.addWidget(soft(tip))
    return column
