"""What the page says about a place on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from apostil.domain.annotation import AnnotationId
    from apostil.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Place:
    """What lies at a position of the text: an entity's id and mention, and the marks, the upper ones last."""

    position: int
    entity: str | None = None
    mention: Span | None = None
    marks: tuple[AnnotationId, ...] = ()


@dataclass(frozen=True, slots=True)
class ContextAt:
    """Where a menu was asked for; `selection` is there where the place lies in it, or the keyboard asked."""

    position: int
    selection: Span | None
    global_pos: QPoint
    entity: str | None = None
    mention: Span | None = None
    marks: tuple[AnnotationId, ...] = ()
