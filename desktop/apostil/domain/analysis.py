"""What the program found in an article by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apostil.domain.entity import Entity
    from apostil.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Analysis:
    """The sentences and entities of an article, as `engine` (name and version) found them.

    `entities` are settled among themselves but know nothing of the reader's corrections.
    """

    language: str
    sentences: tuple[Span, ...]
    entities: tuple[Entity, ...]
    engine: str
