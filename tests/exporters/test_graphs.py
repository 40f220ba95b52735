from __future__ import annotations

import csv
import io
from dataclasses import replace

import networkx as nx
import pytest
from lxml import etree

from apostil.domain.entity import Kind
from apostil.domain.names import Graph, Named, Tie
from apostil.exporters import graphs
from support.golden import compare

ANNA = Named("person:anna", Kind.PERSON, "Anna “Inky” Quill", "", 9, 3, confirmed=True)
ALGERIA = Named("location:DZ", Kind.LOCATION, "Algérie", "DZ", 4, 2)
BANK = Named("organization:b&b", Kind.ORGANIZATION, "B&B <Bank>", "", 1, 1)
GRAPH = Graph(
    (ANNA, ALGERIA, BANK), (Tie(ANNA.identity, ALGERIA.identity, 3, 2), Tie(ANNA.identity, BANK.identity, 1, 1))
)
EMPTY = Graph((), ())


def rows(data):
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"))))


def test_the_table_is_as_its_reference():
    compare(graphs.csv_table(GRAPH).decode("utf-8-sig").replace("\r\n", "\n"), "graph.csv")


def test_the_graph_for_programs_is_as_its_reference():
    compare(graphs.graphml(GRAPH).decode(), "graph.graphml")


def test_the_graph_for_programs_can_be_read_back():
    read = nx.parse_graphml(graphs.graphml(GRAPH).decode())
    assert [facts["label"] for _, facts in read.nodes(data=True)] == [node.name for node in GRAPH.nodes]
    assert read.edges["n1", "n2"] == {"weight": 3, "shared_articles": 2}


def test_each_key_of_the_graph_for_programs_is_of_one_thing():
    keys = [key.get("id") for key in etree.fromstring(graphs.graphml(GRAPH)).findall("{*}key")]
    assert len(keys) == len(set(keys))


def test_a_name_is_no_formula():
    node = replace(BANK, name="=1+1")
    table = rows(graphs.csv_table(Graph((ANNA, node), GRAPH.edges[1:])))
    assert table[1][2] == "'=1+1"


def test_a_name_may_hold_what_xml_cannot():
    node = replace(ANNA, name="Anna\x00\x1b Quill\ufffe")
    assert "Anna Quill" in etree.tostring(etree.fromstring(graphs.graphml(Graph((node,), ()))), encoding="unicode")


@pytest.mark.parametrize("written", [graphs.csv_table, graphs.graphml])
def test_an_empty_graph_can_be_written(written):
    assert written(EMPTY)
