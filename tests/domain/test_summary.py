"""The best sentences are chosen, in the order of the article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.spans import Span
from apostil.domain.summary import Length, Method, Ranking, choose


@st.composite
def rankings(draw):
    scores = draw(st.lists(st.floats(-5, 5), max_size=30))
    order = sorted(range(len(scores)), key=lambda index: -scores[index])
    ranks = [0] * len(scores)
    for rank, index in enumerate(order, 1):
        ranks[index] = rank
    sentences = tuple(Span(10 * index, 10 * index + 9) for index in range(len(scores)))
    return Ranking(Method.LUHN, sentences, tuple(scores), tuple(ranks))


LENGTHS = st.builds(Length, st.integers(1, 100), st.booleans())


@given(rankings(), LENGTHS)
def test_chosen_sentences_stand_in_order(ranking, length):
    spans = [sentence.span for sentence in choose(ranking, length).sentences]
    assert spans == sorted(spans)


@given(rankings(), LENGTHS)
def test_so_many_are_chosen_as_the_length_says(ranking, length):
    assert len(choose(ranking, length).sentences) == length.sentences(len(ranking.sentences))


@given(rankings(), LENGTHS)
def test_nothing_left_out_is_better_than_what_is_chosen(ranking, length):
    chosen = choose(ranking, length).sentences
    assert sorted(sentence.rank for sentence in chosen) == list(range(1, len(chosen) + 1))


@given(rankings(), LENGTHS)
def test_strengths_are_shares(ranking, length):
    assert all(0 <= sentence.strength <= 1 for sentence in choose(ranking, length).sentences)


@pytest.mark.parametrize(
    ("length", "available", "count"),
    [
        (Length(5), 20, 5),
        (Length(5), 3, 3),
        (Length(5), 0, 0),
        (Length(0), 4, 1),
        (Length(20, percent=True), 20, 4),
        (Length(20, percent=True), 21, 5),
        (Length(1, percent=True), 5, 1),
        (Length(100, percent=True), 7, 7),
        (Length(50, percent=True), 0, 0),
    ],
)
def test_a_length_is_a_number_of_sentences(length, available, count):
    assert length.sentences(available) == count


def test_a_summary_knows_how_it_was_made():
    summary = choose(Ranking(Method.LEAD, (), (), ()), Length(3))
    assert (summary.method, summary.length, summary.sentences) == (Method.LEAD, Length(3), ())
