from __future__ import annotations

from itertools import chain, combinations

import pytest

from apostil.domain.entity import Kind
from apostil.domain.names import Graph, Named, Tie
from apostil.services import graph
from support.libraries import make_library
from support.names import Invented, put, write

ANNA = Invented(Kind.PERSON, ("Anna Quill",))
OTTO = Invented(Kind.PERSON, ("Otto Reed",))
MILL = Invented(Kind.LOCATION, ("Tide Mill",))


@pytest.fixture
def drawn(tmp_path):
    both = [(ANNA, "Anna Quill"), "meets", (OTTO, "Otto Reed")]
    there = [(ANNA, "Anna Quill"), "is at the", (MILL, "Tide Mill")]
    with make_library(tmp_path) as library:
        yield library, put(library, [write([both, there]), write([both])])


def named(name):
    return Named(f"person:{name}", Kind.PERSON, name, mentions=1)


def ring(count):
    nodes = tuple(named(str(number)) for number in range(count))
    ties = (Tie(nodes[at - 1].identity, nodes[at].identity, 1, 1) for at in range(count))
    return Graph(nodes, tuple(ties) if count > 1 else ())


def test_the_strongest_ties_come_first_with_those_they_connect(drawn):
    library, _ = drawn
    found = graph.graph(library)
    assert found.edges[0] == Tie("person:anna quill", "person:otto reed", 2, 2)
    assert [(node.name, node.mentions, node.articles) for node in found.nodes] == [
        ("Anna Quill", 3, 2),
        ("Otto Reed", 2, 2),
        ("Tide Mill", 1, 1),
    ]


def test_a_graph_has_at_most_so_many_ties(drawn):
    library, _ = drawn
    found = graph.graph(library, 1)
    assert (len(found.edges), [node.name for node in found.nodes]) == (1, ["Anna Quill", "Otto Reed"])


def test_a_graph_may_be_of_some_articles(drawn):
    library, ids = drawn
    assert [edge.sentences for edge in graph.graph(library, article_ids=[ids[1]]).edges] == [1]


def test_around_an_entity_stand_those_it_appears_with(drawn):
    library, _ = drawn
    strongest = graph.graph(library).edges[0]
    found = graph.graph(library, around=strongest.source)
    assert strongest in found.edges
    assert all(strongest.source in {edge.source, edge.target} for edge in found.edges[:1])
    assert graph.graph(library, around="person:nobody").edges == ()


def test_around_an_entity_stand_its_own_and_what_ties_those(drawn):
    library, _ = drawn
    found = graph.graph(library, around="location:tide mill")
    assert [(edge.source, edge.target) for edge in found.edges] == [("location:tide mill", "person:anna quill")]


def test_of_equally_strong_ties_those_of_the_best_known_come_first(tmp_path):
    rare = [(Invented(Kind.EVENT, ("Aardvark Fair",)), "Aardvark Fair"), "on", (MILL, "Tide Mill")]
    often = [(ANNA, "Anna Quill"), "and", (OTTO, "Otto Reed")]
    alone = [(ANNA, "Anna Quill"), "and", "and", (MILL, "Tide Mill")]
    with make_library(tmp_path) as library:
        put(
            library,
            [write([rare, often]), write([[(ANNA, "Anna Quill")]]), write([[(OTTO, "Otto Reed")]]), write([alone])],
        )
        found = graph.graph(library)
        assert [edge.target for edge in found.edges] == ["person:otto reed", "person:anna quill", "location:tide mill"]
        assert graph.graph(library, 1).edges == found.edges[:1]


def test_parts_that_do_not_hang_together_lie_side_by_side():
    pairs = [(named(f"Somebody {at}"), named(f"Other {at}")) for at in range(20)]
    found = Graph(tuple(chain(*pairs)), tuple(Tie(one.identity, other.identity, 1, 1) for one, other in pairs))
    places = graph.laid_out(found)
    middle = [(x, y) for x, y in places.values() if abs(x - 0.5) < 0.2 and abs(y - 0.5) < 0.2]
    nearest = min(max(abs(a[0] - b[0]) / 0.05, abs(a[1] - b[1]) / 0.05) for a, b in combinations(places.values(), 2))
    assert len(middle) >= 4, "there is no hole in the middle"
    assert nearest >= 1, "no two touch"


def test_names_stand_beside_each_other():
    crowd = Graph(tuple(named(f"Somebody {number:02}") for number in range(12)), ())
    crowd = Graph(crowd.nodes, tuple(Tie(crowd.nodes[0].identity, one.identity, 1, 1) for one in crowd.nodes[1:]))
    places = list(graph.laid_out(crowd).values())
    near = [(a, b) for a in places for b in places if a < b and abs(a[0] - b[0]) < 0.08 and abs(a[1] - b[1]) < 0.05]
    assert near == []


def test_a_tie_rests_on_its_sentences(drawn):
    library, ids = drawn
    edge = graph.graph(library).edges[0]
    assert [passage.text for passage in graph.sentences(library, edge)] == ["Anna Quill meets Otto Reed"] * 2
    assert len(graph.sentences(library, edge, ids[:1])) == 1


@pytest.mark.parametrize("count", [0, 1, 2, 3, 40])
def test_every_node_has_its_place_within_the_picture(count):
    found = ring(count)
    places = graph.laid_out(found)
    assert places.keys() == {node.identity for node in found.nodes}
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in places.values())


def test_the_same_graph_is_laid_out_in_the_same_way():
    found = ring(20)
    again = Graph(found.nodes[::-1], found.edges[::-1])
    assert graph.laid_out(found) == graph.laid_out(again)


def test_what_belongs_together_is_nearer():
    pairs = Graph(tuple(map(named, "abcd")), (Tie("person:a", "person:b", 9, 1), Tie("person:c", "person:d", 9, 1)))
    places = {name: complex(*place) for name, place in graph.laid_out(pairs).items()}
    assert abs(places["person:a"] - places["person:b"]) < abs(places["person:a"] - places["person:c"])
