"""Where something stands in the file that an article came from: on which page, at what time."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a page, in points (1/72 inch) from the page's upper left corner; pages count from 1."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


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


NOWHERE = Place()
"""The place of what has none."""
