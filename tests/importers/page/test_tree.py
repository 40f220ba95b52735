import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.errors import UnreadableFileError
from apostil.importers.page.tree import lightened, tree_of


@pytest.mark.parametrize(
    ("page", "light"),
    [
        ("<p>a</p><style>p{}</style><p>b</p>", "<p>a</p><p>b</p>"),
        ("<SCRIPT src=x>a<b</Script >b", "b"),
        ("<script type='application/ld+json'>{}</script>b", "<script type='application/ld+json'>{}</script>b"),
        ("a<svg><path/></svg>b<style>c", "ab<style>c"),
        (f"<img src='data:image/png;base64,{'A' * 400}'>b", "<img src='data:,'>b"),
        ("data: none of the kind", "data: none of the kind"),
    ],
)
def test_what_holds_no_words_is_left_out(page, light):
    assert lightened(page) == light


def test_a_heavy_page_keeps_its_words():
    page = f"<html><body><p>One</p><img src='data:image/png;base64,{'A' * 11_000_000}'><p>two</p></body></html>"
    assert "".join(tree_of(page).itertext()) == "Onetwo"


@pytest.mark.parametrize("page", ["<p>a" * 1_600_000, "word " * 4_100_000])
def test_a_page_beyond_all_measure_is_refused(page):
    with pytest.raises(UnreadableFileError, match="more words and markup"):
        tree_of(page)


@given(st.lists(st.sampled_from(["<p>", "<b ", "ld+json", ">", "</script>", "&amp;", "a", "</svg>", "<scripted>"])))
def test_a_page_without_such_elements_stays_as_it_is(parts):
    assert lightened("".join(parts)) == "".join(parts)
