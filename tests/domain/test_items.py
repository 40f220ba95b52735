import pytest

from apostil.domain.article import Piece, Role, compose
from apostil.domain.items import choosable
from apostil.domain.spans import Span


def listed(words, role=Role.LIST_ITEM):
    article = compose([Piece(words, role)])
    return choosable(article, (Span(0, len(words)),))


@pytest.mark.parametrize(
    "words",
    [
        "- apples",
        "- 12 eggs",
        "• fresh red apples",
        "1. apples",
        "1.",
        "- 12 14 15 16 17",
        "a) fresh red apples",
        "- 苹果",
    ],
)
def test_an_item_of_a_few_words_is_no_sentence(words):
    assert listed(words) == ()


@pytest.mark.parametrize(
    "words", ["- Nobody was hurt.", "- Why?", "- « Personne. »", "- The quays are gone", "- 码头已经关闭了"]
)
def test_an_item_that_ends_or_goes_on_is_a_sentence(words):
    assert listed(words) == (Span(0, len(words)),)


@pytest.mark.parametrize("role", [Role.QUOTATION, Role.STANDFIRST, Role.CAPTION])
def test_a_few_words_outside_of_a_list_stay(role):
    assert listed("Two quays", role) == (Span(0, 9),)


def test_a_few_words_alone_in_a_paragraph_are_no_sentence():
    assert listed("Two quays", Role.PARAGRAPH) == ()


@pytest.mark.parametrize("words", ["یہ سچ ہے", "สวัสดีครับ", "안녕하세요", "市長です"])
def test_lines_in_scripts_whose_sentences_are_not_known_stay(words):
    assert listed(words, Role.PARAGRAPH) == (Span(0, len(words)),)


@pytest.mark.parametrize("words", ["14", "2014 – 2016", "***"])
def test_figures_alone_in_a_paragraph_are_no_sentence(words):
    assert listed(words, Role.PARAGRAPH) == ()


def test_a_few_words_beside_a_sentence_stay():
    article = compose([Piece("Nobody came. Two quays")])
    spans = (Span(0, 12), Span(13, 22))
    assert choosable(article, spans) == spans


def test_sentences_of_an_item_are_judged_each():
    article = compose([Piece("Before it."), Piece("- Shut. Two quays", Role.LIST_ITEM), Piece("After it.")])
    spans = (Span(0, 10), Span(12, 19), Span(20, 29), Span(31, 40))
    assert choosable(article, spans) == (spans[0], spans[1], spans[3])


def test_an_article_without_sentences_has_none():
    assert choosable(compose([]), ()) == ()
