from __future__ import annotations

import re

import pytest

from apostil.analysis.patterns import HYPHEN, OF, any_of


@pytest.mark.parametrize(
    ("phrases", "text", "found"),
    [
        ("in, in turn", "in turn", "in turn"),
        ("in turn,\nin\n", "in\u00a0turn", "in\u00a0turn"),
        ("d'où", "d’où", "d’où"),
        ("u.s.", "u.s.", "u.s."),
        ("é, e", "é", "é"),
    ],
)
def test_the_longest_phrase_is_found(phrases: str, text: str, found: str) -> None:
    match = re.match(any_of(phrases), text)
    assert match is not None
    assert match[0] == found


@pytest.mark.parametrize("text", ["uxsx", "", "turn in"])
def test_other_words_are_not_found(text: str) -> None:
    assert re.match(any_of("in turn, u.s."), text) is None


@pytest.mark.parametrize("hyphen", ["-", "\u2010", "\u2011"])
def test_each_hyphen_is_one(hyphen: str) -> None:
    assert re.fullmatch(HYPHEN, hyphen)


@pytest.mark.parametrize("between", ["d'", "d’", "de ", "of\u00a0"])
def test_what_parts_a_number_from_what_it_counts_ends_before_it(between: str) -> None:
    assert re.fullmatch(OF, between)
