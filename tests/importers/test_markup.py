import pytest

from apostil.domain.article import Piece, Role
from apostil.importers.markup import parsed, pieces_of, with_headline


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>One <b>bold</b>\n word</p>", [("One bold word", Role.PARAGRAPH)]),
        ("loose<p>set</p>tail", [("loose", Role.PARAGRAPH), ("set", Role.PARAGRAPH), ("tail", Role.PARAGRAPH)]),
        ("<p>a<br>b</p>", [("a\nb", Role.PARAGRAPH)]),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", [("a", Role.LIST_ITEM), ("b", Role.LIST_ITEM)]),
        ("<blockquote><p>a</p><p>b</p></blockquote>", [("a", Role.QUOTATION), ("b", Role.QUOTATION)]),
        ("<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>", [("a b\tc", Role.TABLE_ROW)]),
        ("<p>a<script>b</script><!-- c -->d</p>", [("ad", Role.PARAGRAPH)]),
        ("", []),
    ],
)
def test_elements(markup, expected):
    assert [(piece.text, piece.role) for piece in parsed(markup)] == expected


def test_levels():
    assert [piece.level for piece in parsed("<h1>a</h1><h3>b</h3>")] == [1, 3]


def test_deep_trees_need_no_recursion():
    deep = _Element("words")
    for _ in range(5000):
        deep = _Element("", deep)
    assert pieces_of(deep) == (Piece("words"),)


def test_the_first_heading_becomes_the_headline():
    pieces = with_headline((Piece("a", Role.HEADING, 1), Piece("b"), Piece("c", Role.HEADING, 2)))
    assert [piece.role for piece in pieces] == [Role.HEADLINE, Role.PARAGRAPH, Role.HEADING]


def test_equal_sections_have_no_headline():
    pieces = (Piece("a", Role.HEADING, 2), Piece("b"), Piece("c", Role.HEADING, 2))
    assert with_headline(pieces) == pieces


class _Element(list):
    """As much of an element as is walked through."""

    tag = "div"
    tail = None

    def __init__(self, text, *children):
        super().__init__(children)
        self.text = text

    def get(self, key, default=""):
        return default
