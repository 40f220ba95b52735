from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.ui.reader.fonts import Faces, Style
from apostil.ui.reader.layout import Laid
from apostil.ui.reader.rows import Words

pytestmark = pytest.mark.usefixtures("qapp")
SIMPLE = st.text(st.sampled_from("abc déf🏮\u00a0 . "), min_size=1, max_size=200)


def laid(text: str, width: float = 300, hang: float = 0) -> Laid:
    return Laid(Words(text), Faces().font(Style()), width, 28, hang)


@given(SIMPLE)
def test_a_position_is_found_again_at_its_point(text):
    row = laid(text)
    for position in range(len(text)):
        index = row.line_of(position)
        found = row.position_in(index, row.x(position))
        # Characters without a width of their own, such as the spaces at a line's end, share a point.
        assert found == position or row.x(found) == pytest.approx(row.x(position), abs=0.6)


@given(SIMPLE)
def test_lines_hold_every_unit_once(text):
    row = laid(text)
    assert row.lines[0].start == 0
    assert row.lines[-1].end == row.units.length
    assert all(one.end == two.start for one, two in zip(row.lines, row.lines[1:], strict=False))


def test_a_character_is_where_it_is_drawn():
    row = laid("🏮b")
    assert row.character_at(row.x(1) + 1, 10) == 1
    assert row.character_at(row.x(0) + 1, 10) == 0
    assert row.character_at(290, 10) is None
    assert row.character_at(1, 400) is None


def test_pieces_of_a_span_cover_its_lines():
    text = "word " * 30
    row = laid(text)
    pieces = row.pieces(3, 100)
    assert len(pieces) > 1
    assert [piece.opens for piece in pieces] == [True] + [False] * (len(pieces) - 1)
    assert [piece.closes for piece in pieces] == [False] * (len(pieces) - 1) + [True]


def test_a_hanging_sign_stands_left_of_the_other_lines():
    row = laid("– " + "word " * 30, hang=18)
    assert row.x(0) == 0
    assert row.lines[1].left == 18
    assert row.pieces(0, 3)[0].rect.left() == 0


def test_a_line_end_is_before_the_space_that_breaks_it():
    text = "word " * 30
    row = laid(text)
    start, end = row.line_bounds(0)
    assert start == 0
    assert text[end] == " "
    assert row.line_of(end) == 0


def test_lines_are_whole_pixels_apart():
    assert [line.top for line in laid("word " * 40).lines][:3] == [0, 28, 56]


def test_a_line_nearest_to_a_height_is_found():
    row = laid("word " * 40)
    assert row.line_at(-5) == 0
    assert row.line_at(40) == 1
    assert row.line_at(9999) == len(row.lines) - 1
