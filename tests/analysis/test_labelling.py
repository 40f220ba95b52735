from __future__ import annotations

from functools import cache
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from apostil.analysis.labelling import LABELS, names
from apostil.analysis.pieces import Chunk
from apostil.domain.entity import Kind

Scores = NDArray[np.float32]


def scores_of(*labels: str, sure: float = 20) -> Scores:
    """Scores that speak for these labels alone."""
    scores = np.zeros((len(labels), len(LABELS)), np.float32)
    for row, label in zip(scores, labels, strict=True):
        row[LABELS.index(label)] = sure
    return scores


def in_a_row(count: int) -> Chunk:
    """Words of two letters each, with a blank between."""
    return placed([(3 * number, 3 * number + 2) for number in range(count)])


def placed(places: list[tuple[int, int]], *inside: int) -> Chunk:
    """Pieces at these places, some of them inside of words."""
    return Chunk([7] * len(places), places, [number in inside for number in range(len(places))])


def read(*labels: str) -> list[tuple[int, int, Kind]]:
    """The names that these labels say."""
    found = names(scores_of(*labels), in_a_row(len(labels)))
    return [(start, end, kind) for start, end, kind, _ in found]


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (("O", "O"), []),
        (("B-person",), [(0, 2, Kind.PERSON)]),
        (("O", "B-person", "I-person", "O"), [(3, 8, Kind.PERSON)]),
        (("B-person", "B-person"), [(0, 2, Kind.PERSON), (3, 5, Kind.PERSON)]),
        (("B-work", "I-work", "B-event"), [(0, 5, Kind.WORK), (6, 8, Kind.EVENT)]),
        (("B-location", "O", "B-location"), [(0, 2, Kind.LOCATION), (6, 8, Kind.LOCATION)]),
    ],
)
def test_labels_are_read_as_names(labels: tuple[str, ...], found: list[tuple[int, int, Kind]]) -> None:
    assert read(*labels) == found


def test_every_kind_has_its_two_labels() -> None:
    assert {label[2:] for label in LABELS[1:]} == set(Kind)
    assert LABELS[1::2] == tuple(f"B-{kind}" for kind in Kind)
    assert LABELS[2::2] == tuple(f"I-{kind}" for kind in Kind)


def test_a_name_that_goes_on_without_having_begun_is_read_as_what_is_likeliest() -> None:
    scores = scores_of("O", "I-person")
    scores[1, LABELS.index("B-person")] = 19
    assert [name[:3] for name in names(scores, in_a_row(2))] == [(3, 5, Kind.PERSON)]


def test_pieces_without_an_extent_do_not_count() -> None:
    scores = scores_of("B-person", "B-work", "I-person")
    (name,) = names(scores, placed([(0, 4), (5, 5), (5, 9)]))
    assert name[:3] == (0, 9, Kind.PERSON)


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        (("B-person", "O", "O"), []),
        (("B-person", "I-person", "O"), [(0, 6)]),
        (("O", "I-person", "B-person"), []),
        (("O", "I-person", "I-person"), [(0, 6)]),
    ],
)
def test_a_word_is_of_a_name_as_a_whole_or_not_at_all(labels: tuple[str, ...], found: list[tuple[int, int]]) -> None:
    word = placed([(0, 2), (2, 4), (4, 6)], 1, 2)
    assert [name[:2] for name in names(scores_of(*labels), word)] == found


@pytest.mark.parametrize("places", [[], [(0, 0)], [(3, 3), (3, 3)]])
def test_nothing_that_counts_has_no_names(places: list[tuple[int, int]]) -> None:
    assert list(names(scores_of(*["B-person"] * len(places)).reshape(-1, len(LABELS)), placed(places))) == []


def test_a_name_is_as_sure_as_its_least_sure_piece() -> None:
    scores = scores_of("B-person", "I-person")
    scores[1] = scores[1] / 20 * np.log(12)
    ((*_, sure),) = names(scores, in_a_row(2))
    assert sure == pytest.approx((12 + 1) / 24)


def test_a_higher_temperature_is_less_sure_of_the_same_names() -> None:
    scores = scores_of("B-person", sure=5)
    ((*cold, much),) = names(scores, in_a_row(1))
    ((*warm, less),) = names(scores, in_a_row(1), 2.0)
    assert cold == warm
    assert 1 > much > less > 0


def _makes_sense(labels: tuple[str, ...]) -> bool:
    return all(
        not label.startswith("I-") or before[2:] == label[2:]
        for before, label in zip(("O", *labels[:-1]), labels, strict=True)
    )


@cache
def sensible(length: int) -> list[tuple[int, ...]]:
    """The numbers of labels in every sequence of this length that makes sense."""
    return [tuple(map(LABELS.index, labels)) for labels in product(LABELS, repeat=length) if _makes_sense(labels)]


@given(st.integers(1, 3).flatmap(lambda length: arrays(np.float32, (length, len(LABELS)), elements=st.integers(-9, 9))))
def test_the_likeliest_sequence_of_all_that_make_sense_is_read(scores: Scores) -> None:
    length = len(scores)
    totals = [sum(scores[number, label] for number, label in enumerate(labels)) for labels in sensible(length)]
    best = {labels for labels, total in zip(sensible(length), totals, strict=True) if total == max(totals)}
    found = [name[:3] for name in names(scores, in_a_row(length))]
    assert found in [read(*(LABELS[label] for label in labels)) for labels in best]


@given(arrays(np.float32, (12, len(LABELS)), elements=st.floats(-20, 20, width=32)))
def test_names_are_in_order_apart_and_sure_to_a_degree(scores: Scores) -> None:
    found = list(names(scores, in_a_row(12)))
    ends = [0, *(end for _, end, _, _ in found)]
    assert all(end < start or start == 0 for end, (start, _, _, _) in zip(ends, found, strict=False))
    assert all(0 < sure <= 1 + 1e-6 for *_, sure in found)
