"""The versions of an article: when each was extracted, by what, and which one is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from apostil.ui.dialogs.origin import choice_name
from apostil.ui.forms import APART, BESIDE, soft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QPushButton, QWidget

    from apostil.domain.library import Version

READ, COMPARE = "read", "compare"
"""What can be wished for a version: to read it, or to compare it with the one that is read."""


class VersionsDialog(QDialog):
    """The newest version on top; `wish` says what is to be done with the chosen one, if anything."""

    def __init__(self, versions: Sequence[Version], parent: QWidget | None = None, because: str = "") -> None:
        super().__init__(parent)
        self.setObjectName("versionsDialog")
        self.setWindowTitle(self.tr("Versions"))
        self.wish = ""
        self._versions = sorted(versions, key=lambda version: -version.number)
        self._because = because
        self.table = self._build_table()
        box = QDialogButtonBox()
        self.read = self._button(box, self.tr("&Read this version"), READ)
        self.compare = self._button(box, self.tr("&Compare with the one that is read"), COMPARE)
        box.addButton(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(APART, APART, APART, APART)
        layout.setSpacing(BESIDE)
        layout.addWidget(soft(self._words()))
        layout.addWidget(self.table, 1)
        layout.addWidget(box)
        self.table.itemSelectionChanged.connect(self._allow)
        self._choose_first_other()
        self._allow()
        self.resize(680, 320)

    def chosen(self) -> Version | None:
        """The version that is selected."""
        row = self.table.currentRow()
        return self._versions[row] if 0 <= row < len(self._versions) else None

    def _words(self) -> str:
        if len(self._versions) == 1:
            return self.tr("There is one version. “Extract again” makes another where the text comes out differently.")
        return self.tr("Highlights move along when another version is read, and one undo takes it back.")

    def _build_table(self) -> QTableWidget:
        heads = (self.tr("Version"), self.tr("Extracted"), self.tr("By"), self.tr("What"))
        table = QTableWidget(len(self._versions), len(heads))
        table.setObjectName("versions")
        table.setAccessibleName(self.tr("Versions of this article"))
        table.setHorizontalHeaderLabels(heads)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setTabKeyNavigation(False)
        for row, version in enumerate(self._versions):
            for column, words in enumerate(self._cells(version)):
                table.setItem(row, column, QTableWidgetItem(words))
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(len(heads) - 2, QHeaderView.ResizeMode.Stretch)
        return table

    def _cells(self, version: Version) -> tuple[str, ...]:
        made = version.provenance
        number = self.tr("{} – read now").format(version.number) if version.current else str(version.number)
        return number, f"{made.extracted.astimezone():%Y-%m-%d %H:%M}", made.extractor, choice_name(made.choice)

    def _button(self, box: QDialogButtonBox, words: str, wish: str) -> QPushButton:
        button = box.addButton(words, QDialogButtonBox.ButtonRole.ActionRole)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: self._end(wish))
        return button

    def _end(self, wish: str) -> None:
        self.wish = wish
        self.accept()

    def _choose_first_other(self) -> None:
        row = next((row for row, version in enumerate(self._versions) if not version.current), 0)
        self.table.setCurrentCell(row, 0, QItemSelectionModel.SelectionFlag.ClearAndSelect | _ROWS)

    def _allow(self) -> None:
        chosen = self.chosen()
        other = chosen is not None and not chosen.current
        why = "" if other else self.tr("This version is the one that is read. Choose another one.")
        self.compare.setEnabled(other)
        self.compare.setToolTip(why)
        self.read.setEnabled(other and not self._because)
        self.read.setToolTip(self._because or why)


_ROWS = QItemSelectionModel.SelectionFlag.Rows
