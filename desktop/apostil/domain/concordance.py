"""Words in their surroundings: each place with what its sentence says before it and after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.domain.spans import Span, covering

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from apostil.domain.article import Article


@dataclass(frozen=True, slots=True)
class Line:
    """A place in the middle of its sentence; outside of all sentences, as in a headline, in the middle of its block."""

    place: Span
    sentence: Span

    @property
    def before(self) -> Span:
        """What its sentence says before it."""
        return Span(self.sentence.start, self.place.start)

    @property
    def after(self) -> Span:
        """What its sentence says after it."""
        return Span(self.place.end, self.sentence.end)


def concordance(article: Article, sentences: Sequence[Span], places: Iterable[Span]) -> tuple[Line, ...]:
    """A line for each of the places, in the order of the article; the sentences are in order too."""
    return tuple(Line(place, surroundings(article, sentences, place)) for place in sorted(places))


def surroundings(article: Article, sentences: Sequence[Span], place: Span) -> Span:
    """The sentence that holds this place; else the block that it begins in, as far as that holds it."""
    found = covering(sentences, place)
    if found >= 0:
        return sentences[found]
    block = article.blocks[article.block_at(place.start)].span
    return Span(min(block.start, place.start), max(block.end, place.end))
