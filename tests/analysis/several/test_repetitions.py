"""What sentences of several articles say again, and where one stands as well."""

from __future__ import annotations

import pytest

from apostil.analysis.several.likeness import likeness
from apostil.analysis.several.repetitions import Repetitions
from support.several import part

SHIPS = "The port authority said 40 ships were waiting outside on Monday."
MORE_SHIPS = "The port authority said that 42 ships were waiting outside on Monday."
NO_FIGURE = "The port authority said that ships were waiting outside on Monday."
LONGER = SHIPS[:-1] + ", while a storm kept every single tug of the old harbour inside and two ferries turned back."
BAKERY = "A bakery opened beside the old lighthouse."
SHORT = "It is so."


def said(*articles: list[str]) -> Repetitions:
    numbers = ["40", "42"]
    return Repetitions.of(
        likeness([part(one, numbers=numbers) for one in articles]), [words for one in articles for words in one]
    )


@pytest.mark.parametrize(
    ("other", "repeating"),
    [(SHIPS, {2}), (SHIPS.upper(), {2}), (NO_FIGURE, {2}), (MORE_SHIPS, set()), (BAKERY, set())],
    ids=["word for word", "in capitals", "without its figure", "with another figure", "about something else"],
)
def test_what_has_no_other_figure_only_repeats(other: str, repeating: set[int]) -> None:
    assert said([SHIPS, SHORT], [other]).repeating(0) == repeating


def test_words_that_tell_nothing_repeat_each_other_too() -> None:
    assert said([SHIPS, SHORT], [SHORT]).repeating(1) == {2}


@pytest.mark.parametrize(
    ("other", "copies"),
    [(SHIPS, (2,)), (LONGER, (2,)), (NO_FIGURE, ()), (MORE_SHIPS, ()), (BAKERY, ())],
    ids=["word for word", "in a longer one", "without its figure", "with another figure", "about something else"],
)
def test_a_copy_says_all_of_it(other: str, copies: tuple[int, ...]) -> None:
    assert said([SHIPS, SHORT], [other]).copies(0) == copies


def test_a_part_of_a_sentence_is_no_copy() -> None:
    assert said([LONGER], [SHIPS]).copies(0) == ()


def test_within_its_article_a_sentence_has_no_copies() -> None:
    assert said([SHIPS, SHIPS], [BAKERY]).copies(0) == ()
