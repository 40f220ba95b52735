"""The figures of articles with what they come to."""

from __future__ import annotations

import pytest

from apostil.domain.choices import Extract
from apostil.domain.coverage import Figure
from apostil.domain.spans import Span
from apostil.domain.summary import Survey
from apostil.services.figures import figures_of
from support.surveys import make_survey, with_findings

RAIN = "Rain. 12 ships"


def surveyed(*figures: tuple[int, int, int]) -> Survey:
    """A survey of articles one after the other, each with a figure: where it is, its amount ends, and all of it."""
    numbers = tuple(Extract(owner, Span(start, end)) for owner, (start, _, end) in enumerate(figures))
    nouns = tuple(Extract(owner, Span(middle, end)) for owner, (_, middle, end) in enumerate(figures))
    return Survey((), (), (), (), numbers=numbers, nouns=nouns)


def test_figures_read_as_in_their_article() -> None:
    survey = with_findings(make_survey([]), RAIN, numbers=["12| ships"])
    assert figures_of(survey, [(RAIN, "en")]) == [Figure(Extract(0, Span(6, 8)), "12", "12 ships", "12", "", "en")]


def test_what_is_counted_means_the_same_in_two_languages() -> None:
    survey = surveyed((0, 2, 8), (0, 2, 10))
    english, french = figures_of(survey, [("12 ships", "en"), ("12 navires", "fr")])
    assert english.thing == french.thing != ""


def test_what_amounts_come_to_is_told_by_the_language() -> None:
    survey = surveyed((0, 7, 7), (0, 8, 8))
    english, french = figures_of(survey, [("99.982%", "en"), ("99,982 %", "fr")])
    assert english.value == french.value == "99.982 %"


def test_figures_in_words_come_to_the_same_as_those_in_digits() -> None:
    survey = surveyed((0, 2, 8), (0, 8, 16))
    english, french = figures_of(survey, [("40 ships", "en"), ("Quarante navires", "fr")])
    assert english.value == french.value == "40"
    assert english.thing == french.thing != ""


@pytest.mark.parametrize("noun", ["xyzzies", "big xyzzies"])
def test_what_nobody_knows_has_no_meaning(noun: str) -> None:
    survey = surveyed((0, 2, 3 + len(noun)), (0, 2, 10))
    assert figures_of(survey, [(f"12 {noun}", "en"), ("12 navires", "fr")])[0].thing == ""
