import pytest
from lxml import html

from apostil.importers.page.titles import named_by_page, without_site


def page(title, *headings):
    body = "".join(f"<h1>{heading}</h1>" for heading in headings)
    return html.document_fromstring(f"<html><head><title>{title}</title></head><body>{body}<p>words</p></body></html>")


@pytest.mark.parametrize(
    ("title", "headings", "cut"),
    [
        ("The old bridge stays | The Post", (), "The old bridge stays"),
        ("The old bridge stays - post.example.org", (), "The old bridge stays"),
        ("The old bridge stays - Harbours - The Post", ("The old bridge stays",), "The old bridge stays"),
        ("Opinion | The old bridge stays", ("Opinion", "The old bridge stays"), "The old bridge stays"),
        ("The old bridge - and the new one", (), "The old bridge - and the new one"),
        ("The Post", (), "The Post"),
        ("The Post | Lindara", (), "The Post | Lindara"),
    ],
)
def test_a_title_without_its_site(title, headings, cut):
    assert without_site(title, "The Post", "https://post.example.org/a", page(title, *headings)) == cut


@pytest.mark.parametrize(
    ("heading", "title", "named"),
    [
        ("Travel with us", "Why the old bridge stays | The Post", "Why the old bridge stays"),
        ("The bridge that stays", "Why the old bridge stays | The Post", ""),
        ("Travel with us", "The Post", ""),
    ],
)
def test_an_invitation_is_no_title(heading, title, named):
    assert named_by_page(heading, page(title, heading, "Why the old bridge stays")) == named


def test_a_heading_stays_where_the_pages_title_stands_nowhere_in_it():
    assert not named_by_page("The bridge", page("News from all over Lindara", "The bridge"))
