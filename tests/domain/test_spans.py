"""Spans cut, overlap and cover as half-open ranges do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.spans import Span, covering

TEXTS = st.text(max_size=60)


@st.composite
def spans(draw, longest=60):
    start = draw(st.integers(0, longest))
    return Span(start, draw(st.integers(start, longest)))


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (2, 1)])
def test_what_is_no_span_is_refused(start, end):
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_a_span_cuts_its_words():
    assert Span(4, 8).cut("the word here") == "word"


@given(spans(), st.integers(0, 60))
def test_a_span_that_was_moved_comes_back(span, by):
    assert span.moved(by).moved(-by) == span


def test_no_span_moves_before_the_text():
    with pytest.raises(ValueError, match="not a span"):
        Span(1, 2).moved(-2)


def test_flags_are_two_code_points():
    assert Span(0, 2).cut("🇲🇱 Mali") == "🇲🇱"


def test_an_empty_span_is_still_something():
    assert Span(3, 3)
    assert len(Span(3, 3)) == 0


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (Span(0, 3), Span(3, 5), False),
        (Span(0, 4), Span(3, 5), True),
        (Span(0, 9), Span(3, 5), True),
        (Span(3, 3), Span(3, 5), False),
    ],
)
def test_spans_overlap_where_they_share_a_character(one, other, overlap):
    assert one.overlaps(other) is overlap
    assert other.overlaps(one) is overlap


@given(spans(), spans())
def test_overlapping_is_sharing_places(one, other):
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    if len(one) and len(other):
        assert one.overlaps(other) == bool(shared)


@given(spans(), spans())
def test_covering_is_holding_every_place(one, other):
    if one.covers(other):
        assert set(range(other.start, other.end)) <= set(range(one.start, one.end))


@given(TEXTS, spans())
def test_a_trimmed_span_cuts_the_words_without_white_space(text, span):
    assert span.trimmed(text).cut(text) == span.cut(text).strip()


@given(TEXTS, spans())
def test_trimming_again_changes_nothing(text, span):
    once = span.trimmed(text)
    assert once.trimmed(text) == once


@given(st.lists(spans()))
def test_spans_sort_as_they_stand(found):
    assert sorted(found) == sorted(found, key=lambda span: (span.start, span.end))


ROW = (Span(0, 9), Span(10, 20), Span(30, 40))


@pytest.mark.parametrize(
    ("inner", "place"),
    [(Span(0, 9), 0), (Span(12, 14), 1), (Span(39, 40), 2), (Span(18, 22), -1), (Span(22, 24), -1), (Span(40, 41), -1)],
)
def test_what_covers_a_span_is_found_by_its_number(inner, place):
    assert covering(ROW, inner) == place


def test_nothing_covers_where_there_is_nothing():
    assert covering((), Span(0, 1)) == -1
