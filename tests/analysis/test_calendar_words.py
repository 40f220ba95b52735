from __future__ import annotations

import pytest

from apostil.analysis.calendar_words import in_dates, numbered, rows, words, written_out


@pytest.mark.parametrize(("name", "count"), [("months", 12), ("weekdays", 7), ("short_weekdays", 7), ("ordinals", 8)])
def test_every_row_is_one_thing_in_all_languages(name: str, count: int) -> None:
    assert len(rows(name)) == count


@pytest.mark.parametrize(
    ("name", "word", "number"),
    [
        ("months", "february", 2),
        ("months", "fevrier", 2),
        ("months", "dec.", 12),
        ("weekdays", "dimanche", 7),
        ("weekdays", "monday", 1),
        ("short_weekdays", "dim", 7),
        ("ordinals", "third", 3),
        ("ordinals", "dixieme", 10),
    ],
)
def test_words_are_known_by_their_number(name: str, word: str, number: int) -> None:
    assert numbered(name)[word] == number


def test_words_are_there_with_and_without_accents() -> None:
    assert {"août", "aout"} <= set(words("months").split(", "))


def test_short_words_can_be_left_out() -> None:
    months = written_out("months").split(", ")
    assert {"may", "mai", "mars", "june", "août", "september", "septembre"} <= set(months)
    assert not {"sept", "sept.", "mar", "jun", "dec.", "déc"} & set(months)


@pytest.mark.parametrize("word", ["aout", "dec", "jeudi", "thurs"])
def test_words_of_dates_have_neither_accents_nor_points(word: str) -> None:
    assert word in in_dates()


@pytest.mark.parametrize("name", ["months", "weekdays", "short_weekdays", "ordinals"])
def test_no_word_stands_for_two_things(name: str) -> None:
    held = [word for row in rows(name) for word in row]
    assert len(held) == len(set(held))
