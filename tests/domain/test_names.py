from __future__ import annotations

import datetime as dt

import pytest

from apostil.domain.article import ArticleId
from apostil.domain.entity import Kind
from apostil.domain.names import EntityPage, Named, Passage
from apostil.domain.spans import Span


def page(*days):
    passages = [Passage(ArticleId(str(number)), "", "", day, Span(0, 1), (), "x") for number, day in enumerate(days)]
    return EntityPage(Named("person:x", Kind.PERSON, "X"), (), tuple(passages), ())


MAY, JUNE = dt.date(2026, 5, 1), dt.date(2026, 6, 1)


@pytest.mark.parametrize(
    ("days", "first", "last"),
    [((MAY, JUNE, None), "0", "1"), ((None, None), "0", "1"), ((MAY,), "0", "0")],
)
def test_the_first_and_the_last_mention_go_by_days(days, first, last):
    told = page(*days)
    assert (told.first.article, told.last.article) == (first, last)


def test_what_is_nowhere_has_no_first_mention():
    assert (page().first, page().last) == (None, None)
