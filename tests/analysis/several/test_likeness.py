"""How alike sentences of several articles are."""

from __future__ import annotations

import numpy as np
import pytest

from apostil.analysis.several.likeness import NOTABLE, likeness
from support.several import part

FERRY = "The council approved a larger ferry on Monday."
HARBOUR = "Critics call the harbour too small for such a ship."
BAKERY = "A bakery opened beside the old lighthouse."
NAMED_EN = "Algeria paid 12,000 euros to Mali in Bamako."
NAMED_FR = "Le Mali a reçu à Bamako 12 000 euros versés par l’Algérie."
PLACES_EN = [("Algeria", "DZ"), ("Mali", "ML"), ("Bamako", "geonames:2460596")]
PLACES_FR = [("Algérie", "DZ"), ("Mali", "ML"), ("Bamako", "geonames:2460596")]


def degree(one: int, other: int, *parts: object) -> float:
    known = likeness(parts)  # type: ignore[arg-type]
    near = slice(known.starts[one], known.starts[one + 1])
    return float(dict(zip(known.others[near], known.degrees[near], strict=True)).get(other, 0))


def test_a_sentence_repeats_its_copy() -> None:
    assert degree(0, 2, part([FERRY, BAKERY]), part([FERRY, HARBOUR])) == 1


def test_a_sentence_with_a_word_more_repeats_the_other() -> None:
    longer = FERRY.replace("council", "island council")

    assert degree(0, 2, part([FERRY, BAKERY]), part([longer, HARBOUR])) == 1


def test_sentences_about_something_else_are_not_alike() -> None:
    assert degree(0, 2, part([FERRY, BAKERY]), part([HARBOUR, BAKERY])) < NOTABLE


def test_names_and_figures_meet_across_languages() -> None:
    english = part([NAMED_EN, BAKERY], names=PLACES_EN, numbers=["12,000"])
    french = part([NAMED_FR, "Une boulangerie a ouvert."], "fr", names=PLACES_FR, numbers=["12 000"])

    assert degree(0, 2, english, french) == 1


def test_one_name_alone_makes_no_repetition_across_languages() -> None:
    english = part(["Mali held a vote.", BAKERY], names=[("Mali", "ML")])
    french = part(["Le Mali exporte du coton.", "Une boulangerie a ouvert."], "fr", names=[("Mali", "ML")])

    assert degree(0, 2, english, french) < 1


def test_a_name_with_a_figure_makes_a_repetition_across_languages() -> None:
    english = part(["Lorne Lines pays 500 euros.", BAKERY], names=[("Lorne Lines", "")], numbers=["500"])
    french = part(["Lorne Lines versera 500 euros.", "Il pleut."], "fr", names=[("Lorne Lines", "")], numbers=["500"])

    assert degree(0, 2, english, french) == 1


def test_two_names_alone_make_none() -> None:
    english = part(["Algeria called Mali.", BAKERY], names=PLACES_EN)
    french = part(["Le Mali critique l’Algérie.", "Il pleut."], "fr", names=PLACES_FR)

    assert degree(0, 2, english, french) < 1


def test_an_article_with_most_sentences_of_another_is_of_its_origin() -> None:
    wire, copy, own = part([FERRY, HARBOUR]), part([FERRY, HARBOUR, BAKERY]), part([BAKERY.upper(), "Nobody slept."])

    origins = likeness([wire, copy, own]).origins()

    assert origins[0] == origins[1] != origins[2]


@pytest.mark.parametrize("parts", [[part([FERRY]), part([])], [part([]), part([FERRY, HARBOUR])], [part(["—"])]])
def test_articles_without_sentences_or_words_are_like_none(parts: list) -> None:
    assert not np.any(likeness(parts).nearest)


STANDFIRST = "Workshop wants more apprentices, better machines, longer contracts"
TOLD = (
    "The workshop, which employs nine people, wants to train more apprentices, to buy better machines and to offer "
    "longer contracts to the joiners of the valley."
)


@pytest.mark.parametrize("others", [[], [BAKERY]])
def test_a_short_line_that_stands_in_a_longer_sentence_of_its_article_is_a_repetition(others: list[str]) -> None:
    assert degree(0, 1 + len(others), part([STANDFIRST, *others, TOLD, HARBOUR])) == 1


def test_a_few_words_stand_in_many_sentences() -> None:
    assert degree(0, 1, part(["The council approved.", FERRY, HARBOUR, BAKERY])) < 1


def test_the_same_words_with_another_figure_are_none() -> None:
    later = "The council sold 40 of the larger ferry tickets on Monday, the treasurer of the island said in a letter."
    asked = part(["The council sold 30 larger ferry tickets Monday.", later, HARBOUR, BAKERY], numbers=["30", "40"])

    assert degree(0, 1, asked) < 1


def test_a_people_and_its_country_are_one_name_across_languages() -> None:
    english = part(["Chadian officials paid 500 euros.", BAKERY], names=[("Chadian", "TD")], numbers=["500"])
    french = part(["Le Tchad a versé 500 euros.", "Il pleut."], "fr", names=[("Tchad", "TD")], numbers=["500"])

    assert degree(0, 2, english, french) == 1


def test_what_is_near_a_sentence_is_told_with_its_degree() -> None:
    known = likeness([part(["The ferry sank at noon."]), part(["The ferry sank at noon."])])

    others, degrees = known.near(0)

    assert (others.tolist(), degrees.tolist()) == ([1], [1.0])
