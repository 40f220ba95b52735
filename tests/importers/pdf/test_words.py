import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import clean
from apostil.domain.place import Box
from apostil.importers.pdf.lines import Line
from apostil.importers.pdf.words import Words, starts_of


def line(text, *, hyphenated=False):
    return Line(text, 1, 60, 100, 300, 110, 10, Box(1, 60, 100, 300, 110), hyphenated=hyphenated)


def joined(*texts, elsewhere=""):
    lines = [line(text) for text in texts]
    return Words([*lines, line(elsewhere)]).joined(lines)


@pytest.mark.parametrize(
    ("first", "last", "whole"),
    [
        ("they de-", "cided", "they decided"),
        ("ils ont déci-", "dé", "ils ont décidé"),
        ("Space", "Shuttle", "Space Shuttle"),
        ("the Sea-", "Air-Space Museum", "the Sea-Air-Space Museum"),
        ("a well-", "known man", "a well-known man"),
        ("un peut-", "être", "un peut-être"),
        ("demanda-t-", "il", "demanda-t-il"),
        ("dit-", "elle", "dit-elle"),
        ("lui-", "même", "lui-même"),
        ("vingt-", "deux", "vingt-deux"),
        ("the Covid-", "19 years", "the Covid-19 years"),
        ("a dash -", "and more", "a dash - and more"),
        ("they de\u2010", "cided", "they decided"),
    ],
)
def test_words_broken_by_a_line_end(first, last, whole):
    assert joined(first, last) == whole


def test_a_spelling_that_stands_elsewhere_decides():
    assert joined("a long-", "term plan", elsewhere="long-term") == "a long-term plan"


def test_a_word_that_stands_whole_elsewhere_decides():
    assert joined("a well-", "ness plan", elsewhere="wellness") == "a wellness plan"


def test_the_hyphen_that_the_reader_marks_is_dropped():
    lines = [line("they de", hyphenated=True), line("cided")]
    assert Words(lines).joined(lines) == "they decided"


def test_a_marked_hyphen_before_a_capital_stays():
    lines = [line("the Sea", hyphenated=True), line("Air Museum")]
    assert Words(lines).joined(lines) == "the Sea-Air Museum"


@given(st.lists(st.sampled_from(["they de-", "cided", "the Sea", "a well-", "Covid-", "19", "- and"]), min_size=1))
def test_the_parts_are_the_text(texts):
    lines = [line(text) for text in texts]
    parts = Words(lines).parts(lines)
    assert len(parts) == len(lines)
    assert "".join(parts) == Words(lines).joined(lines)


SIGNS = st.sampled_from(["a", "é", "e\u0301", " ", "\u00a0", "\t", "\x00", "\u202e"])


@given(st.lists(st.lists(SIGNS).map("".join).filter(clean), max_size=6))
def test_parts_begin_where_their_words_are_stored(parts):
    text = clean("".join(parts))
    for index, start in enumerate(starts_of(parts)):
        assert text[start:] == clean("".join(parts[index:]))
