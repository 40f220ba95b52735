from __future__ import annotations

import pytest

from apostil.analysis.learned import Learned
from apostil.analysis.lexicons import SentenceWords
from apostil.analysis.sentence_ends import Ends, Mark, ends

SMALL, CAPITAL = 1 << 5, 1 << 2
RULES = Ends(
    SentenceWords(
        abbreviations=frozenset({"inc", "etc", "approx", "a.m", "miss"}),
        titles=frozenset({"mr", "m", "e.g"}),
        references=frozenset({"p"}),
        finals=frozenset({"etc", "a.m"}),
        starters=frozenset({"they"}),
        speaking=frozenset({"asked"}),
    ),
    Learned(
        abbreviations=frozenset({"ltd"}),
        pairs=frozenset({("##number##", "october")}),
        starters=frozenset({"meanwhile"}),
        contexts={
            "harbour": SMALL,
            "ferry": SMALL | CAPITAL,
            "pier": SMALL,
            "miss": SMALL,
            "hale": CAPITAL,
            "noon": SMALL,
        },
    ),
)


def mark(
    head: str,
    run: str,
    following: str,
    *,
    closing: str = "",
    opening: str = "",
    is_first: bool = False,
    is_casual: bool = False,
) -> Mark:
    return Mark(run, head, closing, opening, following, is_first, is_casual)


@pytest.mark.parametrize(
    ("head", "following"),
    [
        ("at the pier", "Hale left"),
        ("at the pier", "12 left"),
        ("at the pier ", "Hale left"),  # a space before the period
        ("by Hale Inc", "They left"),
        ("by Hale Inc", "Meanwhile"),
        ("by Hale Inc", "Harbour"),  # never met with a capital amid a sentence
        ("piers etc", "Hale"),
        ("at 9 a.m", "Harbour"),
        ("the harbour miss", "Hale"),
        ("in the U.S", "They left"),
        ("you and I", "They left"),
        ("point x", "Harbour"),
        ("in 1911", "They left"),
        ("12 m", "Hale"),  # metres
    ],
)
def test_a_period_ends_a_sentence(head: str, following: str) -> None:
    assert RULES.at(mark(head, ".", following))


@pytest.mark.parametrize(
    ("head", "following"),
    [
        ("by Hale Inc", "Ferry"),
        ("by Hale Ltd", "Hale"),
        ("it was approx", "12"),
        ("said Mr", "They"),
        ("said M", "They"),
        ("see e.g", "Hale"),
        ("see p", "12"),
        ("see p", "XII"),
        ("in the U.S", "Ferry"),
        ("at 9 a.m", "Hale"),
        ("in Natchez, Miss", "Hale"),
        ("by W. W", "Harbour"),
        ("in the U.S", "T. Hale"),
        ("by Ann T", "Ferry"),
        ("by L'U.S", "Hale"),
        ("on 3", "October"),
    ],
)
def test_a_period_belongs_to_its_word(head: str, following: str) -> None:
    assert not RULES.at(mark(head, ".", following))


@pytest.mark.parametrize("head", ["1", "12", "a", "IV", "(b", "• 3"])
def test_the_period_of_an_enumeration_ends_nothing(head: str) -> None:
    assert not RULES.at(mark(head, ".", "They left", is_first=True))


def test_an_abbreviation_before_brackets_ends_nothing() -> None:
    assert not RULES.at(mark("by Hale Inc", ".", "They", opening="("))


@pytest.mark.parametrize("opening", [", ", ";", ":", "%", "& ", "/"])
def test_a_sentence_goes_on_with_a_comma_and_the_like(opening: str) -> None:
    assert not RULES.at(mark("the pier", "!", "They", opening=opening))


@pytest.mark.parametrize(("opening", "following"), [("? ", "They"), ("!", "")])
def test_of_several_marks_the_last_one_ends_the_sentence(opening: str, following: str) -> None:
    assert not RULES.at(mark("the pier", "?", following, opening=opening))


