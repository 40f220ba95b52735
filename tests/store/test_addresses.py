from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.store.addresses import address_key

PLAIN = "https://gazette.example/mill?id=7"


@pytest.mark.parametrize(
    "other",
    [
        "http://gazette.example/mill?id=7",
        "https://www.gazette.example/mill/?id=7",
        "https://m.gazette.example/mill?id=7",
        "HTTPS://Gazette.Example/mill?id=7#comments",
        "https://gazette.example/mill?utm_source=letter&id=7&fbclid=x",
        "  https://gazette.example/mill?id=7 ",
    ],
)
def test_addresses_of_one_article_have_one_key(other):
    assert address_key(other) == address_key(PLAIN)


@pytest.mark.parametrize(
    "other",
    ["https://gazette.example/mill?id=8", "https://gazette.example/Mill?id=7", "https://courier.example/mill?id=7"],
)
def test_addresses_of_two_articles_have_two(other):
    assert address_key(other) != address_key(PLAIN)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "clipboard",
        "/home/reader/mill.html",
        "file:///mill.html",
        "http://[::1",
        "http:",
        "https://gazette.example/",
    ],
)
def test_what_is_no_address_of_an_article_has_none(words):
    assert address_key(words) == ""


@given(st.text())
def test_no_words_are_too_odd(words):
    assert address_key(address_key(words)) == ""
