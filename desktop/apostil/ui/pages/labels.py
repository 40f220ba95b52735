"""Finds places for names around their nodes so that as few as possible lie over one another."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CELL = 64.0
GAP = 3.0

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


def placed(labels: Sequence[Label], room: Box | None = None) -> list[Box | None]:
    """Where each name stands; None where every place near its node is taken. Those at the front choose first.

    No name stands outside of the `room` where there is one.
    """
    taken = _Boxes()
    for label in labels:
        taken.add((label.x - label.radius, label.y - label.radius, label.x + label.radius, label.y + label.radius))
    found: list[Box | None] = []
    for label in labels:
        box = next((box for box in _around(label) if _inside(box, room) and taken.free(box)), None)
        if box is not None:
            taken.add(box)
        found.append(box)
    return found


def below(label: Label) -> Box:
    """The place below its node, whatever lies there."""
    return next(_around(label))


def _inside(box: Box, room: Box | None) -> bool:
    return room is None or (box[0] >= room[0] and box[1] >= room[1] and box[2] <= room[2] and box[3] <= room[3])


def _around(label: Label) -> Iterator[Box]:
    """The places that a name can have, the best first."""
    out = label.radius + GAP
    slant = 0.7 * label.radius + GAP
    middle, half = label.x - label.width / 2, label.y - label.height / 2
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
    """What is taken, found by the squares that it lies on."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = defaultdict(list)

    def add(self, box: Box) -> None:
        for cell in _cells(box):
            self._cells[cell].append(box)

    def free(self, box: Box) -> bool:
        return not any(_overlap(box, other) for cell in _cells(box) for other in self._cells.get(cell, ()))


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = (int(edge // CELL) for edge in box)
    for column in range(left, right + 1):
        for row in range(top, bottom + 1):
            yield column, row


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
