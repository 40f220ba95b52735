"""Articles hold together: blocks cover the text, and compose puts them there."""

from __future__ import annotations

import copy
import pickle
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import (
    LONGEST_BLOCK,
    SEPARATOR,
    Article,
    Block,
    Metadata,
    Piece,
    Role,
    clean,
    compose,
    reading_minutes,
)
from apostil.domain.place import Box, Place
from apostil.domain.spans import Span

WORDS = st.text(st.sampled_from("ab é\u0301\u00a0\u202f\n\r\t\u2028\x00🇲🇱’") | st.characters(), max_size=40)
PIECES = st.lists(st.builds(Piece, WORDS, st.sampled_from(Role)), max_size=8)


@pytest.fixture
def article():
    return compose(
        [
            Piece("A headline", Role.HEADLINE, 1),
            Piece("First paragraph."),
            Piece("Heading", Role.HEADING, 2),
            Piece("Second paragraph."),
            Piece("Read also", Role.APPARATUS),
        ]
    )


def test_blocks_are_separated_by_one_blank_line(article):
    assert article.text.split(SEPARATOR)[:2] == ["A headline", "First paragraph."]


@given(PIECES)
def test_blocks_cut_the_cleaned_pieces(pieces):
    article = compose(pieces)
    kept = [clean(piece.text) for piece in pieces if clean(piece.text)]
    assert [block.span.cut(article.text) for block in article.blocks] == kept


@given(PIECES)
def test_blocks_and_separators_are_the_whole_text(pieces):
    article = compose(pieces)
    assert SEPARATOR.join(block.span.cut(article.text) for block in article.blocks) == article.text


@given(PIECES)
def test_composed_text_is_normal(pieces):
    text = compose(pieces).text
    assert unicodedata.is_normalized("NFC", text)
    assert not set(text) & {"\r", "\u2028", "\x00", "\x85"}
    assert isinstance(text.encode("utf-8"), bytes)


@given(PIECES)
def test_roles_stay_with_their_pieces(pieces):
    expected = [piece.role for piece in pieces if clean(piece.text)]
    assert [block.role for block in compose(pieces).blocks] == expected


@given(WORDS)
def test_cleaning_again_changes_nothing(words):
    assert clean(clean(words)) == clean(words)


@given(WORDS)
def test_no_block_holds_a_blank_line(words):
    assert not any(not line.strip() for line in clean(words).split("\n")[1:])


@pytest.mark.parametrize(
    ("given_words", "cleaned"),
    [
        ("the \u202eknab\u202c paid", "the knab\u202c paid"),
        ("\u2067שלום\u2069 \u200fsaid", "\u2067שלום\u2069 \u200fsaid"),
        ("cafe\u0301", "café"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("one\n \u00a0\n\ntwo", "one\ntwo"),
        ("a\u00a0b\u202fc", "a\u00a0b\u202fc"),
        ("bell\x07\ud800!", "bell  !"),
        (" \t ", ""),
    ],
)
def test_cleaning(given_words, cleaned):
    assert clean(given_words) == cleaned


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("one two", [(1, 7)]),
        ("one two", [(0, 3)]),
        ("one\n\ntwo", [(0, 3), (4, 8)]),
        ("one\n\ntwo", [(0, 0), (2, 8)]),
    ],
)
def test_blocks_that_do_not_fit_the_text_are_refused(text, spans):
    blocks = tuple(Block(Span(*span), Role.PARAGRAPH) for span in spans)
    with pytest.raises(ValueError, match="block"):
        Article(text, blocks)


@given(PIECES, st.integers(0, 400))
def test_a_position_lies_in_the_block_found_for_it(pieces, position):
    article = compose(pieces)
    if position < len(article.text):
        span = article.blocks[article.block_at(position)].span
        assert span.start <= position < span.end + len(SEPARATOR)


@pytest.mark.parametrize(("words", "number"), [("A head", 0), ("First", 1), ("Heading", 0), ("Second", 2), ("Read", 0)])
def test_paragraphs_are_numbered_for_citing(article, words, number):
    assert article.paragraph_number(article.text.index(words)) == number


