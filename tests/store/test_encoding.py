from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apostil.domain.analysis import Analysis
from apostil.domain.article import Block, Metadata, Role
from apostil.domain.entity import (
    Confirmed,
    Entity,
    Kind,
    MarkedEntity,
    Mention,
    NotAnEntity,
    OtherExtent,
    OtherKind,
    Renamed,
    SameAs,
    Split,
)
from apostil.domain.place import Box, Place
from apostil.domain.spans import Span
from apostil.store import encoding

words = st.text(max_size=20)
kinds = st.sampled_from(Kind)
spans = st.tuples(st.integers(0, 99), st.integers(0, 99)).map(lambda pair: Span(min(pair), max(pair)))
mentions = st.builds(Mention, spans, kinds, st.floats(0, 1), st.booleans())
entities = st.builds(
    Entity, words, words, kinds, st.lists(mentions).map(tuple), st.lists(words).map(tuple), st.booleans(), words
)
there = st.none() | spans
corrections = st.one_of(
    st.builds(OtherKind, words, kinds, there),
    st.builds(MarkedEntity, words, kinds, there),
    st.builds(NotAnEntity, words, there, st.booleans()),
    st.builds(OtherExtent, words, words, there),
    st.builds(SameAs, words, words, there),
    st.builds(Split, words, words, there),
    st.builds(Renamed, words, words),
    st.builds(Confirmed, words, there, st.none() | kinds),
)


@given(st.builds(Metadata, words, st.lists(words).map(tuple), words, st.none() | st.dates(), words, words))
def test_metadata_come_back(metadata):
    assert encoding.load_metadata(encoding.dump_metadata(metadata)) == metadata


@given(st.lists(st.tuples(st.builds(Block, spans, st.sampled_from(Role), st.integers(0, 6)), st.integers(0, 9))))
def test_blocks_come_back(blocks):
    assert encoding.load_blocks(encoding.dump_blocks(blocks)) == tuple(blocks)


@given(st.lists(corrections))
def test_corrections_come_back_in_their_order(said):
    assert encoding.load_corrections(encoding.dump_corrections(said)) == tuple(said)


OLD = """[["other kind","Mali","location"],["not an entity","Lire",[3,7]],["not an entity","Aussi",null],
["same as","Keita","Modibo Keita"],["marked","l’État","organization"]]"""


def test_corrections_of_earlier_versions_are_read():
    assert encoding.load_corrections(OLD) == (
        OtherKind("Mali", Kind.LOCATION),
        NotAnEntity("Lire", Span(3, 7)),
        NotAnEntity("Aussi"),
        SameAs("Keita", "Modibo Keita"),
        MarkedEntity("l’État", Kind.ORGANIZATION),
    )


def test_entities_of_earlier_versions_are_known_by_nothing():
    entity = '["i","Mali","location",[[0,4,"location",1,false]],[],true]'
    old = f'{{"language":"fr","engine":"x","sentences":[],"entities":[{entity}]}}'
    assert [entity.known for entity in encoding.load_analysis(old).entities] == [""]


@given(corrections)
def test_one_correction_comes_back(said):
    assert encoding.load_correction(encoding.dump_correction(said)) == said


@given(st.builds(Analysis, words, st.lists(spans).map(tuple), st.lists(entities, max_size=4).map(tuple), words))
def test_analyses_come_back(analysis):
    assert encoding.load_analysis(encoding.dump_analysis(analysis)) == analysis


def test_a_date_is_written_as_people_write_it():
    assert '"2026-01-31"' in encoding.dump_metadata(Metadata(published=dt.date(2026, 1, 31)))


def test_other_roles_have_another_key():
    both = (Role.HEADLINE, Role.HEADING)
    keys = {encoding.roles_key(roles) for roles in [(), both[:1], both[1:], both, both[::-1]]}
    assert len(keys) == 5


@pytest.mark.parametrize("start", [0, 40])
def test_a_box_comes_back_with_the_offset_of_its_words(start):
    block = Block(Span(0, 90), Role.PARAGRAPH, 0, Place((Box(1, 0, 0, 9, 9), Box(2, 0, 0, 9, 9, start))))
    assert encoding.load_blocks(encoding.dump_blocks([(block, 12)])) == ((block, 12),)


def test_boxes_written_without_an_offset_are_read():
    assert encoding.load_blocks('[[0,9,"paragraph",0,2,[[3,0,0,9,9]]]]')[0][0].place == Place((Box(3, 0, 0, 9, 9),))
