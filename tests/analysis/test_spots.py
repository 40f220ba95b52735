from __future__ import annotations

import pytest

from apostil.analysis.spots import Joins, Name, Spot, Spots, key_of
from apostil.domain.entity import Kind


def spot(start: int, end: int, kind: Kind = Kind.PERSON) -> Spot:
    return Spot(0, start, end, "x" * (end - start), kind, 0.9)


@pytest.mark.parametrize("name", ["Côte d’Ivoire", "COTE D'IVOIRE", "Côte-d'Ivoire"])
def test_a_name_has_one_key(name: str) -> None:
    assert key_of(name) == "cote d ivoire"


@pytest.mark.parametrize(("start", "end", "count"), [(0, 2, 0), (2, 3, 1), (0, 9, 2), (4, 6, 0), (8, 9, 0)])
def test_spots_say_which_of_them_overlap(start: int, end: int, count: int) -> None:
    assert len(Spots(0, [spot(6, 8), spot(2, 4)]).overlapping(start, end)) == count


def test_a_spot_is_put_where_there_is_none() -> None:
    spots = Spots(0, [spot(2, 4)])
    assert not spots.put(spot(3, 6))
    assert spots.put(spot(4, 6))
    assert [one.place for one in spots] == [(0, 2), (0, 4)]


def test_spots_take_the_place_of_others() -> None:
    spots = Spots(0, [spot(0, 2), spot(3, 5), spot(6, 8)])
    spots.replace(spots.overlapping(0, 5), [spot(0, 5)])
    assert [(one.start, one.end) for one in spots] == [(0, 5), (6, 8)]


def test_a_name_is_of_the_kind_that_most_speaks_for() -> None:
    name = Name("lorne")
    name.votes.update({Kind.PERSON: 0.5, Kind.LOCATION: 1.5})
    name.settle()
    assert (name.kind, name.share) == (Kind.LOCATION, 0.75)


def test_all_votes_may_go_to_one_kind() -> None:
    name = Name("lorne")
    name.votes.update({Kind.PERSON: 0.5, Kind.LOCATION: 1.5})
    name.vote(Kind.GROUP)
    assert (name.kind, name.votes[Kind.GROUP], name.share) == (Kind.GROUP, 2, 1)


def test_joined_names_lead_to_one() -> None:
    joined = Joins()
    joined.join("a", "b")
    joined.join("b", "c")
    joined.join("c", "a")
    assert {joined.root(key) for key in "abc"} == {"c"}
