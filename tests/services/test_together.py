"""Summarising several articles together."""

from __future__ import annotations

from apostil.domain.summary import Length, Method, choose
from apostil.services import summarising, together
from support.several import part


def test_the_survey_of_several_articles_is_of_this_version() -> None:
    assert together.survey([part(["Rain fell."]), part(["The ferry sailed."])]).version == summarising.VERSION


def test_a_summary_is_chosen_from_all_articles() -> None:
    found = together.survey([part(["Rain fell."]), part(["The ferry sailed."])])

    assert {one.extract.owner for one in choose(found, Method.LSA, Length(2)).sentences} == {0, 1}
