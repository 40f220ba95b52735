from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from apostil.domain.anchor import anchor_at
from apostil.domain.article import Piece, compose
from apostil.domain.spans import Span
from apostil.exporters import sheet as words
from apostil.exporters.formats import markdown
from support import golden
from support.any_notes import NASTY_NOTES
from support.invented_notes import STAMP, english, french, marked_french

SIGNS = st.text("ab1 \n\\`*_[]<>|~$^&{}#%=+-.)!:\"'«»\u202f;", max_size=40)


def written(*notes):
    return markdown.write(notes, STAMP).decode()


def read(source):
    """What a reader of the Markdown sees, with the line ends inside its paragraphs."""
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(source)
    return "\n\n".join(
        "".join("\n" if child.type.endswith("break") else child.content for child in token.children)
        for token in tokens
        if token.type == "inline"
    )


PLAIN = (
    {"inline", "text", "softbreak", "hardbreak", "hr", "link_open", "link_close"}
    | {
        f"{block}_{end}"
        for block in ("heading", "paragraph", "blockquote", "bullet_list", "list_item", "table", "thead", "tbody")
        for end in ("open", "close")
    }
    | {f"{cell}_{end}" for cell in ("tr", "th", "td") for end in ("open", "close")}
)
"""What a file of ours is made of, where no note is in it."""


def walk(tokens):
    """Every token, with those inside of others."""
    for token in tokens:
        yield token
        yield from walk(token.children or ())


def body_of(source):
    """What comes after the front matter."""
    return source.split("\n---\n", 1)[1]


def addresses(notes):
    """The address of the article, where it leads anywhere: the one link that a file may bring."""
    return [fact.address for fact in words.sheets([notes])[0].facts if fact.address]


@pytest.mark.parametrize(
    ("name", "notes"),
    [("english", [english()]), ("french", [marked_french()]), ("two", [english(), french()])],
)
def test_the_file_is_as_its_reference(name, notes):
    golden.compare(written(*notes), f"{name}.md")


@given(SIGNS)
def test_escaped_words_are_seen_as_they_are(text):
    line = " ".join(text.split())
    assert read(markdown.escape(line)) == line


@given(SIGNS)
def test_a_quotation_is_seen_word_for_word(text):
    article = compose([Piece(text), Piece("End.")])
    like = english()
    whole = replace(like.annotations[0], anchor=anchor_at(article.text, Span(0, len(article.text))))
    source = written(replace(like, article=article, entities=(), summary=None, annotations=(whole,)))
    quoted = source.split("headline\n\n")[-1].split("¶\u00a01")[-1]
    seen = read(quoted.partition("\n\n")[2].partition("\n\n^")[0])
    assert [line.split() for line in seen.split("\n")] == [line.split() for line in article.text.split("\n")]


@pytest.mark.parametrize("note", ["```\nopen", "<div>", "<!-- open", "# Title", "> lazy", "- [ ] task", "***"])
def test_nothing_that_a_note_leaves_open_swallows_what_follows(note):
    notes = english()
    marks = (replace(notes.annotations[0], note=note), notes.annotations[1])
    tokens = MarkdownIt("commonmark").parse(written(replace(notes, annotations=marks)))
    headings = [token for token in tokens if token.type == "heading_open" and token.level == 0]
    assert len(headings) == 1 + 4 + 3


@given(NASTY_NOTES)
def test_nothing_of_a_file_becomes_markup(notes):
    tokens = list(walk(MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(body_of(written(notes)))))
    assert {token.type for token in tokens} <= PLAIN
    assert [token.attrGet("href") for token in tokens if token.type == "link_open"] == addresses(notes)


@pytest.mark.parametrize(
    ("address", "escaped"),
    [
        ("https://e.example", "https\\://e.example"),
        ("WWW.e.example", "WWW\\.e.example"),
        ("a@e.example", "a\\@e.example"),
    ],
)
def test_an_address_in_the_text_becomes_no_link(address, escaped):
    assert markdown.escape(address) == escaped


def test_a_mark_keeps_its_block_id_when_others_come_and_go():
    notes = english()
    fewer = replace(notes, annotations=notes.annotations[-1:])
    last = [line for line in written(notes).split("\n") if line.startswith("^")][-1]
    assert last in written(fewer)


def test_characters_that_no_text_may_hold_are_dropped():
    notes = english()
    marks = (replace(notes.annotations[0], note="a\ud800\x00b"),)
    assert "  ab\n" in written(replace(notes, annotations=marks))


def test_no_notes_still_make_a_file():
    assert "# No notes" in written()
