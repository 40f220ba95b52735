"""Entities that are being corrected are found by their names and by their places, whatever happened to them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from apostil.domain.corrections.held import Held, of_kind
from apostil.domain.entity import Entity, Kind, Mention, entity_id
from apostil.domain.spans import Span

TEXT = "Moira Tennant of Lorne met Tennant"
TENNANT = Entity(
    entity_id("Moira Tennant", Kind.PERSON),
    "Moira Tennant",
    Kind.PERSON,
    (Mention(Span(0, 13), Kind.PERSON), Mention(Span(27, 34), Kind.PERSON)),
    ("Tennant",),
)
LORNE = Entity(entity_id("Lorne", Kind.LOCATION), "Lorne", Kind.LOCATION, (Mention(Span(17, 22), Kind.LOCATION),))


@pytest.fixture
def held():
    return Held(TEXT, (LORNE, TENNANT))


def names(entities):
    return [entity.name for entity in entities]


def test_they_are_in_the_order_of_their_first_mentions(held):
    assert names(held.entities()) == ["Moira Tennant", "Lorne"]


@pytest.mark.parametrize(("name", "found"), [("TENNANT", True), ("Moira  Tennant", True), ("Moira", False)])
def test_they_go_by_every_name(held, name, found):
    assert bool(held.going_by(name)) is held.knows(name) is found


def test_an_alias_is_not_what_they_are_called(held):
    assert held.called("Tennant") == []
    assert names(held.meant("Tennant")) == ["Moira Tennant"]


def test_where_the_name_does_not_stand_in_the_text_they_are_called_by_what_does(held):
    held.change([LORNE], [replace(LORNE, name="Port Lorne", confirmed=True)])
    assert names(held.called("Lorne")) == ["Port Lorne"]


def test_a_mention_is_found_by_any_of_its_characters(held):
    assert names(entity for entity, _ in held.at(Span(20, 30))) == ["Lorne", "Moira Tennant"]


def test_the_mention_just_there_comes_first(held):
    assert held.at(Span(0, 13))[0][1].span == Span(0, 13)


def test_without_mentions_they_are_gone(held):
    held.clear([Span(18, 19)])
    assert names(held.entities()) == ["Moira Tennant"]
    assert not held.at(Span(17, 22))


def test_two_of_one_name_and_kind_become_one(held):
    held.change([LORNE], [replace(of_kind(LORNE, Kind.PERSON), name="Moira Tennant")])
    assert [len(entity.mentions) for entity in held.entities()] == [3]


@pytest.mark.parametrize(("kind", "known"), [(Kind.GROUP, "LO"), (Kind.LOCATION, "LO"), (Kind.PERSON, "")])
def test_what_is_known_of_a_place_is_not_known_of_a_person(kind, known):
    assert of_kind(replace(LORNE, known="LO"), kind).known == known


def test_a_place_is_not_known_as_an_organisation():
    union = Entity("organization:au", "AU", Kind.ORGANIZATION, LORNE.mentions, known="org:african-union")
    assert of_kind(union, Kind.LOCATION).known == ""


@pytest.mark.parametrize(("name", "found"), [("Moira", 1), ("Tennant", 1), ("Moir", 0), ("Moira Tennant", 0)])
def test_a_fuller_name_begins_or_ends_with_a_word(held, name, found):
    alone = Entity(entity_id(name, Kind.PERSON), name, Kind.PERSON, LORNE.mentions)
    assert len(held.fuller(alone)) == found
