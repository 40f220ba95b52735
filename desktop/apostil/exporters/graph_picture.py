"""A graph of who appears with whom as a picture (SVG), in the light colours whatever the window's are."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from apostil import assets
from apostil.domain.entity import Kind
from apostil.domain.labels import Label, placed
from apostil.exporters.graphs import KINDS, name_of, settled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from apostil.domain.labels import Box
    from apostil.domain.names import Graph, Named, Tie

WIDTH, HEIGHT = 1200.0, 840.0
"""The room in which nodes stand, where that is enough for their names."""

SCALES = (1.0, 1.3, 1.7, 2.2, 3.0)
"""So many times that room it may be, until every name has its place."""

BORDER, FONT, LINE = 28.0, 13.0, 24.0
LEAST, MOST = 6.0, 22.0
LEGEND = {
    Kind.PERSON: "People",
    Kind.ORGANIZATION: "Organisations",
    Kind.LOCATION: "Places",
    Kind.GROUP: "Groups",
    Kind.EVENT: "Events",
    Kind.WORK: "Works",
}
STANDING = "full: confirmed by a person; pale, with a broken outline: found by the program"
CORNERS: dict[Kind, tuple[tuple[float, float], ...]] = {
    Kind.LOCATION: ((0, -1.12), (1.12, 0), (0, 1.12), (-1.12, 0)),
    Kind.GROUP: ((-0.55, -0.95), (0.55, -0.95), (1.1, 0), (0.55, 0.95), (-0.55, 0.95), (-1.1, 0)),
    Kind.EVENT: ((0, -1.15), (1.1, 0.85), (-1.1, 0.85)),
}
"""The corners of the kinds that are drawn as polygons, here as in the window, in parts of the radius."""


def svg(graph: Graph, places: Mapping[str, tuple[float, float]]) -> bytes:
    """The graph as a picture with a legend; every node and tie says what it is where one points at it.

    `places` are where the nodes stand, from 0 to 1. The picture is as large as its names need.
    """
    theme = assets.table("themes/light.toml")
    pictures = (_Picture(graph, places, theme, scale) for scale in SCALES)
    # The first one in which all names have their places, or else the last one.
    picture = next(one for one in pictures if one.is_whole or one.scale == SCALES[-1])
    return ("\n".join(picture.lines()) + "\n").encode()


@dataclass
class _Picture:
    """What the parts of a picture are drawn from."""

    graph: Graph
    places: Mapping[str, tuple[float, float]]
    theme: Mapping[str, Mapping[str, str]]
    scale: float
    names: dict[str, Box | None] = field(init=False)

    def __post_init__(self) -> None:
        self._frequent = max((node.mentions for node in self.graph.nodes), default=1)
        nodes = sorted(self.graph.nodes, key=lambda node: -node.mentions)
        boxes = placed([self._label(node) for node in nodes], apart=True)
        self.names = {node.identity: box for node, box in zip(nodes, boxes, strict=True)}

    @property
    def is_whole(self) -> bool:
        """Whether all names are written."""
        return all(self.names.values())

    def lines(self) -> Iterator[str]:
        """The whole file: the ties lie below the nodes, and these below the names."""
        tones = self.theme["tones"]
        left, top, right, bottom = self._extent()
        legend = list(self._legend(left, bottom + LINE, max(right - left, WIDTH / 2)))
        wide = max(right - left, WIDTH / 2) + 2 * BORDER
        high = bottom - top + LINE * (1 + len({place for place, _ in legend})) + 2 * BORDER
        corner = f"{left - BORDER:.0f} {top - BORDER:.0f}"
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{corner} {wide:.0f} {high:.0f}" width="{wide:.0f}" '
            f'height="{high:.0f}" role="img" font-family="system-ui, sans-serif" font-size="{FONT:.0f}">'
        )
        yield "<title>Who appears with whom</title>"
        at = f'x="{left - BORDER:.0f}" y="{top - BORDER:.0f}"'
        yield f'<rect {at} width="100%" height="100%" fill="{tones["paper"]}"/>'
        yield f'<g stroke="{tones["soft"]}" stroke-opacity="0.45">'
        yield from self._edges()
        yield "</g>"
        yield '<g stroke-width="2">'
        yield from map(self._node, self.graph.nodes)
        yield "</g>"
        yield from self._names()
        yield f'<g fill="{tones["ink"]}">'
        yield from (line for _, line in legend)
        yield "</g>"
        yield "</svg>"

    def _edges(self) -> Iterator[str]:
        names = {node.identity: name_of(node) for node in self.graph.nodes}
        most = max((edge.sentences for edge in self.graph.edges), default=1)
        for edge in self.graph.edges:
            (x1, y1), (x2, y2) = self._at(edge.source), self._at(edge.target)
            width = 1 + 5 * edge.sentences / most
            told = escape(f"{names[edge.source]} – {names[edge.target]}: {_counted(edge)}")
            line = f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke-width="{width:.1f}">'
            yield f"{line}<title>{told}</title></line>"

    def _node(self, node: Named) -> str:
        told = escape(f"{name_of(node)}, {KINDS[node.kind]}, {settled(node)}")
        shape = self._shape(node.kind, *self._at(node.identity), self._radius(node), confirmed=node.confirmed)
        return f"<g>{shape}<title>{told}</title></g>"

    def _shape(self, kind: Kind, x: float, y: float, radius: float, *, confirmed: bool) -> str:
        color = self.theme["entities"][kind]
        fill = color if confirmed else _mixed(color, self.theme["tones"]["paper"], 0.25)
        look = f'stroke="{color}" fill="{fill}"' + ("" if confirmed else ' stroke-dasharray="4 3"')
        match kind:
            case Kind.PERSON:
                return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" {look}/>'
            case Kind.ORGANIZATION | Kind.WORK:
                across, down, round_ = (0.88, 0.88, 0) if kind is Kind.ORGANIZATION else (0.75, 1.0, 3)
                size = f'width="{2 * across * radius:.1f}" height="{2 * down * radius:.1f}" rx="{round_}"'
                return f'<rect x="{x - across * radius:.1f}" y="{y - down * radius:.1f}" {size} {look}/>'
            case _:
                corners = " ".join(f"{x + a * radius:.1f},{y + b * radius:.1f}" for a, b in CORNERS[kind])
                return f'<polygon points="{corners}" {look}/>'

    def _names(self) -> Iterator[str]:
        # The rim of the letters is drawn by itself: not every program knows which of rim and letters comes first.
        tones = self.theme["tones"]
        rim = f'fill="none" stroke="{tones["paper"]}" stroke-width="4" aria-hidden="true"'
        for look in (rim, f'fill="{tones["ink"]}"'):
            yield f'<g text-anchor="middle" {look}>'
            for node in self.graph.nodes:
                box = self.names[node.identity]
                if box is not None:
                    x, y = (box[0] + box[2]) / 2, box[3] - 0.3 * FONT
                    yield f'<text x="{x:.1f}" y="{y:.1f}">{escape(name_of(node))}</text>'
            yield "</g>"

    def _legend(self, left: float, top: float, width: float) -> Iterator[tuple[float, str]]:
        """Each line of the legend's parts, with how far down it stands."""
        x, y = left, top
        for kind in Kind:
            if any(node.kind is kind for node in self.graph.nodes):
                wide = 24 + _width(LEGEND[kind]) + 20
                if x > left and x + wide > left + width:
                    x, y = left, y + LINE
                yield y, self._shape(kind, x + 7, y, 7, confirmed=True)
                yield y, f'<text x="{x + 20:.1f}" y="{y + 4.5:.1f}">{LEGEND[kind]}</text>'
                x += wide
        if self.graph.nodes:
            if x > left and x + _width(STANDING) > left + width:
                x, y = left, y + LINE
            yield y, f'<text x="{x:.1f}" y="{y + 4.5:.1f}">{STANDING}</text>'

    def _extent(self) -> Box:
        """The left, top, right and bottom of all nodes and names."""
        boxes = [box for box in self.names.values() if box is not None]
        for node in self.graph.nodes:
            (x, y), out = self._at(node.identity), 1.2 * self._radius(node)
            boxes.append((x - out, y - out, x + out, y + out))
        if not boxes:
            return 0.0, 0.0, WIDTH / 2, 0.0
        lefts, tops, rights, bottoms = zip(*boxes, strict=True)
        return min(lefts), min(tops), max(rights), max(bottoms)

    def _label(self, node: Named) -> Label:
        return Label(*self._at(node.identity), 1.1 * self._radius(node), _width(name_of(node)) + 8, 1.3 * FONT)

    def _at(self, identity: str) -> tuple[float, float]:
        x, y = self.places[identity]
        return x * WIDTH * self.scale, y * HEIGHT * self.scale

    def _radius(self, node: Named) -> float:
        """So large that areas compare about as the numbers of mentions do."""
        return float(LEAST + (MOST - LEAST) * (node.mentions / max(1, self._frequent)) ** 0.5)


def _width(words: str) -> float:
    """How wide words are at most, whatever face they are written in."""
    return FONT * sum(1.0 if unicodedata.east_asian_width(char) in "WF" else _letter(char) for char in words)


def _letter(char: str) -> float:
    return 0.0 if unicodedata.combining(char) else 0.72 if char.isupper() else 0.4 if char in " iljtfr.,'’" else 0.6


def _counted(edge: Tie) -> str:
    sentences = "1 sentence" if edge.sentences == 1 else f"{edge.sentences} sentences"
    return f"{sentences} in {'1 article' if edge.articles == 1 else f'{edge.articles} articles'}"


def _mixed(color: str, ground: str, strength: float) -> str:
    """So much of a colour on a ground, both as #rrggbb."""
    pairs = ((int(color[at : at + 2], 16), int(ground[at : at + 2], 16)) for at in (1, 3, 5))
    parts = (round(strength * one + (1 - strength) * other) for one, other in pairs)
    return "#" + "".join(f"{part:02x}" for part in parts)
