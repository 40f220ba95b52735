"""What a library shows of its articles without opening them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from apostil.domain.article import ArticleId


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as the list shows it; `marks` counts its annotations, `words` its words."""

    id: ArticleId
    title: str
    outlet: str
    language: str
    published: dt.date | None
    imported: dt.datetime
    words: int
    marks: int
    source_name: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a search found, best first.

    `excerpt` is a short run of the text, note or tag that matches; `marked` are the `[start, end)` places in it
    that match, in code points.
    """

    id: ArticleId
    excerpt: str
    marked: tuple[tuple[int, int], ...]
