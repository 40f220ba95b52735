"""Lists the files that came enclosed with mails, to open some of them."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from apostil.services import reading
from apostil.ui.forms import APART, BESIDE, name_field
from apostil.ui.models.words import wrapped_tip
from apostil.ui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from apostil.services.importing.items import Item

NAME, SIZE, MAIL = range(3)


class AttachmentsDialog(QDialog):
    """A row a file with a box to tick; those that look as if they could be read are ticked."""

    def __init__(self, offers: Sequence[Item], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attachmentsDialog")
        self.setWindowTitle(self.tr("Open attachments"))
        self._offers = tuple(offers)
        self._list = QTreeWidget()
        self._list.setObjectName("attachments")
        name_field(self._list, self.tr("Files that came enclosed with mails"))
        self._build()
        self._fill()
        self._list.itemChanged.connect(lambda _item, _column: self._allow())
        self._allow()
        self.resize(560, 360)

    def chosen(self) -> tuple[Item, ...]:
        """The files that are to be opened."""
        return tuple(offer for offer, row in zip(self._offers, self._rows, strict=True) if _is_ticked(row))

    def tick_all(self, ticked: bool) -> None:
        """Choose every file, or none."""
        for row in self._rows:
            row.setCheckState(NAME, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    def _build(self) -> None:
        self._list.setColumnCount(3)
        self._list.setHeaderLabels([self.tr("File"), self.tr("Size"), self.tr("Mail")])
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        header = self._list.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(SIZE, QHeaderView.ResizeMode.ResizeToContents)
        header.resizeSection(NAME, 240)
        words = QLabel(self.tr("Choose the files that are to become articles of their own."))
        words.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(APART, APART, APART, APART)
        layout.setSpacing(BESIDE)
        layout.addWidget(words)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._open = buttons.addButton("", QDialogButtonBox.ButtonRole.AcceptRole)
        self._open.setDefault(True)
        for words, ticked in ((self.tr("&All"), True), (self.tr("&None"), False)):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked, ticked=ticked: self.tick_all(ticked))
            buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _fill(self) -> None:
        readable = reading.suffixes()
        self._rows = [_row(offer, readable) for offer in self._offers]
        self._list.addTopLevelItems(self._rows)
        if self._rows:
            self._list.setCurrentItem(self._rows[0])

    def _allow(self) -> None:
        count = len(self.chosen())
        self._open.setText(self.tr("Open {}").format(counted(count, self.tr("file"), self.tr("files"))))
        self._open.setEnabled(count > 0)
        self._open.setToolTip("" if count else self.tr("Tick a file first"))


def _row(offer: Item, readable: Sequence[str]) -> QTreeWidgetItem:
    mail = offer.way[-2].name if len(offer.way) > 1 else PurePath(offer.path).name
    size = QLocale().formattedDataSize(offer.size) if offer.size else ""
    row = QTreeWidgetItem([offer.name, size, reading.displayed(mail)])
    row.setTextAlignment(SIZE, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    for column, words in ((NAME, offer.name), (MAIL, offer.origin)):
        row.setToolTip(column, wrapped_tip([words]))
    likely = PurePath(offer.name).suffix.lower() in readable
    row.setCheckState(NAME, Qt.CheckState.Checked if likely else Qt.CheckState.Unchecked)
    return row


def _is_ticked(row: QTreeWidgetItem) -> bool:
    return row.checkState(NAME) is Qt.CheckState.Checked
