"""Words for numbers, languages and dates."""

from __future__ import annotations

import datetime as dt

import pytest

from apostil.ui.wording import counted, done_words, language_name, short_date, time_left


@pytest.mark.parametrize(("number", "words"), [(0, "0 words"), (1, "1 word"), (742, "742 words")])
def test_a_number_takes_its_noun(number: int, words: str) -> None:
    assert counted(number, "word", "words") == words


@pytest.mark.parametrize(("code", "name"), [("fr", "French"), ("en", "English"), ("", ""), ("zz", "ZZ")])
def test_a_language_has_a_name(code: str, name: str) -> None:
    assert language_name(code) == name


def test_a_day_is_written_out() -> None:
    assert "2026" in short_date(dt.date(2026, 1, 31))


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "5 s left"), (13, "15 s left"), (55, "1 min left"), (170, "3 min left"), (5400, "1 h 30 min left")],
)
def test_the_time_that_is_left_is_told_no_more_exactly_than_it_is_known(seconds: float, words: str) -> None:
    assert time_left(seconds) == words


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Change kind of Emeka to person", "Changed the kind of Emeka to person"),
        ("Change Emeka in the glossary", "Changed Emeka in the glossary"),
        ("Remove entity Emeka", "Removed the name Emeka"),
        ("Split a mention of Okafor off as Emeka", "Split a mention of Okafor off as Emeka"),
        ("Tidy the glossary", "Done: tidy the glossary"),
    ],
)
def test_what_was_done_is_said_in_the_past(label: str, said: str) -> None:
    assert done_words(label) == said
