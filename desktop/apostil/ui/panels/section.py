"""A part of a panel below a title that folds it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from apostil.ui.panels.chips import ChipView
from apostil.ui.wording import written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from apostil.ui.panels.chips import Chip, Teller
    from apostil.ui.theme import Theme

ARROW = 44
"""Pixels that the arrow of a title and what lies around it take."""


class Section(QWidget):
    """A title, which says the most important thing by itself, and what is seen below it unless it is folded.

    Signals:
        folded: whether it was folded away by hand.
        seen: it was shown or hidden, or has another title.
    """

    folded = Signal(object)
    seen = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.title = QToolButton()
        self.title.setObjectName("sectionTitle")
        self.title.setMinimumWidth(60)
        self._titles: tuple[str, ...] = ("",)
        self._room = 0
        self.title.setCheckable(True)
        self.title.setChecked(True)
        self.title.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.title.toggled.connect(self._fold)
        self.title.clicked.connect(lambda checked: self.folded.emit(not checked))
        self.body = QWidget()
        self._body_wanted = True
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(4, 0, 4, 4)
        self.column.setSpacing(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.body)
        self.take_title_back()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._fold(True)

    def unfold(self, shown: bool = True) -> None:
        """Show what is below the title, or fold it away."""
        self.title.setChecked(shown)

    def say(self, title: str, *shorter: str, more: bool = True) -> None:
        """Say this, or shorter words where there is no room for it; without `more` there is nothing to unfold."""
        self._titles = (title, *shorter)
        self.title.setAccessibleName(title)
        self._write()
        self._body_wanted = more
        self.title.setEnabled(more)
        self._fold(self.title.isChecked())
        self.seen.emit()

    def lend_title(self, row: QBoxLayout) -> None:
        """Let the title stand in this row; what is below it stays here. `fit_title` says what room it has there."""
        row.addWidget(self.title)

    def take_title_back(self) -> None:
        """Have the title above what it folds."""
        self._room = 0
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(0, self.title, 0, Qt.AlignmentFlag.AlignLeft)
        self._write()

    @property
    def least_title(self) -> int:
        """The pixels that the shortest title takes."""
        return self._pixels(self._titles[-1])

    @property
    def full_title(self) -> int:
        """The pixels that the title takes in full."""
        return self._pixels(self._titles[0])

    def fit_title(self, room: int) -> None:
        """Say no more in the title than there is room for in so many pixels."""
        self._room = room
        self._write()

    def setVisible(self, visible: bool) -> None:
        """Hide the title too, wherever it stands."""
        super().setVisible(visible)
        self.title.setVisible(visible)
        self.seen.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the title where it is too long."""
        super().resizeEvent(event)
        if not self._room:
            self._write()

    def _write(self) -> None:
        metrics = self.title.fontMetrics()
        room = max(80, (self._room or self.width()) - ARROW)
        fitting = (words for words in self._titles if metrics.horizontalAdvance(words) <= room)
        words = next(fitting, None) or metrics.elidedText(self._titles[-1], Qt.TextElideMode.ElideRight, room)
        self.title.setText(words.replace("&", "&&"))
        self._tell(words)

    def _tell(self, said: str) -> None:
        """Say in the tool tip what a click does, and above that in full what the title only begins to say."""
        click = self.tr("Fold this away") if self.title.isChecked() else self.tr("Show more")
        full = "" if said == self._titles[0] and self._body_wanted else self._titles[0]
        self.title.setToolTip("\n".join(words for words in (full, click if self._body_wanted else "") if words))

    def _pixels(self, words: str) -> int:
        return self.title.fontMetrics().horizontalAdvance(words) + ARROW

    def _fold(self, shown: bool) -> None:
        self.body.setVisible(shown and self._body_wanted)
        arrow = Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow
        self.title.setArrowType(arrow if self._body_wanted else Qt.ArrowType.NoArrow)
        self._tell(self.title.text().replace("&&", "&"))


class ChipSection(Section):
    """A section of chips: a few lines of them, and all on demand.

    Signals:
        wanted: the row of a chip that was clicked, or on which Return, Enter or Space was pressed.
    """

    wanted = Signal(object)

    def __init__(self, name: str, accessible: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.view = ChipView(accessible, theme)
        self.more = QPushButton()
        self.more.setObjectName("link")
        self.more.setCursor(Qt.CursorShape.PointingHandCursor)
        foot = QHBoxLayout()
        foot.setContentsMargins(4, 0, 0, 0)
        foot.addWidget(self.more)
        foot.addStretch(1)
        self.column.addWidget(self.view)
        self.column.addLayout(foot)
        self.view.wanted.connect(self.wanted)
        self.view.chips.rowsInserted.connect(lambda *_: self._offer_more())
        self.view.chips.rowsRemoved.connect(lambda *_: self._offer_more())
        self.more.clicked.connect(lambda _checked: self._show_all(not self.view.shows_all))
        self._offer_more()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.view.delegate.set_theme(theme)
        self.view.viewport().update()

    def show_chips(self, chips: Sequence[Chip], tell: Teller) -> None:
        """Show these; `tell` says in lines what one of them is about."""
        self.view.show_chips(chips, tell)
        self._offer_more()

    def _show_all(self, all_of_them: bool) -> None:
        self.view.show_all(all_of_them)
        self._offer_more()

    def _offer_more(self) -> None:
        total = len(self.view.chips.chips)
        words = self.tr("Show fewer") if self.view.shows_all else self.tr("Show all {n}").format(n=written(total))
        self.more.setText(words)
        self.more.setVisible(self.view.shows_all or self.view.hidden > 0)
