from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.analysis.summarizers import edges as module
from apostil.analysis.summarizers.edges import Edges, edges
from apostil.analysis.summarizers.terms import Terms

ROWS = st.lists(st.lists(st.integers(0, 6), max_size=8), min_size=1, max_size=12)


def all_edges(rows, **how):
    return np.concatenate([block for _, block in edges(Terms.counted(rows, 7), **how)])


def test_shared_words_are_divided_by_the_logarithms_of_lengths():
    assert all_edges([[0, 1], [0, 0, 2]], of_single_words=True)[0, 1] == 2 / (math.log(2) + math.log(3))


@pytest.mark.parametrize(("counted", "edge"), [(True, 1.0), (False, 0.0)])
def test_single_words_count_or_not(counted, edge):
    assert all_edges([[3], [3]], of_single_words=counted)[0, 1] == edge


@pytest.mark.parametrize("at_once", [1, 1000])
@given(rows=ROWS)
def test_edges_that_are_not_held_add_up_to_the_same(at_once, rows):
    values = np.linspace(0.5, 2.0, len(rows))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "LENGTHS", at_once)
        patch.setattr(module, "PLACES", at_once)
        found = Edges(Terms.counted(rows, 7)).weighed(values)
    assert np.allclose(found, all_edges(rows, of_single_words=True) @ values, rtol=1e-12, atol=1e-12)
