import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.place import NOWHERE, Box, Place


def test_a_place_is_on_the_page_where_it_begins():
    assert Place((Box(3, 72, 600, 300, 720), Box(4, 72, 60, 300, 120))).page == 3


def test_what_has_no_place_is_on_no_page():
    assert NOWHERE.page == 0


@pytest.mark.parametrize(
    ("starts", "words", "pages"),
    [
        ((0, 10), (2, 5), (1, 1)),
        ((0, 10), (8, 12), (1, 2)),
        ((0, 10), (10, 10), (2, 2)),
        ((0, 0), (2, 5), (1, 2)),
        ((3, 10), (0, 2), (1, 1)),
    ],
)
def test_words_stand_on_the_pages_of_the_boxes_that_have_begun(starts, words, pages):
    first, second = starts
    assert Place((Box(1, 0, 0, 9, 9, first), Box(2, 0, 0, 9, 9, second))).pages(*words) == pages


def test_words_without_a_place_stand_on_no_page():
    assert NOWHERE.pages(0, 5) == (0, 0)


STARTS = st.sets(st.integers(1, 40), min_size=1, max_size=6).map(sorted)
OFFSETS = st.lists(st.integers(0, 50), min_size=4, max_size=4).map(sorted)


@given(STARTS, OFFSETS)
def test_words_of_a_part_stand_on_the_same_pages(starts, offsets):
    place = Place(tuple(Box(page, 0, 0, 9, 9, start) for page, start in enumerate([0, *starts], 1)))
    start, first, last, end = offsets
    assert place.cut(start, end + 1).pages(first - start, last + 1 - start) == place.pages(first, last + 1)


def test_a_part_keeps_only_the_boxes_of_its_words():
    place = Place((Box(1, 0, 0, 9, 9), Box(2, 0, 0, 9, 9, 10), Box(3, 0, 0, 9, 9, 20), Box(4, 0, 0, 9, 9, 30)))
    assert place.cut(12, 30).boxes == (Box(2, 0, 0, 9, 9), Box(3, 0, 0, 9, 9, 8))


@pytest.mark.parametrize("place", [NOWHERE, Place((Box(1, 0, 0, 9, 9), Box(2, 0, 0, 9, 9))), Place(times=(1.0, 2.0))])
def test_a_part_of_what_nobody_knows_more_about_is_the_whole(place):
    assert place.cut(3, 9) == place
