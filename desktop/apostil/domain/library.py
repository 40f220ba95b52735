"""What a library shows of its articles without opening them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from apostil.domain.article import ArticleId
from apostil.domain.provenance import Provenance


class Kinship(StrEnum):
    """How an article stands to another one that has much of the same text."""

    NEWER = "newer copy"
    """A later copy of the same article: of the same address, or with most of its sentences."""
    OLDER = "older copy"
    """An earlier copy of the same article."""
    COPY = "copy"
    """A copy of the same article of which nothing says whether it is newer, or which has the very same text."""
    SHARED = "shared text"
    """Another article with the same words, as copies of one wire story have."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """Another article that shares text with this one.

    `share` is, from 0 to 1, the part of this one's words that stand in the other one; of two copies of one article, the
    part that both have of the longer one.
    """

    other: ArticleId
    share: float
    kinship: Kinship = Kinship.SHARED

    @property
    def percent(self) -> int:
        """The share in hundredths, rounded down: 100 only where it is all."""
        return int(100 * self.share + 1e-9)


@dataclass(frozen=True, slots=True)
class Entry:
    """An article as the list shows it; `marks` counts its annotations, `words` its words.

    `overlap` is the article with which this one shares the most text, `orphans` counts the annotations that wait for
    a place, and `versions` how many versions there are. `part` says which part of its source it is, such as a chapter.
    """

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
    overlap: Overlap | None = None
    orphans: int = 0
    versions: int = 1
    part: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that a search found, best first.

    `excerpt` is a short run of the text, note or tag that matches; `marked` are the `[start, end)` places in it
    that match, in code points.
    """

    id: ArticleId
    excerpt: str
    marked: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Version:
    """One of the versions of an article, numbered from 1 as they came; `current` is the one that is read.

    The chapters of a book are one version of it.
    """

    id: ArticleId
    number: int
    provenance: Provenance
    current: bool
