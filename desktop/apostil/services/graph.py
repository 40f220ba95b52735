"""Who appears with whom: the graph of a library, where its nodes stand, and how it is handed on."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from apostil.domain.names import Graph
from apostil.services.entities import settle, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apostil.domain.article import ArticleId
    from apostil.domain.names import Passage, Tie
    from apostil.store.library import Library

STRONGEST = 100
"""So many ties a graph shows where nobody asks for another number."""

SEED = 7
LETTER, LINE, ROUNDS = 0.0075, 0.07, 80
"""The width of a letter and the height of a node with its name, of the picture's; how often nodes are moved apart."""

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

    How strong a tie is says the number of sentences that name both. `around` an entity stand those that it appears
    with, and their ties with each other.
    """
    settle(library)
    ties = library.ties(article_ids)
    edges = tuple((_around(ties, around, limit) if around else ties)[:limit])
    found = library.named({identity for edge in edges for identity in (edge.source, edge.target)})
    nodes = (shown(named, language) for named in found.values())
    return Graph(tuple(sorted(nodes, key=lambda node: (-node.mentions, node.identity))), edges)


def sentences(library: Library, edge: Tie, article_ids: Iterable[ArticleId] | None = None) -> tuple[Passage, ...]:
    """The sentences that a tie rests on, by day and outlet."""
    return library.shared_passages(edge.source, edge.target, article_ids)


def exported(graph: Graph, places: Places, suffix: str, theme: str = "light") -> bytes:
    """A graph as a file with this suffix: `.svg`, `.graphml` or `.csv`; for a worker."""
    from apostil.exporters import graphs

    match suffix:
        case ".svg":
            return graphs.svg(graph, places, theme)
        case ".graphml":
            return graphs.graphml(graph)
        case _:
            return graphs.csv_table(graph)


def _around(ties: Iterable[Tie], identity: str, limit: int) -> list[Tie]:
    """The ties of an entity, of which half may be its own, and those between the entities at their other ends."""
    ties = list(ties)
    own = [tie for tie in ties if identity in {tie.source, tie.target}][: max(1, limit // 2)]
    near = {end for tie in own for end in (tie.source, tie.target)}
    between = (tie for tie in ties if {tie.source, tie.target} <= near and identity not in {tie.source, tie.target})
    chosen = [*own, *between][:limit]
    return sorted(chosen, key=lambda tie: (-tie.sentences, -tie.articles, tie.source, tie.target))


def laid_out(graph: Graph) -> Places:
    """Where the nodes stand so that those which belong together are near each other; for a worker.

    The same graph is always laid out in the same way. What hangs together lies in its own part of the picture.
    """
    import networkx as nx

    drawn = nx.Graph()
    drawn.add_nodes_from(sorted(node.identity for node in graph.nodes))
    for edge in sorted(graph.edges, key=lambda edge: (edge.source, edge.target)):
        drawn.add_edge(edge.source, edge.target, weight=float(edge.sentences))
    if not drawn:
        return {}
    spread = 2.2 / len(drawn) ** 0.5
    found = nx.spring_layout(drawn, k=spread, seed=SEED, iterations=120, weight=None)
    places = _within({identity: (float(x), float(y)) for identity, (x, y) in found.items()})
    return _within(_parted(_evened(places), {node.identity: node.name for node in graph.nodes}))


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
