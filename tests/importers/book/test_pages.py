import pytest

from apostil.domain.article import Role
from apostil.importers.book.package import Item
from apostil.importers.book.pages import documents_of
from support import books
from support.documents import PARAGRAPHS

TEXT = f"<p>{PARAGRAPHS[0]}</p>"
LINKS = "".join(f'<li><a href="c{number}.xhtml">Chapter {number}</a></li>' for number in range(6))


def document(body, item=None):
    found = documents_of([(item or Item("OPS/a.xhtml"), books.page(body).encode())])
    return [(piece.role, piece.text) for document in found for piece in document.pieces]


@pytest.mark.parametrize(
    "note",
    [
        '<aside epub:type="footnote" id="n1"><p>{}</p></aside>',
        '<aside epub:type="footnote" id="n1" hidden="hidden"><p>{}</p></aside>',
        '<div role="doc-endnote"><p>{}</p></div>',
        '<section epub:type="rearnotes"><div epub:type="rearnote">{}</div></section>',
    ],
)
def test_notes_by_what_they_are_called(note):
    assert document(TEXT + note.format(PARAGRAPHS[1]))[1] == (Role.FOOTNOTE, PARAGRAPHS[1])


@pytest.mark.parametrize(
    ("mark", "note"),
    [
        ('<sup><a id="r1" href="#n1">1</a></sup>', '<p id="n1"><a href="#r1">1</a> A note.</p>'),
        ('<a id="r1" href="a.xhtml#n1">[1]</a>', '<p><a id="n1"/>A note. <a href="a.xhtml#r1">[1]</a></p>'),
        ('<a href="#n1"><sup id="r1">*</sup></a>', '<ul><li id="n1"><a href="#r1">*</a> A note.</li></ul>'),
    ],
)
def test_notes_by_links_that_lead_to_each_other(mark, note):
    found = document(f"<p>In 2015{mark} it rained.</p>{TEXT}{note}")
    assert [role for role, _ in found] == [Role.PARAGRAPH, Role.PARAGRAPH, Role.FOOTNOTE]


def test_the_mark_of_a_note_does_not_run_into_a_figure():
    found = document('<p>In 2015<a id="r" href="#n">1</a>.</p><p id="n"><a href="#r">1</a> A note.</p>')
    assert found[0] == (Role.PARAGRAPH, "In 2015[1].")


def test_notes_in_another_document():
    text = '<p>In 2015<a id="r" href="notes.xhtml#n">1</a>.</p>'
    notes = '<h1>Notes</h1><p id="n"><a href="a.xhtml#r">1</a> A note.</p>'
    pages = [(Item("a.xhtml"), text), (Item("notes.xhtml", linear=False), notes)]
    found = documents_of([(item, books.page(body).encode()) for item, body in pages])
    assert [piece.role for piece in found[1].pieces] == [Role.FOOTNOTE]


def test_links_to_chapters_are_no_notes():
    links = '<p><a id="r1" href="#one">1</a> <a href="#two">2</a></p>'
    sections = f'<div id="one"><h2>One</h2>{TEXT}<p><a href="#r1">up</a></p></div><div id="two">{TEXT}</div>'
    assert Role.FOOTNOTE not in {role for role, _ in document(links + sections)}


@pytest.mark.parametrize("kind", ["titlepage", "copyright-page", "toc"])
def test_what_stands_around_the_text_is_apparatus(kind):
    found = document(f'<section epub:type="{kind}"><h1>The quays</h1><p>All rights reserved.</p></section>{TEXT}')
    assert [role for role, _ in found] == [Role.APPARATUS, Role.APPARATUS, Role.PARAGRAPH]


def test_a_document_that_the_guide_calls_a_title_page():
    found = document("<h1>The quays</h1>", Item("a.xhtml", kinds=frozenset({"title-page"})))
    assert found == [(Role.APPARATUS, "The quays")]


def test_a_list_of_links_into_the_book_is_apparatus():
    assert {role for role, _ in document(f"<h1>Contents</h1><ul>{LINKS}</ul>")} == {Role.APPARATUS}


def test_a_text_with_links_is_none():
    assert document(TEXT * 5 + f"<ul>{LINKS}</ul>")[0] == (Role.PARAGRAPH, PARAGRAPHS[0])


@pytest.mark.parametrize(
    "unread", ["<nav><ol><li>Contents</li></ol></nav>", '<p hidden="">No</p>', '<span epub:type="pagebreak">12</span>']
)
def test_what_is_not_read(unread):
    assert document(f"{unread}{TEXT}") == [(Role.PARAGRAPH, PARAGRAPHS[0])]


def test_the_navigation_document_is_no_part_of_the_text():
    assert document(TEXT, Item("nav.xhtml", kinds=frozenset({"nav"}))) == []


def test_many_marks_of_one_long_section_end():
    marks = "".join(f'<a id="r{number}" href="#n">{number % 999}</a> ' for number in range(5000))
    assert document(f'<p>{marks}</p><div id="n">{"<p>words</p>" * 5000}</div>')
