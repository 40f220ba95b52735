"""The sentences of a summary of several articles as rows."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from apostil.domain.article import ArticleId, Metadata
from apostil.domain.digest import Digest, Grouping, Voice
from apostil.domain.summary import Length, Method, choose, left_out
from apostil.services import together
from apostil.ui.models.together_model import TogetherModel, source_words
from support.several import part

PARTS = [part(["Rain fell.", "It was cold."]), part(["The ferry sailed."])]
VOICES = tuple(
    Voice(ArticleId(known.title), replace(each.article, metadata=known), known.title)
    for each, known in zip(
        PARTS, (Metadata("Rain", outlet="The Post", published=dt.date(2026, 2, 1)), Metadata("Ferry")), strict=True
    )
)
SURVEY = together.survey(PARTS)


def model(grouping: Grouping = Grouping.OUTLET, *, dropped: int = -1) -> TogetherModel:
    from apostil.domain.choices import UNTOUCHED

    choices = UNTOUCHED if dropped < 0 else UNTOUCHED.drop(SURVEY.sentences[dropped])
    summary = choose(SURVEY, Method.LSA, Length(3), choices)
    made = TogetherModel()
    made.show_digest(Digest(VOICES, summary, grouping), SURVEY, {}, left_out(SURVEY, Method.LSA, Length(3), choices))
    return made


def test_nothing_makes_no_rows(qapp: object) -> None:
    made = TogetherModel()
    made.show_digest(None)

    assert made.rowCount() == 0
    with pytest.raises(IndexError):
        made.voice(0)


def test_the_source_stands_where_another_article_begins(qapp: object) -> None:
    made = model()

    assert [made.above(row) for row in range(3)] == [
        ("The Post", "1 Feb 2026 · Rain", ""),
        ("", "", ""),
        ("Outlet not known", "Ferry", ""),
    ]


def test_who_else_says_the_same_stands_above_the_sentence(qapp: object) -> None:
    digest = Digest(VOICES, choose(replace(SURVEY, copies=((), (2,), ())), Method.LSA, Length(3)), Grouping.OUTLET)
    made = TogetherModel()
    made.show_digest(digest, SURVEY)

    assert [made.above(row).also for row in range(3)] == ["", "also in Ferry", ""]
    assert ", also in Ferry: " in made.data(made.index(1), Qt.ItemDataRole.AccessibleTextRole)


def test_a_sentence_is_counted_in_its_own_article(qapp: object) -> None:
    told = [model().at(row).told for row in range(3)]

    assert [(one.position, one.among) for one in told] == [(1, 2), (2, 2), (1, 1)]
    assert {one.available for one in told} == {3}


def test_sentences_of_one_group_are_beside_each_other(qapp: object) -> None:
    made = model()

    assert made.is_beside(0, 1)
    assert not made.is_beside(1, 2)
    assert not made.is_beside(0, -1)


def test_what_was_left_out_stands_below(qapp: object) -> None:
    made = model(dropped=0)

    assert made.above(made.rowCount() - 1) == ("Left out by you", "1 Feb 2026 · Rain", "")
    assert made.at(made.rowCount() - 1).left_out


@pytest.mark.parametrize(
    ("grouping", "words"),
    [
        (Grouping.RANK, "The Post · 1 Feb 2026 · Rain"),
        (Grouping.OUTLET, "1 Feb 2026 · Rain"),
        (Grouping.TIME, "The Post · Rain"),
    ],
)
def test_a_source_says_what_its_heading_does_not(grouping: Grouping, words: str, qapp: object) -> None:
    assert source_words(VOICES[0], grouping) == words
