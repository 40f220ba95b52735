"""Says which files could not be opened, and why."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QTextEdit, QVBoxLayout

from apostil.ui.forms import APART, BESIDE, name_field

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from apostil.ui.importing import Problem


class ProblemsDialog(QDialog):
    """A list of files with a sentence each, which stays open beside the window and can be copied."""

    def __init__(self, problems: Sequence[Problem] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problemsDialog")
        self.setWindowTitle(self.tr("Files that could not be opened"))
        self.setModal(False)
        self._problems: list[Problem] = []
        self._summary = QLabel()
        self._summary.setWordWrap(True)
        self._list = QTextEdit()
        self._list.setObjectName("problemsList")
        self._list.setReadOnly(True)
        self._list.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._list.setTabChangesFocus(True)
        name_field(self._list, self.tr("Files and reasons"))
        self._build()
        self.resize(520, 320)
        self.add(problems)

    @property
    def words(self) -> str:
        """Everything it says, as it is copied: a line a file."""
        return "\n".join(map(_line, self._problems))

    def add(self, problems: Sequence[Problem]) -> None:
        """Add files to the list."""
        self._problems.extend(problems)
        count = len(self._problems)
        if count == 1:
            self._summary.setText(self.tr("One file could not be opened."))
        else:
            self._summary.setText(self.tr("{n} files could not be opened.").format(n=count))
        self._list.setHtml("".join(map(_paragraph, self._problems)))

    def copy(self) -> None:
        """Put the list on the clipboard."""
        QGuiApplication.clipboard().setText(self.words)

    def _build(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = QPushButton(self.tr("&Copy"))
        copy.setToolTip(self.tr("Copy the files and the reasons"))
        copy.clicked.connect(lambda _checked: self.copy())
        copy.setAutoDefault(False)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(APART, APART, APART, APART)
        layout.setSpacing(BESIDE)
        layout.addWidget(self._summary)
        layout.addWidget(self._list, 1)
        layout.addWidget(buttons)
        close.setFocus(Qt.FocusReason.OtherFocusReason)


def _reason(problem: Problem) -> str:
    """Why the file was not opened, without the opening words that name it once more."""
    return re.sub(rf"^“{re.escape(problem.name)}” [^.]*\. (?=\S)", "", problem.sentence)


def _line(problem: Problem) -> str:
    return f"{problem.name}: {_reason(problem)}"


def _paragraph(problem: Problem) -> str:
    return f'<p style="margin:0 0 8px 0"><b>{escape(problem.name)}</b><br>{escape(_reason(problem))}</p>'
