"""Words of one meaning."""

from __future__ import annotations

from itertools import product

import pytest

from apostil.analysis.several.bridges import bridges
from apostil.analysis.several.pairs import LANGUAGES, lines, meanings
from apostil.analysis.words import stop_words

WORDS = [
    (language, word) for sides in lines() for language, side in zip(LANGUAGES, sides, strict=True) for word in side
]


@pytest.mark.parametrize(
    ("english", "french"),
    [
        ("harvest", "récoltes"),
        ("wheat", "blé"),
        ("mayor", "maire"),
        ("mother", "mère"),
        ("sea", "mer"),
        ("sale", "vente"),
        ("carried", "porté"),
        ("harbour", "port"),
        ("party", "parti"),
        ("authorities", "autorités"),
        ("author", "auteur"),
        ("former", "ancienne"),
        ("dead", "morts"),
        ("fled", "fui"),
    ],
)
def test_two_words_mean_the_same(english: str, french: str) -> None:
    assert meanings("en").of(english) == meanings("fr").of(french) != ""


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [("fr", "mère", "mer"), ("fr", "vente", "vent"), ("fr", "porté", "port"), ("en", "authority", "author")],
)
def test_words_of_one_stem_may_mean_two_things(language: str, one: str, other: str) -> None:
    assert meanings(language).of(one) != meanings(language).of(other)


@pytest.mark.parametrize(("language", "word", "form"), [("en", "mayor", "mayors"), ("fr", "lancé", "lancées")])
def test_a_form_that_is_not_listed_means_what_its_stem_does(language: str, word: str, form: str) -> None:
    assert meanings(language).of(form) == meanings(language).of(word) != ""


@pytest.mark.parametrize(("language", "form"), [("fr", "partie"), ("fr", "porter"), ("en", "elects")])
def test_a_stem_of_two_meanings_means_nothing(language: str, form: str) -> None:
    assert meanings(language).of(form) == ""


@pytest.mark.parametrize("language", ["de", ""])
def test_other_languages_have_no_pairs(language: str) -> None:
    assert meanings(language).of("data") == ""


def test_every_meaning_is_known_in_both_languages() -> None:
    unknown = [
        (english, french)
        for english, french in lines()
        if {meanings("en").of(word) for word in english} != {meanings("fr").of(word) for word in french}
    ]

    assert not unknown


def test_every_word_means_its_own_line() -> None:
    lost = [
        (word, language)
        for sides in lines()
        for language, side in zip(LANGUAGES, sides, strict=True)
        for word in side
        if meanings(language).of(word) != sides[0][0]
    ]

    assert not lost


def test_every_meaning_has_a_name_of_its_own() -> None:
    assert len({english[0] for english, _ in lines()}) == len(lines())


def test_no_word_stands_in_two_lines() -> None:
    assert len(set(WORDS)) == len(WORDS)


def test_no_word_is_a_stop_word_that_is_never_looked_up() -> None:
    assert not [word for language, word in WORDS if word in stop_words(language)]


def test_no_two_words_of_a_line_begin_so_alike_that_they_are_cognates() -> None:
    assert not [
        pair for sides in lines() for pair in product(*sides) if _cognates(pair[0], "en") & _cognates(pair[1], "fr")
    ]


def _cognates(word: str, language: str) -> set[str]:
    return {one for one in bridges(word, language) if one.startswith("cognate:")}
