"""Method, grouping and length of a common summary, in as few lines as there is room for."""

from __future__ import annotations

from enum import Enum, auto
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from apostil.domain.choices import UNTOUCHED
from apostil.domain.summary import Length, Method
from apostil.ui.forms import BESIDE
from apostil.ui.pages.together_controls import TogetherControls
from apostil.ui.panels.length_line import LEAST_SLIDER
from apostil.ui.panels.summary_length import SummaryLength

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pytestqt.qtbot import QtBot


class Room(Enum):
    """How wide controls are, as their fields and words are wide in the font that there is."""

    FOR_TWO_LINES = auto()
    FOR_ONE_LINE = auto()
    FOR_EVERYTHING = auto()

    def width(self, controls: TogetherControls) -> int:
        """The least width with this room."""
        if self is Room.FOR_TWO_LINES:
            return controls.minimumSizeHint().width()
        one = LEAST_SLIDER + controls._length.amount.minimumWidth() + BESIDE + widths(fields(controls))
        if self is Room.FOR_ONE_LINE:
            return one
        return one + widths(mnemonic_labels(controls)) + widths(controls._length.presets.values())


@pytest.fixture
def make(qtbot: QtBot) -> Callable[[Room], TogetherControls]:
    """Controls with so much room."""

    def made(room: Room) -> TogetherControls:
        state = SimpleNamespace(survey=None, summary=None, choices=UNTOUCHED, method=Method.LSA, length=Length(10))
        method, grouping = QComboBox(), QComboBox()
        method.addItems(["Automatic", "Reduction"])
        grouping.addItems(["By outlet", "By rank"])
        method.setObjectName("method")
        grouping.setObjectName("grouping")
        controls = TogetherControls(method, grouping, SummaryLength(state))
        qtbot.addWidget(controls)
        with qtbot.waitExposed(controls):
            controls.show()
        controls.resize(room.width(controls), 3 * controls.sizeHint().height())
        controls.activateWindow()
        return controls

    return made


def widths(parts: Iterable[QWidget]) -> int:
    """How wide these are with what stands between them."""
    return sum(part.sizeHint().width() + BESIDE for part in parts)


def fields(controls: TogetherControls) -> list[QComboBox]:
    found = (controls.findChild(QComboBox, name) for name in ("method", "grouping", "summaryUnit"))
    return [field for field in found if field is not None]


def mnemonic_labels(controls: TogetherControls) -> list[QLabel]:
    return [label for label in controls.findChildren(QLabel) if "&" in label.text()]


def labels(controls: TogetherControls) -> list[str]:
    return [label.text() for label in mnemonic_labels(controls) if label.isVisible()]


def lines(parts: Iterable[QWidget]) -> int:
    """In how many lines these stand: in another one where it begins below the middle of the one before."""
    count, middle = 0, -1
    tops = {part: part.mapTo(part.window(), QPoint(0, 0)).y() for part in parts}
    for part, top in sorted(tops.items(), key=lambda one: one[1]):
        if top > middle:
            count, middle = count + 1, top + part.height() // 2
    return count


@pytest.mark.parametrize(
    ("room", "count", "named"),
    [(Room.FOR_TWO_LINES, 2, True), (Room.FOR_ONE_LINE, 1, False), (Room.FOR_EVERYTHING, 1, True)],
)
def test_fields_stand_in_as_few_lines_as_there_is_room_for(
    make: Callable[[Room], TogetherControls], qtbot: QtBot, room: Room, count: int, *, named: bool
) -> None:
    controls = make(room)

    qtbot.waitUntil(lambda: lines(fields(controls)) == count)
    assert bool(labels(controls)) is named


@pytest.mark.parametrize(
    ("room", "low", "seen"),
    [(Room.FOR_ONE_LINE, True, False), (Room.FOR_ONE_LINE, False, True), (Room.FOR_EVERYTHING, True, True)],
)
def test_lengths_ready_made_are_there_where_they_take_no_line_or_a_line_is_to_spare(
    make: Callable[[Room], TogetherControls], room: Room, *, low: bool, seen: bool
) -> None:
    controls = make(room)
    controls.set_low(low)

    assert controls._length.shortcuts.isVisible() is seen


@pytest.mark.parametrize("room", Room)
def test_the_key_of_a_label_leads_to_its_field_also_where_there_is_no_room_for_it(
    make: Callable[[Room], TogetherControls], qtbot: QtBot, room: Room
) -> None:
    controls = make(room)
    qtbot.waitUntil(controls.isActiveWindow)
    qtbot.keyClick(controls, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)

    assert controls._length.slider.hasFocus()


def test_lengths_ready_made_stand_beside_one_another_in_the_line_of_the_others(
    make: Callable[[Room], TogetherControls], qtbot: QtBot
) -> None:
    controls = make(Room.FOR_EVERYTHING)
    presets = controls._length.presets.values()

    qtbot.waitUntil(lambda: lines((*fields(controls), *presets)) == 1)
