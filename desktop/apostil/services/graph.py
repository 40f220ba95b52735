"""Who appears with whom: the graph of a library, where its nodes stand, and how it is handed on."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from apostil.domain.names import Graph
from apostil.services.entities import settle, shown
from apostil.services.packing import packed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import networkx as nx

    from apostil.domain.article import ArticleId
    from apostil.domain.names import Passage, Tie
    from apostil.store.library import Library

STRONGEST = 100
"""So many ties a graph shows where nobody asks for another number."""

SEED = 7
LETTER, LINE, ROUNDS = 0.0075, 0.07, 80
"""The width of a letter and the height of a node with its name, of the picture's; how often nodes are moved apart."""

ROOM, MORE, MANY = 1.5, 2.4, 12
"""So many times the room of their names nodes are given, for the ties between them, and where there are many."""

Places = dict[str, tuple[float, float]]
"""Where entities stand, from 0 to 1 from the left and from the top."""


def graph(
    library: Library,
    limit: int = STRONGEST,
    article_ids: Iterable[ArticleId] | None = None,
    language: str = "en",
    around: str = "",
) -> Graph:
    """The strongest ties of the library, or of these articles, and the entities that they connect.

    How strong a tie is says the number of sentences that name both; of those that are equally strong, the ones between
    what most articles name come first. `around` an entity stand those that it appears with, and their ties with each
    other.
    """
    settle(library)
    ties = library.ties(article_ids)
    edges = tuple(_around(library, ties, around, limit) if around else _first(library, ties, limit))
    found = library.named({identity for edge in edges for identity in (edge.source, edge.target)})
    nodes = (shown(named, language) for named in found.values())
    return Graph(tuple(sorted(nodes, key=lambda node: (-node.mentions, node.identity))), edges)


def sentences(library: Library, edge: Tie, article_ids: Iterable[ArticleId] | None = None) -> tuple[Passage, ...]:
    """The sentences that a tie rests on, by day and outlet."""
    return library.shared_passages(edge.source, edge.target, article_ids)


def exported(graph: Graph, places: Places, suffix: str) -> bytes:
    """A graph as a file with this suffix: `.svg`, `.graphml` or `.csv`; for a worker."""
    from apostil.exporters import graph_picture, graphs

    match suffix:
        case ".svg":
            return graph_picture.svg(graph, places)
        case ".graphml":
            return graphs.graphml(graph)
        case _:
            return graphs.csv_table(graph)


def _first(library: Library, ties: Sequence[Tie], limit: int) -> list[Tie]:
    """So many of these ties, the strongest and then the most important first; `ties` are in the order of strength."""
    last = ties[limit - 1] if len(ties) > limit else None
    asked = [tie for tie in ties if last is None or _strength(tie) >= _strength(last)]
    named = library.named({end for tie in asked for end in (tie.source, tie.target)})

    def rank(tie: Tie) -> tuple[object, ...]:
        ends = named[tie.source], named[tie.target]
        sentences, articles = _strength(tie)
        fame = sum(end.articles for end in ends), sum(end.mentions for end in ends)
        return -sentences, -articles, -fame[0], -fame[1], tuple(end.name.casefold() for end in ends), tie.source

    return sorted(asked, key=rank)[:limit]


def _strength(tie: Tie) -> tuple[int, int]:
    return tie.sentences, tie.articles


