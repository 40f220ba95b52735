"""Summaries are scored as the literature does, and in French by French stems."""

import pytest

from benchmarks.rouge_scores import FrenchTokens, Rouge, mean, oracle, rouge

pytest.importorskip("rouge_score", reason="what only measuring needs is not installed")


def test_a_summary_that_says_the_same_scores_all():
    assert rouge("The dam burst.", ["The dam burst."], "en") == Rouge(100, 100, 100)


def test_a_summary_is_put_beside_the_nearest_reference():
    assert rouge("The dam burst.", ["Rain fell.", "The dam burst."], "en").one == 100


def test_order_counts_for_pairs_and_not_for_words():
    scores = rouge("burst dam the", ["the dam burst"], "en")
    assert (scores.one, scores.two) == (100, 0)


def test_french_words_keep_their_accents():
    assert rouge("pêche", ["péché"], "fr").one == 0


def test_french_stems_are_french():
    assert FrenchTokens().tokenize("Nationales, nationaux") == ["national", "national"]


def test_the_mean_is_taken_by_measure():
    assert mean([Rouge(10, 20, 30), Rouge(20, 40, 60)]) == Rouge(15, 30, 45)


def test_the_mean_of_nothing_is_nothing():
    assert mean([]) == Rouge()


SENTENCES = ["It rained.", "A dam burst in the north.", "Nine people died."]


@pytest.mark.parametrize(("count", "chosen"), [(1, (1,)), (2, (1, 2)), (3, (1, 2))])
def test_the_oracle_takes_what_the_reference_says(count, chosen):
    assert oracle(SENTENCES, ["A dam burst in the north. Nine people died."], "en", count) == chosen
