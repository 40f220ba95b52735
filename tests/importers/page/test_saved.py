import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import Metadata, Piece, compose
from apostil.importers.page.saved import SavedPage, article_on, main_page, web_address

FRAMES = SavedPage("<html><frameset><frame src=a><frame src=b></frameset></html>", "https://example.org/")


def test_the_first_page_is_read():
    assert main_page([SavedPage("<p>a</p>"), SavedPage("<p>an advertisement of many words</p>")]).markup == "<p>a</p>"


def test_of_frames_the_fullest_is_read_at_the_address_of_all():
    chosen = main_page([FRAMES, SavedPage("<p>menu</p>"), SavedPage("<p>the words</p>", "https://example.org/b")])
    assert chosen == SavedPage("<p>the words</p>", "https://example.org/")


@pytest.mark.parametrize(
    ("known", "address", "outlet"),
    [
        (Metadata(), "https://www.example.org/a", "example.org"),
        (Metadata(address="https://example.com/b", outlet="The Post"), "https://example.com/b", "The Post"),
    ],
)
def test_what_is_noted_counts_where_the_page_names_nothing(known, address, outlet):
    page = SavedPage("", "https://www.example.org/a", "A title ")
    found = article_on(page, "a", lambda _markup, _name: compose([Piece("x")], known)).metadata
    assert (found.address, found.outlet, found.title) == (address, outlet, "A title")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("https://example.org/a\r\n b", "https://example.org/ab"),
        ("file:///C:/Users/ada/a.html", ""),
        ("cid:frame@mhtml", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_addresses(words, expected):
    assert web_address(words) == expected


@given(st.text())
def test_any_words_are_an_address_or_none(words):
    assert web_address(words) in {"", "".join(words.split())}
