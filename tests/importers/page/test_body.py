import pytest
from lxml import html

from apostil.domain.article import Piece, Role
from apostil.importers.page.blocks import blocks_of
from apostil.importers.page.body import article_of, everything_of
from support.documents import PARAGRAPHS

FIRST, SECOND, THIRD = PARAGRAPHS


def judged(body, *chosen):
    pieces = article_of(
        blocks_of(html.document_fromstring(f"<html><body>{body}</body></html>")), tuple(map(Piece, chosen))
    )
    return [(piece.text, piece.role) for piece in pieces]


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def test_what_was_chosen_has_the_roles_of_the_page():
    body = f"<div><p>{FIRST}</p><blockquote><p>{SECOND}</p></blockquote></div>"
    assert judged(body, FIRST, SECOND) == [(FIRST, Role.PARAGRAPH), (SECOND, Role.QUOTATION)]


def test_what_does_not_stand_on_the_page_is_taken_as_it_is():
    assert judged("<p>A program draws this page.</p>", FIRST, SECOND) == [
        (FIRST, Role.PARAGRAPH),
        (SECOND, Role.PARAGRAPH),
    ]


def test_other_articles_below_are_apparatus():
    other = "Elsewhere the council bought a ship"
    body = f"<div>{paragraphs(FIRST, SECOND, THIRD)}</div><div class='related'><p>{other}</p></div>"
    assert judged(body, FIRST, SECOND, THIRD, other)[-1] == (other, Role.APPARATUS)


def test_a_paragraph_that_is_one_link_is_apparatus():
    body = f"<div>{paragraphs(FIRST, '<a href=x>Ten ships in pictures</a>', SECOND)}</div>"
    assert judged(body, FIRST, "Ten ships in pictures", SECOND)[1] == ("Ten ships in pictures", Role.APPARATUS)


def test_a_heading_that_nothing_follows_is_apparatus():
    body = f"<div>{paragraphs(FIRST, SECOND)}<h3>More ships</h3></div>"
    assert judged(body, FIRST, SECOND, "More ships")[-1] == ("More ships", Role.APPARATUS)


def test_a_paragraph_left_out_among_others_comes_back():
    fourth = "The second lender has asked for another month before it signs, the mayor told the council on Friday."
    body = f"<div>{paragraphs(FIRST, SECOND, fourth, THIRD)}</div>"
    assert (fourth, Role.PARAGRAPH) in judged(body, FIRST, SECOND, THIRD)


def test_a_box_that_holds_most_of_the_article_is_the_article():
    body = f"<div class='promo'>{paragraphs(FIRST, SECOND, THIRD)}</div>"
    assert [role for _, role in judged(body, FIRST, SECOND, THIRD)] == [Role.PARAGRAPH] * 3


def test_everything_on_a_page_is_there_in_order():
    page = blocks_of(html.document_fromstring(f"<nav>Home</nav><h2>Quays</h2><p>{FIRST}</p><footer>Imprint</footer>"))
    assert [(piece.text, piece.role) for piece in everything_of(page)] == [
        ("Home", Role.APPARATUS),
        ("Quays", Role.HEADING),
        (FIRST, Role.PARAGRAPH),
        ("Imprint", Role.APPARATUS),
    ]


def test_an_article_laid_out_in_several_boxes_is_whole():
    more = ("Four lenders were asked.", "Two of them answered in time.", "The others wanted to see the books first.")
    rest = [f"{text} That is what the port authority told the council last night." for text in more]
    first, second = (f"<section><div class='body'>{paragraphs(*texts)}</div></section>" for texts in (PARAGRAPHS, rest))
    assert [text for text, role in judged(f"<div>{first}</div><div>{second}</div>", *PARAGRAPHS)] == [
        *PARAGRAPHS,
        *rest,
    ]


def test_another_article_below_its_own_headline_is_none_of_this():
    rest = "Two of them answered in time, as the port authority told the council last night, and two did not."
    first, second = (f"<div class='body'>{paragraphs(*texts)}</div>" for texts in (PARAGRAPHS, [rest]))
    assert [text for text, _ in judged(f"{first}<h1>Lenders</h1>{second}", *PARAGRAPHS)] == list(PARAGRAPHS)


@pytest.mark.parametrize(
    "line", ["Follow us on all channels", "Abonnez-vous à notre lettre", "Tell us what you think."]
)
def test_a_last_line_that_asks_its_readers_is_apparatus(line):
    body = f"<div>{paragraphs(*PARAGRAPHS, line)}</div>"
    assert judged(body, *PARAGRAPHS, line)[-1] == (line, Role.APPARATUS)


def test_such_words_amid_the_article_are_its_own():
    line = "Follow us on our way through the harbour"
    texts = (FIRST, line, SECOND, THIRD, FIRST.upper(), SECOND.upper(), THIRD.upper())
    assert (line, Role.PARAGRAPH) in judged(f"<div>{paragraphs(*texts)}</div>", *texts)


