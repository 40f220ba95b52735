from __future__ import annotations

import pytest
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


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Les quais (p. ex. celui du nord) ferment.", "fr", ["quais", "ferment"]),
        ("L’art. 5 interdit les quais.", "fr", ["interdit", "quais"]),
        ("Le Dr Bedel quitte le quai.", "fr", ["Bedel", "quitte", "quai"]),
        ("Près de 40 pour cent des quais ferment.", "fr", ["quais", "ferment"]),
        ("Some 40 per cent of ferries sank.", "en", ["ferries", "sank"]),
        ("Ferries sank 12 km off Tynmouth.", "en", ["Ferries", "sank", "Tynmouth"]),
        ("Dr. Bedel, a Ph.D. student, spoke.", "en", ["Bedel", "student", "spoke"]),
        ("The ferry in fig. 3 sank.", "en", ["ferry", "sank"]),
    ],
)
def test_abbreviations_and_units_tell_nothing(text: str, language: str, words: list[str]) -> None:
    assert told(text, language) == [words]


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Ferries carry art.", "en", ["Ferries", "carry", "art"]),
        ("Ferries carry “art.”", "en", ["Ferries", "carry", "art"]),
        ("La cour ferme les ports.", "fr", ["cour", "ferme", "ports"]),
    ],
)
def test_words_that_look_like_those_tell(text: str, language: str, words: list[str]) -> None:
    assert told(text, language) == [words]


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
