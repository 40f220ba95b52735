from __future__ import annotations

import pytest

from apostil.analysis.words import stemmer, stop_words, words_of


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("fr", "L’eau qu'elle but, aujourd’hui.", ("L'", "eau", "qu'", "elle", "but", "aujourd'hui")),
        ("fr", "jusqu'à l'Île-d’Yeu", ("jusqu'", "à", "l'", "Île-d'Yeu")),
        ("en", "The mayor’s ferry isn't 42 m long", ("The", "mayor", "ferry", "is", "n't", "m", "long")),
        ("en", "e-mail 3rd 2024 A4 co-op", ("e-mail", "co-op")),
        ("de", "Das ist's", ("Das", "ist's")),
        ("", "", ()),
    ],
)
def test_words_are_cut_apart(language: str, text: str, words: tuple[str, ...]) -> None:
    assert words_of(text, language) == words


@pytest.mark.parametrize(("language", "word"), [("en", "the"), ("fr", "l'"), ("es", "el")])
def test_common_words_are_stop_words(language: str, word: str) -> None:
    assert word in stop_words(language)


@pytest.mark.parametrize("language", ["", "xx", "mg"])
def test_other_languages_have_no_stop_words(language: str) -> None:
    assert stop_words(language) == frozenset()


@pytest.mark.parametrize(
    ("language", "word", "stem"), [("en", "ferries", "ferri"), ("fr", "pêcheurs", "pêcheur"), ("xx", "Abc", "abc")]
)
def test_words_are_stemmed(language: str, word: str, stem: str) -> None:
    assert stemmer(language)(word) == stem


def test_stems_are_remembered_over_all_texts() -> None:
    assert stemmer("fr") is stemmer("fr")
