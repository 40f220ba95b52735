from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.annotation import Annotation, AnnotationId, Color, Status
from apostil.domain.edits import AnnotationsEdit
from support.libraries import add_article, make_annotation, make_article, make_library

ARTICLE = make_article()
text = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
zones = st.sampled_from([dt.UTC, dt.timezone(dt.timedelta(hours=5, minutes=45))])
moments = st.datetimes(timezones=zones)


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    with make_library(tmp_path_factory.mktemp("shared")) as library:
        yield library, add_article(library, ARTICLE)


@given(data=st.data())
def test_an_annotation_comes_back_with_all_its_fields(shared, data):
    library, article_id = shared
    start = data.draw(st.integers(0, 50))
    mark = replace(
        make_annotation(ARTICLE, article_id, start, data.draw(st.integers(start, 90))),
        note=data.draw(text),
        tags=tuple(data.draw(st.lists(text, max_size=4))),
        color=data.draw(st.sampled_from(Color)),
        status=data.draw(st.sampled_from(Status)),
        author=data.draw(text),
        created=data.draw(moments),
        modified=data.draw(moments),
    )
    library.apply(AnnotationsEdit("Mark", (), (mark,)))
    assert library.annotation(mark.id) == mark
    assert library.annotations(article_id) == (mark,)


def test_several_come_and_go_in_one_edit(library):
    article_id = add_article(library, ARTICLE)
    marks: tuple[Annotation, ...] = tuple(
        make_annotation(ARTICLE, article_id, at, at + 3, name=str(at)) for at in range(0, 30, 5)
    )
    library.apply(AnnotationsEdit("Highlight", (), marks))
    library.apply(AnnotationsEdit("Change", marks[:4], (replace(marks[1], note="stays"), *marks[4:])))
    assert [mark.id for mark in library.annotations(article_id)] == ["5", "20", "25"]
    assert library.annotation(AnnotationId("5")).note == "stays"


def test_taking_out_what_is_gone_is_no_error(library):
    article_id = add_article(library, ARTICLE)
    mark = make_annotation(ARTICLE, article_id)
    assert library.apply(AnnotationsEdit("Remove", (mark,), ())).annotations == {mark.id}


def test_spellings_of_a_tag_stay_apart(library):
    article_id = add_article(library, ARTICLE)
    marks = tuple(make_annotation(ARTICLE, article_id, name=tag, tags=(tag, "été")) for tag in ("eau", "Eau"))
    library.apply(AnnotationsEdit("Tag", (), marks))
    assert library.all_tags() == (("Eau", 1), ("eau", 1), ("été", 2))
