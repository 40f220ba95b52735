from apostil.domain.place import NOWHERE, Box, Place


def test_a_place_is_on_the_page_where_it_begins():
    assert Place((Box(3, 72, 600, 300, 720), Box(4, 72, 60, 300, 120))).page == 3


def test_what_has_no_place_is_on_no_page():
    assert NOWHERE.page == 0
