from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.spans import Span
from apostil.ui.panels import flow

TEXTS = st.text(alphabet="ab \n\u00a0é🇲🇱", max_size=80)


def advance(words):
    return float(len(words))


@given(TEXTS, st.integers(2, 20))
def test_no_line_is_too_wide(text, width):
    assert all(len(line) <= width for line in flow.lines(text, advance, width))


@given(TEXTS, st.integers(2, 20))
def test_nothing_but_white_space_is_lost(text, width):
    lines = flow.lines(text, advance, width)
    kept = "".join(line.cut(text) for line in lines).replace(" ", "")
    assert kept == text.replace(" ", "").replace("\n", "")


@given(TEXTS, st.integers(2, 20))
def test_lines_are_in_order_and_apart(text, width):
    lines = flow.lines(text, advance, width)
    assert all(one.end <= other.start for one, other in pairwise(lines))


@given(TEXTS, st.integers(2, 20), st.integers(1, 3))
def test_a_limit_cuts_off_the_rest(text, width, limit):
    assert flow.lines(text, advance, width, limit) == flow.lines(text, advance, width)[:limit]


def test_no_break_spaces_hold_words_together():
    assert [line.cut("ab «\u00a0c\u00a0»") for line in flow.lines("ab «\u00a0c\u00a0»", advance, 6)] == [
        "ab",
        "«\u00a0c\u00a0»",
    ]


def test_a_long_word_is_broken():
    assert [line.cut("abcdefg") for line in flow.lines("abcdefg", advance, 3)] == ["abc", "def", "g"]


def test_what_goes_on_ends_in_an_ellipsis():
    assert flow.elided("the river port, reopened", advance, 11, 1) == ["the river…"]
    assert flow.elided("the river port, reopened", advance, 11, 2) == ["the river", "port…"]


def test_what_fits_has_no_ellipsis():
    assert flow.elided("the river", advance, 11, 1) == ["the river"]
    assert flow.elided("", advance, 11, 3) == []


@given(st.integers(0, 20), st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)).map(sorted).map(tuple)))
def test_runs_make_up_their_line(start, marked):
    line = Span(start, start + 8)
    found = flow.runs(line, marked)
    assert [span.start for span, _ in found] == [start, *(span.end for span, _ in found[:-1])]
    assert found[-1][0].end == line.end


def test_runs_say_what_is_marked():
    assert flow.runs(Span(2, 9), [(4, 6)]) == [(Span(2, 4), False), (Span(4, 6), True), (Span(6, 9), False)]
