"""Asks what of a source is to become the article when it is extracted again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QRadioButton, QVBoxLayout

from apostil.domain.provenance import Choice
from apostil.ui.forms import APART, BESIDE, soft

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget


class ExtractionDialog(QDialog):
    """The ways in which a source can be extracted, the present one chosen."""

    def __init__(self, choices: Sequence[Choice], now: Choice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("extractionDialog")
        self.setWindowTitle(self.tr("Extract again"))
        self.buttons = {choice: QRadioButton(name_of(choice, book=Choice.CHAPTERS in choices)) for choice in choices}
        self.buttons.get(now, self.buttons[choices[0]]).setChecked(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(APART, APART, APART, APART)
        layout.setSpacing(BESIDE)
        layout.addWidget(
            soft(
                self.tr(
                    "Apostil reads the file in the library again and makes a new version of the article. Highlights "
                    "move along; those that find no place wait in Notes. One undo takes all of it back."
                )
            )
        )
        layout.addSpacing(BESIDE)
        for button in self.buttons.values():
            layout.addWidget(button)
        layout.addSpacing(BESIDE)
        layout.addWidget(self._box())
        self.setMinimumWidth(440)
        next(button for button in self.buttons.values() if button.isChecked()).setFocus(Qt.FocusReason.OtherFocusReason)

    def choice(self) -> Choice:
        """What is to become the article."""
        return next(choice for choice, button in self.buttons.items() if button.isChecked())

    def _box(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        box.addButton(self.tr("Extract"), QDialogButtonBox.ButtonRole.AcceptRole).setDefault(True)
        box.addButton(QDialogButtonBox.StandardButton.Cancel)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        return box


def name_of(choice: Choice, *, book: bool = False) -> str:
    """What becomes the article by this choice, with a key; a book has no article in it, but is one."""
    return {
        Choice.ARTICLE: _tr("&The whole book as one article") if book else _tr("&The article and nothing else"),
        Choice.PAGE: _tr("Everything on the &page; menus and teasers are folded, and open with a click"),
        Choice.CHAPTERS: _tr("Each &chapter as an article of its own"),
    }[choice]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Extraction", words)
