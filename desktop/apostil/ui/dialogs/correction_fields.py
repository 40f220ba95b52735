"""The fields that a correction is said in: a kind, a name, and the words of a mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from apostil.domain.entity import Kind
from apostil.services.corrections.extents import moved
from apostil.ui.forms import BESIDE
from apostil.ui.models.words import kind_name
from apostil.ui.panels.rows import SAMPLE, kind_icon

if TYPE_CHECKING:
    from apostil.domain.article import Article
    from apostil.services.corrections.operations import Subject
    from apostil.ui.theme import Theme


def kind_box(kind: Kind, theme: Theme) -> QComboBox:
    """The kinds, each with the sample of its line."""
    box = QComboBox()
    box.setIconSize(SAMPLE)
    box.setAccessibleName(QCoreApplication.translate("Correction", "Kind"))
    for each in Kind:
        box.addItem(kind_icon(each, theme), kind_name(each).capitalize(), each)
    box.setCurrentIndex(list(Kind).index(kind))
    return box


class NameField(QLineEdit):
    """A name, selected so that typing replaces it."""

    def __init__(self, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setAccessibleName(label)
        self.setPlaceholderText(label)
        self.selectAll()


class ExtentField(QWidget):
    """The words of a mention, typed, or moved word by word at either end.

    Signals:
        changed: other words.
    """

    changed = Signal()

    def __init__(self, article: Article | None, subject: Subject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._article, self._span = article, subject.span
        self.field = NameField(subject.words, self.tr("The words of the name"))
        self.field.textEdited.connect(self._typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(BESIDE)
        column.addWidget(self.field)
        self.setFocusProxy(self.field)
        if article is not None and subject.span is not None:
            column.addLayout(self._build_ends())

    def text(self) -> str:
        """The words."""
        return self.field.text()

    def move_end(self, *, start: bool, forward: bool) -> None:
        """Move the start, or the end, by a word."""
        if self._article is None or self._span is None:
            return
        self._span = moved(self._article, self._span, start=start, forward=forward)
        self.field.setText(" ".join(self._span.cut(self._article.text).split()))
        self.changed.emit()

    def _build_ends(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        ends = (
            (True, self.tr("First word"), self.tr("one word earlier"), self.tr("one word later")),
            (False, self.tr("Last word"), self.tr("one word earlier"), self.tr("one word later")),
        )
        for start, name, *tips in ends:
            row.addWidget(QLabel(name))
            for sign, tip, forward in (("←", tips[0], False), ("→", tips[1], True)):
                row.addWidget(self._button(sign, f"{name}: {tip}", start=start, forward=forward))
            if start:
                row.addSpacing(2 * BESIDE)
        row.addStretch(1)
        return row

    def _button(self, sign: str, name: str, *, start: bool, forward: bool) -> QToolButton:
        button = QToolButton()
        button.setText(sign)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda _checked: self.move_end(start=start, forward=forward))
        return button

    def _typed(self, _words: str) -> None:
        """Typed words stand wherever they are found: their place is no longer that of the mention alone."""
        self.changed.emit()
