"""Every edit can be taken back, and says what it changes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.analysis import Analysis
from apostil.domain.anchor import Anchor
from apostil.domain.annotation import Annotation, AnnotationId, Color
from apostil.domain.article import ArticleId, Metadata, Role
from apostil.domain.edits import (
    AnalysisEdit,
    AnnotationsEdit,
    Changes,
    CorrectionsEdit,
    DistinctionEdit,
    GlossaryEdit,
    LibraryCorrectionsEdit,
    MetadataEdit,
    PresenceEdit,
    RolesEdit,
    SeveralEdits,
    SuccessionEdit,
    Topic,
)
from apostil.domain.entity import Kind, MarkedEntity, OtherKind
from apostil.domain.glossary import GlossaryEntry
from apostil.domain.spans import Span

NOW = dt.datetime(2026, 4, 14, 19, 42, tzinfo=dt.UTC)
HERE = ArticleId("here")


def annotation(name="a", note="", article=HERE):
    return Annotation(AnnotationId(name), article, Anchor(Span(0, 3), "The"), Color.YELLOW, NOW, NOW, note)


LABELS = st.text(max_size=8)
MARKS = st.lists(st.builds(annotation, st.sampled_from("abc"), LABELS), max_size=3).map(tuple)
METADATA = st.builds(Metadata, title=LABELS, outlet=LABELS)
ROLES = st.lists(st.tuples(st.integers(0, 9), st.none() | st.sampled_from(Role)), max_size=3).map(tuple)
CORRECTIONS = st.lists(st.builds(OtherKind, LABELS, st.sampled_from(Kind)), max_size=3).map(tuple)
ENTRIES = st.lists(st.builds(GlossaryEntry, LABELS, st.none() | st.sampled_from(Kind)), max_size=3).map(tuple)
ANALYSES = st.none() | st.builds(Analysis, LABELS, st.just(()), st.just(()), LABELS)
EDITS = st.one_of(
    st.builds(PresenceEdit, LABELS, st.just((HERE,)), st.booleans()),
    st.builds(MetadataEdit, LABELS, st.just(HERE), METADATA, METADATA),
    st.builds(RolesEdit, LABELS, st.just(HERE), ROLES, ROLES),
    st.builds(AnnotationsEdit, LABELS, MARKS, MARKS),
    st.builds(CorrectionsEdit, LABELS, st.just(HERE), CORRECTIONS, CORRECTIONS),
    st.builds(LibraryCorrectionsEdit, LABELS, CORRECTIONS, CORRECTIONS),
    st.builds(GlossaryEdit, LABELS, ENTRIES, ENTRIES),
    st.builds(DistinctionEdit, LABELS, LABELS, LABELS, st.booleans()),
    st.builds(AnalysisEdit, LABELS, st.just(HERE), ANALYSES, ANALYSES),
)


@given(EDITS)
def test_the_inverse_of_the_inverse_is_the_edit(edit):
    assert edit.inverse().inverse() == edit


@given(EDITS)
def test_the_inverse_keeps_the_label(edit):
    assert edit.inverse().label == edit.label


@given(EDITS)
def test_the_inverse_changes_the_same(edit):
    assert edit.inverse().changes() == edit.changes()


@pytest.mark.parametrize(
    ("edit", "topic"),
    [
        (PresenceEdit("", (HERE,), present=True), Topic.PRESENCE),
        (MetadataEdit("", HERE, Metadata(), Metadata(title="x")), Topic.METADATA),
        (RolesEdit("", HERE, ((0, None),), ((0, Role.HEADING),)), Topic.BLOCKS),
        (AnnotationsEdit("", (), (annotation(),)), Topic.ANNOTATIONS),
        (CorrectionsEdit("", HERE, (), (MarkedEntity("x", Kind.EVENT),)), Topic.ANALYSIS),
        (AnalysisEdit("", HERE, None, None), Topic.ANALYSIS),
    ],
)
def test_an_edit_says_what_it_touches(edit, topic):
    changes = edit.changes()
    assert changes.topics == {topic}
    assert changes.touches(topic, HERE)
    assert not changes.touches(topic, ArticleId("elsewhere"))


def test_a_topic_is_touched_in_any_article():
    changes = Changes(frozenset({HERE}), frozenset({Topic.BLOCKS}))
    assert changes.touches(Topic.BLOCKS)
    assert not changes.touches(Topic.METADATA)


def test_an_edit_of_marks_names_them_all():
    changes = AnnotationsEdit("", (annotation("a"),), (annotation("b", article=ArticleId("other")),)).changes()
    assert changes.annotations == {"a", "b"}
    assert changes.articles == {HERE, "other"}


def typed(before, after, label="Write note", name="a", typing=True):
    return AnnotationsEdit(label, (annotation(name, before),), (annotation(name, after),), typing)


def test_typing_on_joins():
    joined = typed("", "a").joined(typed("a", "ab"))
    assert joined == typed("", "ab")


@pytest.mark.parametrize(
    "later",
    [
        typed("a", "ab", name="b"),
        typed("a", "ab", label="Other"),
        typed("a", "ab", typing=False),
    ],
)
def test_other_edits_do_not_join(later):
    assert typed("", "a").joined(later) is None


def test_what_was_no_typing_is_not_joined():
    assert typed("", "a", typing=False).joined(typed("a", "ab")) is None


def test_marks_stand_in_the_order_of_the_text():
    first, longer, later = annotation("z"), annotation("y"), annotation("a")
    longer = replace(longer, anchor=Anchor(Span(0, 9), "The words"))
    later = replace(later, anchor=Anchor(Span(5, 6), "w"))
    assert sorted([later, first, longer], key=lambda mark: mark.order) == [longer, first, later]


def test_several_edits_are_taken_back_from_the_last():
    appear, succeed = PresenceEdit("", (HERE,), present=True), SuccessionEdit("", ArticleId("old"), HERE)
    back = SeveralEdits("Extract again", (appear, succeed)).inverse()
    assert back.edits == (succeed.inverse(), appear.inverse())


def test_several_edits_change_what_each_of_them_does():
    edits = (typed("", "a"), SuccessionEdit("", ArticleId("old"), HERE))
    changes = SeveralEdits("Extract again", edits).changes()
    assert changes.articles >= {ArticleId("old"), HERE}
    assert changes.topics == {Topic.ANNOTATIONS, Topic.PRESENCE}
