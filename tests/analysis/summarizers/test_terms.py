from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.analysis.summarizers import terms as module
from apostil.analysis.summarizers.terms import Terms, added, numbered

ROWS = st.lists(st.lists(st.integers(0, 6), max_size=8), min_size=1, max_size=12)


def dense(rows):
    matrix = np.zeros((len(rows), 7))
    for row, terms in enumerate(rows):
        for term in terms:
            matrix[row, term] += 1
    return matrix


def test_words_with_one_stem_have_one_number():
    assert numbered([["Dogs", "the", "cat"], ["dog", "dogs"]], lambda word: word[:3], {"the"}) == ([[0, 1], [0, 0]], 2)


@given(ROWS)
def test_counts_are_those_of_the_words(rows):
    terms = Terms.counted(rows, 7)
    matrix = np.zeros((len(rows), 7))
    matrix[terms.rows, terms.terms] = terms.counts
    assert np.array_equal(matrix, dense(rows))


@given(ROWS)
def test_lengths_count_repeated_words_again(rows):
    assert Terms.counted(rows, 7).lengths.tolist() == [len(row) for row in rows]


@pytest.mark.parametrize("few", [1, 1000])
@pytest.mark.parametrize("pairs", [1, 5, 1000])
@given(rows=ROWS)
def test_products_do_not_depend_on_the_chunks(few, pairs, rows):
    terms = Terms.counted(rows, 7)
    scale = np.arange(1.0, 8.0)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "PAIRS", pairs)
        patch.setattr(module, "FEW", few)
        found = np.concatenate([block for _, block in terms.products(terms.counts.astype(float), scale)])
    assert np.array_equal(found, dense(rows) * scale @ dense(rows).T)


@given(ROWS, st.lists(st.integers(0, 6), max_size=4, unique=True))
def test_the_places_of_terms(rows, wanted):
    terms = Terms.counted(rows, 7)
    places = terms.holding(np.array(wanted, np.int64))
    found = zip(terms.terms[places].tolist(), terms.rows[places].tolist(), strict=True)
    assert list(found) == [(term, row) for term in wanted for row, held in enumerate(rows) if term in held]


def test_no_sentences_have_no_products():
    assert list(Terms.counted([], 0).products(np.zeros(0))) == []


def test_nothing_adds_up_to_nothing():
    assert added(np.zeros(0, np.int64), np.zeros(0), 2).tolist() == [0.0, 0.0]


@given(ROWS)
def test_one_product_alone(rows):
    terms = Terms.counted(rows, 7)
    scale = np.arange(1.0, 8.0)
    alone = terms.product(0, len(rows) - 1, terms.counts.astype(float), scale)
    assert alone == (dense(rows) * scale @ dense(rows).T)[0, -1]
