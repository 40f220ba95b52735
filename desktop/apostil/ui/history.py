"""Where the reader has been, in articles and on pages about the library: back and forward, as a browser does it."""

from __future__ import annotations

from dataclasses import dataclass

from apostil.domain.article import ArticleId

LIMIT = 100


@dataclass(frozen=True, slots=True)
class Place:
    """A position in an article."""

    article: ArticleId
    position: int


@dataclass(frozen=True, slots=True)
class EntityPlace:
    """The page of an entity of the library."""

    identity: str


@dataclass(frozen=True, slots=True)
class GraphPlace:
    """The graph of the library, of these articles, or of what stands around one entity."""

    around: str = ""
    articles: frozenset[ArticleId] | None = None


@dataclass(frozen=True, slots=True)
class TogetherPlace:
    """The summary of these articles together."""

    articles: tuple[ArticleId, ...]


@dataclass(frozen=True, slots=True)
class MethodsPlace:
    """Two methods side by side, as they summarise the article that lies open."""


PagePlace = EntityPlace | GraphPlace | TogetherPlace | MethodsPlace
"""A page that stands in the place of the article."""

Stop = Place | PagePlace
"""Where one can be."""


class History:
    """Places behind and ahead of the present one."""

    def __init__(self) -> None:
        self._behind: list[Stop] = []
        self._ahead: list[Stop] = []

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place behind."""
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place ahead."""
        return bool(self._ahead)

    def leave(self, place: Stop) -> None:
        """Remember the place that a jump starts from; what was ahead is gone."""
        if not self._behind or self._behind[-1] != place:
            self._behind = [*self._behind, place][-LIMIT:]
        self._ahead.clear()

    def back(self, present: Stop | None) -> Stop | None:
        """The place before this one."""
        return _step(self._behind, self._ahead, present)

    def forward(self, present: Stop | None) -> Stop | None:
        """The place that was left by going back."""
        return _step(self._ahead, self._behind, present)

    def forget(self, articles: frozenset[ArticleId]) -> None:
        """Drop the places in articles that are gone."""
        self._behind = [place for place in self._behind if not _in(place, articles)]
        self._ahead = [place for place in self._ahead if not _in(place, articles)]


def _in(place: Stop, articles: frozenset[ArticleId]) -> bool:
    return isinstance(place, Place) and place.article in articles


def _step(source: list[Stop], target: list[Stop], present: Stop | None) -> Stop | None:
    if not source:
        return None
    if present is not None:
        target.append(present)
    return source.pop()
