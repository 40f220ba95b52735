"""What is handed on: an article with everything that was found and marked in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from apostil.domain.annotation import Annotation
from apostil.domain.article import Article, ArticleId, Source
from apostil.domain.entity import Entity
from apostil.domain.summary import Summary


@dataclass(frozen=True, slots=True)
class Notes:
    """One article's notes. `entities` are as the reader corrected them, `annotations` in the order of the text."""

    article_id: ArticleId
    source: Source
    article: Article
    entities: tuple[Entity, ...]
    summary: Summary | None
    annotations: tuple[Annotation, ...]


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which version of Apostil wrote the notes, and when."""

    version: str
    written: dt.datetime
