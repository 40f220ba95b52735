"""Surveys and choices come back as they were, and only for what they were made of."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import ArticleId, Piece, Role
from apostil.domain.choices import UNTOUCHED, Choices, Extract
from apostil.domain.edits import ChoicesEdit, RolesEdit, Topic
from apostil.domain.leaning import Lean, Leaning
from apostil.domain.spans import Span
from apostil.domain.summary import Ground, KeyPhrase, Method, Ranking, Reasons, Survey
from apostil.store import surveys
from apostil.store.library import Library
from support.libraries import add_article, make_article
from support.surveys import make_survey

ARTICLE = make_article()
SURVEY = make_survey([Span(0, 10), Span(11, 20)], [0.1 + 0.2, 1.0])
FIRST, SECOND = SURVEY.sentences
CHOICES = UNTOUCHED.pin(SECOND).drop(FIRST)

spans = st.tuples(st.integers(0, 999), st.integers(0, 99)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
extracts = st.builds(Extract, st.integers(0, 3), spans)
numbers = st.floats(allow_nan=False, allow_infinity=False)
reasons = st.builds(
    Reasons,
    st.lists(spans, max_size=3).map(tuple),
    st.lists(st.text(max_size=9), max_size=3).map(tuple),
    st.lists(st.tuples(st.sampled_from(Ground), numbers), max_size=3).map(tuple),
    st.none() | st.builds(Leaning, st.sampled_from(Lean), spans),
)


@st.composite
def any_surveys(draw):
    sentences = tuple(draw(st.lists(extracts, max_size=5)))
    count = len(sentences)
    places = tuple(sentence.span for sentence in sentences)
    rankings = tuple(
        Ranking(
            method,
            places,
            tuple(draw(numbers) for _ in places),
            tuple(range(1, count + 1)),
            draw(st.frozensets(st.integers(0, 4), max_size=2)),
        )
        for method in draw(st.sets(st.sampled_from(Method), max_size=3))
    )
    phrases = draw(st.lists(st.builds(KeyPhrase, st.text(max_size=9), st.lists(spans).map(tuple), numbers), max_size=2))
    return Survey(
        sentences,
        tuple(draw(st.integers(0, 99)) for _ in places),
        rankings,
        tuple(draw(reasons) for _ in places),
        tuple(phrases),
        tuple(draw(st.lists(extracts, max_size=3))),
        tuple(draw(st.lists(extracts, max_size=3))),
        draw(st.text(max_size=9)),
    )


@given(any_surveys())
def test_surveys_come_back_to_the_last_digit(survey):
    assert surveys.load_survey(surveys.dump_survey(survey)) == survey


def test_a_survey_from_before_nouns_were_told_has_none():
    kept = json.loads(surveys.dump_survey(SURVEY))
    del kept["nouns"]
    assert surveys.load_survey(json.dumps(kept)).nouns == ()


def test_a_survey_from_before_leanings_were_told_has_none():
    kept = json.loads(surveys.dump_survey(SURVEY))
    kept["reasons"] = [(*reasons[:3], [[0, 2]]) for reasons in kept["reasons"]]
    assert surveys.load_survey(json.dumps(kept)) == SURVEY


def test_a_survey_from_before_repetitions_were_told_has_none():
    kept = json.loads(surveys.dump_survey(SURVEY))
    kept["rankings"] = [ranking[:3] for ranking in kept["rankings"]]
    assert surveys.load_survey(json.dumps(kept)) == SURVEY


@given(st.builds(Choices, *3 * [st.lists(extracts, max_size=4).map(tuple)]))
def test_choices_come_back(choices):
    assert surveys.load_choices(surveys.dump_choices(choices)) == choices


def test_no_survey_of_other_roles_is_handed_out(library):
    article_id = add_article(library, ARTICLE)
    library.apply(RolesEdit("Fold", article_id, ((3, None),), ((3, Role.APPARATUS),)))
    library.save_survey(article_id, SURVEY, made_for=ARTICLE)
    assert library.survey(article_id) is None


def test_nothing_was_chosen_at_first(library):
    assert library.choices((add_article(library, ARTICLE),)) == UNTOUCHED


def test_choices_are_kept_and_taken_back(library):
    article_id = add_article(library, ARTICLE)
    edit = ChoicesEdit("Pin", (article_id,), UNTOUCHED, CHOICES)
    assert library.apply(edit).touches(Topic.CHOICES, article_id)
    assert library.choices((article_id,)) == CHOICES
    library.apply(edit.inverse())
    assert library.choices((article_id,)) == UNTOUCHED


def test_choices_in_the_summary_of_several_are_their_own(library):
    one, other = add_article(library, ARTICLE), add_article(library, make_article([Piece("Autre chose.")]))
    library.apply(ChoicesEdit("Pin", (one, other), UNTOUCHED, CHOICES))
    assert library.choices((one,)) == library.choices((other, one)) == UNTOUCHED
    assert library.choices((one, other)) == CHOICES


@pytest.mark.parametrize(("others", "kept"), [(0, False), (1, False), (2, True)])
def test_choices_are_kept_as_long_as_several_of_their_articles_are_there(library, others, kept):
    there = tuple(add_article(library, make_article([Piece(f"Autre chose {at}.")])) for at in range(others))
    both = (*there, ArticleId("gone"))
    with library._database.writing() as connection:
        surveys.set_choices(connection, both, CHOICES)
        surveys.drop_outdated(connection)
    assert (library.choices(both) == CHOICES) is kept


def test_choices_survive_a_restart(library):
    article_id = add_article(library, ARTICLE)
    library.apply(ChoicesEdit("Pin", (article_id,), UNTOUCHED, CHOICES))
    library.close()
    with Library.open(library.path) as again:
        assert again.choices((article_id,)) == CHOICES
