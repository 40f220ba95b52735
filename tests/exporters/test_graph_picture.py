"""The picture of a graph, as any program shows it."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from lxml import etree

from apostil.domain.entity import Kind
from apostil.domain.names import Graph, Named, Tie
from apostil.exporters import graph_picture
from apostil.exporters.graph_picture import LEGEND, svg
from support.golden import compare

ANNA = Named("person:anna", Kind.PERSON, "Anna “Inky” Quill", "", 9, 3, confirmed=True)
ALGERIA = Named("location:DZ", Kind.LOCATION, "Algérie", "DZ", 4, 2)
BANK = Named("organization:b&b", Kind.ORGANIZATION, "B&B <Bank>", "", 1, 1)
GRAPH = Graph(
    (ANNA, ALGERIA, BANK), (Tie(ANNA.identity, ALGERIA.identity, 3, 2), Tie(ANNA.identity, BANK.identity, 1, 1))
)
PLACES = {ANNA.identity: (0.5, 0.0), ALGERIA.identity: (0.0, 1.0), BANK.identity: (1.0, 1.0)}
CROWD = Graph(tuple(Named(f"person:{n}", Kind.PERSON, f"Confederation of somebody {n}", "", n) for n in range(40)), ())
CROWDED = {node.identity: (n % 7 / 6, n // 7 / 6) for n, node in enumerate(CROWD.nodes)}


def tree(graph=GRAPH, places=PLACES):
    return etree.fromstring(svg(graph, places))


def words(found):
    return [text.text for text in found.iterfind(".//{*}text")]


def boxes(graph, places):
    return [
        (float(text.get("x")), float(text.get("y")), text.text)
        for group in tree(graph, places).iterfind("{*}g[@text-anchor]")
        if group.get("aria-hidden") is None
        for text in group
    ]


def test_the_picture_is_as_its_reference():
    compare(svg(GRAPH, PLACES).decode(), "graph.svg")


def test_every_node_says_what_it_is():
    titles = [title.text for title in tree().iterfind("{*}g/{*}g/{*}title")]
    assert titles == [
        "Anna “Inky” Quill, person, confirmed",
        "Algérie, place, guessed",
        "B&B <Bank>, organisation, guessed",
    ]


@pytest.mark.parametrize(
    ("kind", "drawn"),
    [
        (Kind.PERSON, "circle"),
        (Kind.ORGANIZATION, "rect"),
        (Kind.WORK, "rect"),
        (Kind.LOCATION, "polygon"),
        (Kind.GROUP, "polygon"),
        (Kind.EVENT, "polygon"),
    ],
)
def test_every_kind_has_its_shape(kind, drawn):
    found = tree(Graph((replace(ANNA, kind=kind),), ()))
    assert etree.QName(found.find("{*}g/{*}g")[0]).localname == drawn


def test_the_legend_speaks_as_the_window_does():
    assert [word for word in words(tree()) if word in LEGEND.values()] == ["People", "Organisations", "Places"]


def test_all_names_are_written_and_none_over_another():
    found = boxes(CROWD, CROWDED)
    assert len(found) == len(CROWD.nodes)
    assert not any(abs(a[1] - b[1]) < 12 and abs(a[0] - b[0]) < 150 for a, b in combinations(found, 2))


def test_no_name_is_cut_off_at_the_edge():
    left, _, wide, _ = map(float, tree(CROWD, CROWDED).get("viewBox").split())
    half = 0.5 * graph_picture.FONT * 0.6 * len("Confederation of somebody 10")
    assert all(left + half < x < left + wide - half for x, _, _ in boxes(CROWD, CROWDED))


def test_what_is_guessed_looks_different_from_what_is_confirmed():
    def drawn(confirmed):
        graph = Graph((replace(ANNA, confirmed=confirmed),), ())
        return etree.tostring(tree(graph).find("{*}g/{*}g"))

    assert (b"dasharray" in drawn(confirmed=False), b"dasharray" in drawn(confirmed=True)) == (True, False)


def test_a_name_may_hold_what_xml_cannot():
    node = replace(ANNA, name="Anna\x00\x1b Quill\ufffe")
    assert "Anna Quill" in words(tree(Graph((node,), ())))


def test_an_empty_graph_can_be_drawn():
    assert tree(Graph((), ()), {}).get("viewBox")
