"""What figures come to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.analysis.amounts import amount


@pytest.mark.parametrize(
    ("english", "french", "told"),
    [
        ("99.982%", "99,982 %", "99.982 %"),
        ("3.5 per cent", "3,5\u202fpour cent", "3.5 %"),
        ("ten percent", "dix pour cent", "10 %"),
        ("20 million euros", "20 millions d’euros", "20000000 euros"),
        ("€20m", "20 M€", "20000000 euros"),
        ("$4.2bn", "4,2 milliards de dollars", "4200000000 dollars"),
        ("half a million euros", "500\u202f000\u00a0€", "500000 euros"),
        ("1,234,567.5", "1 234 567,5", "1234567.5"),
        ("12,000", "12.000", "12000"),
        ("300", "300", "300"),
        ("2 trillion", "2 billions", "2000000000000"),
        ("ninety thousand", "quatre-vingt-dix mille", "90000"),
        ("17,000", "dix-sept mille", "17000"),
        ("Forty", "Quarante", "40"),
        ("two hundred and fifty euros", "deux cent cinquante euros", "250 euros"),
        ("two to three million", "deux à trois millions", "2000000–3000000"),
        ("two-year", "deux ans", "2 years"),
        ("2–3 weeks", "deux à trois semaines", "2–3 weeks"),
        ("10–15%", "10 à 15 %", "10–15 %"),
        ("30-year", "30 ans", "30 years"),
        ("-3 °C", "−3 degrés Celsius", "-3 °C"),
        ("3 m", "3 mètres", "3 m"),
        ("$3 m", "3 M$", "3000000 dollars"),
        ("5 tonnes", "5 t", "5 tonnes"),
        ("3 TB", "3 To", "3 TB"),
        ("0.25", "0,250", "0.25"),
        ("7 zorks", "7 zorks", "7 zorks"),
    ],
)
def test_an_amount_is_the_same_in_both_languages(english: str, french: str, told: str) -> None:
    assert (amount(english, "en"), amount(french, "fr")) == (told, told)


@pytest.mark.parametrize(
    ("words", "language", "told"),
    [
        ("99.982", "fr", "99982"),
        ("99,982", "en", "99982"),
        ("3,5", "en", "3.5"),
        ("3.5", "fr", "3.5"),
        ("12,000", "fr", "12000"),
        ("1.458.000,00", "fr", "1458000"),
        ("2 BILLION", "en", "2000000000"),
        ("2.5", "", "2.5"),
        ("two\u2010year", "en", "2 years"),
        ("five to one thousand", "en", "5–1000"),
        ("seven point six five percent", "en", "7.65 %"),
        ("deux virgule cinq millions d’euros", "fr", "2500000 euros"),
    ],
)
def test_the_language_tells_what_a_mark_means(words: str, language: str, told: str) -> None:
    assert amount(words, language) == told


@pytest.mark.parametrize("words", ["", "a dozen", "%", "few euros"])
def test_what_is_no_number_has_no_amount(words: str) -> None:
    assert amount(words, "en") == ""


@given(st.text(alphabet="0123456789.,’- %€$km\u202fanhe٣²", max_size=30), st.sampled_from(["en", "fr", "de", ""]))
def test_whatever_is_written_can_be_asked(words: str, language: str) -> None:
    assert bool(amount(words, language)) or not any(map(str.isdecimal, words))


@given(st.integers(0, 10**12))
def test_thousands_marks_change_nothing(value: int) -> None:
    assert amount(f"{value:,}", "en") == amount(f"{value:,}".replace(",", "\u202f"), "fr") == str(value)
