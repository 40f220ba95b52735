"""A graph of who appears with whom as bytes: a picture (SVG), GraphML, and a table of its ties (CSV)."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from apostil import assets
from apostil.domain.entity import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from apostil.domain.names import Graph, Named, Tie

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
WIDTH, HEIGHT, BORDER, FOOT = 1200, 900, 90, 50
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
        writer.writerow((*ends, edge.sentences, edge.articles, _settled(one), _settled(other)))
    return out.getvalue().encode("utf-8-sig")


def graphml(graph: Graph) -> bytes:
    """The graph for programs that analyse networks, as Gephi, yEd and Cytoscape do."""
    import networkx as nx

    drawn = nx.Graph()
    # Identities are no names that XML allows for a node.
    ids = {node.identity: f"n{number}" for number, node in enumerate(graph.nodes, 1)}
    for node in graph.nodes:
        facts = {"label": _name_of(node), "kind": KINDS[node.kind], "known": node.known, "settled": _settled(node)}
        drawn.add_node(ids[node.identity], **facts, mentions=node.mentions, articles=node.articles)
    for edge in graph.edges:
        shared = {"weight": edge.sentences, "shared_articles": edge.articles}
        drawn.add_edge(ids[edge.source], ids[edge.target], **shared)
    lines = nx.generate_graphml(drawn, named_key_ids=True)
    return ("<?xml version='1.0' encoding='utf-8'?>\n" + "\n".join(lines) + "\n").encode()


def svg(graph: Graph, places: Mapping[str, tuple[float, float]], theme: str = "light") -> bytes:
    """The graph as a picture in the colours of a theme, with a legend; what is only guessed has a broken outline.

    `places` are where the nodes stand, from 0 to 1. Every node and tie says what it is where one points at it.
    """
    picture = _Picture(graph, places, tomllib.loads(assets.read_text(f"themes/{theme}.toml")))
    return ("\n".join(picture.lines()) + "\n").encode()


@dataclass(frozen=True, slots=True)
class _Picture:
    """What the parts of a picture are drawn from."""

    graph: Graph
    places: Mapping[str, tuple[float, float]]
    theme: dict[str, dict[str, str]]

    def lines(self) -> Iterator[str]:
        """The whole file: the ties lie below the nodes, and these below the names."""
        names = {node.identity: _name_of(node) for node in self.graph.nodes}
        tones = self.theme["tones"]
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
            'role="img" font-family="system-ui, sans-serif" font-size="13">'
        )
        yield "<title>Who appears with whom</title>"
        yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{tones["paper"]}"/>'
        yield f'<g stroke="{tones["soft"]}" stroke-opacity="0.45">'
        most = max((edge.sentences for edge in self.graph.edges), default=1)
        yield from (self._edge(edge, names, most) for edge in self.graph.edges)
        yield "</g>"
        frequent = max((node.mentions for node in self.graph.nodes), default=1)
        yield f'<g stroke-width="2" fill="{tones["surface"]}">'
        yield from (self._node(node, frequent) for node in self.graph.nodes)
        yield "</g>"
        # The rim of the letters is drawn by itself: not every program knows which of rim and letters comes first.
        for look in (
            f'fill="none" stroke="{tones["paper"]}" stroke-width="4" aria-hidden="true"',
            f'fill="{tones["ink"]}"',
        ):
            yield f"<g {look}>"
            yield from (self._name(node, frequent) for node in self.graph.nodes)
            yield "</g>"
        yield from self._legend(tones["ink"])
        yield "</svg>"

    def _edge(self, edge: Tie, names: Mapping[str, str], most: int) -> str:
        (x1, y1), (x2, y2) = self._at(edge.source), self._at(edge.target)
        width = 1 + 5 * edge.sentences / most
        told = escape(f"{names[edge.source]} – {names[edge.target]}: {_counted(edge)}")
        line = f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke-width="{width:.1f}">'
        return f"{line}<title>{told}</title></line>"

    def _node(self, node: Named, frequent: int) -> str:
        x, y = self._at(node.identity)
        color = self.theme["entities"][node.kind]
        look = f'fill="{color}"' if node.confirmed else 'stroke-dasharray="4 3"'
        told = escape(f"{_name_of(node)}, {KINDS[node.kind]}, {_settled(node)}")
        circle = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_radius(node, frequent):.1f}" stroke="{color}" {look}>'
        return f"{circle}<title>{told}</title></circle>"

    def _name(self, node: Named, frequent: int) -> str:
        x, y = self._at(node.identity)
        below = y + _radius(node, frequent) + 14
        return f'<text x="{x:.1f}" y="{below:.1f}" text-anchor="middle">{escape(_name_of(node))}</text>'

    def _legend(self, ink: str) -> Iterator[str]:
        yield f'<g fill="{ink}">'
        there = [kind for kind in Kind if any(node.kind is kind for node in self.graph.nodes)]
        for index, kind in enumerate(there):
            x, color = 30 + 130 * index, self.theme["entities"][kind]
            yield f'<circle cx="{x}" cy="{HEIGHT - 25}" r="6" fill={quoteattr(color)}/>'
            yield f'<text x="{x + 12}" y="{HEIGHT - 20}">{KINDS[kind]}</text>'
        told = "filled: confirmed by a person; broken outline: found by the program"
        yield f'<text x="{WIDTH - 30}" y="{HEIGHT - 20}" text-anchor="end">{told}</text>'
        yield "</g>"

    def _at(self, identity: str) -> tuple[float, float]:
        x, y = self.places[identity]
        return BORDER + x * (WIDTH - 2 * BORDER), BORDER / 2 + y * (HEIGHT - 1.5 * BORDER - FOOT)


def _radius(node: Named, frequent: int) -> float:
    """So large that areas compare as the numbers of mentions do."""
    return float(5 + 19 * (node.mentions / max(1, frequent)) ** 0.5)


def _counted(edge: Tie) -> str:
    sentences = "1 sentence" if edge.sentences == 1 else f"{edge.sentences} sentences"
    return f"{sentences} in {'1 article' if edge.articles == 1 else f'{edge.articles} articles'}"


def _name_of(node: Named) -> str:
    """What a node is called, as far as XML can say it."""
    return _BEYOND_XML.sub("", node.name)


def _settled(node: Named) -> str:
    return CONFIRMED if node.confirmed else GUESSED


def _cell(words: str) -> str:
    """Words as a cell that no spreadsheet takes for a formula."""
    return f"'{words}" if words.startswith(("=", "+", "-", "@", "\t", "\r")) else words
