"""How central a sentence is."""

import pytest

from apostil.analysis.auto.centrality import beside_the_largest, columns
from support.auto_texts import NEWS, reading_of

WAYS = ("coverage", "density", "degree", "centroid")


@pytest.mark.parametrize("way", WAYS)
def test_what_shares_nothing_is_least_central(way):
    found = columns(reading_of([*NEWS[:3], "Zebras whistle."]))[way]
    assert min(found) == found[-1]


@pytest.mark.parametrize("way", WAYS)
def test_the_most_central_sentence_has_one(way):
    assert max(columns(reading_of(NEWS))[way]) == 1


@pytest.mark.parametrize("way", WAYS)
def test_nothing_has_no_centre(way):
    assert columns(reading_of([]))[way] == []


def test_nothing_stands_beside_nothing():
    assert beside_the_largest([0.0, 0.0]) == [0.0, 0.0]
