"""Asks whether a book is one article or one for each chapter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QRadioButton, QVBoxLayout

from apostil.domain.provenance import Choice
from apostil.ui.forms import APART, BESIDE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class BookDialog(QDialog):
    """Two ways to read a book, the usual one chosen; `more` says how many other books wait."""

    def __init__(self, name: str, chapters: int, parent: QWidget | None = None, *, more: int = 0) -> None:
        super().__init__(parent)
        self.setObjectName("bookDialog")
        self.setWindowTitle(self.tr("Open book"))
        self._asked = QLabel(self.tr("“{name}” has {n} chapters.").format(name=name, n=chapters))
        self._asked.setTextFormat(Qt.TextFormat.PlainText)
        self._asked.setWordWrap(True)
        self._whole = QRadioButton(self.tr("&One article for the book"))
        self._whole.setChecked(True)
        self._chapters = QRadioButton(self.tr("One article for each &chapter"))
        self._all = QCheckBox(self.tr("Do the same with &all {} books of this import").format(more + 1))
        self._all.setChecked(bool(more))
        self._all.setVisible(bool(more))
        self._build()
        self.setMinimumWidth(400)

    def choice(self) -> Choice:
        """What of the book becomes an article."""
        return Choice.CHAPTERS if self._chapters.isChecked() else Choice.ARTICLE

    def for_all(self) -> bool:
        """Whether that holds for the other books too."""
        return self._all.isChecked()

    def _build(self) -> None:
        buttons = QDialogButtonBox()
        opened = buttons.addButton(self.tr("Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        opened.setDefault(True)
        skip = buttons.addButton(self.tr("&Skip"), QDialogButtonBox.ButtonRole.RejectRole)
        skip.setAutoDefault(False)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(APART, APART, APART, APART)
        layout.setSpacing(BESIDE)
        layout.addWidget(self._asked)
        layout.addSpacing(BESIDE)
        for widget in (self._whole, self._chapters):
            layout.addWidget(widget)
        layout.addSpacing(BESIDE)
        layout.addWidget(self._all)
        layout.addWidget(buttons)
        self._whole.setFocus(Qt.FocusReason.OtherFocusReason)
