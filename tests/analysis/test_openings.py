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
        ("The same day, two men left.", "The same day"),
        ("He’s a miller.", "He"),
        ("That’s why nobody came.", "That"),
        ("It was her mill.", "It"),
        ("This Harbour Data Center opened.", "This Harbour Data Center"),
        ("These peace talks were long.", "These peace talks"),
        ("This most unusual mill burned.", "This most unusual mill"),
        ("His last two books sold well.", "His last two books"),
        ("Those 300 mills burned.", "Those 300 mills"),
        ("That year, prices fell.", "That year"),
        ("The second, a miller, refused.", "The second"),
        ("Some were afraid.", "Some were"),
        ("Two of them refused.", "Two of them"),
        ("Two days later, the mill burned.", "Two days later"),
        ("A few weeks earlier the mill burned.", "A few weeks earlier"),
        ("In 2019, he left.", "In 2019, he"),
        ("On Monday 3 May she left.", "On Monday 3 May she"),
        ("After that it rose.", "After that it"),
        ("As such, the mill is closed.", "As such"),
        ("In it lay a letter.", "In it"),
        ("At 15, he left.", "At 15, he"),
        ("Her major works are mills.", "Her major works"),
        ("That doesn’t help.", "That"),
        ("After two years she left.", "After two years she"),
        ("Born in Lindara, she left.", "Born in Lindara, she"),
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
        "Those millers who stayed were glad.",
        "For those who stayed, prices fell.",
        "In 2019, it was clear that prices would fall.",
        "In 2019, prices fell.",
        "On Monday the mayor left.",
        "May it please the court.",
        "Two days of rain followed.",
        "Born in Lindara, the mayor left.",
        "At 15, the mayor left.",
        "In this study we count mills.",
        "That we came is known.",
        "Their Majesties left.",
        "The same day that snow fell, two men left.",
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
        ("C’est pourquoi le port ferme.", "C’est pourquoi"),
        ("C'est ainsi que le port a fermé.", "C'est ainsi"),
        ("C’est ce qu’affirme le maire.", "C’est ce qu’"),
        ("D’où la colère des marins.", "D’où"),
        ("Puis le port a fermé.", "Puis"),
        ("Puis d’ajouter un mot.", "Puis"),
        ("Ainsi le port a fermé.", "Ainsi"),
        ("Dès lors le port ferme.", "Dès lors"),
        ("Jusque-là, le port ouvrait.", "Jusque-là"),
        ("Voilà pourquoi le port ferme.", "Voilà pourquoi"),
        ("Reste que le port ferme.", "Reste que"),
        ("C’est un port.", "C’est"),
        ("Ce sont des ports.", "Ce sont"),
        ("Ce Data Center ouvre.", "Ce Data Center"),
        ("Ces sept navires partent.", "Ces sept navires"),
        ("Ces 300 marins partent.", "Ces 300 marins"),
        ("Ce 20e anniversaire surprend.", "Ce 20e anniversaire"),
        ("Cette « trêve des ports » surprend.", "Cette « trêve des ports »"),
        ("Sa plus belle victoire date de mai.", "Sa plus belle victoire"),
        ("Son premier titre date de mai.", "Son premier titre"),
        ("Leur pays a payé.", "Leur pays"),
        ("Ce soir-là, le port ferme.", "Ce soir-là"),
        ("Ceux de Lindara refusent.", "Ceux"),
        ("Ceux-là refusent.", "Ceux-là"),
        ("Deux d’entre eux refusent.", "Deux d’entre eux"),
        ("Le second, marin, refuse.", "Le second"),
        ("Trois mois plus tard, le port ferme.", "Trois mois plus tard"),
        ("En 2019, il est parti.", "En 2019, il"),
        ("Le 13 juillet, elle part.", "Le 13 juillet, elle"),
        ("Depuis l’automne, il pêche.", "Depuis l’automne, il"),
        ("La même année, le port ferme.", "La même année"),
        ("À quinze ans, il est parti.", "À quinze ans, il"),
        ("Deux hivers plus tard, elle part.", "Deux hivers plus tard, elle"),
        ("Née à Lindara, fille d’un marin, elle est partie.", "Née à Lindara, fille d’un marin, elle"),
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
        "C’est un port qui ferme.",
        "C’est en mai que le port a fermé.",
        "Ce sont des ports que l’on ferme.",
        "Ceux qui restent sont contents.",
        "Celle dont on parle reste.",
        "Pour ceux qui restent, le port ferme.",
        "Il y en a qui restent.",
        "Il est exact que le port ferme.",
        "Il était quatre heures du matin.",
        "Il fut un temps où le port fermait.",
        "Il faisait très froid.",
        "Il fait quarante degrés.",
        "Il reste du riz.",
        "En 2019, le port a fermé.",
        "Le CA Lindara a gagné.",
        "Ce 14 juillet, le port ferme.",
        "Alors âgé de dix ans, le maire est parti.",
        "Sa Majesté est partie.",
        "Née à Lindara, la maire est partie.",
        "Ça fait longtemps que le port ferme.",
        "La veille du départ, le port ferme.",
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
