"""What is measured of a sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.analysis.auto.features import GROUNDS, features
from apostil.domain.article import Piece, Role
from support.auto_texts import NEWS, reading_of

FOUND = features(reading_of(NEWS))


def test_every_feature_has_its_ground():
    assert list(FOUND) == list(GROUNDS)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("first", [1, 0, 0, 0, 0, 0]),
        ("paragraph", [1, 1, 1, 1, 0, 1]),
        ("title", [1, 1 / 3, 0, 0, 1 / 3, 0]),
        ("unresolved", [0, 0, 0, 0, 0, 0]),
        ("reported", [1, 0, 1, 0, 0, 0]),
    ],
)
def test_what_is_told_of_news(name, values):
    assert FOUND[name] == [pytest.approx(value, abs=1e-6) for value in values]


def test_a_figure_is_seen():
    assert features(reading_of(["It cost 3 euros.", "It was dear."]))["number"] == [1, 0]


def test_a_question_ends_with_its_mark():
    assert features(reading_of(["Who « came » ?", "He did."], language="fr"))["question"] == [1, 0]


def test_a_standfirst_is_known_by_its_block():
    assert features(reading_of([Piece("In short.", Role.STANDFIRST), "At length."]))["standfirst"] == [1, 0]


def test_one_paragraph_begins_nothing():
    assert features(reading_of(["It rained. It poured."]))["paragraph"] == [0.5, 0.5]


def test_a_text_that_begins_in_the_middle_is_known_by_its_first_sentence():
    found = features(reading_of(["This decision was late.", NEWS[0]]))
    assert (found["first leaning"], found["first behind"]) == ([1, 0], [1, 0])


def test_no_sentences_have_no_features():
    assert set(map(tuple, features(reading_of([])).values())) == {()}


@given(st.lists(st.text(alphabet="aeiou «»\"?.A1'", min_size=1, max_size=40), max_size=6))
def test_features_are_shares(texts):
    found = features(reading_of(texts))
    assert all(0 <= value <= 1 for values in found.values() for value in values)
