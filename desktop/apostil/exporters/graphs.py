"""A graph of who appears with whom for other programs: GraphML, and a table of its ties (CSV)."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from apostil.domain.entity import Kind

if TYPE_CHECKING:
    from apostil.domain.names import Graph, Named

COLUMNS = (
    "source",
    "source kind",
    "target",
    "target kind",
    "sentences",
    "articles",
    "source settled",
    "target settled",
)
KINDS = {
    Kind.PERSON: "person",
    Kind.ORGANIZATION: "organisation",
    Kind.LOCATION: "place",
    Kind.GROUP: "group",
    Kind.EVENT: "event",
    Kind.WORK: "work",
}
CONFIRMED, GUESSED = "confirmed", "guessed"
_BEYOND_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def csv_table(graph: Graph) -> bytes:
    """The ties as a table, the strongest first, in UTF-8 with the mark that spreadsheets ask for."""
    names = {node.identity: node for node in graph.nodes}
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for edge in graph.edges:
        one, other = names[edge.source], names[edge.target]
        ends = (_cell(one.name), KINDS[one.kind], _cell(other.name), KINDS[other.kind])
        writer.writerow((*ends, edge.sentences, edge.articles, settled(one), settled(other)))
    return out.getvalue().encode("utf-8-sig")


def graphml(graph: Graph) -> bytes:
    """The graph for programs that analyse networks, as Gephi, yEd and Cytoscape do."""
    import networkx as nx

    drawn = nx.Graph()
    # Identities are no names that XML allows for a node.
    ids = {node.identity: f"n{number}" for number, node in enumerate(graph.nodes, 1)}
    for node in graph.nodes:
        facts = {"label": name_of(node), "kind": KINDS[node.kind], "known": node.known, "settled": settled(node)}
        drawn.add_node(ids[node.identity], **facts, mentions=node.mentions, articles=node.articles)
    for edge in graph.edges:
        shared = {"weight": edge.sentences, "shared_articles": edge.articles}
        drawn.add_edge(ids[edge.source], ids[edge.target], **shared)
    lines = nx.generate_graphml(drawn, named_key_ids=True)
    return ("<?xml version='1.0' encoding='utf-8'?>\n" + "\n".join(lines) + "\n").encode()


def name_of(node: Named) -> str:
    """What a node is called, as far as XML can say it."""
    return _BEYOND_XML.sub("", node.name)


def settled(node: Named) -> str:
    """Whether a person stands behind an entity, in a word."""
    return CONFIRMED if node.confirmed else GUESSED


def _cell(words: str) -> str:
    """Words as a cell that no spreadsheet takes for a formula."""
    return f"'{words}" if words.startswith(("=", "+", "-", "@", "\t", "\r")) else words
