"""Where something stands in the file that an article came from: on which page, at what time."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points (1/72 inch) from the page's upper left corner; pages count from 1.

    `start` is where, in the text of its block, the words begin that stand in the box, in code points; where all
    boxes of a block say 0, nobody knows.
    """

    page: int
    left: float
    top: float
    right: float
    bottom: float
    start: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stood in its source: its boxes on pages, or its times; empty where the source has neither.

    `times` are the begin and end in seconds from the start of a recording.
    """

    boxes: tuple[Box, ...] = ()
    times: tuple[float, float] | None = None

    @property
    def page(self) -> int:
        """The page on which it begins, from 1; 0 where there are no pages."""
        return self.boxes[0].page if self.boxes else 0

    def pages(self, start: int, end: int) -> tuple[int, int]:
        """The first and the last page of the words between these offsets in the block's text; 0 without pages.

        Where nobody knows which words stand in which box, these are the pages of the whole block.
        """
        if not any(box.start for box in self.boxes):
            return self.page, self.boxes[-1].page if self.boxes else 0
        return self._page_at(start), self._page_at(max(start, end - 1))

    def cut(self, start: int, end: int) -> Place:
        """The place of the words between these offsets alone, whose boxes count from the first of them.

        Where nobody knows which words stand in which box, it is the whole place.
        """
        if not any(box.start for box in self.boxes):
            return self
        first = replace(self._box_at(start), start=0)
        later = (replace(box, start=box.start - start) for box in self.boxes if start < box.start < end)
        return replace(self, boxes=(first, *later))

    def _page_at(self, offset: int) -> int:
        return self._box_at(offset).page

    def _box_at(self, offset: int) -> Box:
        """The box of the word at this offset, where there are boxes."""
        begun = [box for box in self.boxes if box.start <= offset]
        return begun[-1] if begun else self.boxes[0]


NOWHERE = Place()
"""The place of what has none."""
