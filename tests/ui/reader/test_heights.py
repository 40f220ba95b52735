from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.ui.reader.heights import Heights

HEIGHTS = st.lists(st.integers(0, 500), min_size=1, max_size=70)


@given(HEIGHTS)
def test_tops_are_sums(heights):
    tree = Heights(heights)
    assert [tree.top(i) for i in range(len(heights) + 1)] == [0, *accumulate(heights)]
    assert tree.total == sum(heights)


@given(HEIGHTS, st.data())
def test_a_changed_height_moves_what_follows(heights, data):
    index = data.draw(st.integers(0, len(heights) - 1))
    height = data.draw(st.integers(0, 500))
    tree = Heights(heights)
    grown = tree.set(index, height)
    assert grown == height - heights[index]
    heights[index] = height
    assert [tree.top(i) for i in range(len(heights) + 1)] == [0, *accumulate(heights)]


@given(st.lists(st.integers(1, 500), min_size=1, max_size=70), st.data())
def test_a_height_is_found_in_its_row(heights, data):
    tree = Heights(heights)
    y = data.draw(st.integers(0, tree.total - 1))
    row = tree.at(y)
    assert tree.top(row) <= y < tree.top(row) + tree[row]


@pytest.mark.parametrize(("y", "row"), [(-5, 0), (0, 0), (30, 2), (999, 2)])
def test_outside_the_nearest_row_answers(y, row):
    assert Heights([10, 10, 10]).at(y) == row
    assert len(Heights([10, 10, 10])) == 3


@given(HEIGHTS)
def test_all_tops_at_once_are_those_one_by_one(heights):
    tree = Heights(heights)
    assert tree.tops() == [tree.top(i) for i in range(len(heights) + 1)]
