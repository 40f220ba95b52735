"""Whether two entities are the same is asked of one pair after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from apostil.domain.names import Likeness, Proposal
from apostil.ui.pages.same_question import SameQuestion

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from apostil.domain.names import Named
    from apostil.ui.desk import Desk

PRESIDENT = "person:rosa lindqvist"


@pytest.fixture
def question(qtbot: QtBot) -> SameQuestion:
    """The question before anything was asked."""
    made = SameQuestion()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def pair(desk: Desk, minister: Named) -> Proposal:
    """That the minister may be the president."""
    return Proposal(desk.library.named((PRESIDENT,))[PRESIDENT], minister, Likeness.CONTAINED)


def test_it_names_the_other_one(question: SameQuestion, minister: Named, pair: Proposal) -> None:
    question.ask(minister.identity, [pair], may_answer=True)
    assert question.words.text() == "Also found as “Rosa Lindqvist” (person) in 2 articles. Is it the same?"
    question.ask(PRESIDENT, [pair], may_answer=True)
    assert question.words.text().startswith("Also found as “Adama Késsou”")


def test_where_nothing_is_to_be_asked_it_hides(question: SameQuestion, minister: Named) -> None:
    question.ask(minister.identity, [], may_answer=True)
    assert question.isHidden()


def test_where_nothing_can_be_changed_it_hides(question: SameQuestion, minister: Named, pair: Proposal) -> None:
    question.ask(minister.identity, [pair], may_answer=False)
    assert question.isHidden()


def test_yes_is_told(question: SameQuestion, minister: Named, pair: Proposal, qtbot: QtBot) -> None:
    question.ask(minister.identity, [pair], may_answer=True)
    with qtbot.waitSignal(question.accepted) as told:
        question.yes.click()
    assert told.args == [pair]


def test_after_a_no_the_next_pair_is_asked_of(
    question: SameQuestion, minister: Named, pair: Proposal, qtbot: QtBot
) -> None:
    question.ask(minister.identity, [pair, pair], may_answer=True)
    with qtbot.waitSignal(question.refused):
        question.no.click()
    assert not question.isHidden()
    question.no.click()
    assert question.isHidden()
