"""The buttons of the review take the steps of their keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from apostil.domain.entity import Entity, Kind, Mention
from apostil.domain.spans import Span
from apostil.ui.accessibility import nameless
from apostil.ui.review.keys import Step
from apostil.ui.review.steps import Steps
from support.panels import LIGHT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def steps(qtbot: QtBot) -> Steps:
    """The buttons, as they are seen."""
    made = Steps(LIGHT)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def named(places: int) -> Entity:
    """An entity that stands in so many places."""
    mentions = tuple(Mention(Span(10 * place, 10 * place + 5), Kind.PERSON, 0.5) for place in range(places))
    return Entity("1", "Quill", Kind.PERSON, mentions=mentions)


@pytest.mark.parametrize("step", [Step.ACCEPT, Step.REJECT, Step.SKIP, Step.END_ON, Step.UNDO])
def test_a_button_takes_its_step(steps: Steps, qtbot: QtBot, step: Step) -> None:
    with qtbot.waitSignal(steps.taken) as told:
        steps.buttons[step].click()
    assert told.args == [(step, None)]


def test_a_kind_is_told_with_its_step(steps: Steps, qtbot: QtBot) -> None:
    with qtbot.waitSignal(steps.taken) as told:
        steps.kinds[Kind.EVENT].click()
    assert told.args == [(Step.RETYPE, Kind.EVENT)]


def test_the_guessed_kind_is_the_one_pressed(steps: Steps) -> None:
    steps.show_name(named(1), Kind.GROUP)
    assert [kind for kind, button in steps.kinds.items() if button.isChecked()] == [Kind.GROUP]


def test_all_places_are_offered_where_there_are_several(steps: Steps) -> None:
    steps.show_name(named(3), Kind.PERSON)
    steps.toggle_everywhere()
    assert steps.everywhere.text() == "A  All 3 places of this name"
    assert steps.everywhere.isChecked()


def test_for_a_name_that_stands_once_they_are_not(steps: Steps) -> None:
    steps.show_name(named(1), Kind.PERSON)
    steps.toggle_everywhere()
    assert not steps.everywhere.isChecked()


def test_everything_has_a_name_for_a_screen_reader(steps: Steps) -> None:
    steps.show_name(named(2), Kind.PERSON)
    assert nameless(steps) == []
