"""Figures in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.analysis.worded import is_cut_off, worded


def parted(text: str, language: str = "en") -> list[tuple[str, str]]:
    """The figures with what they count, each cut from the text."""
    return [(text[found.span.start : found.noun.start], found.noun.cut(text)) for found in worded(text, language)]


@pytest.mark.parametrize(
    ("text", "amount", "noun"),
    [
        ("Forty ships came.", "Forty", " ships"),
        ("They lost two hundred and fifty people.", "two hundred and fifty", " people"),
        ("Some two young Malian engineers left.", "two", " young Malian engineers"),
        ("It took three years.", "three years", ""),
        ("A two-year plan.", "two-year", ""),
        ("Twenty-two-year-olds came.", "Twenty-two-year-olds", ""),
        ("The three men left.", "three", " men"),
        ("It lost forty percent.", "forty percent", ""),
        ("It takes twenty or thirty weeks.", "twenty or thirty weeks", ""),
        ("It takes two to three weeks.", "two to three weeks", ""),
        ("It lost seven point six five percent.", "seven point six five percent", ""),
        ("It lost zero point five percent.", "zero point five percent", ""),
        ("It rose to one point two million people.", "one point two million", " people"),
        ("A two inch burn.", "two inch", ""),
        ("A two\u2010year plan.", "two\u2010year", ""),
        ("A two\u2011year plan.", "two\u2011year", ""),
        ("It sank two ships in three.", "two", " ships"),
        ("A hundred ships came.", "A hundred", " ships"),
    ],
)
def test_english_figures(text: str, amount: str, noun: str) -> None:
    assert parted(text) == [(amount, noun)]


@pytest.mark.parametrize(
    ("text", "amount", "noun"),
    [
        ("Quarante navires sont partis.", "Quarante", " navires"),
        ("Le bilan est de trois morts.", "trois", " morts"),
        ("Il a dix-neuf autres bateaux.", "dix-neuf", " autres bateaux"),
        ("Les trois hauts responsables.", "trois", " hauts responsables"),
        ("Une grève de six heures.", "six heures", ""),
        ("Il y a vingt et un\u00a0ans.", "vingt et un\u00a0ans", ""),
        ("Deux à trois mois de pluie.", "Deux à trois mois", ""),
        ("Un prix de cent euros.", "cent euros", ""),
        ("Il a perdu deux virgule cinq millions d’euros.", "deux virgule cinq millions d’euros", ""),
        ("Trois sites sur cinq, deux sites sur 10 ans.", "deux", " sites"),
        ("Il y a six blessés.", "six", " blessés"),
        ("Il a perdu deux millions d’euros.", "deux millions d’euros", ""),
    ],
)
def test_french_figures(text: str, amount: str, noun: str) -> None:
    assert parted(text, "fr") == [(amount, noun)]


@pytest.mark.parametrize(
    "text",
    [
        "One of the ships left, and one man stayed.",
        "One or two ships left.",
        "Two of them stayed.",
        "Two of Britain’s largest ports closed.",
        "The two men left, and these two sides talk.",
        "A two-thirds majority, three quarters and four fifths.",
        "World War Two veterans and the Six Nations teams.",
        "The phase two trials.",
        "It was two against three.",
        "They came at seven.",
        "Two smarties’ prizes.",
        "One in three visits fails.",
        "Nine out of ten dentists agree.",
        "Seven in every ten people agree.",
        "One in ten years is dry.",
        "Five of every six doctors agree.",
        "At one point two men entered the room.",
        "In at least one point three researchers agree.",
        "They have two point five children.",
        "At four twenty ships left.",
        "My two cents.",
        "It takes two or three weeks.",
        "They employ five or six crews.",
        "The next two or three.",
        "Between fifty and seventy hours.",
        "Coils of two inch and one inch.",
        "She starred in Seven Nights.",
        "(Three Sinners)",
    ],
)
def test_what_counts_nothing_new_in_english_is_none(text: str) -> None:
    assert parted(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Un navire, une femme et l’un des marins.",
        "Les deux pays, ces deux hommes, tous deux membres.",
        "Deux d’entre eux et trois de plus.",
        "Les deux tiers des voix, trois quarts des sièges.",
        "À six heures, vers dix heures, et six heures du matin.",
        "Trois élèves sur quatre.",
        "Une personne sur deux.",
        "Neuf sur dix dentistes sont d’accord.",
        "Trois élèves sur 10.",
        "Il y a trois ou quatre mois.",
        "Entre deux et trois ans.",
        "Elle dure deux mois et demi.",
        "Une dizaine, six manufacturés et quatre autres.",
        "Plus de dix quinze mille personnes.",
        "L’entre-deux-guerres, et l’entre deux guerres.",
        "La guerre des six jours.",
        "Il y a deux poids deux mesures.",
        "Dans Les Trois Mousquetaires.",
        "Il en reste quarante.",
    ],
)
def test_what_counts_nothing_new_in_french_is_none(text: str) -> None:
    assert parted(text, "fr") == []


def test_what_is_counted_may_have_a_figure_itself() -> None:
    assert parted("Two four-year terms.") == [("Two", " four-year terms"), ("four-year", "")]


@pytest.mark.parametrize("opening", ["", "It rained. ", "“It rained.” ", "It rained:\n"])
def test_a_capital_that_opens_a_sentence_makes_no_name(opening: str) -> None:
    assert parted(f"{opening}Three ships left.") == [("Three", " ships")]


@pytest.mark.parametrize(
    ("text", "is_part"),
    [
        ("between two and ", True),
        ("entre deux et ", True),
        ("six point ", True),
        ("dix ", True),
        ("They paid ", False),
        ("", False),
    ],
)
def test_a_number_goes_before_what_is_cut_off(text: str, is_part: bool) -> None:
    assert is_cut_off(f"{text}five million", len(text)) == is_part


def test_other_languages_have_none() -> None:
    assert parted("Forty ships.", "de") == []


@given(st.lists(st.sampled_from(["two", "three", "ships", "the", "hundred", "and", "of", "years", "-", "."])))
def test_figures_follow_one_another(words: list[str]) -> None:
    text = " ".join(words)
    ends = [place for found in worded(text, "en") for place in (found.span.start, found.span.end)]
    assert ends == sorted(ends)


@pytest.mark.parametrize(
    "text", ["two " * 20_000, "hundred " * 10_000, "one-" * 20_000, "two or " * 10_000, "two point " * 10_000]
)
def test_long_rows_take_no_longer_than_others(text: str) -> None:
    parted(text)
