from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.analysis.openings import opening


def words(text: str, language: str) -> str | None:
    span = opening(text, 0, language)
    return span and span.cut(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left at once.", "He"),
        ("“He left at once,” said the mayor.", "He"),
        ("This decision surprised many.", "This decision"),
        ("This new decision surprised many.", "This new decision"),
        ("This is why nobody came.", "This"),
        ("These measures will help.", "These measures"),
        ("Such a step is rare.", "Such a step"),
        ("However, the port stayed open.", "However"),
        ("However, he stayed.", "However, he"),
        ("But the port stayed open.", "But"),
        ("But this decision held.", "But this decision"),
        ("As a result, prices fell.", "As a result"),
        ("According to him, prices fell.", "According to him"),
        ("In this case prices fall.", "In this case"),
        ("The latter refused.", "The latter"),
        ("His lawyer refused.", "His lawyer"),
        ("It opened in 1990.", "It"),
        ("It was founded in 1990.", "It"),
        ("It is also a port.", "It"),
        ("It is on the southern shore.", "It"),
        ("Later, it rose.", "Later, it"),
    ],
)
def test_english_openings_that_lean_on_what_was_said(text: str, expected: str) -> None:
    assert words(text, "en") == expected


@pytest.mark.parametrize(
    "text",
    [
        "It is clear that prices fall.",
        "It’s raining.",
        "It was announced that prices fall.",
        "It takes two.",
        "It is indeed possible.",
        "It was a mistake to leave.",
        "It was the first time that prices fell.",
        "IT jobs are rare.",
        "Hector left.",
        "This week prices fell.",
        "In these two last years prices fell.",
        "Those who came were glad.",
        "In addition to rain, there was wind.",
        "Instead of rain, there was wind.",
        "So far nobody came.",
        "Then-mayor Okafor left.",
        "In his speech, the mayor spoke of rain.",
        "Her Majesty left.",
        "Later that year prices fell.",
        "",
        "“",
        "42",
    ],
)
def test_english_openings_that_need_nothing(text: str) -> None:
    assert words(text, "en") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Il est parti.", "Il"),
        ("« Il est parti », dit-on.", "Il"),
        ("Elle refuse.", "Elle"),
        ("Cette décision surprend.", "Cette décision"),
        ("Ces deux nouvelles mesures surprennent.", "Ces deux nouvelles mesures"),
        ("Ce dernier refuse.", "Ce dernier"),
        ("Ces derniers ont refusé.", "Ces derniers"),
        ("Mais le port reste ouvert.", "Mais"),
        ("Mais il reste ouvert.", "Mais il"),
        ("Mais il y a du vent.", "Mais"),
        ("En revanche, le port reste ouvert.", "En revanche"),
        ("Selon lui, le port reste ouvert.", "Selon lui"),
        ("À cette occasion, le port ouvre.", "À cette occasion"),
        ("D’ailleurs, il ferme.", "D’ailleurs, il"),
        ("Son avocat refuse.", "Son avocat"),
        ("Cela surprend.", "Cela"),
        ("Or, le port ferme.", "Or"),
        ("Il est ministre de la mer.", "Il"),
        ("L’intéressé refuse.", "L’intéressé"),
        ("Depuis, le port est fermé.", "Depuis"),
    ],
)
def test_french_openings_that_lean_on_what_was_said(text: str, expected: str) -> None:
    assert words(text, "fr") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Il y a du vent.",
        "Il n’y a pas de vent.",
        "Il est clair que le port ferme.",
        "Il n’est pas possible de passer.",
        "Il est 18 heures.",
        "Il faut partir.",
        "C’est un port.",
        "Ce sont des ports.",
        "Ce qui surprend, c’est le vent.",
        "Cette semaine, le port ferme.",
        "Ces dernières années, le port a fermé.",
        "Ce mardi, le port ferme.",
        "En ce moment, le port est fermé.",
        "Alors que le port ferme, le vent tombe.",
        "Depuis mardi, le port est fermé.",
        "À son arrivée, le maire salue.",
        "Maïs et blé manquent.",
        "Ilham refuse.",
        "Sonia refuse.",
    ],
)
def test_french_openings_that_need_nothing(text: str) -> None:
    assert words(text, "fr") is None


@pytest.mark.parametrize("language", ["", "de", "xx"])
def test_other_languages_have_none(language: str) -> None:
    assert opening("He left.", 0, language) is None


def test_an_opening_stands_where_the_sentence_does() -> None:
    text = "It rained.\u00a0« Elle refuse. »"
    span = opening(text, 10, "fr")
    assert span is not None
    assert span.cut(text) == "Elle"


def test_an_opening_ends_with_its_block() -> None:
    span = opening("So\n\nHe left.", 0, "en")
    assert span is not None
    assert span.end == 2


@given(st.text(max_size=40), st.sampled_from(["en", "fr"]))
def test_an_opening_lies_in_the_text(text: str, language: str) -> None:
    span = opening(text, 0, language)
    assert span is None or span.cut(text).strip() == span.cut(text) != ""