def test_numbers_are_counted_once(monkeypatch):
    long = compose([Piece(f"Paragraph {number}.") for number in range(300)])
    asked = []
    monkeypatch.setattr(Role, "is_numbered", property(lambda role: asked.append(role) or True))
    assert [long.paragraph_number(block.span.start) for block in long.blocks] == list(range(1, 301))
    assert len(asked) <= 2 * len(long.blocks)


def test_counting_changes_nothing_about_an_article(article):
    same = replace(article)
    article.paragraph_number(0)
    assert (article, hash(article), repr(article)) == (same, hash(same), repr(same))
    assert pickle.loads(pickle.dumps(article)) == article
    assert copy.copy(article).paragraph_number(len(article.text)) == article.paragraph_number(len(article.text))


def test_a_block_with_another_role_is_counted_anew(article):
    index = article.block_at(len(article.text))
    before = [article.paragraph_number(block.span.start) for block in article.blocks]
    changed = article.with_role(index, Role.HEADING).with_role(index, article.blocks[index].role)
    assert [changed.paragraph_number(block.span.start) for block in changed.blocks] == before
    assert article.with_role(0, Role.PARAGRAPH).paragraph_number(0) == 1


def test_an_empty_article_has_no_numbers():
    assert compose([]).paragraph_number(0) == 0


def test_a_block_gets_another_role(article):
    changed = article.with_role(1, Role.QUOTATION)
    assert changed.blocks[1] == Block(article.blocks[1].span, Role.QUOTATION)
    assert changed.text == article.text


def test_a_block_that_becomes_a_heading_gets_a_level(article):
    assert article.with_role(1, Role.HEADING).blocks[1].level == 2


def test_words_of_the_apparatus_do_not_count(article):
    assert article.word_count == 7


@pytest.mark.parametrize(("text", "count"), [("l’État", 1), ("vingt-dix 3,5", 3), ("", 0), ("— …", 0)])
def test_words_are_counted(text, count):
    assert compose([Piece(text)]).word_count == count


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (100, 1), (238 * 3, 3)])
def test_reading_takes_at_least_a_minute(words, minutes):
    assert reading_minutes(words) == minutes


@pytest.mark.parametrize("role", Role)
def test_what_a_summary_may_quote_is_numbered(role):
    assert role.is_numbered or not role.is_prose


def test_metadata_can_be_replaced(article):
    titled = replace(article, metadata=Metadata(title="Other"))
    assert titled.metadata.title == "Other"


LONG = st.text(alphabet="ab. \n\u00a0", min_size=1, max_size=400).map(lambda words: f"x{words}x" * 200)


@given(LONG)
def test_what_is_too_long_for_a_block_becomes_several(words):
    article = compose([Piece(words, Role.QUOTATION)])
    runs = [block.span.cut(article.text) for block in article.blocks]
    assert all(0 < len(run) <= LONGEST_BLOCK and run == run.strip() for run in runs)
    assert "".join("".join(runs).split()) == "".join(words.split())
    assert {block.role for block in article.blocks} == {Role.QUOTATION}


def test_a_long_block_ends_with_a_sentence():
    article = compose([Piece("A sentence of six short words. " * 1000)])
    assert all(block.span.cut(article.text).endswith("words.") for block in article.blocks)


@given(LONG, st.data())
def test_a_word_stands_on_its_page_however_long_its_piece_is(words, data):
    whole = clean(words)
    starts = sorted(data.draw(st.sets(st.integers(1, len(whole) - 1), min_size=1, max_size=8)))
    place = Place(tuple(Box(page, 0, 0, 9, 9, start) for page, start in enumerate([0, *starts], 1)))
    offset = 0
    article = compose([Piece(words, place=place)])
    for block in article.blocks:
        offset = whole.index(block.span.cut(article.text), offset)
        first, last = block.place.pages(0, len(block.span))
        assert (first, last) == place.pages(offset, offset + len(block.span))
        assert [box.page for box in block.place.boxes] == list(range(first, last + 1))
        offset += len(block.span)
