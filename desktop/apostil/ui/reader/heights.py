"""The heights of many rows: the sum up to any of them, and the row at any height, both in logarithmic time."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


class Heights:
    """Whole heights, one after the other, of which single ones change (a Fenwick tree)."""

    def __init__(self, heights: Sequence[int]) -> None:
        self._heights = list(heights)
        self._tree = [0, *heights]
        for index in range(1, len(self._tree)):
            parent = index + (index & -index)
            if parent < len(self._tree):
                self._tree[parent] += self._tree[index]
        self.total = sum(self._heights)

    def __len__(self) -> int:
        """The number of rows."""
        return len(self._heights)

    def tops(self) -> list[int]:
        """Where each row begins, and at the end where the last one ends: for many of them quicker than one by one."""
        return list(accumulate(self._heights, initial=0))

    def __getitem__(self, index: int) -> int:
        """The height of this row."""
        return self._heights[index]

    def top(self, index: int) -> int:
        """The sum of all heights before this row."""
        total = 0
        while index > 0:
            total += self._tree[index]
            index &= index - 1
        return total

    def set(self, index: int, height: int) -> int:
        """Give this row another height and say by how much it grew."""
        grown = height - self._heights[index]
        self._heights[index] = height
        self.total += grown
        index += 1
        while grown and index < len(self._tree):
            self._tree[index] += grown
            index += index & -index
        return grown

    def at(self, y: int) -> int:
        """The row that holds this height: the first one above all of them, the last one below."""
        index, left = 0, max(0, y)
        step = 1 << len(self._heights).bit_length()
        while step:
            ahead = index + step
            if ahead < len(self._tree) and self._tree[ahead] <= left:
                index, left = ahead, left - self._tree[ahead]
            step >>= 1
        return min(index, max(0, len(self._heights) - 1))
