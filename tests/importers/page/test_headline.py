import pytest
from lxml import html

from apostil.domain.article import Piece, Role
from apostil.importers.page.headline import headed, headline_of


@pytest.mark.parametrize(
    ("body", "title", "headline"),
    [
        ("<h1>The old  bridge stays</h1>", "The old bridge stays | The Post", "The old bridge stays"),
        ("<h1>The Post</h1><h1>The old bridge stays</h1>", "The old bridge stays", "The old bridge stays"),
        ("<h1>The old bridge stays</h1>", "", "The old bridge stays"),
        ("<h1>One</h1><h1>Two</h1>", "", ""),
        ("<p>words</p>", "The old bridge stays", "The old bridge stays"),
    ],
)
def test_the_headline(body, title, headline):
    assert headline_of(html.document_fromstring(f"<html><body>{body}</body></html>"), title) == headline


def test_a_headline_that_stands_there_moves_to_the_top():
    pieces = headed((Piece("a"), Piece("The Bridge", Role.HEADING, 1), Piece("b")), "the bridge")
    assert [(piece.text, piece.role) for piece in pieces] == [
        ("The Bridge", Role.HEADLINE),
        ("a", Role.PARAGRAPH),
        ("b", Role.PARAGRAPH),
    ]


def test_no_headline_changes_nothing():
    assert headed([Piece("a")], "") == (Piece("a"),)
