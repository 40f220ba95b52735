import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from apostil.domain.article import Role
from apostil.importers.page.blocks import blocks_of

TAGS = st.sampled_from(["p", "div", "li", "ul", "h2", "table", "tr", "td", "a", "b", "br", "pre", "figcaption", "nav"])


def blocks(markup):
    return blocks_of(html.document_fromstring(f"<html><body>{markup}</body></html>")).found


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>One <b>bold</b>\n word</p>", [("One bold word", Role.PARAGRAPH)]),
        ("loose<p>set</p>tail", [("loose", Role.PARAGRAPH), ("set", Role.PARAGRAPH), ("tail", Role.PARAGRAPH)]),
        ("<p>a<br>b</p>", [("a\nb", Role.PARAGRAPH)]),
        ("<div>a<br> <br>b</div>", [("a", Role.PARAGRAPH), ("b", Role.PARAGRAPH)]),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", [("a", Role.LIST_ITEM), ("b", Role.LIST_ITEM)]),
        ("<blockquote><p>a</p><p>b</p></blockquote>", [("a", Role.QUOTATION), ("b", Role.QUOTATION)]),
        ("<table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table>", [("a b\tc", Role.TABLE_ROW)]),
        ("<table><tr><td><h1>a</h1><p>b</p></td></tr></table>", [("a", Role.HEADING), ("b", Role.PARAGRAPH)]),
        ("<figure><figcaption><p>a</p></figcaption></figure>", [("a", Role.CAPTION)]),
        ("<pre>a\n  b</pre>", [("a\nb", Role.PARAGRAPH)]),
        ("<p>a<script>b</script><!-- c -->d</p>", [("ad", Role.PARAGRAPH)]),
        ("", []),
    ],
)
def test_elements(markup, expected):
    assert [(block.text, block.role) for block in blocks(markup)] == expected


def test_levels():
    assert [block.level for block in blocks("<h1>a</h1><h3>b</h3>")] == [1, 3]


def test_the_share_of_links():
    assert [block.linked for block in blocks("<p><a href='/'>four</a>five</p><p>none</p>")] == [0.5, 0.0]


def test_a_frame_knows_what_it_lies_in():
    (block,) = blocks("<div class='outer'><p>words</p></div>")
    assert [frame.tag for frame in block.frame.line()] == ["p", "div", "body", "html", ""]


@given(st.lists(st.tuples(TAGS, st.booleans(), st.text("ab \n", max_size=4))))
def test_any_tags_keep_every_word_in_order(parts):
    markup = "".join(f"<{'/' if ends else ''}{tag}>{words}" for tag, ends, words in parts)
    tree = html.document_fromstring(f"<html><body>{markup}.</body></html>")
    found = "".join("".join(block.text.split()) for block in blocks_of(tree).found)
    assert found == "".join(tree.text_content().split())


PROSE = "The port authority asked four lenders last night, and two of them have answered."


def rows(*contents):
    return "".join(f"<tr>{content}</tr>" for content in contents)


@pytest.mark.parametrize(
    "layout",
    [
        rows("<td><p>Good morning,</p></td>", f"<td><p>{PROSE}</p></td>"),
        rows(f"<td></td><td>{PROSE}</td><td></td>", "<td>Two words</td>"),
        rows(f"<td><p>{PROSE}</p></td><td><p>{PROSE}</p></td>"),
    ],
)
def test_rows_that_only_lay_a_page_out_are_no_rows(layout):
    assert {block.role for block in blocks(f"<table>{layout}</table>")} == {Role.PARAGRAPH}


def test_a_cell_alone_among_rows_of_several_is_a_row():
    table = f"<table>{rows('<td>In the north</td>', '<td>Lindara</td><td>120</td>')}</table>"
    assert [block.role for block in blocks(table)] == [Role.TABLE_ROW] * 2


def test_a_box_of_many_paragraphs_is_no_caption():
    text = "<p>words</p>" * 4
    assert {block.role for block in blocks(f"<div class='credit'>{text}</div>")} == {Role.PARAGRAPH}
