"""What every page about the library has: a way back to the article, by Escape and by a button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QToolButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent


class LibraryPage(QWidget):
    """A page that stands in the place of the article.

    Signals:
        closed: the article is wanted again.
        entity_wanted: the identity of the entity whose page is wanted.
        passage_wanted: the Passage that is to be read in its article.
    """

    closed = Signal()
    entity_wanted = Signal(object)
    passage_wanted = Signal(object)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.close_button = tool_button(self.tr("Back to the article (Escape)"), self.closed.emit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the article."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def tool_button(words: str, act: Callable[[], object] | None = None) -> QToolButton:
    """A button with an icon, of which these words tell what it does, and its key in brackets."""
    button = QToolButton()
    button.setToolTip(words)
    button.setAccessibleName(words.partition(" (")[0])
    if act is not None:
        button.clicked.connect(lambda _checked: act())
    return button
