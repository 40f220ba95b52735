"""Asks for the password of a locked file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QLineEdit, QPushButton, QVBoxLayout

from apostil.ui.forms import APART, BESIDE, Form, soft

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class PasswordDialog(QDialog):
    """One file, one password; what is typed is kept nowhere but here.

    `wrong` says that the last one did not open the file, `more` how many other locked files wait.
    """

    def __init__(self, name: str, parent: QWidget | None = None, *, wrong: bool = False, more: int = 0) -> None:
        super().__init__(parent)
        self.setObjectName("passwordDialog")
        self.setWindowTitle(self.tr("Locked file"))
        self.skips_all = False
        self._more = more
        self._asked = QLabel(self._question(name, wrong=wrong))
        self._asked.setTextFormat(Qt.TextFormat.PlainText)
        self._asked.setWordWrap(True)
        self._field = QLineEdit()
        self._field.setEchoMode(QLineEdit.EchoMode.Password)
        self._field.setObjectName("password")
        self._show = QCheckBox(self.tr("&Show the password"))
        self._show.toggled.connect(self._reveal)
        self._build()
        self._field.textChanged.connect(self._allow)
        self._allow()
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setMinimumWidth(440)

    def password(self) -> str:
        """What was typed."""
        return self._field.text()

    def _question(self, name: str, *, wrong: bool) -> str:
        if wrong:
            return self.tr("This password does not open “{}”. Try another one, or skip the file.").format(name)
        return self.tr("“{}” is locked with a password.").format(name)

    def _build(self) -> None:
        form = Form()
        form.row(self.tr("&Password"), self._field)
        buttons = QDialogButtonBox()
        self._open = buttons.addButton(self.tr("Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._open.setDefault(True)
        skip = buttons.addButton(self.tr("S&kip this file"), QDialogButtonBox.ButtonRole.RejectRole)
        skip.setAutoDefault(False)
        if self._more:
            buttons.addButton(self._skip_all(), QDialogButtonBox.ButtonRole.DestructiveRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(APART, APART, APART, APART)
        layout.setSpacing(BESIDE)
        layout.addWidget(self._asked)
        layout.addSpacing(BESIDE)
        layout.addLayout(form)
        layout.addWidget(self._show)
        layout.addWidget(soft(self._promise()))
        layout.addSpacing(BESIDE)
        layout.addWidget(buttons)

    def _promise(self) -> str:
        if self._more:
            return self.tr("It is tried on the other locked files of this import too, and never stored.")
        return self.tr("It is forgotten when this import ends, and never stored.")

    def _skip_all(self) -> QPushButton:
        button = QPushButton(self.tr("Skip &all {} locked files").format(self._more + 1))
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: self._give_up())
        return button

    def _give_up(self) -> None:
        self.skips_all = True
        self.reject()

    def _reveal(self, shown: bool) -> None:
        self._field.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def _allow(self) -> None:
        typed = bool(self._field.text())
        self._open.setEnabled(typed)
        self._open.setToolTip("" if typed else self.tr("Type the password first"))