def _around(library: Library, ties: Sequence[Tie], identity: str, limit: int) -> list[Tie]:
    """The ties of an entity, of which half may be its own, and those between the entities at their other ends."""
    own = _first(library, [tie for tie in ties if identity in {tie.source, tie.target}], max(1, limit // 2))
    near = {end for tie in own for end in (tie.source, tie.target)} - {identity}
    between = [tie for tie in ties if {tie.source, tie.target} <= near]
    return sorted([*own, *_first(library, between, limit - len(own))], key=_strength, reverse=True)


def laid_out(graph: Graph) -> Places:
    """Where the nodes stand so that those which belong together are near each other; for a worker.

    The same graph is always laid out in the same way. What hangs together lies in its own part of the picture, the
    largest part first.
    """
    import networkx as nx

    drawn = nx.Graph()
    drawn.add_nodes_from(sorted(node.identity for node in graph.nodes))
    drawn.add_edges_from(sorted((edge.source, edge.target) for edge in graph.edges))
    names = {node.identity: node.name for node in graph.nodes}
    found = sorted((sorted(part) for part in nx.connected_components(drawn)), key=lambda part: (-len(part), part[0]))
    return _whole([_part_of(drawn.subgraph(part), names) for part in found], names)


def _part_of(drawn: nx.Graph[str], names: dict[str, str]) -> Places:
    """The places of what hangs together, so far from each other that the names can be read."""
    import networkx as nx

    # The order of a part of a graph is not settled; that of a copy is.
    copy = nx.Graph()
    copy.add_nodes_from(sorted(drawn))
    copy.add_edges_from(sorted(tuple(sorted(edge)) for edge in drawn.edges))
    if len(copy) < 3:
        return {identity: (0.0, LINE * ROOM * number) for number, identity in enumerate(copy)}
    room = ROOM if len(copy) < MANY else MORE
    side = (room * sum(_width(names[one], "") + LINE for one in copy) * LINE) ** 0.5
    laid = nx.spring_layout(copy, k=2.2 / len(copy) ** 0.5, seed=SEED, iterations=120)
    places = _evened(_within({identity: (float(x), float(y)) for identity, (x, y) in laid.items()}))
    return _parted({identity: (side * x, side * y) for identity, (x, y) in places.items()}, names)


def _whole(parts: Sequence[Places], names: dict[str, str]) -> Places:
    """The parts side by side in one picture from 0 to 1, in its middle where they do not fill it."""
    boxes = [_extent(part, names) for part in parts]
    corners = packed([(right - left, bottom - top) for left, top, right, bottom in boxes])
    places = {
        identity: (x - box[0] + corner[0], y - box[1] + corner[1])
        for part, box, corner in zip(parts, boxes, corners, strict=True)
        for identity, (x, y) in part.items()
    }
    if not places:
        return {}
    lows = [min(place[axis] for place in places.values()) for axis in (0, 1)]
    wide = [max(place[axis] for place in places.values()) - lows[axis] for axis in (0, 1)]
    scale = min(1.0, 1.0 / max(*wide, 1e-9))
    starts = [(1 - scale * whole) / 2 for whole in wide]
    return {
        identity: (
            round(starts[0] + scale * (x - lows[0]), 4),
            round(starts[1] + scale * (y - lows[1]), 4),
        )
        for identity, (x, y) in places.items()
    }


def _extent(places: Places, names: dict[str, str]) -> tuple[float, float, float, float]:
    """The left, top, right and bottom of some nodes with their names."""
    half = {identity: max(LINE, (len(names[identity]) + 3) * LETTER / 2) for identity in places}
    return (
        min(x - half[identity] for identity, (x, _) in places.items()),
        min(y for _, y in places.values()) - 0.75 * LINE,
        max(x + half[identity] for identity, (x, _) in places.items()),
        max(y for _, y in places.values()) + 0.75 * LINE,
    )


def _evened(places: Places) -> Places:
    """The places with more room where they are many: each halfway to where it would be if all were evenly spread."""
    ranks: list[dict[str, float]] = []
    for axis in (0, 1):
        ordered = sorted(places, key=lambda identity: (places[identity][axis], identity))
        ranks.append({identity: rank / max(1, len(ordered) - 1) for rank, identity in enumerate(ordered)})
    return {
        identity: ((x + ranks[0][identity]) / 2, (y + ranks[1][identity]) / 2) for identity, (x, y) in places.items()
    }


def _parted(places: Places, names: dict[str, str]) -> Places:
    """The places with what stood on each other moved apart, so that the names can be read, as far as there is room."""
    at = {identity: list(place) for identity, place in places.items()}
    pairs = list(combinations(sorted(at), 2))
    for _ in range(ROUNDS):
        if not sum(_part(at[one], at[other], _width(names[one], names[other])) for one, other in pairs):
            break
    return {identity: (x, y) for identity, (x, y) in at.items()}


def _part(one: list[float], other: list[float], width: float) -> bool:
    """Move two a little apart where they are too near, and say whether they were."""
    across, down = other[0] - one[0], other[1] - one[1]
    if abs(across) >= width or abs(down) >= LINE:
        return False
    axis, away = (0, width - abs(across)) if (width - abs(across)) < (LINE - abs(down)) else (1, LINE - abs(down))
    step = away / 2 if (across, down)[axis] >= 0 else -away / 2
    one[axis] -= step / 2
    other[axis] += step / 2
    return True


def _width(one: str, other: str) -> float:
    """How far two must be from side to side for their names to stand beside each other."""
    return (len(one) + len(other)) / 2 * LETTER + LETTER


def _within(places: Places) -> Places:
    """The same places from 0 to 1; what has no extent lies in the middle."""
    lows = [min(place[axis] for place in places.values()) for axis in (0, 1)]
    wide = [max(place[axis] for place in places.values()) - lows[axis] for axis in (0, 1)]
    return {
        identity: (_share(place[0] - lows[0], wide[0]), _share(place[1] - lows[1], wide[1]))
        for identity, place in places.items()
    }


def _share(distance: float, whole: float) -> float:
    return round(distance / whole, 4) if whole else 0.5
