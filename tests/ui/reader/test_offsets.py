from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.ui.reader.offsets import Units

TEXTS = st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("a\u00a0é🇲🇱🏮👩‍🚀\u202f")))


@given(TEXTS)
def test_units_are_those_of_utf_16(text):
    units = Units(text)
    expected = [len(text[:i].encode("utf-16-le")) // 2 for i in range(len(text) + 1)]
    assert [units.unit(i) for i in range(len(text) + 1)] == expected
    assert units.length == expected[-1]


@given(TEXTS)
def test_positions_come_back(text):
    units = Units(text)
    assert [units.position(units.unit(i)) for i in range(len(text) + 1)] == list(range(len(text) + 1))


@given(TEXTS)
def test_every_unit_belongs_to_a_position(text):
    units = Units(text)
    positions = [units.position(unit) for unit in range(units.length + 1)]
    assert positions == sorted(positions)
    assert set(positions) == set(range(len(text) + 1))


@pytest.mark.parametrize(("unit", "position"), [(0, 0), (1, 0), (2, 1), (3, 1), (4, 2), (5, 3)])
def test_the_second_half_of_a_pair_belongs_to_the_whole(unit, position):
    assert Units("🇲🇱é").position(unit) == position
