"""The sentences that carry the article, each one click away from its place."""

from __future__ import annotations

from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSlider,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from apostil.domain.annotation import Color
from apostil.domain.article import READING_SPEED
from apostil.domain.summary import Length, Method, Unit
from apostil.services import summarising
from apostil.ui.forms import APART, BESIDE, Form
from apostil.ui.icons import dress
from apostil.ui.models.summary_model import SummaryModel
from apostil.ui.models.words import color_name, method_explanation, method_name
from apostil.ui.panels.empty import EmptyState
from apostil.ui.panels.rows import color_icon
from apostil.ui.panels.summary_rows import SummaryDelegate, SummaryView
from apostil.ui.panels.wrap import WrapLayout
from apostil.ui.wording import counted

if TYPE_CHECKING:
    from apostil.domain.summary import Summary
    from apostil.ui.desk import Desk
    from apostil.ui.theme import Theme

MOST = {Unit.SENTENCES: 30, Unit.PERCENT: 60, Unit.SECONDS: 300}
"""How long a summary can be, in each unit."""

USUAL = {
    Unit.SENTENCES: Length(5),
    Unit.PERCENT: Length(20, Unit.PERCENT),
    Unit.SECONDS: Length(30, Unit.SECONDS),
}
"""How long it is where nothing else says so."""

FEW = 3
"""An article of so many sentences or fewer is its own summary."""


