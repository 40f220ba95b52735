import pytest

from apostil.analysis.repeated import repeats, twins


def test_sentences_of_equal_words_are_twins():
    assert twins(["It rained.", "It stopped.", "It  RAINED.", "Why?"]) == [[0, 2]]


@pytest.mark.parametrize("other", ["It rained!", "It rained again.", "Is it raining?"])
def test_other_words_or_marks_make_no_twin(other):
    assert twins(["It rained.", other]) == []


def test_of_equal_sentences_the_best_one_repeats_none():
    assert repeats(["It rained.", "It stopped.", "It rained.", "It rained."], [4, 1, 2, 3]) == {0, 3}


def test_nothing_repeats_nothing():
    assert repeats([], []) == frozenset()
