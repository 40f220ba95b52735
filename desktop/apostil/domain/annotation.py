"""A person's marks on an article."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from apostil.domain.anchor import Anchor
from apostil.domain.article import ArticleId
from apostil.domain.spans import Span

AnnotationId = NewType("AnnotationId", str)


class Color(StrEnum):
    """The eight colours of a mark, Zotero's, so that exports look familiar there."""

    YELLOW = "yellow"
    RED = "red"
    GREEN = "green"
    BLUE = "blue"
    PURPLE = "purple"
    MAGENTA = "magenta"
    ORANGE = "orange"
    GRAY = "gray"

    @property
    def hue(self) -> str:
        """The colour as `#rrggbb`."""
        return _HUES[self]


_HUES = {
    Color.YELLOW: "#ffd400",
    Color.RED: "#ff6666",
    Color.GREEN: "#5fb236",
    Color.BLUE: "#2ea8e5",
    Color.PURPLE: "#a28ae5",
    Color.MAGENTA: "#e56eee",
    Color.ORANGE: "#f19837",
    Color.GRAY: "#aaaaaa",
}


class Status(StrEnum):
    """How far the marked words have been checked; an empty one says nothing."""

    NONE = ""
    TO_CHECK = "to check"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Annotation:
    """One mark: its place, its colour, and what its author says about it. The note is Markdown.

    One that is not `placed` is an orphan: its words were not found in the present version of its article, and its
    anchor says where they stood in the version before.
    """

    id: AnnotationId
    article_id: ArticleId
    anchor: Anchor
    color: Color
    created: dt.datetime
    modified: dt.datetime
    note: str = ""
    tags: tuple[str, ...] = ()
    status: Status = Status.NONE
    author: str = ""
    placed: bool = True

    @property
    def span(self) -> Span:
        """Where the mark lies in the article's text."""
        return self.anchor.span

    @property
    def order(self) -> tuple[int, int, dt.datetime, str]:
        """The key that sorts marks as they stand in the text, and as they came where they share a place."""
        return (self.span.start, -self.span.end, self.created, self.id)
