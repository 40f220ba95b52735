from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.importers.hyphens import Hyphens


def joined(line, following, *others):
    return Hyphens.of([(line, following)], [line, following, *others]).joined(line, following)


@pytest.mark.parametrize(
    ("line", "following", "others", "expected"),
    [
        ("the old", "bridge", (), "the old bridge"),
        ("the coun-", "cil met", ("The council met",), "the council met"),
        ("a long-", "term plan", ("a long-term plan",), "a long-term plan"),
        ("a long-", "term plan", (), "a long-term plan"),
        ("a second-", "hand car", ("the second was in hand all day, and the second hand",), "a second-hand car"),
        ("le Franco-", "Allemand", ("Francoallemand",), "le Franco-Allemand"),
        ("dit-", "il", (), "dit-il"),
        ("the coun\u00ad", "cil met", (), "the council met"),
        ("from 2019-", "2020", (), "from 2019- 2020"),
        ("he left -", "and came", (), "he left - and came"),
        ("", "bridge", (), " bridge"),
    ],
)
def test_two_lines_become_one(line, following, others, expected):
    assert joined(line, following, *others) == expected


def test_where_many_lines_end_with_hyphens_words_were_divided():
    pairs = [("the com-", "mittee"), ("its deci-", "sion"), ("an under-", "standing")]
    hyphens = Hyphens.of(pairs, [line for pair in pairs for line in pair])
    assert hyphens.joined("the com-", "mittee") == "the committee"


@given(st.text(), st.text(min_size=1), st.lists(st.text()))
def test_no_letter_is_lost(line, following, others):
    found = joined(line, following, *others)
    assert [char for char in found if char.isalnum()] == [char for char in line + following if char.isalnum()]


def test_what_always_has_a_hyphen_keeps_it_at_the_end_of_a_line():
    lines = ["The har-", "bour, the har-", "bour, les aides-", "soignantes, a harbour"]
    known = Hyphens.of(list(pairwise(lines)), lines)
    assert known.joined(lines[0], lines[1]) == "The harbour, the har-"
    assert known.joined(lines[2], lines[3]) == "bour, les aides-soignantes, a harbour"
