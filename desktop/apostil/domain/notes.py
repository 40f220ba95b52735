"""What is handed on: an article with everything that was found and marked in it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from apostil.domain.annotation import Annotation
from apostil.domain.article import Article, ArticleId, Source
from apostil.domain.entity import Entity
from apostil.domain.provenance import Provenance
from apostil.domain.summary import Summary


@dataclass(frozen=True, slots=True)
class Notes:
    """One article's notes. `entities` are as the reader corrected them, `annotations` in the order of the text.

    `orphans` are the annotations whose words are not in this version of the article.
    """

    article_id: ArticleId
    source: Source
    article: Article
    entities: tuple[Entity, ...]
    summary: Summary | None
    annotations: tuple[Annotation, ...]
    provenance: Provenance | None = None
    orphans: tuple[Annotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which version of Apostil wrote the notes, and when."""

    version: str
    written: dt.datetime
