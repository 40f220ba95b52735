"""What the mouse does on the page: place, select, take hold of an end, follow a link."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from apostil.domain.spans import Span

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from apostil.domain.annotation import AnnotationId
    from apostil.ui.reader.rows import Link


class Grain(Enum):
    """What a drag selects by."""

    CHARACTER = 1
    WORD = 2
    SENTENCE = 3


@dataclass(frozen=True, slots=True)
class Selecting:
    """A drag that selects, from `origin` on; `pressed` is where it began on the screen."""

    origin: Span
    grain: Grain
    pressed: QPoint
    extending: bool = False


@dataclass(frozen=True, slots=True)
class Resizing:
    """A drag on one end of a mark; `fixed` is the other end."""

    mark: AnnotationId
    fixed: int
    start: bool


@dataclass(frozen=True, slots=True)
class Following:
    """A press on one of our own links."""

    row: int
    link: Link


@dataclass(frozen=True, slots=True)
class Pointing:
    """A press on a thing in the margin."""

    mark: AnnotationId


Gesture = Selecting | Resizing | Following | Pointing


def stretched(gesture: Selecting, to: Span) -> tuple[int, int]:
    """Anchor and caret of a selection that reaches from where the drag began to where it is."""
    if to.start < gesture.origin.start:
        return gesture.origin.end, to.start
    return gesture.origin.start, max(to.end, gesture.origin.end)


def resized(gesture: Resizing, position: int) -> Span | None:
    """The mark's new span, where this is one: an end does not cross the other."""
    if gesture.start and position < gesture.fixed:
        return Span(position, gesture.fixed)
    if not gesture.start and position > gesture.fixed:
        return Span(gesture.fixed, position)
    return None
