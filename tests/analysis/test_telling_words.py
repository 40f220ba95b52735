from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from apostil.analysis.sentences import split
from apostil.analysis.telling_words import telling_words
from apostil.domain.article import Article, Piece, compose


def told(text: str, language: str = "en", limit: int = 5) -> list[list[str]]:
    article = compose([Piece(text)])
    sentences = split(article, language)
    return [[span.cut(article.text) for span in spans] for spans in telling_words(article, sentences, language, limit)]


def test_what_the_article_is_about_comes_first() -> None:
    assert [words[0] for words in told("Ferries sank. A new ferry came. The old ferry left.")] == ["Ferries"] + [
        "ferry"
    ] * 2


def test_each_stem_comes_once() -> None:
    assert told("A ferry follows other ferries.") == [["ferry", "follows"]]


def test_no_more_than_so_many_words_are_named() -> None:
    assert told("Rain, wind, snow, hail.", limit=3) == [["Rain", "wind", "snow"]]


def test_french_words_stand_without_their_articles() -> None:
    assert told("L’État ferme.", "fr") == [["État", "ferme"]]


def test_a_sentence_without_such_words_has_none() -> None:
    assert told("It is. Rain fell.") == [[], ["Rain", "fell"]]


def test_no_sentences_have_no_words() -> None:
    assert telling_words(Article("", ()), (), "en") == ()


@given(st.text(max_size=80), st.sampled_from(["en", "fr", ""]))
def test_words_lie_in_their_sentences(text: str, language: str) -> None:
    article = compose([Piece(text)])
    sentences = split(article, language)
    found = telling_words(article, sentences, language)
    assert all(sentence.covers(span) for sentence, spans in zip(sentences, found, strict=True) for span in spans)
