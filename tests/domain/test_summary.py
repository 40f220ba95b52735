"""The best sentences are chosen, with what the reader pinned and without what the reader dropped."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.article import READING_SPEED
from apostil.domain.choices import UNTOUCHED, Choices
from apostil.domain.leaning import Lean, Leaning
from apostil.domain.spans import Span
from apostil.domain.summary import Length, Method, Reasons, Unit, choose, left_out
from support.surveys import make_ranking, make_survey


def spans(count):
    return [Span(10 * index, 10 * index + 9) for index in range(count)]


@st.composite
def surveys(draw):
    scores = draw(st.lists(st.floats(-5, 5), max_size=30))
    return make_survey(spans(len(scores)), scores)


@st.composite
def repeating(draw):
    """A survey of which each method takes some sentences for repetitions."""
    survey = draw(surveys())
    indexes = st.sets(st.integers(0, max(0, len(survey.sentences) - 1))) if survey.sentences else st.just(set())
    rankings = tuple(replace(one, repeats=frozenset(draw(indexes))) for one in survey.rankings)
    return replace(survey, rankings=rankings)


def with_repeats(survey, *indexes):
    return replace(survey, rankings=tuple(replace(one, repeats=frozenset(indexes)) for one in survey.rankings))


SURVEY = make_survey(spans(6), [3, 5, 1, 6, 2, 4])
A, B, C, D, E, F = SURVEY.sentences
LENGTHS = st.builds(Length, st.integers(1, 100), st.sampled_from(Unit))


def chosen(survey, length, choices=UNTOUCHED):
    return [sentence.extract for sentence in choose(survey, Method.KL, length, choices).sentences]


@given(surveys(), LENGTHS)
def test_chosen_sentences_stand_in_order(survey, length):
    assert chosen(survey, length) == sorted(chosen(survey, length))


@given(surveys(), LENGTHS)
def test_so_many_are_chosen_as_the_length_says(survey, length):
    assert len(chosen(survey, length)) == length.sentences(survey.words)


@given(surveys(), LENGTHS)
def test_nothing_left_out_is_better_than_what_is_chosen(survey, length):
    sentences = choose(survey, Method.KL, length).sentences
    assert sorted(sentence.rank for sentence in sentences) == list(range(1, len(sentences) + 1))


@given(surveys(), LENGTHS)
def test_strengths_are_shares(survey, length):
    assert all(0 <= sentence.strength <= 1 for sentence in choose(survey, Method.KL, length).sentences)


@pytest.mark.parametrize(
    ("method", "scores", "strengths"),
    [
        (Method.LEXRANK, [1, 4, 2], [0.25, 1, 0.5]),
        (Method.LEXRANK, [-3, 1, -1], [0, 1, 0.5]),
        (Method.LEXRANK, [0, 0, 0], [0, 0, 0]),
        (Method.AUTO, [12, 16, 14], [0, 1, 0.5]),
        (Method.AUTO, [9, 9, 9], [1, 1, 1]),
        (Method.KL, [-2, 0, -1], [0, 1, 0.5]),
    ],
)
def test_strengths_begin_where_a_method_has_nothing(method, scores, strengths):
    survey = make_survey(spans(3), scores)
    survey = replace(survey, rankings=tuple(replace(one, method=method) for one in survey.rankings))
    assert [sentence.strength for sentence in choose(survey, method, Length(3)).sentences] == strengths


def test_a_later_rank_is_never_the_stronger_one():
    survey = make_survey(spans(3), [1, 4, 2])
    survey = replace(survey, rankings=tuple(replace(one, ranks=(1, 3, 2)) for one in survey.rankings))
    found = choose(survey, Method.KL, Length(3)).sentences
    assert [sentence.strength for sentence in found] == [1, 1, 1]


@pytest.mark.parametrize(
    ("length", "available", "count"),
    [
        (Length(5), 20, 5),
        (Length(5), 3, 3),
        (Length(5), 0, 0),
        (Length(0), 4, 1),
        (Length(20, Unit.PERCENT), 20, 4),
        (Length(20, Unit.PERCENT), 21, 5),
        (Length(1, Unit.PERCENT), 5, 1),
        (Length(100, Unit.PERCENT), 7, 7),
        (Length(50, Unit.PERCENT), 0, 0),
        (Length(60, Unit.SECONDS), 0, 0),
        (Length(60, Unit.SECONDS), 50, READING_SPEED // 10),
        (Length(1, Unit.SECONDS), 50, 1),
    ],
)
def test_a_length_is_a_number_of_sentences(length, available, count):
    assert length.sentences([10] * available) == count


def test_a_summary_knows_how_it_was_made():
    summary = choose(make_survey([]), Method.LEAD, Length(3))
    assert (summary.method, summary.length, summary.sentences) == (Method.LEAD, Length(3), ())


def test_pinned_sentence_takes_no_other_away():
    assert chosen(SURVEY, Length(3), UNTOUCHED.pin(C)) == [B, C, D, F]


def test_pinned_sentence_that_is_chosen_anyway_is_there_once():
    assert chosen(SURVEY, Length(3), UNTOUCHED.pin(D)) == [B, D, F]


def test_pinned_sentences_stay_where_the_length_is_shorter():
    assert chosen(SURVEY, Length(1), UNTOUCHED.pin(A).pin(C)) == [A, C, D]


def test_dropped_sentence_leaves_its_place_to_the_next():
    assert chosen(SURVEY, Length(2), UNTOUCHED.drop(D)) == [B, F]


def test_the_readers_sentences_are_marked_and_counted():
    summary = choose(SURVEY, Method.KL, Length(2), UNTOUCHED.pin(C).drop(D))
    assert [sentence.pinned for sentence in summary.sentences] == [False, True, False]
    assert summary.dropped == 1


def test_what_no_method_would_choose_is_not_counted_as_dropped():
    assert choose(SURVEY, Method.KL, Length(2), UNTOUCHED.drop(C)).dropped == 0


def test_the_readers_order_is_told():
    summary = choose(SURVEY, Method.KL, Length(2), UNTOUCHED.move((B, D), D, 0))
    assert [sentence.extract for sentence in summary.sentences] == [D, B]
    assert summary.arranged


def test_methods_that_would_choose_it_too_agree():
    lonely = make_survey(spans(2), [1, 0])
    others = make_ranking(Method.LEAD, spans(2), [0, 1])
    survey = type(lonely)(lonely.sentences, lonely.words, (lonely.ranking(Method.KL), others), lonely.reasons)
    summary = choose(survey, Method.KL, Length(1))
    assert summary.sentences[0].agreeing == (Method.KL,)
    assert summary.asked == 2


def test_a_method_that_was_not_asked_says_nothing():
    with pytest.raises(KeyError):
        make_survey([]).__class__((), (), (), ()).ranking(Method.KL)


def test_what_the_reader_left_out_is_told_with_what_the_method_says_of_it():
    told = left_out(SURVEY, Method.KL, Length(3), Choices(dropped=(D, C)))
    assert [(one.extract, one.rank) for one in told] == [(C, 6), (D, 1)]
    assert [bool(one.agreeing) for one in told] == [False, True]


def test_where_nothing_was_left_out_there_is_nothing_to_tell():
    assert left_out(SURVEY, Method.KL, Length(3), Choices(pinned=(A,))) == ()


@given(st.one_of(surveys(), repeating()), LENGTHS)
def test_a_method_agrees_where_it_would_choose_the_sentence_itself(survey, length):
    choosing = {method: {one.extract for one in choose(survey, method, length).sentences} for method in Method}
    told = choose(survey, Method.KL, length).sentences
    assert all(set(one.agreeing) == {m for m, own in choosing.items() if one.extract in own} for one in told)


@given(st.one_of(surveys(), repeating()), LENGTHS, st.sets(st.integers(0, 20), max_size=4))
def test_what_moved_up_is_chosen_by_its_method(survey, length, out):
    dropped = tuple(extract for index, extract in enumerate(survey.sentences) if index in out)
    told = choose(survey, Method.KL, length, Choices(dropped=dropped)).sentences
    assert all(Method.KL in one.agreeing for one in told)


def test_a_pinned_sentence_that_is_on_top_of_the_length_is_not_chosen_by_its_method():
    told = choose(SURVEY, Method.KL, Length(2), UNTOUCHED.pin(C).pin(D)).sentences
    assert [Method.KL in one.agreeing for one in told if one.pinned] == [False, True]


def test_what_is_pinned_besides_is_not_within_the_length():
    summary = choose(SURVEY, Method.KL, Length(2), UNTOUCHED.pin(C).pin(D).drop(B))
    assert [one.extract for one in summary.within_length] == [D, F]


def test_what_only_repeats_never_fills_the_length():
    summary = choose(with_repeats(SURVEY, 1, 4), Method.KL, Length(6))
    assert [one.extract for one in summary.sentences] == [A, C, D, F]
    assert summary.repeating == 2


def test_what_only_repeats_takes_no_place_from_what_is_new():
    summary = choose(with_repeats(SURVEY, 1, 3), Method.KL, Length(2))
    assert [one.extract for one in summary.sentences] == [A, F]
    assert summary.repeating == 0


@given(repeating(), LENGTHS)
def test_a_summary_ends_short_only_where_all_others_repeat(survey, length):
    summary = choose(survey, Method.KL, length)
    full = len(choose(with_repeats(survey), Method.KL, length).sentences)
    there = {one.index for one in summary.sentences}
    is_all = there | survey.ranking(Method.KL).repeats == set(range(len(survey.sentences)))
    assert is_all or length.unit is Unit.SECONDS or len(there) == full
    assert not summary.repeating or is_all


def test_a_repetition_that_its_reader_keeps_is_there():
    summary = choose(with_repeats(SURVEY, 1), Method.KL, Length(1), UNTOUCHED.pin(B))
    assert [(one.extract, bool(one.agreeing)) for one in summary.sentences] == [(B, False), (D, True)]


def test_a_repetition_was_not_dropped_from_what_the_method_chose():
    assert choose(with_repeats(SURVEY, 1), Method.KL, Length(6), UNTOUCHED.drop(B)).dropped == 0


def test_a_sentence_says_in_which_other_articles_it_stands():
    sentences = (A, replace(B, owner=1), replace(C, owner=1), replace(D, owner=2))
    survey = replace(make_survey(spans(4)), sentences=sentences, copies=((1, 2, 3), (), (), (0,)))
    assert [one.also for one in choose(survey, Method.KL, Length(4)).sentences] == [(1, 2), (), (), (0,)]


@pytest.mark.parametrize(
    ("how", "owners", "is_told"),
    [
        (Lean.OPENING, (0, 0), (False, True)),
        (Lean.OPENING, (0, 1), (False, False)),
        (Lean.HEADING, (0, 1), (True, True)),
    ],
    ids=["on the sentence before", "on no sentence of another article", "on a heading"],
)
def test_a_sentence_says_how_it_leans_where_anything_stands_before_it(how, owners, is_told):
    leaning = Leaning(how, Span(0, 2))
    survey = make_survey(spans(2), [1, 2])
    sentences = tuple(replace(one, owner=owner) for one, owner in zip(survey.sentences, owners, strict=True))
    leans = replace(survey, sentences=sentences, reasons=(Reasons(leaning=leaning),) * 2)
    told = [one.leaning for one in choose(leans, Method.KL, Length(2)).sentences]
    assert told == [leaning if is_there else None for is_there in is_told]
