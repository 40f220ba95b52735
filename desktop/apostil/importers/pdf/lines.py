"""The lines of a PDF's pages: their words, their places and their letters."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apostil.domain.place import Box


@dataclass(frozen=True, slots=True)
class Line:
    """A run of words on one line.

    The measures are points from the upper left corner of the page as it is read: turned upright where the words run
    sideways, mirrored where they run from right to left. `box` says where the line stands on the page as it is shown.
    `hyphenated` says that its last word goes on in the next line; the hyphen itself is not in `text`.
    """

    text: str
    page: int
    left: float
    top: float
    right: float
    bottom: float
    size: float
    box: Box
    bold: bool = False
    hyphenated: bool = False
    column: int = 0
    is_row: bool = False

    @property
    def letter(self) -> float:
        """The mean width of a letter."""
        return (self.right - self.left) / max(1, len(self.text))

    @property
    def middle(self) -> float:
        """Half way between its upper and lower end."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as it was found: its lines in the order of the file, and its pictures.

    `sideways` holds the lines that run across the others; `letters` counts the letters and digits of the lines;
    `is_drawn` says whether there is anything on the page; `certainty` says, in percent, how sure its letters are
    where they were read in a picture.
    """

    number: int
    width: float
    height: float
    lines: tuple[Line, ...] = ()
    sideways: tuple[Line, ...] = ()
    pictures: tuple[Box, ...] = ()
    letters: int = 0
    is_drawn: bool = False
    certainty: float = 100.0


def letters_of(lines: Iterable[Line]) -> int:
    """The number of letters and digits in these lines."""
    return sum(map(str.isalnum, "".join(line.text for line in lines)))


def overlap(line: Line, other: Line) -> float:
    """How much of the lower one of two lines stands beside the other: 1 is all of it."""
    common = min(line.bottom, other.bottom) - max(line.top, other.top)
    return common / max(0.1, min(line.bottom - line.top, other.bottom - other.top))


def around(boxes: Iterable[Box]) -> Box:
    """The box around all of these, which stand on one page."""
    known = list(boxes)
    if len(known) == 1:
        return known[0]
    return replace(
        known[0],
        left=min(box.left for box in known),
        top=min(box.top for box in known),
        right=max(box.right for box in known),
        bottom=max(box.bottom for box in known),
    )


def joined(line: Line, following: Line, between: str) -> Line:
    """Two runs that stand side by side as one, with the letters of the longer one."""
    longer = max(line, following, key=lambda run: len(run.text))
    return replace(
        line,
        text=line.text + between + following.text,
        left=min(line.left, following.left),
        right=max(line.right, following.right),
        top=longer.top,
        bottom=longer.bottom,
        size=longer.size,
        bold=line.bold and following.bold,
        hyphenated=following.hyphenated,
        box=around((line.box, following.box)),
    )
