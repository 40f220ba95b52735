"""Every character of a text is found again in the string that it was made from."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import clean
from apostil.domain.spans import Span
from apostil.importers.formats.text import read_text
from apostil.services.alignment import Alignment

ODD = "ab é e\u0301\u0323 ÿ \r\n\t\u00a0\u202f\u2028\x85\x00\ud800 🇲🇱 한\u1112\u1161\u11ab ﬁ Å \u212b « » l’État. A B"


def words_of(text):
    return unicodedata.normalize("NFC", "".join(clean(text).split()))


@pytest.mark.parametrize(
    ("given_text", "text", "words"),
    [
        ("one two", "one two", "two"),
        ("one\r\n\r\n\r\ntwo", "one\n\ntwo", "two"),
        ("  cafe\u0301  noir", "café noir", "noir"),
        ("a cafe\u0301 b", "a café b", "café"),
        ("x 🇲🇱\t\u0000Mali", "x 🇲🇱\n\nMali", "Mali"),
    ],
)
def test_words_are_found_where_they_were_given(given_text, text, words):
    start = text.index(words)
    place = Alignment(given_text, text).span(Span(start, start + len(words)))
    assert unicodedata.normalize("NFC", place.cut(given_text)) == words


def test_a_caret_stays_one():
    assert Alignment("  a", "a").span(Span(1, 1)) == Span(3, 3)


@given(st.text(st.sampled_from(ODD) | st.characters(), max_size=80), st.data())
def test_any_run_of_a_text_is_found_with_the_same_words(string, data):
    text = read_text(string).text
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    place = Alignment(string, text).span(Span(start, end).trimmed(text))
    if words_of(text[start:end]) == "".join(text[start:end].split()):
        assert words_of(place.cut(string)) == words_of(text[start:end]) or _within_one_cluster(string, place)


def _within_one_cluster(string, place):
    """Where a run begins or ends between a character and what is put on it, the whole of it is given."""
    return any(unicodedata.combining(char) or "\u1100" <= char <= "\u11ff" for char in string)


@given(st.text(st.sampled_from(ODD) | st.characters(), max_size=120))
def test_places_keep_their_order(string):
    text = read_text(string).text
    alignment = Alignment(string, text)
    starts = [alignment.span(Span(index, index + 1)).start for index in range(len(text))]
    assert starts == sorted(starts)
    assert all(0 <= start <= len(string) for start in starts)
