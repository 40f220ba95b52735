"""What lies on the words: marks, entities, summary sentences and hits, found quickly by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from apostil.domain.entity import Entity, Kind, Mention
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from apostil.domain.annotation import Annotation, AnnotationId

T = TypeVar("T")

DEEPEST = 4
"""Marks on top of each other that can still be told apart."""


class Spread(Generic[T]):
    """Things that lie on spans, in their order, asked for by place."""

    def __init__(self, items: Iterable[T], span: Callable[[T], Span]) -> None:
        unordered = list(items)
        spans = [span(item) for item in unordered]
        starts = [one.start for one in spans]
        order = sorted(range(len(starts)), key=starts.__getitem__)
        self._items = [unordered[i] for i in order]
        self._starts = [starts[i] for i in order]
        self._ends = [spans[i].end for i in order]
        self._reach = list(accumulate(self._ends, max))

    def __len__(self) -> int:
        """How many there are."""
        return len(self._items)

    def over(self, span: Span) -> list[T]:
        """Those that share a code point with this span."""
        first = bisect_right(self._reach, span.start)
        last = bisect_left(self._starts, span.end)
        return [self._items[i] for i in range(first, last) if self._ends[i] > span.start]

    def at(self, position: int) -> list[T]:
        """Those that hold the code point at this position."""
        return self.over(Span(position, position + 1))


@dataclass(frozen=True, slots=True)
class Mark:
    """An annotation on the page; `depth` is how many marks it lies on."""

    annotation: Annotation
    depth: int

    @property
    def span(self) -> Span:
        """Where the mark lies."""
        return self.annotation.span

    @property
    def id(self) -> AnnotationId:
        """The annotation's identity."""
        return self.annotation.id


class Named(NamedTuple):
    """A mention on the page, with the entity it names; a tuple, for a long article has ten thousand."""

    entity: Entity
    mention: Mention

    @property
    def span(self) -> Span:
        """Where the mention lies."""
        return self.mention.span

    @property
    def kind(self) -> Kind:
        """What the mention is drawn as."""
        return self.mention.kind

    @property
    def confirmed(self) -> bool:
        """Whether a person stands behind it."""
        return self.mention.confirmed or self.entity.confirmed


def stacked(annotations: Iterable[Annotation]) -> list[Mark]:
    """The marks in their order, each knowing how deep the pile is that it lies on."""
    marks: list[Mark] = []
    open_ones: list[Mark] = []
    for annotation in sorted(annotations, key=lambda one: one.order):
        open_ones = [mark for mark in open_ones if mark.span.end > annotation.span.start]
        depth = max((mark.depth + 1 for mark in open_ones), default=0)
        mark = Mark(annotation, min(depth, DEEPEST))
        marks.append(mark)
        open_ones.append(mark)
    return marks


def named(entities: Sequence[Entity], kinds: frozenset[Kind]) -> list[Named]:
    """Every mention of the visible kinds."""
    return [Named(entity, mention) for entity in entities for mention in entity.mentions if mention.kind in kinds]


def _own_span(item: Mark | Named) -> Span:
    return item.span


def _same(span: Span) -> Span:
    return span


class Decorations:
    """Everything that lies on one article's words."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Take everything off."""
        self.marks: Spread[Mark] = Spread((), _own_span)
        self.entities: Spread[Named] = Spread((), _own_span)
        self.summary: Spread[Span] = Spread((), _same)
        self.hits: Spread[Span] = Spread((), _same)
        self.current_hit: Span | None = None
        self.by_id: dict[AnnotationId, Mark] = {}

    def set_marks(self, annotations: Sequence[Annotation]) -> None:
        """Lay these marks on the words instead of the old ones."""
        marks = stacked(annotations)
        self.marks = Spread(marks, _own_span)
        self.by_id = {mark.id: mark for mark in marks}

    def set_entities(self, entities: Sequence[Entity], kinds: frozenset[Kind]) -> None:
        """Underline these entities instead of the old ones."""
        self.entities = Spread(named(entities, kinds), lambda one: one.mention.span)

    def set_summary(self, spans: Sequence[Span]) -> None:
        """Give these sentences a bar instead of the old ones."""
        self.summary = Spread(spans, _same)

    def set_hits(self, spans: Sequence[Span], current: int | None) -> None:
        """Show these hits instead of the old ones, one of them as the current one."""
        self.hits = Spread(spans, _same)
        self.current_hit = None if current is None else spans[current]
