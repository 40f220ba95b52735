import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.place import Box
from apostil.importers.pdf.columns import merged, ordered
from apostil.importers.pdf.lines import Line


def line(text, left, top, width=200, size=10.0):
    return Line(text, 1, left, top, left + width, top + size, size, Box(1, left, top, left + width, top + size))


def column(letter, left, count=5, top=100.0, width=200):
    return [line(f"{letter}{number} and so on", left, top + 12 * number, width) for number in range(count)]


def words(lines):
    return [found.text.split()[0] for found in ordered(lines)]


LEFT, RIGHT = column("l", 60), column("r", 280)
READ = [f"l{number}" for number in range(5)] + [f"r{number}" for number in range(5)]


@pytest.mark.parametrize(
    "lines",
    [
        [*LEFT, *RIGHT],
        [*RIGHT, *LEFT],
        [found for row in zip(column("l", 60, 7), column("r", 280, 7), strict=True) for found in row],
    ],
    ids=["column by column", "the right one first", "row by row"],
)
def test_two_columns_are_read_one_after_the_other(lines):
    assert words(lines) == sorted(words(lines))


def test_three_columns():
    lines = [*column("c", 420, width=160), *column("a", 60, width=160), *column("b", 240, width=160)]
    assert words(lines) == sorted(words(lines))


def test_what_spans_the_columns_divides_them():
    heading = line("Heading", 60, 80, 420, 18)
    between = line("Between", 60, 170, 420, 18)
    lower = [*column("x", 60, top=200), *column("y", 280, top=200)]
    found = words([*lower, between, *LEFT, *RIGHT, heading])
    assert found == ["Heading", *READ, "Between", *(f"{letter}{n}" for letter in "xy" for n in range(5))]


def test_a_heading_below_both_columns_comes_after_them():
    short = line("Heading", 60, 200, 100, 14)
    below = line("Below", 60, 220, 420)
    assert words([*LEFT, *RIGHT, short, below])[-2:] == ["Heading", "Below"]


def test_words_set_wide_are_no_columns():
    wide = [line(word, 60 + 110 * number, 112, 60) for number, word in enumerate(["w1", "w2", "w3", "w4"])]
    lines = [line("first", 60, 100, 400), *wide, line("last", 60, 124, 400)]
    assert [found.text for found in ordered(lines)] == ["first", "w1 w2 w3 w4", "last"]


def test_columns_are_numbered():
    assert [found.column for found in ordered([*LEFT, *RIGHT])] == [1] * 5 + [2] * 5


def test_cells_in_several_rows_are_a_table():
    cells = [
        line(f"{letter}{row}", left, 100 + 14 * row, 40) for row in range(3) for letter, left in (("A", 60), ("B", 200))
    ]
    assert [(found.text, found.is_row) for found in ordered(cells)] == [(f"A{n}\tB{n}", True) for n in range(3)]


def test_a_large_first_letter_begins_its_word():
    lines = [line("T", 60, 100, 20, 30), *(line(f"he{n} line", 84, 104 + 12 * n, 180) for n in range(3))]
    assert ordered(lines)[0].text == "The0 line"


def test_a_raised_figure_stays_raised():
    raised = Line("1", 1, 100, 98, 104, 104, 6.0, Box(1, 100, 98, 104, 104))
    assert merged([line("453", 60, 100, 40), raised])[0].text == "453¹"


def test_an_accent_drawn_apart_joins_its_row():
    assert merged([line("one", 60, 100, 30), line("two", 93, 100, 30)])[0].text == "one two"


PLACES = st.tuples(st.floats(0, 500), st.floats(0, 700), st.floats(1, 300), st.sampled_from([6.0, 10.0, 24.0]))


@given(st.lists(PLACES, max_size=40))
def test_no_line_is_lost(places):
    lines = [line(f"w{number}", *place) for number, place in enumerate(places)]
    found = "".join(row.text for row in ordered(lines)).replace(" ", "").replace("\t", "")
    assert sorted(found) == sorted("".join(line.text for line in lines))
