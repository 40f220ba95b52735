"""The one place where code points become UTF-16 units and back, for Qt counts the latter."""

from __future__ import annotations

from bisect import bisect_left

_LAST_OF_PLANE_0 = "\uffff"


class Units:
    """Converts positions within one text: code points, as Apostil counts them, and UTF-16 units, as Qt does."""

    __slots__ = ("_astral", "_starts", "length")

    def __init__(self, text: str) -> None:
        self._astral: list[int] = []
        if not text.isascii() and len(text.encode("utf-16-le", "surrogatepass")) != 2 * len(text):
            self._astral = [index for index, char in enumerate(text) if char > _LAST_OF_PLANE_0]
        self._starts = [position + before for before, position in enumerate(self._astral)]
        self.length = len(text) + len(self._astral)

    def unit(self, position: int) -> int:
        """The unit at which this code point starts."""
        return position + bisect_left(self._astral, position) if self._astral else position

    def position(self, unit: int) -> int:
        """The code point that this unit belongs to; the second half of a pair belongs to the whole pair."""
        if not self._astral:
            return unit
        before = bisect_left(self._starts, unit)
        inside = before > 0 and self._starts[before - 1] == unit - 1
        return self._astral[before - 1] if inside else unit - before
