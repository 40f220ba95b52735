"""Numbers in words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.analysis.numerals import read, read_range, starts


def told(words: str, language: str) -> tuple[Decimal | int, str]:
    found = read(words, 0, language)
    return (found.value, words[: found.end]) if found else (0, "")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("forty", 40),
        ("Nineteen", 19),
        ("twenty-two", 22),
        ("twenty two", 22),
        ("a hundred", 100),
        ("two hundred and fifty", 250),
        ("twelve hundred", 1200),
        ("three thousand and six", 3006),
        ("one million two hundred thousand and five", 1_200_005),
        ("A trillion", 10**12),
        ("zero", 0),
        ("two point five million", 2_500_000),
    ],
)
def test_english_numbers(words: str, value: Decimal) -> None:
    assert told(words, "en") == (value, words)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("quarante", 40),
        ("dix-sept", 17),
        ("vingt et un", 21),
        ("vingt-et-une", 21),
        ("soixante et onze", 71),
        ("soixante-dix-sept", 77),
        ("quatre-vingts", 80),
        ("quatre-vingt-douze", 92),
        ("cent vingt", 120),
        ("deux cents", 200),
        ("mille", 1000),
        ("deux mille trois cents", 2300),
        ("quatre-vingt-dix-sept mille", 97_000),
        ("septante-deux", 72),
        ("deux virgule cinq milliards", 2_500_000_000),
        ("un milliard deux cent millions", 1_200_000_000),
    ],
)
def test_french_numbers(words: str, value: Decimal) -> None:
    assert told(words, "fr") == (value, words)


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("two four-year terms", "en", (2, "two")),
        ("two hundred six-year-olds", "en", (200, "two hundred")),
        ("twenty and five", "en", (20, "twenty")),
        ("three two", "en", (3, "three")),
        ("two million million", "en", (2_000_000, "two million")),
        ("two hundred and those", "en", (200, "two hundred")),
        ("four twenty", "en", (4, "four")),
        ("ten seven", "en", (10, "ten")),
        ("sixty eleven", "en", (60, "sixty")),
        ("eighty ten", "en", (80, "eighty")),
        ("vingt et deux", "fr", (20, "vingt")),
        ("six sept", "fr", (6, "six")),
        ("deux, trois", "fr", (2, "deux")),
    ],
)
def test_a_number_ends_where_no_more_of_it_follows(words: str, language: str, expected: tuple[int, str]) -> None:
    assert told(words, language) == expected


@pytest.mark.parametrize(
    ("words", "language"),
    [("a ship", "en"), ("hundred", "en"), ("tent", "en"), ("onze", "en"), ("million", "fr"), ("forty", "de"), ("", "")],
)
def test_other_words_are_no_numbers(words: str, language: str) -> None:
    assert read(words, 0, language) is None


@pytest.mark.parametrize(
    ("words", "language", "values"),
    [
        ("three to five years", "en", [3, 5]),
        ("two or three", "en", [2, 3]),
        ("two to three million", "en", [2_000_000, 3_000_000]),
        ("six hundred to eight hundred", "en", [600, 800]),
        ("deux à trois mois", "fr", [2, 3]),
        ("two point five to three million", "en", [2_500_000, 3_000_000]),
        ("two to three point five million", "en", [2_000_000, 3_500_000]),
        ("two point five to three percent", "en", [Decimal("2.5"), 3]),
        ("five to one thousand", "en", [5, 1000]),
        ("five to a million", "en", [5, 1_000_000]),
        ("two to three thousand five hundred", "en", [2, 3500]),
        ("two to three hundred and six", "en", [2, 306]),
        ("two thousand to three million", "en", [2000, 3_000_000]),
        ("five hundred to one million", "en", [500, 1_000_000]),
        ("cinq à mille", "fr", [5, 1000]),
        ("cinq à dix mille", "fr", [5000, 10_000]),
        ("five to one", "en", [5]),
        ("five to the last", "en", [5]),
        ("ships", "en", []),
        ("five", "de", []),
    ],
)
def test_a_range_goes_from_one_number_to_a_larger_one(words: str, language: str, values: list[int]) -> None:
    assert [one.value for one in read_range(words, 0, language)] == values


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("seven point five percent", "en", (Decimal("7.5"), "seven point five")),
        ("zero point six five %", "en", (Decimal("0.65"), "zero point six five")),
        ("one point two kilometres", "en", (Decimal("1.2"), "one point two")),
        ("trois virgule vingt-cinq pour cent", "fr", (Decimal("3.25"), "trois virgule vingt-cinq")),
        ("one point two men", "en", (1, "one")),
        ("seven point five", "en", (7, "seven")),
        ("trois virgule cinq hommes", "fr", (3, "trois")),
    ],
)
def test_a_point_needs_a_measure_behind_it(text: str, language: str, expected: tuple[Decimal, str]) -> None:
    assert told(text, language) == expected


@pytest.mark.parametrize("before", ["At", "in", "In at least"])
def test_one_point_may_be_a_place(before: str) -> None:
    found = read(f"{before} one point two hours went by", len(before) + 1, "en")
    assert found is not None
    assert found.value == 1


@pytest.mark.parametrize("before", ["It rose by", "It rose to", "From", "At least", "At twenty-two million and"])
def test_one_point_begins_a_number_elsewhere(before: str) -> None:
    found = read(f"{before} one point two hours", len(before) + 1, "en")
    assert found is not None
    assert found.value == Decimal("1.2")


def test_numbers_may_begin_with_any_of_their_words() -> None:
    assert list(starts("Two of forty often stay mid-thirty, a hundred", "en")) == [0, 7, 36]


def test_a_language_that_is_not_known_has_none() -> None:
    assert list(starts("Two ships", "de")) == []


WORDS = ["two", "ten", "twenty", "hundred", "thousand", "million", "a", "and", "deux", "quatre", "vingt", "cent", "et"]


@given(st.lists(st.sampled_from(WORDS)), st.sampled_from([" ", "-"]), st.sampled_from(["en", "fr"]))
def test_any_row_of_words_can_be_read(words: list[str], between: str, language: str) -> None:
    text = between.join(words)
    for start in starts(text, language):
        found = read(text, start, language)
        assert found is None or start < found.end <= len(text)


ONES = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
TENS = ("zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def spelled(number: int) -> str:
    """A number below a thousand in English words."""
    hundreds, rest = divmod(number, 100)
    below = [ONES[rest]] if rest < 20 else [TENS[rest // 10], *([ONES[rest % 10]] if rest % 10 else [])]
    return " and ".join([*([f"{ONES[hundreds]} hundred"] if hundreds else []), *(["-".join(below)] if rest else [])])


@given(st.integers(1, 999))
def test_every_number_comes_to_what_it_was_written_for(number: int) -> None:
    assert told(spelled(number), "en") == (number, spelled(number))
