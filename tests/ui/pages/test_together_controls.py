"""Method, grouping and length of a common summary, in as few lines as there is room for."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel

from apostil.domain.choices import UNTOUCHED
from apostil.domain.summary import Length, Method
from apostil.ui.pages.together_controls import TogetherControls
from apostil.ui.panels.summary_length import SummaryLength

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot


@pytest.fixture
def make(qtbot: QtBot) -> Callable[[int], TogetherControls]:
    """Controls of a width."""

    def made(width: int) -> TogetherControls:
        state = SimpleNamespace(survey=None, summary=None, choices=UNTOUCHED, method=Method.LSA, length=Length(10))
        method, grouping = QComboBox(), QComboBox()
        method.addItems(["Automatic", "Reduction"])
        grouping.addItems(["By outlet", "By rank"])
        method.setObjectName("method")
        grouping.setObjectName("grouping")
        controls = TogetherControls(method, grouping, SummaryLength(state))
        qtbot.addWidget(controls)
        controls.resize(width, 90)
        with qtbot.waitExposed(controls):
            controls.show()
        controls.activateWindow()
        return controls

    return made


def tops(controls: TogetherControls) -> list[int]:
    """Where the fields begin, from above."""
    fields = (controls.findChild(QComboBox, name) for name in ("method", "grouping", "summaryUnit"))
    return [field.mapTo(controls, field.rect().center()).y() for field in fields if field is not None]


def labels(controls: TogetherControls) -> list[str]:
    return [label.text() for label in controls.findChildren(QLabel) if label.isVisible() and "&" in label.text()]


@pytest.mark.parametrize(("width", "lines", "named"), [(300, 2, True), (420, 1, False), (1100, 1, True)])
def test_fields_stand_in_as_few_lines_as_there_is_room_for(
    make: Callable[[int], TogetherControls], qtbot: QtBot, width: int, lines: int, *, named: bool
) -> None:
    controls = make(width)

    qtbot.waitUntil(lambda: len({top // 12 for top in tops(controls)}) == lines)
    assert bool(labels(controls)) is named


@pytest.mark.parametrize(("width", "low", "seen"), [(420, True, False), (420, False, True), (1100, True, True)])
def test_lengths_ready_made_are_there_where_they_take_no_line_or_a_line_is_to_spare(
    make: Callable[[int], TogetherControls], width: int, *, low: bool, seen: bool
) -> None:
    controls = make(width)
    controls.set_low(low)

    assert controls._length.shortcuts.isVisible() is seen


@pytest.mark.parametrize("width", [300, 420, 1100])
def test_the_key_of_a_label_leads_to_its_field_also_where_there_is_no_room_for_it(
    make: Callable[[int], TogetherControls], qtbot: QtBot, width: int
) -> None:
    controls = make(width)
    qtbot.waitUntil(controls.isActiveWindow)
    qtbot.keyClick(controls, Qt.Key.Key_L, Qt.KeyboardModifier.AltModifier)

    assert controls._length.slider.hasFocus()


def test_lengths_ready_made_stand_beside_one_another_in_the_line_of_the_others(
    make: Callable[[int], TogetherControls], qtbot: QtBot
) -> None:
    controls = make(1100)
    presets = controls._length.presets.values()

    qtbot.waitUntil(lambda: len({preset.y() for preset in presets}) == 1)
    assert controls.sizeHint().height() < 40
