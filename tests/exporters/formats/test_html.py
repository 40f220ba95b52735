import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from lxml import html as lxml_html

from apostil.domain.annotation import Color
from apostil.domain.article import Role
from apostil.domain.entity import Kind
from apostil.exporters.formats import html
from support import golden
from support.any_notes import NASTY, NASTY_NOTES
from support.invented_notes import STAMP, english, french, marked_french


def written(*notes):
    return html.write(notes, STAMP).decode()


def page(*notes):
    return lxml_html.fromstring(written(*notes))


OUR_ATTRIBUTES = frozenset(
    {"lang", "charset", "name", "content", "http-equiv", "class", "id", "dir", "href", "rel", "title", "scope", "start"}
    | {"aria-label", "style"}
)


class Balance(HTMLParser):
    """Counts what is opened and not closed in its turn."""

    EMPTY = frozenset({"meta"})

    def __init__(self):
        super().__init__()
        self.open, self.crossed = [], []

    def handle_starttag(self, tag, attrs):
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if self.open.pop() != tag:
            self.crossed.append(tag)


@pytest.mark.parametrize(
    ("name", "notes"),
    [("english", [english()]), ("french", [marked_french()]), ("two", [english(), french()])],
)
def test_the_page_is_as_its_reference(name, notes):
    golden.compare(written(*notes), f"{name}.html")


def test_every_element_is_closed_in_its_turn():
    balance = Balance()
    balance.feed(written(english(), french()))
    assert (balance.open, balance.crossed) == ([], [])


def test_the_text_of_every_block_is_there_verbatim():
    notes = english()
    shown = page(notes).xpath("//*[@class='text']//*[contains(@class, 'verbatim') and not(ancestor::aside)]")
    for reference in page(notes).xpath("//span[@class='reference']"):
        reference.drop_tree()
    texts = ["".join(block.xpath(".//text()[not(ancestor::span[@class='reference'])]")) for block in shown]
    blocks = [block for block in notes.article.blocks if block.role is not Role.APPARATUS]
    assert texts == [block.span.cut(notes.article.text) for block in blocks]


def test_nothing_is_fetched_and_nothing_runs():
    source = written(english(), french())
    assert not re.search(r"<(script|img|link|iframe|object|embed|audio|video)\b|@import|url\(|\bsrc=|\bon\w+=", source)


OURS = frozenset(
    {
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "header",
        "nav",
        "main",
        "section",
        "footer",
        "aside",
        "h1",
        "h2",
    }
    | {"h3", "h4", "h5", "h6", "p", "a", "span", "mark", "div", "dl", "dt", "dd", "ol", "ul", "li", "blockquote"}
    | {"table", "thead", "tbody", "tr", "th", "td"}
)
RUNNING = re.compile(r"\s*(javascript|data|vbscript|file):", re.IGNORECASE)
PROSE = frozenset({"strong", "em", "s", "code", "pre", "br", "hr"})
"""What the Markdown of a note may become."""


@given(NASTY_NOTES, NASTY)
@settings(max_examples=40, deadline=None)
def test_nothing_of_a_file_and_of_a_note_runs_or_is_fetched(notes, note):
    marks = tuple(replace(mark, note=note) for mark in notes.annotations)
    root = page(replace(notes, annotations=marks))
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    assert {element.tag for element in elements} <= OURS | PROSE
    assert {name for element in elements for name in element.keys()} <= OUR_ATTRIBUTES  # noqa: SIM118 - lxml's own
    assert not [link for link in root.xpath("//@href") if RUNNING.match(link)]


def test_words_of_the_article_and_of_notes_are_no_markup():
    source = written(english())
    assert "<tidal>" not in source
    assert "<b>" not in source


def test_every_link_inside_the_page_has_an_end():
    root = page(english(), french())
    ids = set(root.xpath("//@id"))
    assert {link[1:] for link in root.xpath("//a/@href") if link.startswith("#")} <= ids


def test_no_id_is_given_twice():
    ids = page(english(), french()).xpath("//@id")
    assert len(ids) == len(set(ids))


def test_overlapping_marks_stay_two():
    shared = [mark for mark in page(english()).xpath("//mark[mark]") if mark.text_content() == "mill would cost £4.2m"]
    assert [(mark.get("class"), mark[0].get("class")) for mark in shared] == [("yellow", "red over-1")]


def test_text_and_title_say_their_language():
    root = page(marked_french())
    assert {element.get("lang") for element in root.xpath("//h1/span | //*[@class='text']")} == {"fr"}


def test_spaces_that_do_not_break_stay():
    assert "«\u202fLa marée est gratuite\u202f»" in written(marked_french())


def test_a_guess_is_told_from_what_was_confirmed():
    classes = {
        span.text_content(): span.get("class") for span in page(english()).xpath("//*[@class='text']//span[@title]")
    }
    assert classes["Odile Fenn"] == "name person guess"
    assert classes["Brackwater"] == "name location"


def test_a_bar_stands_beside_the_blocks_with_sentences_of_the_summary():
    held = page(english()).xpath("//*[contains(@class, 'holds')]")
    assert [block.xpath("string(.//*[@class='sentence'])")[:9] for block in held] == ["Mayor Odi", "The Board"]
    assert not re.search(r"\.sentence {[^}]*border", written(english()))


def test_blocks_left_out_are_counted():
    assert page(english()).xpath("string(//*[contains(@class, 'omitted')])").startswith("2 blocks")


@pytest.mark.parametrize("name", [*Color, *(kind.value for kind in Kind), "paper", "ink"])
def test_every_colour_comes_in_light_and_dark(name):
    assert len(re.findall(rf"--(?:tint-)?{name}: #", written(french()))) == 2


def test_characters_that_no_page_may_hold_are_dropped():
    notes = english()
    marks = (replace(notes.annotations[0], note="a\ud800\x00b"),)
    assert "<p>ab</p>" in written(replace(notes, annotations=marks))


def test_no_notes_still_make_a_page():
    assert "<h1>No notes</h1>" in written()


def test_the_place_of_a_chosen_sentence_is_said_once():
    reasons = [element.text_content() for element in page(english()).xpath("//*[contains(@class, 'reason')]")]
    facts = "pp. 2–3, ¶ 2 · rank 1 · score 0.812 · chosen by 2 of 9 methods"
    assert reasons[0].replace("\u00a0", " ") == facts


def test_what_was_not_found_stands_below_the_notes_beside_the_text():
    (tray,) = page(english()).xpath("//*[@class='orphans']")
    assert "a windmill nearby" in tray.text_content()
    assert not tray.xpath(".//a")
