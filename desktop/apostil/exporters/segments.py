"""Cuts a run of text wherever something laid over it begins or ends, so that overlapping marks stay separate."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from apostil.domain.spans import Span

if TYPE_CHECKING:
    from apostil.domain.article import Article


@dataclass(frozen=True, slots=True)
class Segment:
    """A run over which nothing changes; `layers` are the indexes of what lies over it, in their order."""

    span: Span
    layers: tuple[int, ...]


def segments(span: Span, layers: Sequence[Span]) -> tuple[Segment, ...]:
    """This run cut at the ends of all the layers over it: without a gap, in order, none of them empty."""
    opening: dict[int, list[int]] = defaultdict(list)
    closing: dict[int, list[int]] = defaultdict(list)
    for index, layer in enumerate(layers):
        start, end = max(span.start, layer.start), min(span.end, layer.end)
        if start < end:
            opening[start].append(index)
            closing[end].append(index)
    active: set[int] = set()
    found = []
    for start, end in pairwise(sorted({span.start, span.end, *opening, *closing})):
        active.difference_update(closing[start])
        active.update(opening[start])
        found.append(Segment(Span(start, end), tuple(sorted(active))))
    return tuple(found)


def by_block(article: Article, spans: Iterable[Span]) -> dict[int, list[int]]:
    """For each block that something lies over, the indexes of those spans, in their order."""
    found: dict[int, list[int]] = defaultdict(list)
    for index, span in enumerate(spans):
        for block in blocks_of(article, span):
            found[block].append(index)
    return found


def blocks_of(article: Article, span: Span) -> range:
    """The indexes of the blocks that share at least one code point with this span."""
    if not article.blocks or not len(span):
        return range(0)
    first, last = article.block_at(span.start), article.block_at(span.end - 1)
    if article.blocks[first].span.end <= span.start:
        first += 1
    return range(first, last + 1)
