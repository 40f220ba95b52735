import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import Piece, Role
from apostil.importers.book.markup import MARKED, SKIPPED, name_of, pieces_of, tree_of


def pieces(markup, judge=lambda element: None):
    return pieces_of(tree_of(f"<html><body>{markup}</body></html>".encode()), judge).pieces


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>One.</p><p>Two.</p>", [Piece("One."), Piece("Two.")]),
        ("<h3>A <b>quay</b></h3>", [Piece("A quay", Role.HEADING, 3)]),
        ("<ul><li><p>One</p><p>more</p></li></ul>", [Piece("One", Role.LIST_ITEM), Piece("more", Role.LIST_ITEM)]),
        ("<blockquote><p>Said</p></blockquote>", [Piece("Said", Role.QUOTATION)]),
        ("<figure><img/><figcaption>A quay</figcaption></figure>", [Piece("A quay", Role.CAPTION)]),
        (
            "<table><tr><td>2025</td><td>12 <p>million</p></td></tr></table>",
            [Piece("2025\t12 million", Role.TABLE_ROW)],
        ),
        ("<table><tr><td><p>Words</p><p>more</p></td></tr></table>", [Piece("Words"), Piece("more")]),
        ("<table><tr><td><img/></td><td>One</td></tr><tr><td>Two</td></tr></table>", [Piece("One"), Piece("Two")]),
        ("<table><tr><td>Alone</td></tr></table>", [Piece("Alone")]),
        ("<p>漢<ruby>字<rp>(</rp><rt>ji</rt><rp>)</rp></ruby></p>", [Piece("漢字")]),
        ("<p>One<br/>two</p>tail<div>three</div>", [Piece("One\ntwo"), Piece("tail"), Piece("three")]),
        ("<pre>a\n  b</pre>", [Piece("a\n  b")]),
        ("<div class='stanza'><div>One</div><div>two</div></div>", [Piece("One\n\ntwo")]),
        ("<script>no()</script><style>p {}</style><svg><text>no</text></svg>", []),
        ("<p> \n </p>", []),
    ],
)
def test_elements_become_pieces(markup, expected):
    assert list(pieces(markup)) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (Role.FOOTNOTE, [Piece("Before"), Piece("One", Role.FOOTNOTE), Piece("two", Role.FOOTNOTE), Piece("after")]),
        (SKIPPED, [Piece("Before"), Piece("after")]),
        (None, [Piece("Before"), Piece("One"), Piece("two", Role.QUOTATION), Piece("after")]),
    ],
)
def test_what_the_judge_says_holds_for_everything_inside(said, expected):
    markup = "<p>Before</p><aside><p>One</p><blockquote>two</blockquote></aside>after"
    assert list(pieces(markup, lambda element: said if name_of(element) == "aside" else None)) == expected


@pytest.mark.parametrize(("mark", "expected"), [("7", "in 2015[7]."), ("[7]", "in 2015[7]."), ("*", "in 2015*.")])
def test_the_mark_of_a_note_is_set_apart(mark, expected):
    found = pieces(f"<p>in 2015<a>{mark}</a>.</p>", lambda element: MARKED if name_of(element) == "a" else None)
    assert found[0].text == expected


def test_places_are_known_by_their_names():
    root = tree_of(
        b"<html><body><h1 id='a'>One</h1><p>Two<a id='b'/> words</p><div id='c'><p>Three</p></div></body></html>"
    )
    assert pieces_of(root, lambda element: None).anchors == {"a": 0, "b": 1, "c": 2}


@pytest.mark.parametrize(
    "page",
    [
        b"<html><head><title/></head><body><p>Open<p>words &nbsp; here",
        '<?xml version="1.0" encoding="utf-16"?><html><body><p>Open</p><p>words here</p></body></html>'.encode(
            "utf-16"
        ),
        b"\xef\xbb\xbf<html><body><p>Open</p><p>words&nbsp;here</p></body></html>",
        b'<!DOCTYPE html [<!ENTITY x "no">]><html><body><p>Open&x;</p><p>words here</p></body></html>',
    ],
)
def test_pages_in_whatever_form(page):
    found = pieces_of(tree_of(page), lambda element: None).pieces
    assert [" ".join(piece.text.split()) for piece in found] == ["Open", "words here"]


@pytest.mark.parametrize("page", [b"", b"   ", bytes(range(256))])
def test_what_is_no_page(page):
    assert tree_of(page) is None


def test_a_million_elements_deep_ends():
    tree_of(b"<div>" * 10**6 + b"words")


@given(st.text(alphabet="<>/abdivp&;= \"'\n1", max_size=200))
def test_any_markup_becomes_pieces(markup):
    tree = tree_of(markup.encode())
    assert tree is None or isinstance(pieces_of(tree, lambda element: None).pieces, tuple)
