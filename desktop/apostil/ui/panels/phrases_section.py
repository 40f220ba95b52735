"""The key phrases of an article: each opens the list of its places, and becomes a tag with one click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from apostil.ui.icons import dress
from apostil.ui.models.words import shortened
from apostil.ui.panels.chips import FEW, LONGEST, Chip
from apostil.ui.panels.concordance_view import FEWER, MOST, ConcordanceView
from apostil.ui.panels.section import ChipSection
from apostil.ui.wording import counted, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from apostil.domain.concordance import Line
    from apostil.domain.summary import KeyPhrase
    from apostil.ui.theme import Theme


class PhrasesSection(ChipSection):
    """Key phrases with how often each stands in the article; hidden where there are none.

    Signals:
        opened: the KeyPhrase whose places are to be shown, or None where they are shown no more.
        place_wanted: the Span of a place that was clicked.
        tag_wanted: the KeyPhrase that is to become a tag.
    """

    opened = Signal(object)
    place_wanted = Signal(object)
    tag_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("phrases", "", theme, parent)
        self.view.setAccessibleName(self.tr("Key phrases"))
        self._phrases: tuple[KeyPhrase, ...] = ()
        self._brief = False
        self._build(theme)
        self.wanted.connect(self._toggle)
        self.places.wanted.connect(lambda row: self.place_wanted.emit(self.places.lines.at(row).place))
        self.tag.clicked.connect(lambda _checked: self.tag_wanted.emit(self.opened_phrase))
        self.unfold(False)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        super().set_theme(theme)
        self.places.delegate.set_theme(theme)
        self.places.viewport().update()
        dress(self.tag, "tag-outline", theme)

    def set_brief(self, brief: bool) -> None:
        """Show fewer phrases and places at once where there is little room, so that one is seen with its places."""
        self._brief = brief
        self.view.set_few(FEW - 1 if brief else FEW)
        self.places.set_most(FEWER if brief else MOST)

    @property
    def opened_phrase(self) -> KeyPhrase | None:
        """The phrase whose places are shown."""
        row = self.view.chips.open_row
        return self._phrases[row] if row >= 0 else None

    @property
    def least_opening(self) -> int:
        """The pixels that are to be seen of the places before the phrase itself may be: two places, or one of few."""
        places = self.places
        seen = min(places.lines.rowCount(), 1 if self._brief else 2) * max(0, places.sizeHintForRow(0))
        return self.opening.sizeHint().height() - places.sizeHint().height() + seen

    def show_phrases(self, phrases: Sequence[KeyPhrase]) -> None:
        """Show these, the most telling first, and no places."""
        self._phrases = tuple(phrases)
        self._close()
        self.show_chips([Chip(phrase.text, number=len(phrase.spans)) for phrase in self._phrases], self._about)
        number = written(len(self._phrases))
        self.say(self.tr("Key phrases ({n})").format(n=number), self.tr("Key phrases"))
        self.setVisible(bool(self._phrases))

    def show_places(self, text: str, lines: Sequence[Line]) -> None:
        """Show these places of the opened phrase in this text."""
        phrase = self.opened_phrase
        if phrase is None:
            return
        times = counted(len(lines), self.tr("time"), self.tr("times"))
        name = shortened(phrase.text, LONGEST)
        self.said.setText(self.tr("“{phrase}” {times}").format(phrase=name, times=times))
        self.places.setAccessibleName(self.tr("Places of “{}”").format(phrase.text))
        self.places.show_lines(text, lines)
        self.opening.show()

    def allow_tag(self, reason: str = "") -> None:
        """Let the opened phrase become a tag, unless there is a reason against it."""
        tip = self.tr("Give every sentence with these words the tag; where you marked something already, your mark")
        self.tag.setEnabled(not reason)
        self.tag.setToolTip(reason or tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the places."""
        if event.key() == Qt.Key.Key_Escape and self.opened_phrase is not None:
            self._toggle(self.view.chips.open_row)
            self.view.setFocus()
        else:
            super().keyPressEvent(event)

    def _build(self, theme: Theme) -> None:
        self.said = QLabel()
        self.said.setObjectName("soft")
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.tag = QToolButton()
        self.tag.setObjectName("phraseTag")
        self.tag.setText(self.tr("Make a tag"))
        self.tag.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        dress(self.tag, "tag-outline", theme)
        self.places = ConcordanceView(theme)
        self.opening = QWidget()
        head = QHBoxLayout()
        head.setContentsMargins(4, 0, 0, 0)
        head.addWidget(self.said, 1)
        head.addWidget(self.tag)
        column = QVBoxLayout(self.opening)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.places)
        self.column.addWidget(self.opening)
        self.opening.hide()

    def _about(self, row: int) -> tuple[str, str]:
        phrase = self._phrases[row]
        times = counted(len(phrase.spans), self.tr("time"), self.tr("times"))
        said = self.tr("{phrase}, {times} in the article").format(phrase=phrase.text, times=times)
        return said, self.tr("Click to see each in its sentence")

    def _toggle(self, row: int) -> None:
        if row == self.view.chips.open_row:
            self._close()
        else:
            self.view.chips.open(row)
        self.opened.emit(self.opened_phrase)

    def _close(self) -> None:
        self.view.chips.open(-1)
        self.opening.hide()
