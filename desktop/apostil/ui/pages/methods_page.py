"""Two methods side by side, in the place of the article: what each of them would choose from it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from apostil.domain.summary import Method, choose
from apostil.ui.forms import APART, BESIDE, Form, soft
from apostil.ui.history import MethodsPlace
from apostil.ui.icons import dress
from apostil.ui.models.methods_model import MethodsModel
from apostil.ui.models.words import method_explanation, method_name
from apostil.ui.pages.methods_rows import GUTTER, MethodsDelegate, MethodsView
from apostil.ui.pages.page import LibraryPage
from apostil.ui.panels.empty import EmptyState, lay_out
from apostil.ui.panels.rows import article_font
from apostil.ui.panels.summary_length import SummaryLength
from apostil.ui.wording import counted, written

if TYPE_CHECKING:
    from apostil.domain.summary import Summary, Survey
    from apostil.ui.desk import Desk
    from apostil.ui.theme import Theme


ROOM_FOR_PRESETS = 480
"""On a page lower than this, the lengths that are one click away leave their room to the sentences."""


class MethodsPage(LibraryPage):
    """The open article as two methods would summarise it, at the length that its summary has.

    What the reader chose counts on neither side: it would be the same on both.

    Signals:
        told: a sentence about what was just done, for the status line.
    """

    told = Signal(object)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("methodsPage", parent)
        self._desk = desk
        self.model = MethodsModel(self)
        self._build(theme)
        self._connect()
        self.set_theme(theme)

    # What the window asks of it

    @property
    def place(self) -> MethodsPlace:
        """What is shown here."""
        return MethodsPlace()

    def show_methods(self) -> None:
        """Show the method in force beside another one; what was compared last stays."""
        self._fill()
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self.delegate.set_theme(theme)
        self.empty.set_theme(theme)
        dress(self.close_button, "close", theme)
        for button in self.use:
            dress(button, "check", theme)
        self.view.viewport().update()

    def focus(self) -> None:
        """Take the keyboard where it is of most use."""
        there = self.model.rowCount() > 0
        (self.view if there else self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)
        if there and not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0))

    # How it is made

    def _build(self, theme: Theme) -> None:
        self.title = QLabel(self.tr("Two methods side by side"))
        font = article_font(self.title.font(), 1.4)
        font.setWeight(font.Weight.DemiBold)
        self.title.setFont(font)
        self.facts = soft("")
        self.length = SummaryLength(self._desk, self)
        self.choosers = (self._chooser(self.tr("Method at the left")), self._chooser(self.tr("Method at the right")))
        self.use = (self._use_button(0), self._use_button(1))
        self.view = MethodsView()
        self.view.setAccessibleName(self.tr("Sentences of both summaries"))
        self.view.setModel(self.model)
        self.delegate = MethodsDelegate(theme, self.view, self.model)
        self.view.setItemDelegate(self.delegate)
        self.empty = EmptyState(theme)
        self.pages = lay_out(self, self._head(), self.view, self.empty)

    def _chooser(self, name: str) -> QComboBox:
        chooser = QComboBox()
        chooser.setAccessibleName(name)
        chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        chooser.setMinimumContentsLength(8)
        chooser.activated.connect(lambda _row: self._show())
        return chooser

    def _use_button(self, side: int) -> QToolButton:
        button = QToolButton()
        button.clicked.connect(partial(self._use, side))
        return button

    def _head(self) -> QWidget:
        head = QWidget()
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        form = Form()
        self.length.rows(form)
        columns = QGridLayout()
        columns.setHorizontalSpacing(GUTTER)
        columns.setVerticalSpacing(4)
        for side in (0, 1):
            columns.addWidget(self.choosers[side], 0, side)
            columns.addWidget(self.use[side], 1, side, Qt.AlignmentFlag.AlignLeft)
            columns.setColumnStretch(side, 1)
        column = QVBoxLayout(head)
        column.setContentsMargins(APART, APART, BESIDE, BESIDE)
        column.setSpacing(BESIDE)
        column.addLayout(top)
        column.addWidget(self.facts)
        column.addLayout(form)
        column.addLayout(columns)
        return head

    def _connect(self) -> None:
        self.view.wanted.connect(lambda row: self._desk.reveal(self.model.at(row).span))
        self._desk.summary_changed.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the sentences their room where the page is low."""
        super().resizeEvent(event)
        self.length.shortcuts.setVisible(self.height() >= ROOM_FOR_PRESETS)

    # What is shown

    def _follow(self, _summary: object) -> None:
        if self.isVisible():
            self.show_methods()

    def _fill(self) -> None:
        """Offer the methods that were asked; the first time the one in force beside the next one."""
        survey = self._desk.survey
        asked = [ranking.method for ranking in survey.rankings] if survey else []
        if not asked or [self.choosers[0].itemData(row) for row in range(self.choosers[0].count())] == asked:
            return
        here = self._desk.method if self._desk.method in asked else asked[0]
        other = next((method for method in asked if method is not here), here)
        for chooser, method in zip(self.choosers, (here, other), strict=True):
            with QSignalBlocker(chooser):
                chooser.clear()
                for each in asked:
                    chooser.addItem(method_name(each), each)
                    tip = method_explanation(each)
                    chooser.setItemData(chooser.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
                chooser.setCurrentIndex(asked.index(method))

    def _show(self) -> None:
        survey = self._desk.survey
        self.length.show()
        if survey is None or not survey.sentences:
            self.model.show(None, None, None)
        else:
            self.model.show(self._desk.article, self._summary(survey, 0), self._summary(survey, 1))
        self._say()

    def _summary(self, survey: Survey, side: int) -> Summary:
        return choose(survey, self.method(side), self._desk.length)

    def method(self, side: int) -> Method:
        """The method at the left (0) or at the right (1)."""
        return Method(self.choosers[side].currentData())

    def _say(self) -> None:
        there = self.model.rowCount() > 0
        self.pages.setCurrentWidget(self.view if there else self.empty)
        self.facts.setText(self._facts_words() if there else "")
        if self._desk.survey is None:
            self.empty.say(self.tr("Ranking the sentences…"), self.tr("They will be here in a moment."))
        else:
            self.empty.say(self.tr("This article has no sentences to choose from"))
        for side, button in enumerate(self.use):
            used = there and self.method(side) is self._desk.method
            button.setEnabled(there and not used)
            button.setText(self.tr("In use") if used else self.tr("Use this method"))
            # Only the one in use has the tick.
            style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if used else Qt.ToolButtonStyle.ToolButtonTextOnly
            button.setToolButtonStyle(style)
            tip = self.tr("The summary is made with this method already") if used else ""
            button.setToolTip(tip or self.tr("Make the summary with this method"))
            if there:
                self.choosers[side].setToolTip(method_explanation(self.method(side)))

    def _facts_words(self) -> str:
        both = counted(self.model.in_both, self.tr("sentence"), self.tr("sentences"))
        words = self.tr("{both} in both, {rest} in one of them").format(
            both=both, rest=written(self.model.rowCount() - self.model.in_both)
        )
        choices = self._desk.choices
        if not (choices.pinned or choices.dropped):
            return words
        return f"{words}. {self.tr('What you kept or left out yourself does not count on this page.')}"

    def _use(self, side: int, _checked: bool = False) -> None:
        method = self.method(side)
        self._desk.set_method(method)
        self._show()
        self.told.emit(self.tr("The summary is made with {method} now").format(method=method_name(method)))
