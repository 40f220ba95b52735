"""One survey of several articles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from apostil.analysis.several.together import survey
from apostil.domain.choices import Extract
from apostil.domain.entity import Kind
from apostil.domain.summary import Ground, Length, Method, Reasons, choose
from support.several import part, parts

FERRY = "The council approved a larger ferry on Monday."
FERRY_AGAIN = "On Monday the council approved a much larger ferry."
HARBOUR = "Critics call the harbour too small for such a ship."
BAKERY = "A bakery opened beside the old lighthouse."
RAIN = "Rain fell over the hills all night."
MARKET = "The market hall closes for repairs."


def words(asked: list, length: int, method: Method = Method.LEXRANK) -> list[str]:
    found = choose(survey(asked), method, Length(length))
    return [one.span.cut(asked[one.extract.owner].article.text) for one in found.sentences]


def test_sentences_stand_in_the_order_of_their_articles() -> None:
    found = survey([part([FERRY]), part([HARBOUR, BAKERY])])

    assert [one.owner for one in found.sentences] == [0, 1, 1]


def test_what_several_articles_say_comes_first() -> None:
    asked = [part([BAKERY, FERRY]), part([RAIN, FERRY_AGAIN]), part([MARKET, HARBOUR])]

    assert words([replace_scores(one) for one in asked], 1)[0] in {FERRY, FERRY_AGAIN}


def replace_scores(one: object) -> object:
    """The same article, all of its sentences equally good."""
    found = one.survey  # type: ignore[attr-defined]
    even = tuple(replace(ranking, scores=(1.0,) * len(ranking.scores)) for ranking in found.rankings)
    return replace(one, survey=replace(found, rankings=even))  # type: ignore[type-var]


def test_a_sentence_is_not_said_twice() -> None:
    assert words([part([FERRY, BAKERY]), part([FERRY, RAIN])], 3).count(FERRY) == 1


@pytest.mark.parametrize("method", list(Method))
def test_no_length_makes_a_summary_repeat_itself(method: Method) -> None:
    found = choose(survey([part([FERRY, BAKERY]), part([FERRY_AGAIN, RAIN]), part([FERRY])]), method, Length(10))

    assert len({one.index for one in found.sentences} & {0, 2, 4}) == 1
    assert (len(found.sentences), found.repeating) == (3, 2)


def test_another_figure_is_no_repetition() -> None:
    told = ["The port authority said 40 ships were waiting outside on Monday.", RAIN]
    other = [told[0].replace("40", "42"), BAKERY]

    assert len(words([part(told, numbers=["40"]), part(other, numbers=["42"])], 10)) == 4


def test_what_repeats_a_repetition_alone_is_new() -> None:
    whole = "The council approved a larger ferry and the harbour closed for repairs on Monday."
    half = "The harbour closed for repairs on Monday."
    asked = [
        part([FERRY, BAKERY], scores=[1.0, 0.1]),
        part([whole, RAIN], scores=[0.1, 1.0]),
        part([half, MARKET], scores=[0.9, 1.0]),
    ]

    assert words(asked, 10) == [FERRY, BAKERY, RAIN, half, MARKET]


def test_a_chosen_sentence_says_which_articles_have_it_too() -> None:
    found = choose(survey([part([FERRY, BAKERY]), part([RAIN]), part([FERRY])]), Method.LEAD, Length(10))

    assert {one.also for one in found.sentences if one.extract.owner != 1} == {(2,), ()}


def test_what_repeats_comes_last_and_is_worth_nothing() -> None:
    found = survey([part([FERRY, BAKERY]), part([FERRY, RAIN])]).ranking(Method.LEXRANK)

    assert found.ranks[2] == 4
    assert found.scores[2] == 0


def test_two_that_repeat_the_same_sentence_hardly_stand_side_by_side() -> None:
    whole = "The council approved a larger ferry and the harbour closed for repairs on Monday."
    halves = ["The council approved a larger ferry.", "The harbour closed for repairs on Monday."]
    asked = [part([*halves, BAKERY], scores=[1.0, 0.9, 0.6]), part([whole, RAIN], scores=[0.5, 0.4])]

    assert halves[1] not in words(asked, 2)


@pytest.mark.parametrize("method", list(Method))
def test_whatever_ranks_nothing_is_said_twice(method: Method) -> None:
    assert not {FERRY, FERRY_AGAIN} <= set(words([part([FERRY, BAKERY]), part([FERRY_AGAIN, RAIN])], 3, method))


def test_copies_of_one_story_are_one_voice() -> None:
    wire = [BAKERY, RAIN]
    asked = [replace_scores(part(one)) for one in (wire, wire, wire, [FERRY, MARKET], [FERRY_AGAIN, HARBOUR])]

    assert words(asked, 1)[0] in {FERRY, FERRY_AGAIN}


def test_scores_of_different_articles_compare() -> None:
    asked = [part([RAIN, BAKERY], scores=[900.0, 100.0]), part([FERRY, MARKET], scores=[0.9, 0.1])]

    assert set(words(asked, 2)) == {RAIN, FERRY}


def test_every_method_ranks_every_sentence_once() -> None:
    found = survey(parts(4, 6))

    assert [ranking.method for ranking in found.rankings] == list(Method)
    assert all(sorted(ranking.ranks) == list(range(1, 25)) for ranking in found.rankings)


def test_methods_that_one_article_was_not_asked_are_left_out() -> None:
    one, other = part([FERRY]), part([RAIN])
    fewer = replace(other, survey=replace(other.survey, rankings=other.survey.rankings[1:]))

    assert len(survey([one, fewer]).rankings) == len(one.survey.rankings) - 1


def test_entities_go_by_what_they_are_in_all_languages() -> None:
    asked = part(["Alger a payé."], "fr", names=[("Alger", "geonames:2507480")])
    told = Reasons(entities=(asked.entities[0].id,), grounds=((Ground.TITLE, 1.0),))

    found = survey([replace(asked, survey=replace(asked.survey, reasons=(told,)))])

    assert found.reasons == (Reasons(entities=(f"{Kind.LOCATION}:geonames:2507480",)),)


def test_figures_keep_their_articles() -> None:
    found = survey([part([RAIN]), part(["It cost 12,000 euros."], numbers=["12,000"])])

    assert [number.owner for number in found.numbers] == [1]
    assert [noun.owner for noun in found.nouns] == [1]


@pytest.mark.parametrize("asked", [[], [part([])], [part([]), part([])]])
def test_no_sentences_make_an_empty_survey(asked: list) -> None:
    assert not survey(asked).sentences


def test_the_sentences_of_a_lonely_article_keep_their_ranks() -> None:
    found = survey([part([FERRY, BAKERY, RAIN], scores=[1.0, 3.0, 2.0])])

    assert found.ranking(Method.LSA).ranks == (3, 1, 2)
    assert found.sentences[0] == Extract(0, found.sentences[0].span)
