from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.analysis.word_spans import WordSpans


def found(text: str, language: str) -> list[tuple[str, str]]:
    return [(text[word.start : word.end], word.stem) for word in WordSpans(language).within(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("The mayor’s ferries", "en", [("The", ""), ("mayor", "mayor"), ("ferries", "ferri")]),
        ("L’État qu’aujourd’hui", "fr", [("État", "etat"), ("aujourd’hui", "")]),
        ("Covid-19 in 2020", "en", [("Covid-19", "covid-19"), ("in", ""), ("2020", "")]),
        ("d'amphétamines", "fr", [("amphétamines", "amphetamin")]),
        ("explique-t-il, cet homme-là", "fr", [("explique", "expliqu"), ("cet", ""), ("homme", "homm")]),
        ("Häuser, Haus", "de", [("Häuser", "haus"), ("Haus", "haus")]),
        ("fisi tantara", "xx", [("fisi", "fisi"), ("tantara", "tantara")]),
        ("", "en", []),
    ],
)
def test_words_are_found_with_their_stems(text: str, language: str, words: list[tuple[str, str]]) -> None:
    assert found(text, language) == words


def test_words_lie_between_the_places() -> None:
    assert [word.start for word in WordSpans("en").within("rain wind rain", 5, 9)] == [5]


@given(st.text(max_size=60), st.sampled_from(["en", "fr", ""]))
def test_words_stand_in_order_and_are_not_empty(text: str, language: str) -> None:
    places = [place for word in WordSpans(language).within(text, 0, len(text)) for place in word[:2]]
    assert places == sorted(set(places))
