import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.importers.splitting import lines_of, split

LONG = "The council met on Monday evening and decided to keep the old bridge open for another year, all the same. " * 3


def test_each_line_is_a_block_where_no_blank_line_stands():
    assert split("One line.\nAnother line.\r\nA third.") == ("One line.", "Another line.", "A third.")


def test_blank_lines_separate_blocks():
    assert split("One.\n\n \t\nTwo.\n\n") == ("One.", "Two.")


@pytest.mark.parametrize("width", [40, 60, 72, 80])
def test_lines_broken_to_a_width_are_put_together(width):
    text = "\n\n".join("\n".join(textwrap.wrap(LONG.strip(), width)) for _ in range(3))
    assert split(text) == (LONG.strip(),) * 3


def test_wrapped_paragraphs_without_blank_lines_end_at_a_short_line():
    text = "\n".join("\n".join(textwrap.wrap(LONG + "And so it ended.", 60)) for _ in range(3))
    assert len(split(text)) == 3


def test_a_word_keeps_the_hyphen_at_which_it_was_broken():
    lines = ["word " * 11 + "long-", "term plans " + "word " * 9 + "word", "word " * 11 + "word", "end"]
    assert "long-term" in split("\n".join(lines))[0]


def test_short_lines_stay_apart():
    assert len(split("Roses are red\nViolets are blue\n\nSugar is sweet\nAnd so on")) == 4


def test_items_stay_apart_in_wrapped_text():
    text = "\n".join([*textwrap.wrap(LONG, 60), "", "- one item " + "word " * 9, "- another item"])
    assert split(text)[-1] == "- another item"


def test_nothing_has_no_blocks():
    assert split(" \n\n ") == ()


VOCABULARY = (
    "council bridge year old open keep evening members divided months vote closer anyone expected long-term the "
    "of a and to its had been it, which conseil l’État s'élève décidé garder ouvert encore année "
    "réunion, où à"
)
WORDS = VOCABULARY.split(" ")
PROSE = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=60, max_size=120).map(
        lambda words: f"And so {' '.join(words)} it ended."
    ),
    min_size=2,
    max_size=5,
)


@given(PROSE, st.integers(50, 80))
def test_what_was_wrapped_comes_back(paragraphs, width):
    assert split("\n\n".join(textwrap.fill(words, width) for words in paragraphs)) == tuple(paragraphs)


@given(PROSE, st.integers(50, 80), st.integers(2, 8))
def test_indented_first_lines_begin_paragraphs(paragraphs, width, indent):
    text = "\n".join(textwrap.fill(words, width, initial_indent=" " * indent) for words in paragraphs)
    assert split(text) == tuple(paragraphs)


@given(PROSE, st.integers(50, 80), st.sampled_from(["> ", ">", ">> ", "> > "]))
def test_what_was_quoted_line_by_line_comes_back_as_quotations(paragraphs, width, mark):
    lines = "\n\n".join(textwrap.fill(words, width) for words in paragraphs).split("\n")
    assert split("\n".join(mark + line for line in lines)) == tuple(f"> {words}" for words in paragraphs)


def test_words_divided_at_line_ends_become_whole():
    text = (
        "The council met on Monday evening and deci-\nded to keep the old bridge open for another\n"
        "year, all the same. The coun-\ncil has a long-\nterm plan for it, and what was decided will\n"
        "stand; so will the long-term plan."
    )
    assert "evening and decided to keep" in split(text)[0]


@pytest.mark.parametrize(
    "lines",
    [
        ["The town hall", "12 Quay Street", "Lindara 4410"],
        [
            "In the morning the river is grey",
            "and nobody crosses the bridge,",
            "until the bells.",
            "Then all of us do.",
        ],
        ["def keep(bridge):", "    if bridge.is_old():", "        return bridge.mended()"],
        ["bridge     1893     open", "ferry      1902     shut", "ford       1700     open"],
        ["- one reason", "- another reason, which is", "- and the last of them"],
        ["1. one reason", "2. another reason", "3. the last of them"],
        ["| bridge | 1893 |", "| ferry  | 1902 |"],
    ],
)
def test_what_has_its_own_lines_keeps_them_in_wrapped_text(lines):
    wrapped = "\n".join(textwrap.wrap(LONG, 70))
    found = split("\n\n".join((wrapped, "\n".join(lines), wrapped)))
    assert found[1:-1] == tuple(line.strip() for line in lines)


@pytest.mark.parametrize("mark", ["–", "-", "12.", "7)"])
def test_a_dash_or_a_number_that_happens_to_begin_a_line_opens_no_item(mark):
    lines = (
        "The council met on Monday evening and decided to keep the",
        f"{mark} by now quite old – bridge open for another year, and so",
        "did the other council, on the other bank of the river,",
        "too.",
    )
    assert split("\n".join(lines)) == (" ".join(lines),)


def test_an_item_goes_on_below_itself():
    lines = textwrap.wrap(LONG.strip(), 60, initial_indent="- ", subsequent_indent="  ")
    assert split("\n".join([*lines, *lines])) == (f"- {LONG.strip()}",) * 2


def test_an_indented_quotation_ends_where_the_indent_ends():
    wrapped = textwrap.wrap(LONG.strip(), 70)
    inner = textwrap.wrap(LONG.strip(), 70, initial_indent="    ", subsequent_indent="    ")
    assert split("\n".join([*wrapped, *inner])) == (LONG.strip(),) * 2


@pytest.mark.parametrize("text", ["> one line alone", "5 > 4\n> 3"])
def test_a_single_mark_quotes_nothing(text):
    assert split(text) == tuple(lines_of(text))


def test_two_lines_make_one_where_the_first_is_long_and_goes_on():
    assert len(split("The council met on Monday evening and decided to keep\nthe old bridge open.")) == 1


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\x85", "\u2028", "\x0b"])
def test_any_line_end(end):
    assert lines_of(f"one{end}two") == ["one", "two"]


@given(st.text())
def test_every_letter_comes_through(text):
    letters = [char for char in text if char.isalnum()]
    assert [char for block in split(text) for char in block if char.isalnum()] == letters
