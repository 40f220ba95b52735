from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.store.queries import MOST_TERMS, Term, parse


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("eau", [Term(("eau",), True)]),
        ("eau potable", [Term(("eau",)), Term(("potable",), True)]),
        ('"eau potable"', [Term(("eau", "potable"))]),
        ('"eau pot', [Term(("eau", "pot"), True)]),
        ("« eau potable » Mali", [Term(("eau", "potable")), Term(("mali",), True)]),
        ("“eau” l’État", [Term(("eau",)), Term(("l", "etat"), True)]),
        ("eau eau eau.", [Term(("eau",)), Term(("eau",), True)]),
        ("", []),
        ('  "" — * ( ', []),
        ("NOT eau*", [Term(("not",)), Term(("eau",), True)]),
    ],
)
def test_queries_are_read_as_people_type_them(query, terms):
    assert list(parse(query)) == terms


@given(st.text())
def test_an_expression_holds_nothing_that_could_break_it(query):
    for term in parse(query):
        assert all(char.isalnum() or char in ' "*' for char in term.expression)


def test_a_query_without_end_is_cut():
    assert len(parse(" ".join(f"word{number}" for number in range(1000)))) == MOST_TERMS
