import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import Piece, Role
from apostil.importers.page_copies import without_furniture
from apostil.importers.structure import structured
from support import documents

HEADLINE = "The harbour of Lindara opens its new quay"
MENU = ("The Lindara Post", "Menu", "Search", "Sign in", "World", "Sports", "Weather in Lindara", "12°")
LABELS = ("Share", "By Oriane Veldt", "Published on 12 March 2024")
BODY = documents.PARAGRAPHS * 2
FOOT = (
    "Share",
    "Related",
    "Ten bridges to see",
    "A ferry for sale",
    "Contact us",
    "© 2024 The Lindara Post",
    "Privacy policy",
)
NOTICE = "We use cookies to improve your visit, and so do those who pay us for it. Accept all cookies."


def folded(*texts):
    """The lines that are marked as standing around the article."""
    return [piece.text for piece in without_furniture([Piece(text) for text in texts]) if piece.role is Role.APPARATUS]


def kept(*texts):
    found = folded(*texts)
    return [text for text in texts if text not in found]


def test_menus_and_feet_stand_around_the_article():
    assert kept(*MENU, HEADLINE, *LABELS, *BODY, *FOOT, NOTICE) == [HEADLINE, *LABELS[1:], *BODY]


def test_the_copy_of_a_page_has_its_headline_byline_and_date():
    pieces = structured("\n".join((*MENU, HEADLINE, *LABELS, *BODY, *FOOT)))
    roles = [piece.role for piece in pieces if piece.role is not Role.APPARATUS]
    assert roles == [Role.HEADLINE, Role.BYLINE, Role.DATELINE, *[Role.PARAGRAPH] * len(BODY)]


def test_what_stands_between_headline_and_article_is_told_apart():
    between = ("Share", "Oriane Veldt", "Harbour correspondent, in Lindara", "Getty Images", "The quay at noon", "Save")
    menu = (*MENU, "Home", "About us", "Archives", "Contact us", "Categories", "Podcasts", "Help", "Shop")
    pieces = structured("\n".join((*menu, HEADLINE, *between, *BODY[:3], "Related topics", "Who pays?", *FOOT)))
    kept = [piece.role for piece in pieces if piece.role is not Role.APPARATUS]
    assert kept == [Role.HEADLINE, *[Role.BYLINE] * 2, *[Role.CAPTION] * 2, *[Role.PARAGRAPH] * 3]


def test_buttons_below_the_byline_take_it_along_no_more():
    pieces = structured(
        "\n".join((*MENU, HEADLINE, BODY[0], *LABELS[1:], "Share", "Facebook", "Twitter", *BODY, *FOOT))
    )
    assert [piece.text for piece in pieces if piece.role in {Role.BYLINE, Role.DATELINE}] == list(LABELS[1:])


@pytest.mark.parametrize(
    "lines",
    [
        (HEADLINE, *BODY),
        (HEADLINE, *BODY, "Share", "Contact us"),
        ("Roses are red", "Violets are blue", "Sugar is sweet", "And so on", *BODY),
        ("Menu", "Search", "Share", "Contact us", "Privacy policy"),
        (*MENU, "One line of words.", *FOOT),
    ],
)
def test_without_a_page_around_it_nothing_is_folded(lines):
    assert folded(*lines) == []


def test_pages_in_other_languages_are_left_alone():
    words = ("O conselho decidiu manter a ponte velha aberta por mais um ano, apesar de tudo que se disse antes.",) * 8
    assert folded(*MENU, *words, *FOOT) == []


def test_a_list_behind_the_prose_belongs_to_the_article():
    days = ("June 9 – Orse", "June 10 – Lindara", "June 14 – Brackwater")
    assert not set(days) & set(folded(*MENU, HEADLINE, *BODY, *days, *FOOT))


def test_what_readers_write_is_none_of_the_article():
    comment = "I was there myself, and I can tell you that nobody had asked for this quay in all those years."
    assert comment in folded(*MENU, HEADLINE, *BODY, "2 comments", comment, *FOOT)


def test_links_in_the_midst_of_the_article_are_folded():
    links = ("Related", "Ten bridges to see", "A ferry for sale", "The price of stone", "Read more")
    assert set(links[:-1]) <= set(folded(*MENU, HEADLINE, *BODY, *links, *BODY, *FOOT))


def test_rows_that_repeat_in_the_midst_of_the_article_stay():
    rows = ("Quay", "Length", "Depth", "Quay", "Length", "Depth", "Quay", "Length", "Depth")
    assert not set(rows) & set(folded(*MENU, HEADLINE, *BODY, *rows, *BODY, *FOOT))


def test_the_byline_below_the_article_stays():
    assert "By Oriane Veldt" in kept(*MENU, HEADLINE, *BODY, "By Oriane Veldt", *FOOT)


@given(st.lists(st.sampled_from([*MENU, *FOOT, *BODY, *LABELS, HEADLINE, "2 comments", "cut off...", ""]) | st.text()))
def test_any_lines_stay_in_their_order(lines):
    assert [piece.text for piece in without_furniture([Piece(line) for line in lines])] == lines
