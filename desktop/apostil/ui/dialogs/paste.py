"""Asks for a text to open, which may be on the clipboard already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QPlainTextEdit, QVBoxLayout

from apostil.ui.forms import APART, BESIDE, Form, name_field, soft

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class PasteDialog(QDialog):
    """A text field, filled from the clipboard where that holds text, and a title that may stay empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pasteDialog")
        self.setWindowTitle(self.tr("Paste text"))
        self._text = QPlainTextEdit()
        self._text.setObjectName("pastedText")
        self._text.setPlaceholderText(self.tr("Paste or type the article here"))
        self._text.setTabChangesFocus(True)
        name_field(self._text, self.tr("Text of the article"))
        self._build()
        self._text.textChanged.connect(self._allow)
        self._text.setPlainText(QGuiApplication.clipboard().text())
        self._allow()
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.resize(560, 440)

    def text(self) -> str:
        """The text of the article, with the no-break spaces that `toPlainText` would turn into plain ones."""
        shown = self._text.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
        return shown.strip("\n")

    def title(self) -> str:
        """The title that was given, or nothing."""
        return " ".join(self._title.text().split())

    def _build(self) -> None:
        form = Form()
        tip = self.tr("May stay empty: the first line is taken then.")
        self._title = form.row(self.tr("&Title"), QLineEdit(), tip)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self._ok = buttons.button(kinds.Ok)
        self._ok.setText(self.tr("Open"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(APART, APART, APART, APART)
        layout.setSpacing(BESIDE)
        layout.addWidget(soft(self.tr("Leave a blank line between paragraphs. The text is kept exactly as it is.")))
        layout.addWidget(self._text, 1)
        layout.addLayout(form)
        layout.addWidget(buttons)

    def _allow(self) -> None:
        some = bool(self._text.toPlainText().strip())
        self._ok.setEnabled(some)
        self._ok.setToolTip("" if some else self.tr("There is no text to open yet"))
