import pytest

from apostil.domain.article import Piece, Role, compose
from apostil.domain.citing import cited, moment, page_count, place_label, source_place
from apostil.domain.place import NOWHERE, Box, Place
from apostil.domain.spans import Span


def on(*pages):
    return Place(tuple(Box(page, 0, 0, 9, 9) for page in pages))


PAGED = compose(
    [
        Piece("Head", Role.HEADLINE, place=on(1)),
        Piece("First", place=on(1)),
        Piece("Second", place=on(1, 2)),
        Piece("Third", place=on(3)),
    ]
)


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(0, 4), "p.\u00a01"),
        (Span(6, 11), "p.\u00a01, ¶\u00a01"),
        (Span(13, 19), "pp.\u00a01–2, ¶\u00a02"),
        (Span(6, 26), "pp.\u00a01–3, ¶\u00a01–3"),
        (Span(21, 21), "p.\u00a03, ¶\u00a03"),
    ],
)
def test_words_are_cited_by_page_and_paragraph(span, expected):
    assert cited(PAGED, span) == expected


RUNNING = compose(
    [
        Piece("One two three.", place=Place((Box(1, 0, 0, 9, 9), Box(2, 0, 0, 9, 9, 4), Box(3, 0, 0, 9, 9, 8)))),
        Piece("Four.", place=on(3)),
    ]
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("One", "p.\u00a01"),
        ("two", "p.\u00a02"),
        ("three.", "p.\u00a03"),
        ("two three", "pp.\u00a02–3"),
        ("three.\n\nFour", "p.\u00a03"),
        ("", "p.\u00a01"),
    ],
)
def test_only_the_pages_of_the_quoted_words_are_named(words, expected):
    start = RUNNING.text.index(words)
    assert source_place(RUNNING, Span(start, start + len(words))) == expected


def test_words_of_a_recording_are_cited_by_their_time():
    article = compose([Piece("Said.", place=Place(times=(3725.9, 3727.0)))])
    assert cited(article, Span(0, 5)) == "01:02:05, ¶\u00a01"


def test_without_pages_the_paragraph_is_enough():
    assert cited(compose([Piece("Said.")]), Span(0, 5)) == "¶\u00a01"


def test_an_article_without_blocks_has_no_place():
    assert source_place(compose([]), Span(0, 0)) == ""


@pytest.mark.parametrize(
    ("place", "expected"), [(on(4, 5), "p.\u00a04"), (Place(times=(61.0, 62.0)), "00:01:01"), (NOWHERE, "")]
)
def test_the_margin_says_where_a_block_begins(place, expected):
    assert place_label(place) == expected


def test_a_moment_before_the_beginning_is_the_beginning():
    assert moment(-3) == "00:00:00"


@pytest.mark.parametrize(("article", "pages"), [(PAGED, 3), (compose([Piece("Said.")]), 0)])
def test_the_last_page_counts_them(article, pages):
    assert page_count(article) == pages
