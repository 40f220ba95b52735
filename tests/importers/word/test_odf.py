import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import Role
from apostil.importers.safe_xml import parsed
from apostil.importers.word.flow import Properties
from apostil.importers.word.odf import flow_of
from support import odf

LONG = "word " * 70


def blocks(body, styles=""):
    article = flow_of(parsed(odf.content(body, styles).encode(), "Broken."), ()).article(Properties())
    return [(block.role, block.span.cut(article.text)) for block in article.blocks]


def texts(body, styles=""):
    return [text for _, text in blocks(body, styles)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<text:p>one<text:s text:c='3'/>two<text:tab/>three  four\n five</text:p>", "one two three four five"),
        ("<text:p>one<text:line-break/>two</text:p>", "one\ntwo"),
        ("<text:p>one <text:span>two <text:a>three</text:a></text:span> four</text:p>", "one two three four"),
        ("<text:p>one <text:ruby><text:ruby-text>no</text:ruby-text>two</text:ruby></text:p>", "one two"),
        ("<text:p>one <draw:frame><svg:desc>no</svg:desc></draw:frame>two</text:p>", "one two"),
    ],
)
def test_the_words_of_a_paragraph(body, expected):
    assert texts(body) == [expected]


def test_tracked_changes_are_taken_as_accepted():
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>falls</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        "<text:p>The bridge <text:change/><text:change-start/>stays<text:change-end/>.</text:p>"
    )
    assert texts(body) == ["The bridge stays."]


def test_comments_stand_behind_their_block():
    body = (
        "<text:p>The bridge<office:annotation><dc:creator>Aminata Diarra</dc:creator><dc:date>2020-01-01</dc:date>"
        "<text:p>check this</text:p><text:p>and that</text:p></office:annotation> stays.</text:p><text:p>More.</text:p>"
    )
    assert blocks(body)[1] == (Role.COMMENT, "Aminata Diarra: check this\nand that")
    assert texts(body)[::2] == ["The bridge stays.", "More."]


def test_notes_stand_behind_their_block():
    note = (
        "<text:note text:note-class='{}'><text:note-citation>{}</text:note-citation><text:note-body>"
        "<text:p>{}</text:p></text:note-body></text:note>"
    )
    body = (
        f"<text:p>One{note.format('endnote', 'i', 'Late.')} two{note.format('footnote', '1', 'Soon.')}.</text:p>"
        "<text:p>Three.</text:p>"
    )
    assert [text for _, text in blocks(body)] == ["One two.", "i. Late.", "1. Soon.", "Three."]
    assert [role for role, _ in blocks(body)][1:3] == [Role.FOOTNOTE, Role.FOOTNOTE]


def test_tables_and_lists():
    row = (
        "<table:table-row><table:table-cell><text:p>2025</text:p></table:table-cell><table:covered-table-cell/>"
        "<table:table-cell><text:p>12</text:p><text:p>million</text:p></table:table-cell></table:table-row>"
    )
    body = (
        f"<text:p>Before the table.</text:p><table:table>{row}</table:table>"
        "<text:list><text:list-item><text:p>mend</text:p></text:list-item></text:list>"
    )
    assert blocks(body)[1:] == [(Role.TABLE_ROW, "2025\t12 million"), (Role.LIST_ITEM, "mend")]


def test_a_table_that_is_there_for_its_looks_holds_prose():
    cell = f"<table:table-cell><text:p>{LONG}</text:p><text:p>More.</text:p></table:table-cell>"
    assert len(texts(f"<table:table><table:table-row>{cell}</table:table-row></table:table>")) == 2


@pytest.mark.parametrize(
    ("style", "role"),
    [
        ("Title", Role.HEADLINE),
        ("Subtitle", Role.STANDFIRST),
        ("Quotations", Role.QUOTATION),
        ("Illustration", Role.CAPTION),
        ("P1", Role.QUOTATION),
        ("P2", Role.PARAGRAPH),
    ],
)
def test_styles_become_roles(style, role):
    styles = (
        '<style:style style:name="P1" style:parent-style-name="Quotations"/>'
        '<style:style style:name="P2" style:parent-style-name="P3"/>'
        '<style:style style:name="P3" style:parent-style-name="P2"/>'
    )
    assert blocks(f'<text:p text:style-name="{style}">{LONG}</text:p><text:p>{LONG}</text:p>', styles)[0][0] is role


@pytest.mark.parametrize("level", ["1", "2", "10", "x", "0"])
def test_headings(level):
    body = f'<text:p>{LONG}</text:p><text:h text:outline-level="{level}">What next</text:h><text:p>{LONG}</text:p>'
    assert blocks(body)[1][0] in {Role.HEADING, Role.HEADLINE}


def test_hidden_words_are_left_out():
    styles = '<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>'
    body = (
        '<text:p>One<text:span text:style-name="T1"> two</text:span><text:hidden-text> no</text:hidden-text>.</text:p>'
        '<text:section text:display="none"><text:p>No.</text:p></text:section>'
    )
    assert texts(body, styles) == ["One."]


def test_a_table_of_contents_is_no_text_of_the_article():
    body = "<text:table-of-content><text:index-body><text:p>One 1</text:p></text:index-body></text:table-of-content>"
    assert (Role.APPARATUS, "One 1") in blocks(f"{body}<text:p>{LONG}</text:p>")


def test_a_box_stands_behind_its_block():
    box = "<draw:frame><draw:text-box><text:p>Beside.</text:p></draw:text-box></draw:frame>"
    assert texts(f"<text:p>One{box} two.</text:p><text:p>Three.</text:p>") == ["One two.", "Beside.", "Three."]
    assert texts(f"{box}<text:p>Three.</text:p>") == ["Beside.", "Three."]


_TAGS = ["text:p", "text:h", "text:list-item", "table:table-row", "table:table-cell", "text:note", "office:annotation",
         "draw:text-box", "text:span", "text:s", "text:table-of-content", "text:tracked-changes"]  # fmt: skip
_trees = st.recursive(
    st.just("words "),
    lambda inside: st.builds(
        lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>tail ", st.sampled_from(_TAGS), st.lists(inside, max_size=4)
    ),
    max_leaves=20,
)


@given(_trees)
def test_any_tree_becomes_blocks(body):
    assert isinstance(blocks(body), list)
