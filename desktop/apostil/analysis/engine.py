"""What a finder of names promises to the rest of the analysis."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.domain.entity import Kind


@dataclass(frozen=True, slots=True)
class Finding:
    """A name in a text; `confidence`, between 0 and 1, is how likely it is that its place and its kind are right."""

    start: int
    end: int
    kind: Kind
    confidence: float = 1.0


class EntityEngine(Protocol):
    """Finds names in texts; nothing it finds spans two of them."""

    @property
    def name(self) -> str:
        """The engine with its version, as an analysis records it."""
        ...

    def knows(self, language: str) -> bool:
        """Whether it finds names in this language."""
        ...

    def warm_up(self, language: str) -> None:
        """Load what this language needs."""
        ...

    def find(self, texts: Sequence[str], language: str) -> list[tuple[Finding, ...]]:
        """The names in each of the texts, in order and without overlap; none in a language it does not know."""
        ...
