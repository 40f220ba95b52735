import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.importers.dates import is_day_first, written_date

DAY = dt.date(2024, 8, 1)


@pytest.mark.parametrize(
    "words",
    [
        "1 August 2024",
        "August 1, 2024",
        "Aug. 1, 2024",
        "1st of August 2024",
        "1er août 2024",
        "1er aout 2024",
        "jeudi 1er août 2024",
        "Thursday, August 1st, 2024",
        "2024-08-01",
        "01/08/2024",
    ],
)
def test_days(words):
    found = written_date(f"It was {words} when it came.")
    assert (found.day if "/" not in words else DAY) == DAY


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("13/08/2024", dt.date(2024, 8, 13)),
        ("08/13/2024", dt.date(2024, 8, 13)),
        ("03/04/2024", None),
        ("04.04.2024", dt.date(2024, 4, 4)),
    ],
)
def test_days_in_figures(words, day):
    assert written_date(words).day == day


def test_the_day_comes_first_where_that_is_known():
    assert written_date("03/04/2024", day_first=True).day == dt.date(2024, 4, 3)


@pytest.mark.parametrize(("line", "first"), [("Publié le 03/04/2024", True), ("Published on 03/04/2024", False)])
def test_french_words_say_that_the_day_comes_first(line, first):
    assert is_day_first(line) is first


@pytest.mark.parametrize("words", ["Aug. 1", "le 1er août", "31 February 2024"])
def test_dates_that_name_no_day(words):
    assert written_date(words).day is None


@pytest.mark.parametrize(
    ("words", "certain"),
    [
        ("Thursday, August 1, 2024", True),
        ("Friday, August 1, 2024", False),
        ("August 1, 2024", True),
        ("August 1", False),
    ],
)
def test_certainty(words, certain):
    assert written_date(words).is_certain is certain


def test_the_first_date_is_found_at_its_place():
    text = "From 2 May 2024 to 3 May 2024."
    date = written_date(text)
    assert text[date.start : date.end] == "2 May 2024"


@pytest.mark.parametrize("words", ["", "2024", "May I go", "in 1 mars bar 12"])
def test_no_date(words):
    assert not words or written_date(words) is None or written_date(words).day is None


@given(st.text())
def test_any_text_can_be_searched(text):
    date = written_date(text)
    assert date is None or text[date.start : date.end]
