"""Articles are littered with the words of a page."""

import pytest

from apostil.analysis.sentences import split
from apostil.domain.article import Metadata, Piece, compose
from benchmarks.littering import BETWEEN, TOPS, littered
from benchmarks.summary_sets import Summarized

ARTICLE = compose([Piece(f"The dam number {number} burst on Monday.") for number in range(9)], Metadata(language="en"))


def cut(source, language="en"):
    text = littered(Summarized(source, ARTICLE, split(ARTICLE, "en"), ("Dams burst.",)), language)
    return [sentence.cut(text.article.text) for sentence in text.sentences]


@pytest.mark.parametrize("source", ["one", "two", "three", "four"])
def test_every_sentence_of_the_article_is_still_there(source):
    assert [words for words in cut(source) if words.startswith("The dam")] == [
        f"The dam number {number} burst on Monday." for number in range(9)
    ]


def test_some_stand_in_one_block():
    assert {len(littered(_text(name), "en").article.blocks) == 1 for name in "abcdefgh"} == {True, False}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_notices_stand_between(language):
    assert not set(BETWEEN[language]).isdisjoint(cut("one", language))


def test_some_begin_with_the_words_of_a_page():
    assert {cut(name)[0].startswith("The dam") for name in "abcdefgh"} == {True, False}
    assert all(() in tops for tops in TOPS.values())


def _text(source):
    return Summarized(source, ARTICLE, split(ARTICLE, "en"), ("Dams burst.",))
