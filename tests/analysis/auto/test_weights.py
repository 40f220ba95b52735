"""What each feature is worth, as it was learned."""

from apostil.analysis.auto.features import GROUNDS
from apostil.analysis.auto.weights import Weights, learned, parse


def test_every_feature_has_its_weights():
    assert set(learned().alone) == set(learned().after) == set(GROUNDS)


def test_repeating_costs():
    assert learned().novelty["overlap"] < 0 > learned().novelty["near"]


def test_weights_are_read_by_their_rows():
    rows = {"alone": {"first": 1.0}, "after": {"first": 2.0}, "novelty": {"near": 3.0}}
    assert parse(rows) == Weights({"first": 1.0}, {"first": 2.0}, {"near": 3.0})
