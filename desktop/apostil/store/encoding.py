"""How what the domain knows is written down in a library, as compact JSON, and read again."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import fields
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from apostil.domain.analysis import Analysis
from apostil.domain.article import Block, Metadata, Role
from apostil.domain.entity import (
    Confirmed,
    Correction,
    Entity,
    Kind,
    MarkedEntity,
    Mention,
    NotAnEntity,
    OtherExtent,
    OtherKind,
    Renamed,
    SameAs,
    Split,
)
from apostil.domain.place import NOWHERE, Box, Place
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

CountedBlock = tuple[Block, int]
"""A block, and how many words it has."""


def dump(value: object) -> str:
    """A value of lists, dictionaries and plain things as compact JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def dump_metadata(metadata: Metadata) -> str:
    """Metadata as JSON."""
    return dump(
        {
            "title": metadata.title,
            "authors": metadata.authors,
            "outlet": metadata.outlet,
            "published": metadata.published.isoformat() if metadata.published else None,
            "language": metadata.language,
            "address": metadata.address,
        }
    )


def load_metadata(words: str) -> Metadata:
    """Metadata from its JSON."""
    data = json.loads(words)
    return Metadata(
        title=data["title"],
        authors=tuple(data["authors"]),
        outlet=data["outlet"],
        published=dt.date.fromisoformat(data["published"]) if data["published"] else None,
        language=data["language"],
        address=data["address"],
    )


def dump_blocks(blocks: Iterable[CountedBlock]) -> str:
    """Blocks with their numbers of words as JSON; what has no place in its source says nothing of it."""
    return dump([[*_plain_block(block), words, *_plain_place(block.place)] for block, words in blocks])


def load_blocks(words: str) -> tuple[CountedBlock, ...]:
    """Blocks with their numbers of words from their JSON."""
    return tuple(
        (Block(Span(start, end), Role(role), level, _place(place)), count)
        for start, end, role, level, count, *place in json.loads(words)
    )


def roles_key(roles: Iterable[Role]) -> str:
    """What is the same for the same roles in the same order, and different otherwise."""
    from hashlib import sha256

    return sha256("\n".join(roles).encode()).hexdigest()[:32]


def dump_corrections(corrections: Sequence[Correction]) -> str:
    """Corrections as JSON, in their order."""
    return dump([_plain_correction(correction) for correction in corrections])


def load_corrections(words: str) -> tuple[Correction, ...]:
    """Corrections from their JSON."""
    return tuple(_correction(data) for data in json.loads(words))


def dump_correction(correction: Correction) -> str:
    """One correction as JSON."""
    return dump(_plain_correction(correction))


def load_correction(words: str) -> Correction:
    """One correction from its JSON."""
    return _correction(json.loads(words))


def dump_analysis(analysis: Analysis) -> str:
    """An analysis as JSON."""
    return dump(
        {
            "language": analysis.language,
            "engine": analysis.engine,
            "sentences": _plain_spans(analysis.sentences),
            "entities": [_plain_entity(entity) for entity in analysis.entities],
        }
    )


@lru_cache(maxsize=4)
def load_analysis(words: str) -> Analysis:
    """An analysis from its JSON; of the last few, which are asked for again and again, what was read before."""
    data = json.loads(words)
    entities = tuple(map(_entity, data["entities"]))
    return Analysis(data["language"], _spans(data["sentences"]), entities, data["engine"])


def _plain_block(block: Block) -> tuple[int, int, Role, int]:
    return block.span.start, block.span.end, block.role, block.level


def _plain_place(place: Place) -> list[object]:
    if place == NOWHERE:
        return []
    boxes = list(map(_plain_box, place.boxes))
    return [boxes, place.times] if place.times else [boxes]


def _plain_box(box: Box) -> tuple[float, ...]:
    corners = (box.page, box.left, box.top, box.right, box.bottom)
    return (*corners, box.start) if box.start else corners


def _place(data: list[Any]) -> Place:
    if not data:
        return NOWHERE
    boxes, *times = data
    return Place(tuple(Box(*box) for box in boxes), tuple(times[0]) if times else None)


def _plain_spans(spans: Iterable[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _spans(pairs: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in pairs)


def _plain_entity(entity: Entity) -> list[object]:
    mentions = [
        (mention.span.start, mention.span.end, mention.kind, mention.confidence, mention.confirmed)
        for mention in entity.mentions
    ]
    plain = [entity.id, entity.name, entity.kind, mentions, entity.aliases, entity.confirmed]
    return [*plain, entity.known] if entity.known else plain


def _entity(data: list[Any]) -> Entity:
    identity, name, kind, mentions, aliases, confirmed, *known = data
    found = tuple(
        Mention(Span(start, end), Kind(kind), confidence, confirmed)
        for start, end, kind, confidence, confirmed in mentions
    )
    return Entity(identity, name, Kind(kind), found, tuple(aliases), confirmed, *known)


_SORTS: dict[str, type[Correction]] = {
    "other kind": OtherKind,
    "marked": MarkedEntity,
    "not an entity": NotAnEntity,
    "other extent": OtherExtent,
    "same as": SameAs,
    "split": Split,
    "renamed": Renamed,
    "confirmed": Confirmed,
}
_SORT_OF = {kind: sort for sort, kind in _SORTS.items()}


def _plain_correction(correction: Correction) -> list[object]:
    """The sort of a correction and its fields, as far as they say anything: earlier versions wrote the same."""
    values = [_plain_value(getattr(correction, field.name)) for field in fields(correction)]
    while len(values) > 2 and not values[-1]:
        values.pop()
    return [_SORT_OF[type(correction)], *values]


def _plain_value(value: object) -> object:
    return (value.start, value.end) if isinstance(value, Span) else value


def _correction(data: list[Any]) -> Correction:
    sort, *values = data
    kind = _SORTS[sort]
    return kind(**{field.name: _value(field.name, value) for field, value in zip(fields(kind), values, strict=False)})


def _value(name: str, value: Any) -> Any:  # noqa: ANN401 - a field of whatever type its name says
    if name == "kind" and value:
        return Kind(value)
    return Span(*value) if name == "span" and value else value
