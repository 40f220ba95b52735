import pytest
from lxml import html

from apostil.importers.page.hints import Hint, hint_of


@pytest.mark.parametrize(
    ("markup", "hint"),
    [
        ("<div>", Hint.NONE),
        ("<nav>", Hint.APART),
        ("<aside>", Hint.ASIDE),
        ("<div class='share-bar'>", Hint.APART),
        ("<div class='articleRelated'>", Hint.APART),
        ("<div id='most_read'>", Hint.APART),
        ("<div class='shared-language'>", Hint.NONE),
        ("<div role='navigation'>", Hint.APART),
        ("<div style='color: red; display : none'>", Hint.HIDDEN),
        ("<div hidden>", Hint.HIDDEN),
        ("<p class='wp-caption-text'>", Hint.CAPTION),
        ("<article class='newsletter'>", Hint.NONE),
    ],
)
def test_names_and_what_they_say(markup, hint):
    element = html.fragment_fromstring(f"{markup}words")
    assert hint_of(element.tag, element) is hint


def test_endless_names_cost_little():
    element = html.fragment_fromstring(f"<div class='{'share ' * 100_000}'>words")
    assert hint_of("div", element) is Hint.APART


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("sharing-the-costs-of-a-bridge", Hint.NONE),
        ("share-this-now", Hint.APART),
        ("share-all-the-news-of-today", Hint.APART),
    ],
)
def test_an_id_that_only_repeats_its_heading_says_nothing(name, hint):
    section = html.fragment_fromstring(f"<div id='{name}'><h2>Sharing the costs of a bridge ¶</h2>words</div>")
    assert hint_of("div", section) is hint
