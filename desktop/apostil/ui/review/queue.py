"""Which doubtful name is looked at, and how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apostil.services.corrections.extents import moved
from apostil.services.corrections.reviewing import DOUBTFUL, EVERYTHING, Order, doubts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.domain.article import Article
    from apostil.domain.entity import Entity
    from apostil.domain.spans import Span
    from apostil.services.corrections.reviewing import Doubt


class Queue:
    """The doubts of one article in their order; `decided` counts what was said of them."""

    def __init__(self) -> None:
        self._places: list[Doubt] = []
        self._open: dict[Span, Doubt] = {}
        self._at = 0
        self._below = DOUBTFUL
        self._trail: list[int] = []
        self.decided = 0
        self.span: Span | None = None

    def fill(self, entities: Sequence[Entity], order: Order, *, everything: bool = False) -> None:
        """Begin with the first of these entities' doubts."""
        self._below = EVERYTHING if everything else DOUBTFUL
        self._places = list(doubts(entities, order, self._below))
        self._open = {one.span: one for one in self._places}
        self.decided, self._trail = 0, []
        self._look_at(0)

    @property
    def total(self) -> int:
        """How many doubts there were at the beginning."""
        return len(self._places)

    @property
    def left(self) -> int:
        """How many there still are."""
        return len(self._open)

    @property
    def number(self) -> int:
        """Which of them is looked at, from 1."""
        return min(self._at, self.total - 1) + 1

    @property
    def current(self) -> Doubt | None:
        """The doubt that is looked at; None at the end."""
        if 0 <= self._at < len(self._places):
            return self._open.get(self._places[self._at].span)
        return None

    def go(self, by: int) -> None:
        """Look at the next one that is still open, or the one before; at the ends, at the first or last of them."""
        at = self._at + by
        while 0 <= at < len(self._places) and self._places[at].span not in self._open:
            at += by
        if 0 <= at < len(self._places):
            self._look_at(at)
        elif by > 0:
            self._look_at(next((n for n, one in enumerate(self._places) if one.span in self._open), len(self._places)))

    def move(self, article: Article, *, start: bool, forward: bool) -> None:
        """Move an end of the name by a word; it is decided with the rest."""
        if self.span is not None:
            self.span = moved(article, self.span, start=start, forward=forward)

    def decide(self, entities: Sequence[Entity]) -> None:
        """Go on after a decision, of which these entities came."""
        self._trail.append(self._at)
        self.decided += 1
        self.settle(entities)

    def follow(self, entities: Sequence[Entity]) -> None:
        """Learn what others made of the entities; where more is in doubt again, a decision was taken back."""
        before = self.left
        self._renew(entities)
        if self.left > before and self._trail:
            self.take_back(entities)
        elif self.current is None:
            self.go(1)

    def settle(self, entities: Sequence[Entity]) -> None:
        """Leave out what is no longer in doubt, and go on where the present one is not."""
        self._renew(entities)
        if self.current is None:
            self.go(1)

    def take_back(self, entities: Sequence[Entity]) -> None:
        """Look again at what was decided last, where a decision was taken back."""
        self.decided = max(0, self.decided - 1)
        self._renew(entities)
        self._look_at(self._trail.pop() if self._trail else 0)

    def _renew(self, entities: Sequence[Entity]) -> None:
        known = {one.span for one in self._places}
        found = {one.span: one for one in doubts(entities, Order.TEXT, below=self._below)}
        self._open = {span: one for span, one in found.items() if span in known}

    def _look_at(self, index: int) -> None:
        self._at = index
        current = self.current
        self.span = current.span if current else None
