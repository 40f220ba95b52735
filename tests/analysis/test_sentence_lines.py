from __future__ import annotations

from itertools import pairwise

import pytest

from apostil.analysis.sentence_lines import openings


def parts(text: str) -> list[str]:
    places = [0, *openings(text), len(text)]
    return [text[start:end].strip() for start, end in pairwise(places)]


@pytest.mark.parametrize(
    "lines",
    [
        ["The harbour office", "12 Quay Street"],
        ["Tide tables", "Ferries", "Weather"],
        ["What to bring:", "• a coat", "• a lamp"],
        ["What to bring:", "a) a coat", "b) a lamp"],
    ],
)
def test_a_line_begins_a_sentence(lines: list[str]) -> None:
    assert parts(" \n".join(lines)) == lines


@pytest.mark.parametrize(
    "text",
    [
        "The harbour\noffice",
        "Yours,\nHale",
        "The long –\nThe short",
        "said (\nHale)",
        "\nThe harbour",
        "The harbour\n",
        "\n",
    ],
)
def test_a_line_goes_on_in_the_next(text: str) -> None:
    assert openings(text) == []


def test_lines_broken_to_a_width_begin_nothing() -> None:
    assert openings("The report of the\nharbour office was\nread by the mayor,\nand then by Mr\nHale alone.") == []


def test_items_stand_apart_in_broken_text_too() -> None:
    assert parts("The report of the\nharbour says\n- pier\n- ferry") == [
        "The report of the\nharbour says",
        "- pier",
        "- ferry",
    ]


@pytest.mark.parametrize(
    "items",
    [
        ["1. The pier", "2. The ferry"],
        ["1.) The pier", "2.) The ferry"],
        ["a) The pier", "b) The ferry", "c) The tide"],
        ["• 9. The pier", "• 10. The ferry"],
        ["⁃9. The pier", "⁃10. The ferry"],
    ],
)
def test_items_in_one_line_stand_apart(items: list[str]) -> None:
    assert parts(" ".join(items)) == items


@pytest.mark.parametrize(
    "text",
    [
        "There are two: 1) the pier and 2) the ferry.",
        "1. The pier and 3. The ferry",
        "1. The pier 2) The ferry",
        "1. The pier • 2. The ferry",
        "a) The pier 2) The ferry",
        "A plan b. The plan c.",
        "1.",
        "",
    ],
)
def test_what_does_not_count_up_from_the_beginning_is_no_list(text: str) -> None:
    assert openings(text) == []
