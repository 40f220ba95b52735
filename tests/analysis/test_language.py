from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from apostil.analysis.language import READ, SAMPLE, detect, language_within
from apostil.analysis.stamps import TUNED, UNTUNED

SAMPLES = {
    "en": "The harbour authority said on Monday that the new ferry would not sail before the spring.",
    "fr": "L’autorité portuaire a déclaré lundi que le nouveau bac ne partirait pas avant le printemps.",
    "es": "La autoridad portuaria dijo el lunes que el nuevo transbordador no saldrá antes de la primavera.",
    "de": "Die Hafenbehörde sagte am Montag, dass die neue Fähre nicht vor dem Frühling fahren werde.",
    "pt": "A autoridade portuária disse na segunda-feira que a nova balsa não sairá antes da primavera.",
}


@pytest.mark.parametrize(("language", "text"), SAMPLES.items())
def test_a_sentence_tells_its_language(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(("language", "text"), SAMPLES.items())
def test_capitals_tell_it_too(language: str, text: str) -> None:
    assert detect(text.upper()) == language


@pytest.mark.parametrize("text", ["", "   \n", "12 345 % — …", "x", "Ok", "2024 / 31", "🇲🇱"])
def test_too_little_text_has_no_language(text: str) -> None:
    assert detect(text) == ""


@pytest.mark.parametrize(
    ("language", "text"), [("fr", "Bonjour le monde"), ("en", "The cat sat on the mat."), ("en", "Hello there.")]
)
def test_a_short_sentence_is_enough_where_it_is_clear(language: str, text: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize("text", ["Hej alla", "Привет", "Lomé, Togo", "Ukraine war"])
def test_a_few_words_that_may_be_of_several_languages_are_of_none(text: str) -> None:
    assert detect(text) == ""


def test_a_few_words_are_in_a_rare_language_where_they_can_be_in_no_other() -> None:
    assert detect("Mae’r cyngor wedi penderfynu cadw’r hen bont.") == "cy"


def test_a_long_text_is_judged_by_a_part_of_it() -> None:
    assert detect(SAMPLES["fr"] * (SAMPLE // 10)) == "fr"


@given(st.text(max_size=200))
@settings(max_examples=60, deadline=None)
def test_any_text_gets_a_code_of_two_letters_or_none(text: str) -> None:
    assert len(detect(text)) in {0, 2}


def test_where_a_text_tells_little_it_is_taken_for_one_that_names_are_found_in() -> None:
    assert detect("Emmanuel Macron met António Guterres in Bamako. " * 40) in READ


def test_a_clear_text_in_another_language_keeps_it() -> None:
    assert (
        detect("O concello decidiu onte que o vello porto da vila non se pechará, dixo a alcaldesa aos veciños.")
        == "gl"
    )


def test_names_are_found_in_these_languages() -> None:
    assert {*TUNED, *UNTUNED} == READ


@pytest.mark.parametrize(
    ("text", "language", "within"),
    [
        (SAMPLES["fr"], "en", "fr"),
        (SAMPLES["en"], "fr", "en"),
        (SAMPLES["fr"], "fr", "fr"),
        (SAMPLES["es"], "en", "en"),
        (SAMPLES["en"], "de", "de"),
        ("Le Monde du fleuve", "en", "en"),
        ("", "en", "en"),
    ],
)
def test_a_part_of_an_article_may_be_in_another_language(text: str, language: str, within: str) -> None:
    assert language_within(text, language) == within