class SummaryPanel(QWidget):
    """The summary: how it is made, and its sentences.

    Signals:
        told: a sentence about what was just done, for the status line.
    """

    told = Signal(object)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("summaryPanel")
        self._desk = desk
        self._theme = theme
        self._busy = False
        self._made = (desk.current, desk.method)
        self.model = SummaryModel(self)
        self._build()
        self._connect()
        self._show_choices()
        self._show(desk.summary)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        self.delegate.set_theme(theme)
        self.empty.set_theme(theme)
        self._draw_icons()
        self.view.viewport().update()

    def highlight(self, color: Color = Color.YELLOW) -> None:
        """Turn the sentences into highlights of this colour."""
        desk = self._desk
        if desk.current is None or desk.summary is None or desk.read_only:
            return
        edit = summarising.highlights(desk.library, desk.current, desk.summary, color, desk.now())
        if edit is None:
            self.told.emit(self.tr("These sentences are highlighted already"))
        elif desk.do(edit):
            self.told.emit(self._highlighted_words(len(edit.after), len(desk.summary.sentences), color))

    def _highlighted_words(self, new: int, total: int, color: Color) -> str:
        words = self.tr("{sentences} highlighted in {color}")
        if new < total:
            words = self.tr("{sentences} highlighted in {color}; the others were already")
        sentences = counted(new, self.tr("sentence"), self.tr("sentences"))
        return words.format(sentences=sentences, color=color_name(color).lower())

    def copy(self) -> None:
        """Put the sentences with their source on the clipboard."""
        if self._desk.article is not None and self._desk.summary is not None:
            QGuiApplication.clipboard().setText(summarising.copied(self._desk.article, self._desk.summary))
            self.told.emit(self.tr("The summary is on the clipboard, with its source"))

    # How it is made

    def _build(self) -> None:
        form = Form()
        self.method = form.row(self.tr("Me&thod"), QComboBox())
        self.method.setObjectName("summaryMethod")
        self.method.addItem("", None)
        for method in Method:
            self.method.addItem(method_name(method), method)
            self.method.setItemData(self.method.count() - 1, method_explanation(method), Qt.ItemDataRole.ToolTipRole)
        self._build_length(form)
        self.state = QLabel()
        self.state.setObjectName("soft")
        self.state.setWordWrap(True)
        self.view = SummaryView()
        self.view.setAccessibleName(self.tr("Sentences of the summary"))
        self.view.setModel(self.model)
        self.delegate = SummaryDelegate(self._theme, self.view, self.model)
        self.view.setItemDelegate(self.delegate)
        self.empty = EmptyState(self._theme)
        self._build_buttons()
        self._lay_out(form)
        self._draw_icons()

    def _build_length(self, form: Form) -> None:
        line = QWidget()
        layout = QHBoxLayout(line)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(BESIDE)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("summaryLength")
        self.amount = QLabel()
        self.unit = QComboBox()
        self.unit.setObjectName("summaryUnit")
        self.unit.addItem(self.tr("sentences"), Unit.SENTENCES)
        self.unit.addItem(self.tr("per cent"), Unit.PERCENT)
        self.unit.addItem(self.tr("seconds"), Unit.SECONDS)
        self.unit.setAccessibleName(self.tr("Unit of the length"))
        self.unit.setToolTip(
            self.tr("Count the sentences, take a share of them, or say how long reading them may take")
        )
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.amount)
        layout.addWidget(self.unit)
        form.row(self.tr("&Length"), self.slider, beside=line)

    def _build_buttons(self) -> None:
        self.highlight_button = QToolButton()
        self.highlight_button.setObjectName("summaryHighlight")
        self.highlight_button.setText(self.tr("Highlight these"))
        self.highlight_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.color_button = QToolButton()
        self.color_button.setObjectName("summaryColor")
        self.color_button.setAccessibleName(self.tr("Highlight in another colour"))
        self.color_button.setToolTip(self.tr("Highlight in another colour"))
        self.color_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.color_button.setMenu(QMenu(self.color_button))
        self.copy_button = QToolButton()
        self.copy_button.setObjectName("summaryCopy")
        self.copy_button.setText(self.tr("Copy with source"))
        self.copy_button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _lay_out(self, form: Form) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(APART, APART, APART, BESIDE)
        head.setSpacing(APART)
        head.addLayout(form)
        head.addWidget(self.state)
        feet = QWidget()
        foot = WrapLayout(feet)
        foot.setContentsMargins(BESIDE, 4, BESIDE, 4)
        foot.setSpacing(4)
        for button in (self.highlight_button, self.color_button, self.copy_button):
            foot.addWidget(button)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.view)
        self.pages.addWidget(self.empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.pages, 1)
        layout.addWidget(feet)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        self.method.activated.connect(self._take_method)
        self.slider.valueChanged.connect(lambda _value: self._take_length())
        self.unit.activated.connect(lambda _row: self._take_unit())
        self.view.wanted.connect(lambda row: self._desk.reveal(self.model.at(row).sentence.span))
        self.highlight_button.clicked.connect(lambda _checked: self.highlight())
        self.copy_button.clicked.connect(lambda _checked: self.copy())
        self._desk.opened.connect(lambda _article: self._show(self._desk.summary))
        self._desk.changed.connect(lambda _changes: self._show_state())
        self._desk.summary_changed.connect(self._show)
        self._desk.summary_busy.connect(self._show_busy)

    def _draw_icons(self) -> None:
        dress(self.highlight_button, "marker", self._theme)
        dress(self.copy_button, "content-copy", self._theme)
        dress(self.color_button, "chevron-down", self._theme)
        menu = self.color_button.menu()
        menu.clear()
        for color in Color:
            menu.addAction(color_icon(color, self._theme), color_name(color), partial(self.highlight, color))

    # What is shown

    def _show_choices(self) -> None:
        """Show the method and the length that the desk has."""
        desk = self._desk
        with QSignalBlocker(self.slider):
            self.unit.setCurrentIndex(self.unit.findData(desk.length.unit))
            self.slider.setRange(1, MOST[desk.length.unit])
            self.slider.setValue(desk.length.amount)
        self.amount.setText(str(desk.length.amount))
        # Room for three digits, so that the slider keeps its width while it moves.
        self.amount.setMinimumWidth(self.amount.fontMetrics().horizontalAdvance("000"))
        self._show_method()

    def _show_method(self) -> None:
        """Show which method is in force, and what the length of this article would choose."""
        desk = self._desk
        usual = summarising.DEFAULT
        self.method.setItemText(0, self.tr("Automatic ({method})").format(method=method_name(usual)))
        tip = self.tr("As long as you choose none. {method}").format(method=method_explanation(usual))
        self.method.setItemData(0, tip, Qt.ItemDataRole.ToolTipRole)
        row = 0 if desk.chosen_method is None else self.method.findData(desk.chosen_method)
        self.method.setCurrentIndex(row)
        self.method.setToolTip(self.method.itemData(row, Qt.ItemDataRole.ToolTipRole))

    def _take_method(self, row: int) -> None:
        # Qt hands the plain string of a StrEnum back.
        data = self.method.itemData(row)
        self._desk.set_method(Method(data) if data else None)
        self._show_choices()

    def _take_length(self) -> None:
        self._desk.set_length(Length(self.slider.value(), Unit(self.unit.currentData())))
        self._show_choices()

    def _take_unit(self) -> None:
        unit = Unit(self.unit.currentData())
        if unit is self._desk.length.unit:
            return
        self._desk.set_length(self._same_length(unit))
        self._show_choices()

    def _same_length(self, unit: Unit) -> Length:
        """The present length in another unit, as near as it gets."""
        survey, summary = self._desk.survey, self._desk.summary
        if survey is None or summary is None or not survey.sentences:
            return USUAL[unit]
        shown = len(summary.sentences)
        amounts = {
            Unit.SENTENCES: shown,
            Unit.PERCENT: shown * 100 // len(survey.sentences),
            Unit.SECONDS: ceil(sum(survey.words[one.index] for one in summary.sentences) * 60 / READING_SPEED),
        }
        return Length(min(MOST[unit], max(1, amounts[unit])), unit)

    def _show_busy(self, busy: object) -> None:
        self._busy = bool(busy)
        self._show_state()

    def _show(self, summary: Summary | None) -> None:
        self.model.show(self._desk.article, summary)
        made = (self._desk.current, self._desk.method)
        if made != self._made:
            self._made = made
            self.view.verticalScrollBar().setValue(0)
        self._show_choices()
        self._show_state()

    def _show_state(self) -> None:
        title, sentence = self._reason()
        self.empty.say(title, sentence)
        self.pages.setCurrentWidget(self.empty if title else self.view)
        self.state.setText("" if title else self._sentences_words())
        self.state.setVisible(not title)
        self._allow()

    def _reason(self) -> tuple[str, str]:
        """Why no sentences are shown, and what comes next; nothing where they are."""
        desk = self._desk
        if desk.article is None:
            return self.tr("The summary will stand here"), self.tr(
                "Open an article to see the sentences that carry it."
            )
        if desk.analysis is None:
            return self.tr("Looking for sentences…"), self.tr("They will be here when the article has been analysed.")
        if not desk.analysis.sentences:
            return (
                self.tr("This article has no sentences to choose from"),
                self.tr(
                    "Headings, bylines and teasers are not summarised. If a block was taken for one of them, "
                    "give it its right role in the article."
                ),
            )
        if self.model.rowCount():
            return "", ""
        if self._busy:
            return self.tr("Ranking the sentences…"), self.tr("They will be here in a moment.")
        return self.tr("There is no summary yet"), self.tr("Choose a method to make one.")

    def _sentences_words(self) -> str:
        total = len(self._desk.analysis.sentences) if self._desk.analysis else 0
        sentences = counted(total, self.tr("sentence"), self.tr("sentences"))
        if total <= FEW:
            return self.tr("This article has only {sentences}: too short to be summarised.").format(sentences=sentences)
        words = self.tr("{shown} of {sentences}, in the order of the article.")
        if self._busy:
            words = self.tr("{shown} of {sentences}. Ranking them anew…")
        return words.format(shown=self.model.rowCount(), sentences=sentences)

    def _allow(self) -> None:
        some = self.model.rowCount() > 0
        none_yet = "" if some else self.tr("There are no sentences yet")
        shut = self._desk.read_only_because
        self.copy_button.setEnabled(some)
        self.copy_button.setToolTip(none_yet or self.tr("Copy these sentences and where they come from"))
        tips = {
            self.highlight_button: self.tr("Turn these sentences into yellow highlights"),
            self.color_button: self.tr("Highlight in another colour"),
        }
        for button, tip in tips.items():
            button.setEnabled(some and not shut)
            button.setToolTip(shut or none_yet or tip)