@pytest.mark.parametrize(
    ("head", "run", "is_casual", "is_end"),
    [
        ("at the pier", ".", False, True),  # a word that everybody knows
        ("at the embankment", ".", False, True),
        ("at the blvd", ".", False, False),  # short and unknown: an abbreviation that nobody lists
        ("by Hale Inc", ".", False, False),
        ("at 12", ".", False, False),
        ("at 3 p.m", ".", False, False),
        ("plan b", ".", False, False),
        ("see p", ".", False, False),
        ("at the pier", "…", True, False),
        ("is it at the pier", "?", False, True),
        ("it is (at the pier", "?", False, False),
        ("it is “at the pier", "?", False, False),
        ("Alas", "!", False, False),
        ("shares of Hale", "!", False, False),
        ("shares of Hale", "!", True, True),
        ("what a pier", "!", False, True),
    ],
)
def test_a_small_letter_seldom_opens_a_sentence(head: str, run: str, is_casual: bool, is_end: bool) -> None:
    assert RULES.at(mark(head, run, "all left", is_casual=is_casual)) is is_end


@pytest.mark.parametrize(
    ("following", "closing", "opening"),
    [
        ("asked the mayor", "", ""),
        ("the mayor asked.", "", ""),
        ("demanda-t-il", "", ""),
        ("the pier", "”", ""),
        ("the pier", "", "– "),
    ],
)
def test_a_question_within_a_sentence_does_not_end_it(following: str, closing: str, opening: str) -> None:
    assert not RULES.at(mark("is it at the pier", "?", following, closing=closing, opening=opening))


@pytest.mark.parametrize(
    ("following", "closing", "is_end"),
    [("Hale asked", "”", False), ("Hale left", "”", True), ("Hale asked", "", True), ("12 asked", ")", True)],
)
def test_a_question_goes_on_where_its_speaker_is_named(following: str, closing: str, is_end: bool) -> None:
    assert RULES.at(mark("is it at the pier", "?", following, closing=closing)) is is_end


@pytest.mark.parametrize(
    ("head", "following", "is_end"),
    [("the pier", "Hale", True), ("the pier", "I left", False), ("the pier", "12", False), ("", "Hale", False)],
)
@pytest.mark.parametrize("run", ["...", "…", ". . ."])
def test_an_ellipsis_ends_a_sentence_before_a_capital(head: str, run: str, following: str, is_end: bool) -> None:
    assert RULES.at(mark(head, run, following)) is is_end


@pytest.mark.parametrize(("head", "run", "closing"), [("the pier [", "...", "]"), ("the pier (", "!", ")")])
def test_what_stands_alone_in_brackets_ends_nothing(head: str, run: str, closing: str) -> None:
    assert not RULES.at(mark(head, run, "They", closing=closing))


@pytest.mark.parametrize(
    ("run", "following", "is_end"),
    [
        ("***", "Hale", True),
        ("***", "hale", False),
        (":-)", "They", True),
        (":-)", "I left", False),
        ("www.example.org", "They", True),
        ("www.example.org", "Hale", False),
    ],
)
def test_a_row_a_smile_and_an_address_may_end_a_sentence(run: str, following: str, is_end: bool) -> None:
    assert RULES.at(mark("the pier ", run, following)) is is_end


@pytest.mark.parametrize(
    ("head", "run", "following", "is_casual", "is_end"),
    [
        ("the pier", ".", "Harbour", False, True),
        ("the pier", ".", "Hale", False, False),
        ("the Pier", ".", "Harbour", False, False),
        ("the x", ".", "Harbour", False, False),
        ("a.pier", ".", "Harbour", False, False),
        ("the pier", ".", "harbour", True, False),
        ("the pier", "?", "harbour", True, True),
        ("the pier", "?", "harbour", False, False),
        ("the pier", ".", "", False, False),
    ],
)
def test_a_missing_space_is_forgiven_between_words(
    head: str, run: str, following: str, is_casual: bool, is_end: bool
) -> None:
    assert RULES.without_space(mark(head, run, following, is_casual=is_casual)) is is_end


def test_a_language_that_nothing_is_known_of_has_the_general_rules() -> None:
    assert ends("tlh").at(mark("tlhIngan maH", ".", "Heghlu"))
