"""What a court decides is known by how it says so."""

import pytest

from apostil.analysis.auto.rulings import rulings
from support.auto_texts import NEWS, reading_of

PARTIES = {
    "en": ["The appellant fell.", "Counsel for the respondent was heard."],
    "fr": ["Le pourvoi est formé par la requérante.", "Vu les moyens, la cour a délibéré."],
}


def last_of(text, language="en"):
    return rulings(reading_of([*PARTIES[language], text], language=language))[-1]


@pytest.mark.parametrize(
    "text",
    [
        "The appeal is therefore allowed.",
        "The orders of the court below are, for these reasons, set aside and quashed.",
        "We affirm the judgment.",
        "It is so ordered.",
    ],
)
def test_a_decision_is_known(text):
    assert last_of(text)


@pytest.mark.parametrize(
    "text", ["PAR CES MOTIFS, la cour statue.", "REJETTE le pourvoi ;", "Casse et annule l’arrêt."]
)
def test_a_french_decision_is_known(text):
    assert last_of(text, "fr")


@pytest.mark.parametrize(
    "text", ["The trial judge dismissed the claim.", "The appeal was dismissed in May.", "The claim is a serious one."]
)
def test_what_others_decided_or_claimed_is_none(text):
    assert not last_of(text)


def test_news_decides_nothing():
    assert not any(rulings(reading_of([*NEWS, "The appeal is dismissed."])))


def test_no_text_decides_nothing():
    assert rulings(reading_of([])) == ()
