"""What a panel says while it has nothing to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from apostil.ui.forms import APART, BESIDE, soft
from apostil.ui.icons import dress

if TYPE_CHECKING:
    from collections.abc import Callable

    from apostil.ui.theme import Theme


class EmptyState(QWidget):
    """A sentence about what will be here, why it says more, and what can be done next."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emptyState")
        self._theme = theme
        self._icons: list[tuple[QPushButton, str]] = []
        self._title = QLabel()
        self._title.setObjectName("emptyTitle")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        font = self._title.font()
        font.setWeight(font.Weight.DemiBold)
        self._title.setFont(font)
        self._sentence = soft("")
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(APART, APART, APART, APART)
        self._layout.setSpacing(BESIDE)
        self._layout.addWidget(self._title)
        self._layout.addWidget(self._sentence)
        self._layout.addSpacing(BESIDE)
        self._layout.addStretch(1)

    @property
    def words(self) -> str:
        """Everything it says."""
        return f"{self._title.text()} {self._sentence.text()}".strip()

    def say(self, title: str, sentence: str = "") -> None:
        """Say this."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def offer(self, words: str, icon_name: str, act: Callable[[], None]) -> QPushButton:
        """Add a button for what can be done next."""
        button = QPushButton(words)
        button.setObjectName("emptyOffer")
        button.clicked.connect(lambda _checked: act())
        dress(button, icon_name, self._theme)
        self._icons.append((button, icon_name))
        self._layout.insertWidget(self._layout.count() - 1, button)
        return button

    def show_offers(self, shown: bool) -> None:
        """Offer what can be done next, or nothing where nothing can."""
        for button, _name in self._icons:
            button.setVisible(shown)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        for button, name in self._icons:
            dress(button, name, theme)


def lay_out(panel: QWidget, header: QWidget, *pages: QWidget, above: QWidget | None = None) -> QStackedWidget:
    """Put the header of a panel above its pages, of which one is seen: the list, or what is said in its stead.

    What is `above` stands over all of them.
    """
    stack = QStackedWidget()
    for page in pages:
        stack.addWidget(page)
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    if above is not None:
        layout.addWidget(above)
    layout.addWidget(header)
    layout.addWidget(stack, 1)
    return stack


def keep_place(widget: QWidget) -> None:
    """Keep the widget's room while it is hidden, so that nothing moves when it comes."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
