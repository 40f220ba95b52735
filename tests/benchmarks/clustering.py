"""How well mentions are put together: MUC, B³ and CEAFe of clusters, their mean (the CoNLL score), and GUM to measure.

MUC counts links (Vilain et al. 1995), B³ looks from each mention (Bagga and Baldwin 1998), CEAFe pairs off whole
entities (Luo 2005); all of them as the reference scorer defines them (Pradhan et al. 2014), mentions that only one side
has included. The CoNLL score is the mean of the three F1.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

from apostil.domain.entity import Kind

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence
    from pathlib import Path

Clusters = list[frozenset["Hashable"]]
"""Mentions that are of one entity, without overlap."""

Place = tuple[int, int]
"""Where a mention begins and ends."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What recall and precision of one measure are fractions of, so that documents add up."""

    found: float = 0
    gold: float = 0
    right: float = 0
    response: float = 0

    def __add__(self, other: Parts) -> Parts:
        return Parts(
            self.found + other.found,
            self.gold + other.gold,
            self.right + other.right,
            self.response + other.response,
        )

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and precision."""
        recall = self.found / self.gold if self.gold else 0
        precision = self.right / self.response if self.response else 0
        return 2 * recall * precision / (recall + precision) if recall + precision else 0


@dataclass(frozen=True, slots=True)
class Agreement:
    """The three measures of one document or of several."""

    muc: Parts = Parts()
    b_cubed: Parts = Parts()
    ceaf_e: Parts = Parts()

    def __add__(self, other: Agreement) -> Agreement:
        return Agreement(self.muc + other.muc, self.b_cubed + other.b_cubed, self.ceaf_e + other.ceaf_e)

    @property
    def conll(self) -> float:
        """The mean of the three F1."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3


def agreement(gold: Clusters, response: Clusters) -> Agreement:
    """How far the clusters found agree with those that are right."""
    return Agreement(_muc(gold, response), _b_cubed(gold, response), _ceaf_e(gold, response))


def _muc(gold: Clusters, response: Clusters) -> Parts:
    return Parts(*_links(gold, response), *_links(response, gold))


def _links(ones: Clusters, others: Clusters) -> tuple[int, int]:
    """How many of the links of some clusters the others have, and how many there are."""
    of = {mention: number for number, cluster in enumerate(others) for mention in cluster}
    kept = 0
    for cluster in ones:
        pieces = {of.get(mention, mention) for mention in cluster}
        kept += len(cluster) - len(pieces)
    return kept, sum(len(cluster) - 1 for cluster in ones)


def _b_cubed(gold: Clusters, response: Clusters) -> Parts:
    shared = [(len(one & other), len(one), len(other)) for one in gold for other in response if one & other]
    return Parts(
        sum(both * both / one for both, one, _ in shared),
        sum(map(len, gold)),
        sum(both * both / other for both, _, other in shared),
        sum(map(len, response)),
    )


def _ceaf_e(gold: Clusters, response: Clusters) -> Parts:
    graph = nx.Graph()
    for number, one in enumerate(gold):
        for other_number, other in enumerate(response):
            if one & other:
                alike = 2 * len(one & other) / (len(one) + len(other))
                graph.add_edge(("gold", number), ("response", other_number), weight=alike)
    alike = sum(graph.edges[edge]["weight"] for edge in nx.max_weight_matching(graph))
    return Parts(alike, len(gold), alike, len(response))


# Documents -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Told:
    """A document with its named mentions: where they stand, their kinds, and the numbers of their clusters."""

    id: str
    genre: str
    text: str
    names: tuple[tuple[Place, Kind, str], ...]

    @property
    def clusters(self) -> Clusters:
        """The places of the names by what they name."""
        return together((cluster, place) for place, _, cluster in self.names)

    @property
    def places(self) -> list[Place]:
        """Where the names stand."""
        return [place for place, _, _ in self.names]


def together(mentions: Iterable[tuple[Hashable, Place]]) -> Clusters:
    """Clusters of the places that have the same label."""
    clusters = defaultdict(set)
    for label, place in mentions:
        clusters[label].add(place)
    return [frozenset(cluster) for cluster in clusters.values()]


def clusters_of(found: Iterable[Iterable[Place]], gold: Sequence[Place]) -> Clusters:
    """Clusters that were found; a mention that overlaps a gold one counts as that one, whatever its ends."""
    taken: set[Place] = set()

    def counted(place: Place) -> Place:
        for other in gold:
            if other not in taken and other[0] < place[1] and place[0] < other[1]:
                taken.add(other)
                return other
        return place

    return [frozenset(map(counted, places)) for places in found]


_KINDS = {
    "person": Kind.PERSON,
    "organization": Kind.ORGANIZATION,
    "place": Kind.LOCATION,
    "event": Kind.EVENT,
    "object": Kind.WORK,
    "abstract": Kind.WORK,
}


def gum(path: Path) -> Iterator[Told]:
    """GUM's documents with its flat names, each with the coreference cluster of the mention whose head stands in it."""
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        names = []
        for start, end, label in document["entities"]:
            meant = [one for one in document["mentions"] if start <= one["head"][0] and one["head"][1] <= end]
            if label in _KINDS and meant:
                closest = min(meant, key=lambda one: abs(one["start"] - start) + abs(one["end"] - end))
                names.append(((start, end), _KINDS[label], closest["cluster"]))
        yield Told(document["id"], document["genre"], document["text"], tuple(names))
