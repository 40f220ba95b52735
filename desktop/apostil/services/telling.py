"""What was found in an article as plain data for JSON: the answer of `apostil analyze` to one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apostil.domain.doubts import is_guess
from apostil.services.alignment import Alignment
from apostil.services.finding import Wish, find
from apostil.services.lines import written

if TYPE_CHECKING:
    from apostil.domain.article import Article
    from apostil.domain.entity import Entity, Mention
    from apostil.domain.spans import Span
    from apostil.domain.summary import Summary


def tell_line(id: object, article: Article, given: str | None, wish: Wish) -> bytes:  # noqa: A002  # its name there
    """The wished parts as a line of JSON, the id of what was asked before them. Runs in a worker process."""
    return written({"id": id} | tell(article, given, wish))


def tell(article: Article, given: str | None, wish: Wish) -> dict[str, Any]:
    """The wished parts. Runs in a worker process.

    Places are those in the given string; without one, in the article's text, which is then part of the answer.
    """
    found = find(article, wish)
    place = _Places(article.text, given)
    answer: dict[str, Any] = {"lang": article.metadata.language}
    if given is None:
        answer["text"] = article.text
    if found.sentences is not None:
        answer["sentences"] = [place.pair(span) for span in found.sentences]
    if found.entities is not None:
        answer["mentions"] = place.mentions(found.entities)
        answer["entities"] = [_entity(entity) for entity in found.entities]
    if found.summary is not None:
        answer["summary"] = place.chosen(found.summary)
    return answer


class _Places:
    """Places as they are told: in the given string where there is one, otherwise in the text."""

    def __init__(self, text: str, given: str | None) -> None:
        self._words = text if given is None else given
        self._alignment = Alignment(self._words, text)

    def pair(self, span: Span) -> list[int]:
        """Start and end."""
        told = self._alignment.span(span)
        return [told.start, told.end]

    def mentions(self, entities: tuple[Entity, ...]) -> list[dict[str, Any]]:
        """Every mention of every entity, as they stand in the text."""
        found = [(mention, entity) for entity in entities for mention in entity.mentions]
        found.sort(key=lambda pair: (pair[0].span, pair[0].kind, pair[1].id))
        return [self._mention(mention, entity) for mention, entity in found]

    def chosen(self, summary: Summary) -> list[dict[str, Any]]:
        """The sentences of a summary."""
        return [self._chosen(sentence.span, sentence.score, sentence.rank) for sentence in summary.sentences]

    def _mention(self, mention: Mention, entity: Entity) -> dict[str, Any]:
        start, end = self.pair(mention.span)
        return {
            "start": start,
            "end": end,
            "text": self._words[start:end],
            "kind": str(mention.kind),
            "entity": entity.id,
            "confidence": round(mention.confidence, 2),
            "confirmed": not is_guess(entity, mention),
        }

    def _chosen(self, span: Span, score: float, rank: int) -> dict[str, Any]:
        start, end = self.pair(span)
        return {"start": start, "end": end, "score": score, "rank": rank}


def _entity(entity: Entity) -> dict[str, Any]:
    return {"id": entity.id, "name": entity.name, "kind": str(entity.kind), "aliases": list(entity.aliases)}
