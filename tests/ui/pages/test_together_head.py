"""The head of a summary of several articles."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolButton

from apostil.domain.digest import Grouping
from apostil.domain.summary import Length, Method
from apostil.ui.pages.together_head import TogetherHead

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def head(qtbot: QtBot) -> TogetherHead:
    state = SimpleNamespace(
        digest=None, survey=None, summary=None, method=Method.LSA, length=Length(10), grouping=Grouping.TIME
    )
    made = TogetherHead(state, QToolButton())
    qtbot.addWidget(made)
    made.show_state((1, 2, 3))
    return made


def test_what_is_not_there_yet_is_told_by_its_number(qtbot: QtBot) -> None:
    made = head(qtbot)

    assert made.title.text() == "Summary of 3 articles"
    assert made.facts.text() == ""


def test_without_sentences_nothing_can_be_handed_on(qtbot: QtBot) -> None:
    made = head(qtbot)

    assert not made.copy_button.isEnabled()
    assert made.export_button.toolTip() == "There are no sentences yet"


def test_method_length_and_order_are_shown(qtbot: QtBot) -> None:
    made = head(qtbot)

    assert made.method.currentText() == "LSA"
    assert made.length.slider.value() == 10
    assert made.grouping.currentText() == "By day"


def test_another_order_is_told(qtbot: QtBot) -> None:
    made = head(qtbot)

    with qtbot.waitSignal(made.grouping_chosen) as told:
        made.grouping.activated.emit(2)

    assert told.args == [Grouping.RANK]
