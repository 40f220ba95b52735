"""A quiet line above the article: another copy of it is in the library, and can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton

from apostil.domain.library import Kinship
from apostil.ui.forms import APART, BESIDE
from apostil.ui.icons import dress

if TYPE_CHECKING:
    from apostil.domain.library import Overlap
    from apostil.ui.theme import Theme


class Notice(QFrame):
    """One sentence, what can be done about it, and a way to be rid of it.

    Signals:
        compare_wanted: both copies are to be seen.
        dismissed: the sentence was read, and is not wanted any more.
    """

    compare_wanted = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.compare = QPushButton(self.tr("Compare…"))
        self.compare.setToolTip(self.tr("See what is the same and what is not, sentence by sentence"))
        self.compare.clicked.connect(lambda _checked: self.compare_wanted.emit())
        self.close_button = QToolButton()
        self.close_button.setToolTip(self.tr("Put this line away"))
        self.close_button.setAccessibleName(self.tr("Put this line away"))
        self.close_button.clicked.connect(lambda _checked: self.dismissed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(APART, 4, BESIDE, 4)
        row.setSpacing(BESIDE)
        row.addWidget(self.words, 1)
        row.addWidget(self.compare)
        row.addWidget(self.close_button)
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        dress(self.close_button, "close", theme)

    def show_overlap(self, overlap: Overlap, other: str) -> None:
        """Say how this article stands to the one of this name."""
        self.words.setText(self._sentence(overlap).format(other=other, share=overlap.percent))
        self.show()

    def _sentence(self, overlap: Overlap) -> str:
        if overlap.kinship is Kinship.COPY and overlap.percent == 100:
            return self.tr("The library has the same text from another file: {other}.")
        return {
            Kinship.NEWER: self.tr("This looks like a newer copy of {other}, {share}\u00a0% the same."),
            Kinship.OLDER: self.tr("A newer copy of this article is in the library: {other}, {share}\u00a0% the same."),
            Kinship.COPY: self.tr("Another copy of this article is in the library: {other}, {share}\u00a0% the same."),
            Kinship.SHARED: self.tr("{share}\u00a0% of these words stand in {other} as well."),
        }[overlap.kinship]
