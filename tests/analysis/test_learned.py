from __future__ import annotations

import pytest

from apostil.analysis.learned import PUNKT_NAMES, Learned, learned

SMALL_AND_CAPITAL = (1 << 1) | (1 << 5)
ALSO_CAPITAL_AMID = SMALL_AND_CAPITAL | (1 << 2)
BEGINS_SMALL = 1 << 4
MODEL = Learned(contexts={"harbour": SMALL_AND_CAPITAL, "may": ALSO_CAPITAL_AMID, "iris": 1 << 2, "etc": BEGINS_SMALL})


@pytest.mark.parametrize(
    ("word", "opens"),
    [
        ("Harbour", True),  # its capital must come from its place
        ("harbour", False),
        ("May", None),
        ("Iris", None),
        ("etc", None),
        ("unheard", False),
        ("Unheard", None),
        ("12", None),
        ("", None),
    ],
)
def test_the_capital_of_a_word_tells_whether_it_opens_a_sentence(word: str, opens: bool | None) -> None:
    assert MODEL.opens(word) is opens


@pytest.mark.parametrize(("word", "is_common"), [("harbour", True), ("iris", False), ("unheard", False)])
def test_a_word_met_in_small_letters_is_common(word: str, is_common: bool) -> None:
    assert MODEL.is_common(word) is is_common


def test_the_small_words_are_those_met_in_small_letters() -> None:
    assert MODEL.small_words() == {"harbour", "may", "etc"}


@pytest.mark.parametrize("language", PUNKT_NAMES)
def test_each_language_was_learned(language: str) -> None:
    assert learned(language).contexts


def test_of_other_languages_nothing_is_known() -> None:
    assert learned("tlh") == Learned()


def test_a_language_is_loaded_once() -> None:
    assert learned("en") is learned("en")
