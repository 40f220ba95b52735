"""The reader's own choices hold whatever the method says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.choices import UNTOUCHED, Choices, Extract, arranged, placed_anew
from apostil.domain.spans import Span

A, B, C, D = (Extract(0, Span(10 * index, 10 * index + 9)) for index in range(4))

PASSAGES = st.lists(st.sampled_from((A, B, C, D)), unique=True)


def test_pinned_sentence_is_dropped_no_more():
    choices = UNTOUCHED.drop(A).pin(A)
    assert (choices.pinned, choices.dropped) == ((A,), ())


def test_dropped_sentence_is_pinned_no_more():
    choices = UNTOUCHED.pin(A).drop(A)
    assert (choices.pinned, choices.dropped) == ((), (A,))


def test_released_sentence_is_the_methods_again():
    assert UNTOUCHED.pin(A).release(A) == UNTOUCHED
    assert UNTOUCHED.drop(A).release(A) == UNTOUCHED


def test_pinning_twice_is_pinning_once():
    assert UNTOUCHED.pin(A).pin(A) == UNTOUCHED.pin(A)


@pytest.mark.parametrize(("to", "order"), [(0, (C, A, B)), (1, (A, C, B)), (2, (A, B, C))])
def test_moved_sentence_stands_where_it_was_put(to, order):
    assert UNTOUCHED.move((A, B, C), C, to).order == order


def test_dropped_sentence_has_no_place():
    assert UNTOUCHED.move((A, B), B, 0).drop(B).order == (A,)


def test_articles_order_where_nothing_was_moved():
    assert arranged([A, B, C], ()) == [A, B, C]


def test_new_sentence_follows_the_one_before_it():
    assert arranged([A, B, C], (C, A)) == [C, A, B]


def test_new_first_sentence_comes_before_what_was_left_in_order():
    assert arranged([A, B, C, D], (D, B, C)) == [D, A, B, C]


def test_new_sentence_keeps_away_from_one_that_was_moved():
    assert arranged([A, B, C, D], (C, A, B)) == [C, A, B, D]


@given(st.sets(st.sampled_from((A, B, C, D))), PASSAGES)
def test_arranging_loses_and_adds_nothing(extracts, order):
    assert sorted(arranged(sorted(extracts), order)) == sorted(extracts)


@given(st.sets(st.sampled_from((A, B, C, D))), PASSAGES)
def test_what_was_placed_keeps_its_order(extracts, order):
    placed = [extract for extract in order if extract in extracts]
    assert [extract for extract in arranged(sorted(extracts), order) if extract in placed] == placed


def at(start: int, end: int, owner: int = 0) -> Extract:
    return Extract(owner, Span(start, end))


def test_choices_among_the_same_sentences_stay():
    chosen = Choices((A,), (C,), (C, A))
    assert placed_anew(chosen, (A, B, C, D)) is chosen


@pytest.mark.parametrize(
    ("sentences", "now"),
    [
        ((at(0, 7), at(8, 20)), at(8, 20)),  # the words went to two sentences
        ((at(0, 40),), at(0, 40)),  # two sentences became one
        ((at(0, 9), at(30, 39)), B),  # they are in none
        ((at(10, 19, owner=1),), B),  # another article
    ],
)
def test_what_was_chosen_stands_for_the_sentence_that_has_most_of_its_words(sentences, now):
    assert placed_anew(Choices((B,), (), (B,)), sentences) == Choices((now,), (), (now,))


def test_what_was_kept_and_left_out_in_parts_is_kept():
    assert placed_anew(Choices((A,), (B,)), (at(0, 19),)) == Choices((at(0, 19),))


@given(PASSAGES, PASSAGES)
def test_settling_once_is_enough(pinned, order):
    sentences = (at(0, 14), at(15, 33))
    once = placed_anew(Choices(tuple(sorted(pinned)), (), tuple(order)), sentences)
    assert placed_anew(once, sentences) == once
