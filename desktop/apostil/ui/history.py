"""Where the reader has been: back and forward, as a browser does it."""

from __future__ import annotations

from dataclasses import dataclass

from apostil.domain.article import ArticleId

LIMIT = 100


@dataclass(frozen=True, slots=True)
class Place:
    """A position in an article."""

    article: ArticleId
    position: int


class History:
    """Places behind and ahead of the present one."""

    def __init__(self) -> None:
        self._behind: list[Place] = []
        self._ahead: list[Place] = []

    @property
    def can_go_back(self) -> bool:
        """Whether there is a place behind."""
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        """Whether there is a place ahead."""
        return bool(self._ahead)

    def leave(self, place: Place) -> None:
        """Remember the place that a jump starts from; what was ahead is gone."""
        if not self._behind or self._behind[-1] != place:
            self._behind = [*self._behind, place][-LIMIT:]
        self._ahead.clear()

    def back(self, present: Place | None) -> Place | None:
        """The place before this one."""
        return _step(self._behind, self._ahead, present)

    def forward(self, present: Place | None) -> Place | None:
        """The place that was left by going back."""
        return _step(self._ahead, self._behind, present)

    def forget(self, articles: frozenset[ArticleId]) -> None:
        """Drop the places in articles that are gone."""
        self._behind = [place for place in self._behind if place.article not in articles]
        self._ahead = [place for place in self._ahead if place.article not in articles]


def _step(source: list[Place], target: list[Place], present: Place | None) -> Place | None:
    if not source:
        return None
    if present is not None:
        target.append(present)
    return source.pop()
