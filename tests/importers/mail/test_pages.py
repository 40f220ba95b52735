import pytest

from apostil.domain.article import Role
from apostil.importers.mail.pages import is_page, pieces_of


def found(page):
    return [(piece.role, piece.text) for piece in pieces_of(page)]


NEWSLETTER = """
<table><tr><td><table role="presentation"><tr><td>The quay is open.<br>It is new.</td></tr>
<tr><td><h2>Ships</h2><p>One tied up.</p><p>More will come.</p></td></tr></table></td></tr></table>
"""


def test_tables_that_only_lay_things_out_are_no_tables():
    assert found(NEWSLETTER) == [
        (Role.PARAGRAPH, "The quay is open.\nIt is new."),
        (Role.HEADING, "Ships"),
        (Role.PARAGRAPH, "One tied up."),
        (Role.PARAGRAPH, "More will come."),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        '<div style="display:none">Preview</div>',
        '<span style="font-size:0px;color:#fff">Preview</span>',
        '<div style="max-height:0; overflow:hidden">Preview</div>',
        '<p style="mso-hide:all">Preview</p>',
        "<style>p {}</style><title>Preview</title>",
        "<p>\u200c\u00a0\u200c</p>",
    ],
)
def test_what_nobody_sees_is_not_read(hidden):
    assert found(f"{hidden}<p>Words</p>") == [(Role.PARAGRAPH, "Words")]


CREDIT = "On Monday Bo wrote:"


@pytest.mark.parametrize(
    "quoted",
    [
        f'<div><div class="gmail_attr">{CREDIT}<br></div><blockquote class="gmail_quote">Is it?</blockquote></div>',
        f'<div class="moz-cite-prefix">{CREDIT}</div><blockquote type="cite"><p>Is it?</p></blockquote>',
        f'<p>{CREDIT}</p><blockquote type="cite">Is it?</blockquote>',
    ],
)
def test_the_mail_that_is_answered_is_folded(quoted):
    assert found(f"<p>It is open.</p>{quoted}") == [
        (Role.PARAGRAPH, "It is open."),
        (Role.APPARATUS, CREDIT),
        (Role.APPARATUS, "Is it?"),
    ]


def test_what_is_answered_is_a_quotation():
    page = '<blockquote type="cite">Is it?</blockquote><p>It is.</p>'
    assert found(page) == [(Role.QUOTATION, "Is it?"), (Role.PARAGRAPH, "It is.")]


def test_a_quotation_of_the_writer_stays_one():
    assert found("<p>She said:</p><blockquote>It is.</blockquote>")[1] == (Role.QUOTATION, "It is.")


@pytest.mark.parametrize("said", ['class="gmail_signature"', 'class="moz-signature"', 'id="Signature"'])
def test_signatures(said):
    assert found(f"<p>It is.</p><div {said}><p>Oriane</p></div>")[1] == (Role.APPARATUS, "Oriane")


@pytest.mark.parametrize("page", ["", "   ", "\x00"])
def test_no_page(page):
    assert found(page) == []


@pytest.mark.parametrize(
    ("text", "expected"), [("<p>Words", True), ("a < b and c > d", False), ("<ada@example.org>", False)]
)
def test_pages_are_told_from_texts(text, expected):
    assert is_page(text) is expected


def test_paragraphs_that_are_only_set_apart_by_breaks():
    assert found("<div>One<br>line.<br><br>Two.</div>") == [(Role.PARAGRAPH, "One\nline."), (Role.PARAGRAPH, "Two.")]


def test_the_fields_of_a_mail_that_is_passed_on():
    page = "<p>See below.</p><p><b>From:</b> Bo<br><b>Sent:</b> Monday<br><b>Subject:</b> A quay</p><p>It is open.</p>"
    assert [role for role, _ in found(page)] == [Role.PARAGRAPH, *[Role.APPARATUS] * 3, Role.PARAGRAPH]
