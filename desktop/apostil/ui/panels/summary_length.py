"""How long a summary is: a slider in one of three units, and lengths by the time that reading takes."""

from __future__ import annotations

from functools import partial
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QSignalBlocker, Qt
from PySide6.QtWidgets import QLabel, QSlider, QToolButton, QWidget

from apostil.domain.article import READING_SPEED
from apostil.domain.summary import Length, Unit
from apostil.ui.panels.length_line import LengthLine, UnitBox
from apostil.ui.panels.wrap import WrapLayout
from apostil.ui.wording import counted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apostil.ui.forms import Form
    from apostil.ui.keeping import Summarised

MOST = {Unit.SENTENCES: 30, Unit.PERCENT: 60, Unit.SECONDS: 300}
"""How long a summary can be, in each unit."""

USUAL = {
    Unit.SENTENCES: Length(5),
    Unit.PERCENT: Length(20, Unit.PERCENT),
    Unit.SECONDS: Length(30, Unit.SECONDS),
}
"""How long it is where nothing else says so."""

PRESETS = (30, 120, 300)
"""Lengths that are one click away, in seconds."""


class SummaryLength(QObject):
    """The slider, its unit and the presets of one desk; `rows` puts them into a form."""

    def __init__(self, desk: Summarised, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shut_because = ""
        self._build()
        self.slider.valueChanged.connect(lambda _value: self._take())
        self.unit.activated.connect(self._take_row)

    def rows(self, form: Form) -> None:
        """Put everything into a form."""
        form.row(self.tr("&Length"), self.slider, beside=LengthLine(self.slider, self.amount, self.unit))
        form.addRow(self.shortcuts)

    def show(self) -> None:
        """Show the length that the desk has, within what the article has."""
        length, most = self._desk.length, self._most(self._desk.length.unit)
        shown = min(length.amount, most)
        with QSignalBlocker(self.slider):
            self.unit.setCurrentIndex(self.unit.findData(length.unit))
            self.slider.setRange(1, most)
            self.slider.setValue(shown)
        self.amount.setText(str(shown))
        # Room for three digits, so that the slider keeps its width while it moves.
        self.amount.setMinimumWidth(self.amount.fontMetrics().horizontalAdvance("000"))
        for seconds, button in self.presets.items():
            button.setChecked(length == Length(seconds, Unit.SECONDS))
            reason = self._reason(seconds)
            button.setEnabled(not reason)
            button.setToolTip(reason or _preset_words(seconds))
        for part in (self.slider, self.amount, self.unit):
            part.setEnabled(not self._shut_because)
        self.slider.setToolTip(self._shut_because)
        self.unit.setToolTip(self._shut_because or _unit_words())

    def shut(self, because: str) -> None:
        """Let no length be chosen, for this reason; where there is none, let it be chosen again."""
        if because != self._shut_because:
            self._shut_because = because
            self.show()

    def choose(self, seconds: int) -> None:
        """Make a summary that takes so long to read, where a length can be chosen."""
        if self._shut_because:
            return
        self._desk.set_length(Length(seconds, Unit.SECONDS))
        self.show()

    def _build(self) -> None:
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setObjectName("summaryLength")
        self.amount = QLabel()
        self.unit = UnitBox(self._offered)
        self.unit.addItem(self.tr("sentences"), Unit.SENTENCES)
        self.unit.addItem(self.tr("per cent"), Unit.PERCENT)
        self.unit.addItem(self.tr("seconds"), Unit.SECONDS)
        self.unit.setAccessibleName(self.tr("Unit of the length"))
        self.shortcuts = QWidget()
        row = WrapLayout(self.shortcuts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.presets = {seconds: self._preset(seconds) for seconds in PRESETS}
        for button in self.presets.values():
            row.addWidget(button)

    def _preset(self, seconds: int) -> QToolButton:
        button = QToolButton()
        button.setObjectName("summaryPreset")
        button.setText(time_words(seconds))
        button.setAccessibleName(_preset_words(seconds))
        button.setCheckable(True)
        button.clicked.connect(partial(self._take_preset, seconds))
        return button

    def _reason(self, seconds: int) -> str:
        """Why no summary can take so long to read; nothing where one can."""
        whole = self._whole()
        if self._shut_because or whole is None or whole > seconds:
            return self._shut_because
        return self.tr("The whole article is read in {time}").format(time=time_words(ceil(whole)))

    def _offered(self) -> list[tuple[str, Length, str]]:
        """The presets for the list of units, each with why it cannot be chosen."""
        return [(time_words(seconds), Length(seconds, Unit.SECONDS), self._reason(seconds)) for seconds in PRESETS]

    def _whole(self) -> float | None:
        """How long the whole article takes to read, in seconds, where that is known."""
        survey = self._desk.survey
        return None if survey is None else seconds_to_read(survey.words)

    def _most(self, unit: Unit) -> int:
        """How far the slider goes: no further than the article."""
        survey, most = self._desk.survey, MOST[unit]
        if survey is None or not survey.sentences:
            return most
        there = {Unit.SENTENCES: len(survey.sentences), Unit.SECONDS: ceil(seconds_to_read(survey.words))}
        return max(1, min(most, there.get(unit, most)))

    def _take(self) -> None:
        self._desk.set_length(Length(self.slider.value(), Unit(self.unit.currentData())))
        self.show()

    def _take_preset(self, seconds: int, _checked: bool = False) -> None:
        self.choose(seconds)

    def _take_row(self, row: int) -> None:
        chosen = self.unit.itemData(row)
        if isinstance(chosen, Length):
            self.choose(chosen.amount)
        elif chosen is not None:
            self._take_unit(Unit(chosen))

    def _take_unit(self, unit: Unit) -> None:
        if unit is not self._desk.length.unit:
            self._desk.set_length(self._same_length(unit))
            self.show()

    def _same_length(self, unit: Unit) -> Length:
        """The present length in another unit, as near as it gets."""
        survey, summary = self._desk.survey, self._desk.summary
        if survey is None or summary is None or not survey.sentences:
            return USUAL[unit]
        shown = len(summary.within_length)
        amounts = {
            Unit.SENTENCES: shown,
            Unit.PERCENT: shown * 100 // len(survey.sentences),
            Unit.SECONDS: ceil(seconds_to_read(survey.words[one.index] for one in summary.within_length)),
        }
        return Length(min(MOST[unit], max(1, amounts[unit])), unit)


def seconds_to_read(words: Iterable[int]) -> float:
    """How long sentences of so many words take to read."""
    return sum(words) * 60 / READING_SPEED


def time_words(seconds: int) -> str:
    """A time to read, no more exactly than it can be told: “40 seconds”, “2 minutes”."""
    if seconds < 90:
        return seconds_words(seconds)
    return counted(round(seconds / 60), _tr("minute"), _tr("minutes"))


def seconds_words(seconds: int) -> str:
    """A time to read to the second, as the slider counts it."""
    return counted(seconds, _tr("second"), _tr("seconds"))


def _unit_words() -> str:
    return _tr("Count the sentences, take a share of them, or say how long reading them may take")


def _preset_words(seconds: int) -> str:
    return _tr("A summary to be read in {time}").format(time=time_words(seconds))


def _tr(words: str) -> str:
    return QCoreApplication.translate("SummaryLength", words)
