"""Who appears with whom: the graph of a library, where its nodes stand, and how it is handed on."""

from __future__ import annotations

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

Places = dict[str, tuple[float, float]]
"""Where entities stand, from 0 to 1 from the left and from the top."""


def graph(
    library: Library, limit: int = STRONGEST, article_ids: Iterable[ArticleId] | None = None, language: str = "en"
) -> Graph:
    """The strongest ties of the library, or of these articles, and the entities that they connect.

    How strong a tie is says the number of sentences that name both.
    """
    settle(library)
    edges = tuple(library.ties(article_ids)[:limit])
    found = library.named({identity for edge in edges for identity in (edge.source, edge.target)})
    nodes = (shown(named, language) for named in found.values())
    return Graph(tuple(sorted(nodes, key=lambda node: (-node.mentions, node.identity))), edges)


def sentences(library: Library, edge: Tie, article_ids: Iterable[ArticleId] | None = None) -> tuple[Passage, ...]:
    """The sentences that a tie rests on, by day and outlet."""
    return library.shared_passages(edge.source, edge.target, article_ids)


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
    return _within({identity: (float(x), float(y)) for identity, (x, y) in found.items()})


def _within(places: Places) -> Places:
    """The same places from 0 to 1; what has no extent lies in the middle."""
    lows = [min(place[axis] for place in places.values()) for axis in (0, 1)]
    wide = [max(place[axis] for place in places.values()) - lows[axis] for axis in (0, 1)]
    return {
        identity: (_part(place[0] - lows[0], wide[0]), _part(place[1] - lows[1], wide[1]))
        for identity, place in places.items()
    }


def _part(distance: float, whole: float) -> float:
    return round(distance / whole, 4) if whole else 0.5
