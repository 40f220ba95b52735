"""The head of a summary of several articles: what it is of, how it is made, and where it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from apostil.domain.digest import Grouping
from apostil.ui.forms import APART, BESIDE, soft
from apostil.ui.icons import dress
from apostil.ui.models.words import method_explanation, method_name
from apostil.ui.pages.together_controls import TogetherControls
from apostil.ui.panels.rows import article_font
from apostil.ui.panels.summary_length import SummaryLength
from apostil.ui.panels.summary_state import ended_words, own_words
from apostil.ui.wording import counted, language_name, written

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont, QResizeEvent

    from apostil.domain.digest import Voice
    from apostil.ui.theme import Theme
    from apostil.ui.together import Together


NARROW = 480
"""On a page narrower than this, buttons are without their words."""


class TogetherHead(QWidget):
    """A title, facts, method, length and grouping, and what can be done with the summary.

    Signals:
        grouping_chosen: the Grouping that is wanted.
    """

    grouping_chosen = Signal(object)

    def __init__(self, state: Together, close_button: QToolButton) -> None:
        super().__init__()
        self._state = state
        self._low = False
        self.title = QLabel()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setFont(_title_font(self.font(), 1.4))
        self.facts = soft("")
        self.method = QComboBox()
        self.method.setObjectName("togetherMethod")
        self.grouping = QComboBox()
        self.grouping.setObjectName("togetherGrouping")
        self.grouping.setAccessibleName(self.tr("Order of the sentences"))
        self.grouping.setToolTip(self.tr("Put the sentences under their outlets or days, or the best one first"))
        for grouping, words in (
            (Grouping.OUTLET, self.tr("By outlet")),
            (Grouping.TIME, self.tr("By day")),
            (Grouping.RANK, self.tr("By rank")),
        ):
            self.grouping.addItem(words, grouping)
        self.grouping.activated.connect(lambda row: self.grouping_chosen.emit(Grouping(self.grouping.itemData(row))))
        self.length = SummaryLength(state, self)
        self.controls = TogetherControls(self.method, self.grouping, self.length)
        self.copy_button = _button(self.tr("Copy with sources"))
        self.export_button = _button(self.tr("Export…"))
        self._lay_out(close_button)

    def set_theme(self, theme: Theme) -> None:
        """Draw in other colours."""
        dress(self.copy_button, "content-copy", theme)
        dress(self.export_button, "export-variant", theme)

    def make_room(self, *, low: bool) -> None:
        """Be brief where the page is low, so that the sentences have room."""
        if low is self._low:
            return
        self._low = low
        self.title.setFont(_title_font(self.font(), 1.2 if low else 1.4))
        self._column.setContentsMargins(APART, BESIDE if low else APART, BESIDE, BESIDE)
        self._column.setSpacing(BESIDE // 2 if low else BESIDE)
        self.controls.set_low(low)
        self._show_facts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words away where the page is narrow."""
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if narrow else Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        for button in (self.copy_button, self.export_button):
            button.setToolButtonStyle(style)

    def show_state(self, articles: Sequence[object]) -> None:
        """Say what is summarised, and how."""
        digest = self._state.digest
        count = len(digest.voices) if digest else len(articles)
        words = counted(count, self.tr("article"), self.tr("articles"))
        self.title.setText(self.tr("Summary of {}").format(words))
        self._show_facts()
        self._show_methods()
        self.length.show()
        with QSignalBlocker(self.grouping):
            self.grouping.setCurrentIndex(self.grouping.findData(self._state.grouping))
        some = digest is not None and bool(digest.summary.sentences)
        for button in (self.copy_button, self.export_button):
            button.setEnabled(some)
        tip = "" if some else self.tr("There are no sentences yet")
        self.copy_button.setToolTip(tip or self.tr("Copy these sentences and where they come from"))
        self.export_button.setToolTip(tip or self.tr("Write the summary into a file, with its sources"))

    def _show_facts(self) -> None:
        """Where the page is low, what the list of articles says too is left to the tool tip."""
        words, known = self._facts_words(), self._sources_words()
        full = " · ".join(filter(None, (words, known)))
        self.facts.setText(words if self._low else full)
        self.facts.setToolTip(full if self._low else "")
        self.facts.setVisible(bool(full))

    def _facts_words(self) -> str:
        digest = self._state.digest
        if digest is None:
            return ""
        shown, total = len(digest.summary.sentences), digest.summary.available
        parts = [
            self.tr("{shown} of {sentences}").format(
                shown=written(shown), sentences=counted(total, self.tr("sentence"), self.tr("sentences"))
            )
            + own_words(digest.summary)
            + ended_words(digest.summary),
            self.tr("in your order") if digest.summary.arranged else "",
            self.tr("without what you chose in single articles") if self._state.chosen_alone else "",
            self.tr("with what you choose in the article itself") if len(digest.voices) == 1 else "",
        ]
        return " · ".join(filter(None, parts))

    def _sources_words(self) -> str:
        voices = self._state.digest.voices if self._state.digest else ()
        languages = sorted({language_name(voice.article.metadata.language) for voice in voices} - {""})
        return " · ".join(filter(None, (self._outlets(voices), ", ".join(languages)))) if voices else ""

    def _outlets(self, voices: Sequence[Voice]) -> str:
        known = [outlet for outlet in (voice.article.metadata.outlet.strip() for voice in voices) if outlet]
        count = len(set(known))
        if not known:
            return self.tr("outlets not known")
        words = counted(count, self.tr("outlet"), self.tr("outlets"))
        return self.tr("{outlets} known").format(outlets=words) if len(known) < len(voices) else words

    def _show_methods(self) -> None:
        survey = self._state.survey
        asked = [ranking.method for ranking in survey.rankings] if survey else [self._state.method]
        with QSignalBlocker(self.method):
            if [self.method.itemData(row) for row in range(self.method.count())] != asked:
                self.method.clear()
                for method in asked:
                    self.method.addItem(method_name(method), method)
                    last = self.method.count() - 1
                    self.method.setItemData(last, method_explanation(method), Qt.ItemDataRole.ToolTipRole)
            self.method.setCurrentIndex(self.method.findData(self._state.method))
        self.method.setToolTip(method_explanation(self._state.method))

    def _lay_out(self, close_button: QToolButton) -> None:
        top = QHBoxLayout()
        top.setSpacing(BESIDE)
        top.addWidget(self.title, 1)
        top.addWidget(self.copy_button)
        top.addWidget(self.export_button)
        top.addWidget(close_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(APART, APART, BESIDE, BESIDE)
        column.setSpacing(BESIDE)
        column.addLayout(top)
        column.addWidget(self.facts)
        column.addWidget(self.controls)
        self._column = column


def _title_font(base: QFont, size: float) -> QFont:
    font = article_font(base, size)
    font.setWeight(font.Weight.DemiBold)
    return font


def _button(words: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button
