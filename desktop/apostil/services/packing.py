"""Lays rectangles side by side so that together they are about as wide as high."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Size = tuple[float, float]
Corner = tuple[float, float]
"""From the left and from the top."""

_Box = tuple[float, float, float, float]


def packed(sizes: Sequence[Size]) -> list[Corner]:
    """Where the upper left corner of each rectangle lies; none lies over another, those at the front choose first."""
    taken: list[_Box] = []
    for wide, high in sizes:
        places = (_box(corner, wide, high) for corner in _corners(taken))
        free = [box for box in places if not any(_overlap(box, other) for other in taken)]
        taken.append(min(free, key=lambda box: (_extent([*taken, box]), box[0] + box[1], box[1])))
    return [(left, top) for left, top, _, _ in taken]


def _corners(taken: Sequence[_Box]) -> Iterator[Corner]:
    """The places in question: beside each rectangle and below it, and as far to the left or up as there is any."""
    yield 0.0, 0.0
    for left, top, right, bottom in taken:
        yield from ((right, top), (left, bottom), (right, 0.0), (0.0, bottom))


def _extent(boxes: Sequence[_Box]) -> tuple[float, float]:
    """The longer side of the whole, and the shorter one."""
    sides = max(box[2] for box in boxes), max(box[3] for box in boxes)
    return max(sides), min(sides)


def _box(corner: Corner, wide: float, high: float) -> _Box:
    left, top = corner
    return left, top, left + wide, top + high


def _overlap(one: _Box, other: _Box) -> bool:
    slack = 1e-9
    return (
        one[0] < other[2] - slack
        and other[0] < one[2] - slack
        and one[1] < other[3] - slack
        and other[1] < one[3] - slack
    )
