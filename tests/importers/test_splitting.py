import textwrap

import pytest

from apostil.importers.splitting import split

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
