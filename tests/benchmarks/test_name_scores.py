"""Names are counted as each set means them."""

from __future__ import annotations

import pytest

from apostil.analysis.engine import Finding
from apostil.domain.article import Role
from apostil.domain.entity import Kind
from benchmarks.name_scores import MISC, Name, Passage, Score, Tally, calibration_error, found

PERSON, PLACE, WORK = frozenset({Kind.PERSON}), frozenset({Kind.LOCATION}), frozenset({Kind.WORK})
GROUP = frozenset({Kind.GROUP})
TEXT = Passage("Ada Quill of Lorne", Role.PARAGRAPH, (Name(0, 9, PERSON), Name(13, 18, PLACE)))


def tally(passage, *names, hidden=frozenset(), misc=False):
    counted = Tally(hidden, misc=misc)
    counted.add(passage, names)
    return counted


@pytest.mark.parametrize(
    ("names", "typed", "spans"),
    [
        ([], (0, 0, 2), (0, 0, 2)),
        ([Name(0, 9, PERSON), Name(13, 18, PLACE)], (2, 2, 2), (2, 2, 2)),
        ([Name(0, 9, PLACE)], (0, 1, 2), (1, 1, 2)),
        ([Name(0, 3, PERSON)], (0, 1, 2), (0, 1, 2)),
        ([Name(10, 12, WORK), Name(13, 18, PLACE)], (1, 2, 2), (1, 2, 2)),
    ],
)
def test_a_name_is_right_with_its_exact_place_and_kind(names, typed, spans):
    counted = tally(TEXT, *names)
    assert (counted.typed, counted.spans) == (Score(*typed), Score(*spans))


def test_a_kind_has_its_own_score():
    counted = tally(TEXT, Name(0, 9, PERSON), Name(10, 12, PERSON), Name(13, 18, PERSON))
    assert counted.labels == ["person", "location"]
    assert counted.of("person") == Score(1, 3, 1)
    assert counted.of("location") == Score(0, 0, 1)


def test_any_of_several_kinds_is_right():
    text = Passage("Lorne Cup", Role.PARAGRAPH, (Name(0, 9, MISC),))
    assert tally(text, Name(0, 9, WORK), misc=True).typed == Score(1, 1, 1)
    assert tally(text, Name(0, 9, WORK), misc=True).of("misc") == Score(1, 1, 1)
    assert tally(text, Name(0, 9, PERSON)).typed == Score(0, 1, 1)


def test_what_a_set_does_not_mark_is_not_counted():
    assert tally(TEXT, Name(10, 12, GROUP), hidden=GROUP).typed == Score(0, 0, 2)
    assert tally(TEXT._replace(open=((9, 13),)), Name(10, 12, WORK)).typed == Score(0, 0, 2)


def test_a_name_beside_an_open_place_counts():
    assert tally(TEXT._replace(open=((9, 10),)), Name(10, 12, WORK)).typed == Score(0, 1, 2)


def test_an_engine_that_knows_no_kind_said_one_of_three():
    assert found([Finding(0, 2, None), Finding(3, 5, Kind.WORK, 0.5)]) == [Name(0, 2, MISC), Name(3, 5, WORK, 0.5)]


def test_a_score_is_a_harmonic_mean():
    score = Score(1, 2, 4)
    assert (score.precision, score.recall) == (0.5, 0.25)
    assert score.f1 == pytest.approx(2 * 0.5 * 0.25 / 0.75)
    assert Score(0, 0, 0).f1 == 0


@pytest.mark.parametrize(
    ("sure", "error"),
    [
        ([], 0),
        ([(1.0, True)], 0),
        ([(0.5, True), (0.5, False)], 0),
        ([(0.95, True), (0.95, False)], 0.45),
        ([(0.95, False), (0.05, True)], 0.95),
    ],
)
def test_confidence_is_put_beside_being_right(sure, error):
    assert calibration_error(sure) == pytest.approx(error)
