"""Sentences are chosen one after the other, each beside those that are chosen."""

from hypothesis import given
from hypothesis import strategies as st

from apostil.analysis.auto.novelty import choices

FREE = {"overlap": 0.0, "near": 0.0, "follows": 0.0, "carried": 0.0}
STEMS = [frozenset("ab"), frozenset("ab"), frozenset("cd")]
APART = [frozenset("ab"), frozenset("cd"), frozenset("ef")]


def order(*given):
    return tuple(chosen.place for chosen in choices(*given))


def test_the_best_comes_first():
    assert order([1, 3, 2], [1, 3, 2], APART, FREE) == (1, 2, 0)


def test_where_scores_are_equal_the_earlier_comes_first():
    assert order([1, 1, 1], [1, 1, 1], APART, FREE) == (0, 1, 2)


def test_what_was_said_counts_less():
    assert order([3, 2, 1], [3, 2, 1], STEMS, FREE | {"overlap": -2.0}) == (0, 2, 1)


def test_what_is_near_counts_less():
    assert order([3, 2, 1], [3, 2, 1], STEMS, FREE | {"near": -2.0}) == (0, 2, 1)


def test_what_is_said_again_comes_last():
    assert order([3, 2.9, 1], [3, 2.9, 1], STEMS, FREE) == (0, 2, 1)


def test_what_follows_counts_more():
    assert order([2, 0, 1], [2, 0, 1], APART, FREE | {"follows": 2.0}) == (0, 1, 2)


def test_what_leans_on_a_chosen_one_counts_more_right_behind_it():
    carried = FREE | {"carried": 2.0}
    assert order([2, 0, 1], [2, 0, 1], APART, carried, [0, 1, 0]) == (0, 1, 2)
    assert order([2, 1, 0], [2, 1, 0], APART, carried, [0, 0, 1]) == (0, 1, 2)
    assert order([2, 0, 1], [2, 0, 1], APART, carried, [0, 0, 1]) == (0, 2, 1)


def test_what_is_best_alone_need_not_be_best_beside_others():
    assert order([3, 1, 2], [0, 5, 2], APART, FREE) == (0, 1, 2)


def test_of_nothing_nothing_is_chosen():
    assert order([], [], [], FREE) == ()


@given(st.lists(st.tuples(st.floats(-9, 9), st.frozensets(st.sampled_from("abcde")))))
def test_every_sentence_is_chosen_once(sentences):
    scores = [score for score, _ in sentences]
    chosen = order(scores, scores, [stems for _, stems in sentences], FREE | {"overlap": -1, "near": -1, "follows": 1})
    assert sorted(chosen) == list(range(len(sentences)))


def test_what_its_company_costs_is_told_with_each_choice():
    made = choices([3, 2, 1], [3, 2, 1], [STEMS[0], frozenset("ax"), STEMS[2]], FREE | {"overlap": -2.0})
    assert {chosen.place: chosen.beside for chosen in made} == {0: 0.0, 1: -1.0, 2: 0.0}


def test_what_is_slight_comes_behind_all_that_says_something_new():
    assert order([3, 2, 1], [3, 2, 1], APART, FREE, (), {0}) == (1, 2, 0)
    assert order([3, 2, 1], [3, 2, 1], STEMS, FREE, (), {2}) == (0, 2, 1)


def test_where_all_is_slight_the_best_comes_first():
    assert order([1, 3, 2], [1, 3, 2], APART, FREE, (), {0, 1, 2}) == (1, 2, 0)


def test_what_is_kept_back_is_worth_no_more_than_what_comes_before():
    made = list(choices([3, 2, 1], [3, 2, 1], APART, FREE, (), {0}))
    assert [(chosen.place, chosen.lowered) for chosen in made] == [(1, 0.0), (2, 0.0), (0, -2.0)]
