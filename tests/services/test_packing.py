"""Rectangles find room beside each other."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.services.packing import packed

SIDE = st.floats(0.01, 1)


def boxes(sizes):
    return [(x, y, x + wide, y + high) for (x, y), (wide, high) in zip(packed(sizes), sizes, strict=True)]


@given(st.lists(st.tuples(SIDE, SIDE), max_size=20))
def test_none_lies_over_another(sizes):
    for one, other in combinations(boxes(sizes), 2):
        beside = min(one[2], other[2]) - max(one[0], other[0]) < 1e-6
        assert beside or min(one[3], other[3]) - max(one[1], other[1]) < 1e-6


@pytest.mark.parametrize("count", [1, 4, 9, 30])
def test_the_whole_is_about_as_wide_as_high(count):
    found = boxes([(0.1, 0.1)] * count)
    wide, high = max(box[2] for box in found), max(box[3] for box in found)
    assert 0.6 <= wide / high <= 1.7


def test_the_first_lies_in_the_corner():
    assert packed([(3, 2), (1, 1)])[0] == (0, 0)


def test_small_ones_lie_beside_a_large_one():
    assert max(box[3] for box in boxes([(1, 1), (0.2, 0.3), (0.2, 0.3), (0.2, 0.3)])) <= 1


def test_of_nothing_comes_nothing():
    assert packed([]) == []
