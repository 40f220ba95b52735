"""The automatic method ranks every sentence and says why."""

import pytest

from apostil.analysis.auto.chapters import BOOK
from apostil.analysis.auto.ranking import Scored, rank
from apostil.domain.summary import Ground
from support.auto_texts import NEWS, book, reading_of


def test_the_lead_of_news_comes_first():
    assert rank(reading_of(NEWS)).ranks[0] == 1


def test_a_first_sentence_that_leans_on_something_before_it_does_not():
    assert rank(reading_of(["This was a late decision, he said.", *NEWS])).ranks[0] != 1


def test_every_sentence_has_its_rank():
    assert sorted(rank(reading_of(NEWS)).ranks) == [1, 2, 3, 4, 5, 6]


def test_grounds_add_up_to_the_score():
    found = rank(reading_of(NEWS))
    assert found.scores == tuple(pytest.approx(sum(value for _, value in one)) for one in found.grounds)


def test_all_grounds_are_told():
    grounds = [ground for ground, _ in rank(reading_of(NEWS)).grounds[0]]
    assert set(grounds) == set(Ground) - {Ground.PAGE, Ground.RULING}


def test_what_repeats_a_chosen_sentence_says_so():
    found = rank(reading_of([*NEWS, NEWS[0]]))
    assert dict(found.grounds[-1])[Ground.NOVELTY] < 0
    assert found.scores[-1] == pytest.approx(min(found.scores))


CLUTTERED = ["By Jane Akoth.", "Published: 14:11 EAT, 25 October 2013.", *NEWS[:2], "Scroll down for video.", *NEWS[2:]]


def test_what_stands_around_the_article_comes_last():
    ranks = rank(reading_of(CLUTTERED)).ranks
    assert {ranks[0], ranks[1], ranks[4]} == {7, 8, 9}


def test_what_stands_around_the_article_is_told_so():
    found = rank(reading_of(CLUTTERED))
    assert found.grounds[0] == ((Ground.PAGE, found.scores[0]),)


def test_the_article_is_ranked_as_if_it_stood_alone():
    scores = rank(reading_of(CLUTTERED)).scores
    assert (*scores[2:4], *scores[5:]) == rank(reading_of(NEWS)).scores


DECISION = [
    "The appellant, Ada Tollan, fell on 3 May at Lindara station.",
    "She claimed damages from the respondent, Lindara Rail.",
    "The trial judge dismissed the claim, and the appeal was heard in June.",
    "Counsel for the respondent relied on an older decision.",
    "A passenger who walks to the gate remains a lawful visitor.",
    "The platform had been cleared of snow twice that morning.",
    "The appeal is therefore allowed.",
]


def test_what_a_court_decides_is_chosen():
    found = rank(reading_of(DECISION, title="Tollan v. Lindara Rail"))
    assert found.ranks[-1] <= 3
    assert dict(found.grounds[-1])[Ground.RULING] > 0


def test_a_text_without_sentences_has_an_empty_ranking():
    assert rank(reading_of([])) == Scored()


def test_a_repeated_sentence_is_chosen_last():
    ranks = rank(reading_of([*NEWS, NEWS[0]])).ranks
    assert ranks[-1] == len(ranks)


def test_of_equal_sentences_the_first_one_is_chosen():
    assert rank(reading_of(["The same words stand here again today."] * 12)).ranks[0] == 1


def test_what_hardly_says_anything_comes_behind_the_rest_and_says_why():
    found = rank(reading_of(["Who called?", *NEWS]))
    assert found.ranks[0] == len(found.ranks)
    assert dict(found.grounds[0])[Ground.LENGTH] < 0
    assert found.scores[0] <= min(found.scores)


def test_every_chapter_of_a_book_has_its_say():
    chapters, sentences = 5, BOOK // 5
    ranks = rank(book(chapters, sentences)).ranks
    best = {place // sentences for place, one in enumerate(ranks) if one <= chapters}
    assert best == set(range(chapters))


def test_a_book_of_ten_thousand_sentences_is_ranked():
    assert sorted(rank(book(20, 500)).ranks) == list(range(1, 10_001))
