from __future__ import annotations

from apostil.analysis.summarizers.sumy_model import IndexedSentence, by_choice, document, shared


def test_sentences_with_equal_words_are_two():
    one, other = IndexedSentence(0, ("dog",)), IndexedSentence(1, ("dog",))
    assert len({one, other}) == 2
    assert one != other


def test_a_document_counts_its_sentences():
    made = document([([("A", "title")], [("one",), ("two",)]), ([], [("three",)])])
    assert [sentence.index for sentence in made.sentences] == [0, 1, 2]
    assert [heading.words for heading in made.headings] == [("A", "title")]


def test_the_last_score_of_equal_sentences_is_of_all():
    assert shared(["a", "b", "a"], [1.0, 2.0, 3.0]) == [3.0, 2.0, 3.0]


def test_ratings_fall_in_the_order_of_choice():
    assert by_choice(["a", "b", "c"], [2, 0, 1]) == [-1.0, -2.0, 0.0]


def test_a_sentence_chosen_again_is_rated_by_how_many_came_before():
    assert by_choice(["a", "b", "a"], [0, 1, 2]) == [-2.0, -1.0, -2.0]
