import codecs

import pytest

from apostil.importers.word import rtf_codes as codes


@pytest.mark.parametrize(
    ("page", "name"),
    [(1250, "cp1250"), (65001, "utf-8"), (10000, "mac-roman"), (936, "gb18030"), (1, "cp1252"), (-3, "cp1252")],
)
def test_code_pages_have_a_name(page, name):
    assert codes.encoding_of(page) == name


@pytest.mark.parametrize("charset", [*range(256), -1, 10**9])
def test_every_character_set_can_be_decoded(charset):
    assert codecs.lookup(codes.encoding_of(codes.page_of(charset)))


def test_no_group_is_both_read_and_left_out():
    assert not codes.UNREAD & (codes.KNOWN | codes.BULLETS)
