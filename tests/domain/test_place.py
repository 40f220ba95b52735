import pytest

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
