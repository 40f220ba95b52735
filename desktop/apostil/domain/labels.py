"""Finds places for names around their nodes so that as few as possible lie over one another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CELL = 64.0
GAP = 3.0
FURTHER = 12.0
"""So much farther away a name may stand where there is no place beside its node."""

LARGE, SMALL = 0.75, 0.9
"""The name of a node that has this part of the largest radius may lie over nodes with at most this part of its own."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True, slots=True)
class Label:
    """A node at x and y with its radius, and how wide and high its name is."""

    x: float
    y: float
    radius: float
    width: float
    height: float


def placed(labels: Sequence[Label], room: Box | None = None, *, apart: bool = False) -> list[Box | None]:
    """Where each name stands; None where every place near its node is taken. Those at the front choose first.

    A name lies over no other name. The name of a large node lies rather over a smaller one than that it is not written
    at all, unless they are to be `apart`. No name stands outside of the `room` where there is one.
    """
    large = float("inf") if apart else LARGE * max((label.radius for label in labels), default=0.0)
    names, nodes = _Boxes(), _Boxes()
    for label in labels:
        nodes.add(_disc(label), label.radius)
    found: list[Box | None] = []
    for label in labels:
        places = (box for box in _around(label) if _inside(box, room) and not names.below(box))
        weighed = ((nodes.below(box), box) for box in places)
        most = SMALL * label.radius if label.radius >= large else 0.0
        fair = ((sum(below), box) for below, box in weighed if max(below, default=0.0) <= most)
        _, box = min(fair, key=lambda one: one[0], default=(0.0, None))
        if box is not None:
            names.add(box)
        found.append(box)
    return found


def below(label: Label) -> Box:
    """The place below its node, whatever lies there."""
    return next(_around(label))


def _inside(box: Box, room: Box | None) -> bool:
    return room is None or (box[0] >= room[0] and box[1] >= room[1] and box[2] <= room[2] and box[3] <= room[3])


def _disc(label: Label) -> Box:
    return label.x - label.radius, label.y - label.radius, label.x + label.radius, label.y + label.radius


def _around(label: Label) -> Iterator[Box]:
    """The places that a name can have, the best first."""
    middle, half = label.x - label.width / 2, label.y - label.height / 2
    for away in (0.0, FURTHER):
        out = label.radius + GAP + away
        slant = 0.7 * label.radius + GAP + away
        for left, top in (
            (middle, label.y + out),
            (middle, label.y - out - label.height),
            (label.x + out, half),
            (label.x - out - label.width, half),
            (label.x + slant, label.y + slant),
            (label.x - slant - label.width, label.y + slant),
            (label.x + slant, label.y - slant - label.height),
            (label.x - slant - label.width, label.y - slant - label.height),
        ):
            yield left, top, left + label.width, top + label.height


class _Boxes:
    """What is taken, found by the squares that it lies on, each with how much it weighs."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[tuple[float, Box]]] = defaultdict(list)

    def add(self, box: Box, weight: float = 0.0) -> None:
        for cell in _cells(box):
            self._cells[cell].append((weight, box))

    def below(self, box: Box) -> list[float]:
        """How much each weighs that lies there."""
        near = {one for cell in _cells(box) for one in self._cells.get(cell, ())}
        return [weight for weight, other in near if _overlap(box, other)]


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = (int(edge // CELL) for edge in box)
    for column in range(left, right + 1):
        for row in range(top, bottom + 1):
            yield column, row


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