def test_captions_of_the_pictures_of_an_article_are_there():
    caption = "The new quay in the morning"
    figure = f"<figure><img src='a.png'><figcaption>{caption}</figcaption></figure>"
    assert (caption, Role.CAPTION) in judged(f"<div>{figure}{paragraphs(*PARAGRAPHS)}</div>", *PARAGRAPHS)


def test_parts_left_out_amid_the_article_come_back():
    parts = (
        "<h2>The price</h2><table><tr><td>Quay</td><td>12 million</td></tr></table><ul><li>paid by lenders</li></ul>"
    )
    body = f"<div>{paragraphs(FIRST)}{parts}{paragraphs(SECOND, THIRD)}</div>"
    assert judged(body, *PARAGRAPHS)[1:4] == [
        ("The price", Role.HEADING),
        ("Quay\t12 million", Role.TABLE_ROW),
        ("paid by lenders", Role.LIST_ITEM),
    ]


@pytest.mark.parametrize("name", ["end", "ad-free"])
@pytest.mark.parametrize("above", [True, False])
def test_a_small_box_of_prose_beside_the_others_is_of_the_article(name, above):
    line = "The mayor of Lindara will ask again in May, when the two lenders have answered."
    rest = [text.replace("the", "this") for text in PARAGRAPHS]
    boxes = [f"<div class='text'>{paragraphs(*PARAGRAPHS, *rest)}</div>", f"<div class='{name}'><p>{line}</p></div>"]
    body = f"<article>{''.join(boxes[::-1] if above else boxes)}</article>"
    expected = Role.APPARATUS if name == "ad-free" else Role.PARAGRAPH
    assert (line, expected) in judged(body, *([line] if above else []), *PARAGRAPHS, *rest, line)


def test_an_article_in_sections_of_one_kind_is_whole():
    line = "The mayor of Lindara will ask again in May, when the two lenders have answered."
    rest = [text.replace("the", "this") for text in PARAGRAPHS]
    sections = (f"<section class='part'>{paragraphs(*texts)}</section>" for texts in ([*PARAGRAPHS, *rest], [line]))
    assert judged("".join(sections), *PARAGRAPHS, *rest, line)[-1] == (line, Role.PARAGRAPH)


def test_other_articles_in_boxes_of_their_own_stay_out():
    other = "Elsewhere the council of Norrby bought a ship and two cranes for it."
    rest = [text.replace("the", "this") for text in PARAGRAPHS]
    body = f"<main><div>{paragraphs(*PARAGRAPHS, *rest)}</div><article><p>{other}</p></article></main>"
    assert judged(body, *PARAGRAPHS, *rest, other)[-1] == (other, Role.APPARATUS)


def test_what_was_left_out_of_the_articles_box_is_apparatus():
    aside = "<aside><p>Read also: the quays of Norrby</p></aside>"
    body = f"<article>{paragraphs(FIRST, SECOND)}{aside}{paragraphs(THIRD)}</article>"
    assert judged(body, *PARAGRAPHS)[2] == ("Read also: the quays of Norrby", Role.APPARATUS)


def test_menus_below_the_article_are_left_out():
    body = f"<article>{paragraphs(*PARAGRAPHS)}<nav>Home, sport and weather</nav></article>"
    assert [text for text, _ in judged(body, *PARAGRAPHS)] == list(PARAGRAPHS)


def test_the_times_of_an_article_that_goes_on_for_hours_are_there():
    times = ("18:42", "17h15", "16:03")
    posts = (f"<div><time>{time}</time><p>{text}</p></div>" for time, text in zip(times, PARAGRAPHS, strict=True))
    found = judged(f"<main>{''.join(posts)}</main>", *PARAGRAPHS)
    assert [text for text, role in found if role is Role.DATELINE] == list(times)


def test_who_says_a_quotation_is_there():
    quotation = f"<blockquote><p>{SECOND}</p><footer>Oriane Veldt</footer></blockquote>"
    body = f"<article>{paragraphs(FIRST)}{quotation}{paragraphs(THIRD)}</article>"
    assert judged(body, *PARAGRAPHS)[2] == ("Oriane Veldt", Role.QUOTATION)


def test_from_whom_and_when_is_no_standfirst():
    line = "The Post with agencies, published on Monday 6 May 2024 at 14:20"
    assert judged(f"<div>{paragraphs(line, *PARAGRAPHS)}</div>", line, *PARAGRAPHS)[0] == (line, Role.DATELINE)


@pytest.mark.parametrize(
    ("top", "role"),
    [
        ("<h1>The quay</h1>{line}", Role.APPARATUS),
        ("<h1>The quay</h1><nav>Share</nav><div class='chapo'>{line}</div>", Role.STANDFIRST),
    ],
)
def test_a_standfirst_that_was_left_out_is_there(top, role):
    line = "Two lenders have answered, and Lindara still has no quay"
    body = f"<article>{top.format(line=f'<p>{line}</p>')}{paragraphs(*PARAGRAPHS)}</article>"
    assert judged(body, *PARAGRAPHS)[0] == (line, role)
