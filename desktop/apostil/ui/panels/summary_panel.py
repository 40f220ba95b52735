"""The sentences that carry the article, each one click away from its place."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from apostil.domain.annotation import Color
from apostil.domain.summary import Method
from apostil.services import summarising
from apostil.ui.forms import APART, BESIDE, Form
from apostil.ui.icons import dress
from apostil.ui.models.summary_model import SummaryModel
from apostil.ui.models.words import color_name, method_explanation, method_name
from apostil.ui.panels.empty import EmptyState
from apostil.ui.panels.panel import Panel
from apostil.ui.panels.rows import color_icon
from apostil.ui.panels.sections import Sections
from apostil.ui.panels.summary_length import SummaryLength
from apostil.ui.panels.summary_list import SummaryList
from apostil.ui.panels.summary_rows import SummaryDelegate
from apostil.ui.panels.summary_sections import SummarySections
from apostil.ui.panels.summary_state import nothing_because, state_words
from apostil.ui.panels.summary_view import SummaryView
from apostil.ui.panels.wrap import WrapLayout
from apostil.ui.wording import counted

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from apostil.domain.edits import Changes
    from apostil.domain.summary import KeyPhrase, Summary
    from apostil.ui.desk import Desk
    from apostil.ui.theme import Theme

LOW_PANEL = 520
"""In a panel lower than this long sentences are cut, and the lengths one click away stand in the menu alone."""


class SummaryPanel(Panel):
    """The summary: how it is made, its sentences with their reasons, and what the reader chose among them.

    What else is to be said of the summary stands in `sections`, below its sentences.

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
        self._told_of = desk.entities
        self.model = SummaryModel(self)
        self._build()
        self._connect()
        self._show_choices()
        self._show(desk.summary)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        self._theme = theme
        for part in (self.sentences, self.empty, self.more):
            part.set_theme(theme)
        self._draw_icons()

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

    def _make_room(self, *, low: bool) -> None:
        """Be brief around the sentences, and in them, where the panel is low."""
        self.delegate.brief = low
        self.length.shortcuts.setVisible(not low)
        self._head.setSpacing(BESIDE // 2 if low else BESIDE)
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if low else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        self.highlight_button.setToolButtonStyle(style)
        self.copy_button.setToolButtonStyle(style)
        self.view.scheduleDelayedItemsLayout()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the sentences their room where the panel is low."""
        super().resizeEvent(event)
        if (self.height() < LOW_PANEL) != self.delegate.brief:
            self._make_room(low=self.height() < LOW_PANEL)
        self.more.fit(self.height(), brief=self.height() < LOW_PANEL)
        self._below.updateGeometry()

    # How it is made

    def _build(self) -> None:
        form = Form()
        self.method = form.row(self.tr("Me&thod"), QComboBox())
        self.method.setObjectName("summaryMethod")
        for method in Method:
            self.method.addItem(method_name(method), method)
            self.method.setItemData(self.method.count() - 1, method_explanation(method), Qt.ItemDataRole.ToolTipRole)
        self.length = SummaryLength(self._desk, self)
        self.length.rows(form)
        self.slider, self.unit, self.amount = self.length.slider, self.length.unit, self.length.amount
        self.state = QLabel()
        self.state.setObjectName("soft")
        self.state.setWordWrap(True)
        self.view = SummaryView()
        self.delegate = SummaryDelegate(self._theme, self.view)
        self.sentences = SummaryList(self._desk, self.model, self.view, self.delegate)
        self.empty = EmptyState(self._theme)
        self._build_buttons()
        self._lay_out(form)
        self._draw_icons()

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

    def _bring_places(self, phrase: KeyPhrase | None) -> None:
        if phrase is not None:
            phrases = self.more.phrases
            self._below.bring(phrases.opening, self._top_of_phrase, phrases.least_opening)

    def _top_of_phrase(self) -> int:
        """Where the line of the opened phrase begins among the sections."""
        chips = self.more.phrases.view
        rect = chips.visualRect(chips.chips.index(chips.chips.open_row))
        return self._below.height_of(chips.viewport(), rect.topLeft())

    def _lay_out(self, form: Form) -> None:
        head = self._head = QVBoxLayout()
        head.setContentsMargins(APART, BESIDE, APART, BESIDE)
        head.setSpacing(BESIDE)
        head.addLayout(form)
        head.addWidget(self.state)
        feet = QWidget()
        foot = WrapLayout(feet)
        foot.setContentsMargins(BESIDE, 4, BESIDE, 4)
        foot.setSpacing(4)
        for button in (self.highlight_button, self.color_button, self.copy_button):
            foot.addWidget(button)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.sentences)
        self.pages.addWidget(self.empty)
        self.more = SummarySections(self._desk, self._theme)
        self._below = Sections(self.more.titles)
        self.sections = self._below.column
        self.sections.addWidget(self.more)
        self.more.phrases.opened.connect(self._bring_places)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self._below)
        layout.addWidget(feet)
        self.first = self.view

    def _connect(self) -> None:
        self.method.activated.connect(self._take_method)
        self.view.wanted.connect(lambda row: self._desk.reveal(self.model.at(row).sentence.span))
        self.sentences.told.connect(self.told)
        self.more.told.connect(self.told)
        self.more.added.connect(self.sentences.go_to)
        self.highlight_button.clicked.connect(lambda _checked: self.highlight())
        self.copy_button.clicked.connect(lambda _checked: self.copy())
        self._desk.opened.connect(lambda _article: self._show_opened())
        self._desk.changed.connect(self._follow)
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
        self.length.show()
        self._show_method()

    def _show_method(self) -> None:
        """Show which method is in force; where there is nothing to be ranked, none can be chosen."""
        row = self.method.findData(self._desk.method)
        self.method.setCurrentIndex(row)
        nothing = nothing_because(self._desk)
        self.method.setEnabled(not nothing)
        self.method.setToolTip(nothing or self.method.itemData(row, Qt.ItemDataRole.ToolTipRole))

    def _take_method(self, row: int) -> None:
        # Qt hands the plain string of a StrEnum back.
        self._desk.set_method(Method(self.method.itemData(row)))
        self._show_choices()

    def _show_busy(self, busy: object) -> None:
        self._busy = bool(busy)
        self._show_state()

    def _show(self, summary: Summary | None) -> None:
        desk = self._desk
        self._told_of = desk.entities
        rows = partial(self.model.show, desk.article, summary, desk.survey, desk.entities)
        self.sentences.fill(rows, desk.survey, desk.entities)
        made = (desk.current, desk.method)
        if made != self._made:
            self._made = made
            self.view.verticalScrollBar().setValue(0)
        self._show_choices()
        self._show_state()

    def _show_opened(self) -> None:
        """Show what there is of another article; the summary of the one before may still be on the desk."""
        self.sentences.begin()
        self._show(None if self._desk.survey is None else self._desk.summary)

    def _follow(self, _changes: Changes) -> None:
        if self._desk.entities is not self._told_of:
            self._show(self._desk.summary)
        else:
            self._show_state()

    def _show_state(self) -> None:
        title, sentence = self._reason()
        self.empty.say(title, sentence)
        self.pages.setCurrentWidget(self.empty if title else self.sentences)
        self.state.setText("" if title else state_words(self._desk, busy=self._busy))
        self.state.setVisible(not title)
        self.length.shut(nothing_because(self._desk))
        self._show_method()
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
        if nothing := nothing_because(desk):
            return (
                nothing,
                self.tr(
                    "Headings, bylines, teasers and lists of a few words are not summarised. If a block was taken for "
                    "one of them, give it its right role in the article."
                ),
            )
        if not self.sentences.is_empty:
            return "", ""
        if self._busy:
            return self.tr("Ranking the sentences…"), self.tr("They will be here in a moment.")
        return self.tr("There is no summary yet"), self.tr("Choose a method to make one.")

    def _allow(self) -> None:
        some = self.model.chosen_count > 0
        none_yet = "" if some else self.tr("There are no sentences yet")
        shut = self._desk.read_only_because
        self.copy_button.setEnabled(some)
        self.copy_button.setToolTip(none_yet or self.tr("Copy these sentences and where they come from (Ctrl+Shift+S)"))
        tips = {
            self.highlight_button: self.tr("Turn these sentences into yellow highlights (Ctrl+Shift+H)"),
            self.color_button: self.tr("Highlight in another colour"),
        }
        for button, tip in tips.items():
            button.setEnabled(some and not shut)
            button.setToolTip(shut or none_yet or tip)
