import pytest

from apostil.importers.lexicon import folded, lexicon, months, weekdays


@pytest.mark.parametrize("words", ["À  lire aussi", "a lire\u00a0aussi", "A LIRE AUSSI"])
def test_folded_words_are_equal(words):
    assert folded(words) == "a lire aussi"


def test_sections():
    assert "lire aussi" in lexicon("apparatus")["related"]


@pytest.mark.parametrize(("word", "month"), [("aout", 8), ("august", 8), ("janv", 1), ("dec", 12)])
def test_months_have_their_numbers(word, month):
    assert months()[word] == month


@pytest.mark.parametrize(("word", "weekday"), [("monday", 0), ("lun", 0), ("mercredi", 2), ("sun", 6)])
def test_weekdays_are_counted_from_monday(word, weekday):
    assert weekdays()[word] == weekday


def test_months_and_weekdays_are_listed_in_the_calendar_alone():
    named = {word for word in (*months(), *weekdays()) if len(word) > len("sept")}
    assert not [key for key, entries in lexicon("structure").items() if named & entries]
