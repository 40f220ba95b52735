"""What sentences of several articles can share."""

from __future__ import annotations

from dataclasses import replace

import pytest

from apostil.analysis.several.features import anchors_in, bridges_in, figure, words_in
from support.several import part


@pytest.mark.parametrize(
    ("words", "language", "amount"),
    [
        ("3.5%", "en", "3.5%"),
        ("3,5 %", "fr", "3.5%"),
        ("3.5 percent", "en", "3.5%"),
        ("12,000", "en", "12000"),
        ("12 000 euros", "fr", "12000"),
        ("1.234.567", "", "1234567"),
        ("$4.2m", "en", "4200000"),
        ("4,2 millions", "fr", "4200000"),
        ("2 billion", "en", "2000000000"),
        ("2 milliards d’euros", "fr", "2000000000"),
        ("0,250", "fr", "0.25"),
        ("a dozen", "en", "a dozen"),
    ],
)
def test_a_figure_amounts_to_the_same_in_every_language(words: str, language: str, amount: str) -> None:
    assert figure(words, language) == amount


def test_stems_without_stop_words_are_of_their_language() -> None:
    assert words_in(part(["The ferries sailed."])) == [["en:ferri", "en:sail"]]


def test_names_and_figures_stand_in_their_sentences() -> None:
    asked = part(
        ["Nobody spoke.", "Algiers paid 12,000 euros."], names=[("Algiers", "geonames:2507480")], numbers=["12,000"]
    )

    assert anchors_in(asked) == [[], ["name:geonames:2507480", "figure:12000"]]


def test_a_name_outside_of_the_sentences_counts_nowhere() -> None:
    asked = part(["Nobody spoke.", "Algiers paid."], names=[("Algiers", "")])
    shorter = replace(asked, survey=replace(asked.survey, sentences=asked.survey.sentences[:1]))

    assert anchors_in(shorter) == [[]]


def test_bridges_stand_in_their_sentences_beside_the_names() -> None:
    asked = part(["Ink dried.", "They saw Marina celebrated."], names=[("Marina", "")])

    assert bridges_in(asked) == [[], ["cognate:celeb"]]
