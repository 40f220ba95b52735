"""How an import goes, and what it brought."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from apostil.services import reading

if TYPE_CHECKING:
    from apostil.domain.article import ArticleId
    from apostil.services.importing.items import Item


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that was not opened: its name, why, and where it lies."""

    name: str
    reason: str
    origin: str = ""

    @property
    def sentence(self) -> str:
        """Which file it is and why it was not opened."""
        return reading.not_opened(self.name, self.reason)


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article that came in, or that was there already."""

    article: ArticleId
    title: str
    item: Item


@dataclass(slots=True)
class Report:
    """How an import goes, and went: what is new, what was there already, and what could not be opened.

    `offers` are files enclosed in mails, which come in only if somebody wants them; `left_out` are those that were
    not looked at any more when the import was cancelled. `done` of `total` files are
    through, of which one can give several articles; `now` names a file that is being read, `left` says how many
    seconds are left, where that can be told, `piles` how many folders and archives were opened.
    """

    new: list[ArticleId] = field(default_factory=list)
    known: list[ArticleId] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    arrivals: list[Arrival] = field(default_factory=list)
    left_out: list[Item] = field(default_factory=list)
    offers: list[Item] = field(default_factory=list)
    total: int = 0
    done: int = 0
    piles: int = 0
    now: str = ""
    left: float | None = None
    cancelled: bool = False

    @property
    def dropped(self) -> int:
        """The number of files that were not looked at, because the import was cancelled."""
        return self.total - self.done if self.cancelled else 0
