"""Puts the named mentions of GUM's documents together, beside putting none together and putting equal words together.

Once the mentions are GUM's own, with their kinds, so that only the putting together is measured; once they are those
that our model finds, in news alone, since it learned from the other genres.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from apostil.analysis.engine import Finding
from apostil.analysis.own_engine import OwnEngine
from apostil.analysis.passages import Passage
from apostil.analysis.settling import settle
from apostil.domain.article import Role
from apostil.domain.entity import Kind
from benchmarks.clustering import Agreement, Told, agreement, clusters_of, gum, together

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from benchmarks.clustering import Clusters

GUM = Path(__file__).resolve().parents[3] / "shared" / "data" / "ner_en" / "gum_news" / "dev.jsonl"

Found = list[tuple[Finding, ...]]
"""What stands in each of the passages of a document."""


def main() -> int:
    """Print one line a figure; the exit status says whether the layer is ahead of both baselines."""
    if not GUM.exists():
        return 0
    documents = list(gum(GUM))
    reached = _measured("GUM, its own mentions", documents, _told, fill=True)
    news = [document for document in documents if document.genre == "news"]
    return 0 if _measured("GUM news, our mentions", news, _found, fill=False) and reached else 1


def _measured(title: str, documents: Sequence[Told], finder: Callable[[Told], Found], *, fill: bool) -> bool:
    alone = equal = settled = Agreement()
    for document in documents:
        gold, places, found = document.clusters, document.places, finder(document)
        flat = [(passage.start, one) for passage, ones in zip(_passages(document), found, strict=True) for one in ones]
        mentions = [(start + one.start, start + one.end) for start, one in flat if one.kind is not Kind.GROUP]
        alone += agreement(gold, clusters_of([[place] for place in mentions], places))
        equal += agreement(gold, clusters_of(together((document.text[slice(*one)], one) for one in mentions), places))
        entities = [one for one in settle(_passages(document), found, "en") if one.kind is not Kind.GROUP]
        response = clusters_of(
            [[(mention.span.start, mention.span.end) for mention in one.mentions] for one in entities], places
        )
        settled += agreement(gold, _only(response, places) if fill else response)
    ahead = settled.conll > max(alone.conll, equal.conll)
    print(
        f"entities of {title}, CoNLL F1: {settled.conll:.3f} (baseline equal words {equal.conll:.3f}, each its own"
        f" {alone.conll:.3f}, must be ahead): {'ok' if ahead else 'MISSED'}"
    )
    for name in ("muc", "b_cubed", "ceaf_e"):
        ours, words, each = (getattr(one, name).f1 for one in (settled, equal, alone))
        print(f"entities of {title}, {_TITLES[name]}: {ours:.3f} (baseline equal words {words:.3f}, own {each:.3f})")
    return ahead


_TITLES = {"muc": "MUC", "b_cubed": "B³", "ceaf_e": "CEAFe"}


def _only(response: Clusters, places: Sequence[tuple[int, int]]) -> Clusters:
    """The clusters of these mentions alone, each of them in one."""
    kept = [cluster.intersection(places) for cluster in response]
    left = set(places).difference(*kept)
    return [cluster for cluster in kept if cluster] + [frozenset([place]) for place in left]


def _told(document: Told) -> Found:
    """GUM's mentions as an engine would find them."""
    return [
        tuple(
            Finding(start - passage.start, end - passage.start, kind, 0.9)
            for (start, end), kind, _ in document.names
            if passage.start <= start and end <= passage.start + len(passage.text)
        )
        for passage in _passages(document)
    ]


def _found(document: Told) -> Found:
    return OwnEngine().find([passage.text for passage in _passages(document)], "en")


def _passages(document: Told) -> list[Passage]:
    return [Passage(match[0], match.start(), Role.PARAGRAPH) for match in re.finditer(r"[^\n]+", document.text)]


if __name__ == "__main__":
    sys.exit(main())
