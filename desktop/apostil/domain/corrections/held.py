"""The entities of an article while they are being corrected: by their names, and by their places."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import replace
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from apostil.domain.entity import Entity, Kind, Mention, entity_id, fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from apostil.domain.spans import Span

folded = lru_cache(maxsize=1 << 16)(fold)
_id = lru_cache(maxsize=1 << 14)(entity_id)

_PLACES = frozenset({Kind.LOCATION, Kind.GROUP})
"""The kinds of what is known across languages: countries, cities, and peoples."""

_Place = tuple[int, int, str]
"""Where a mention starts and ends, and of which entity it is."""


class Held:
    """Entities that change one by one. Their mentions never overlap."""

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        self._text = text
        self._entities: dict[str, Entity] = {}
        self._named: dict[str, set[str]] = {}
        self._places: list[_Place] | None = None
        self._mentions: dict[_Place, Mention] = {}
        for entity in entities:
            self.put(entity)

    def entities(self) -> tuple[Entity, ...]:
        """All of them, in the order of their first mentions."""
        return tuple(sorted(self._entities.values(), key=_order))

    def with_ids(self, ids: Iterable[str]) -> list[Entity]:
        """Those with these ids."""
        return [self._entities[key] for key in sorted(ids)]

    def knows(self, name: str) -> bool:
        """Whether anything has this name."""
        return bool(self._named.get(folded(name)))

    def going_by(self, name: str) -> list[Entity]:
        """The entities that have this name, those whose canonical one it is first."""
        key = folded(name)
        found = [self._entities[number] for number in self._named.get(key, ())]
        return sorted(found, key=lambda entity: (folded(entity.name) != key, *_order(entity)))

    def called(self, name: str) -> list[Entity]:
        """Those of which it is the canonical name, or an alias where the canonical one does not stand in the text."""
        key = folded(name)
        return [entity for entity in self.going_by(name) if folded(entity.name) == key or not self._occurs(entity)]

    def meant(self, name: str) -> list[Entity]:
        """Those that are called so, or have this alias while no one has confirmed them."""
        called = self.called(name)
        return [entity for entity in self.going_by(name) if entity in called or not entity.confirmed]

    def fuller(self, entity: Entity) -> list[Entity]:
        """Those of its kind whose names begin or end with its name, a single word."""
        key = folded(entity.name)
        if " " in key:
            return []
        same = (one for one in self._entities.values() if one.kind is entity.kind and one is not entity)
        return [one for one in same if folded(one.name).startswith(f"{key} ") or folded(one.name).endswith(f" {key}")]

    def read(self, mention: Mention) -> str:
        """The words of a mention, folded."""
        return folded(mention.span.cut(self._text))

    def at(self, span: Span) -> list[tuple[Entity, Mention]]:
        """The mentions that share a character with this span, each with its entity; the one just there is first."""
        found = [(self._entities[place[2]], self._mentions[place]) for place in self._overlapping(span)]
        return sorted(found, key=lambda pair: (pair[1].span != span, pair[1].span))

    def clear(self, spans: Iterable[Span]) -> None:
        """Take away every mention that shares a character with one of these spans."""
        gone: dict[str, set[tuple[int, int]]] = {}
        for span in spans:
            for start, end, key in self._overlapping(span):
                gone.setdefault(key, set()).add((start, end))
        for key, places in gone.items():
            self.keep(self._entities[key], partial(_lies_elsewhere, places))

    def keep(self, entity: Entity, wanted: Callable[[Mention], bool]) -> None:
        """Take away the mentions of an entity that are not wanted; without any, it is gone."""
        mentions = tuple(mention for mention in entity.mentions if wanted(mention))
        if len(mentions) == len(entity.mentions):
            return
        self.take(entity)
        if mentions:
            self.put(replace(entity, mentions=mentions))

    def take(self, entity: Entity) -> None:
        """Take an entity away."""
        del self._entities[entity.id]
        for name in (entity.name, *entity.aliases):
            self._named.get(folded(name), set()).discard(entity.id)
        if self._places is not None:
            for place in _places(entity):
                index = bisect_left(self._places, place)
                if self._places[index : index + 1] == [place]:
                    del self._places[index]
                    del self._mentions[place]

    def change(self, before: Iterable[Entity], after: Iterable[Entity]) -> None:
        """Put entities in place of others, all at once, since they may become one."""
        for entity in before:
            self.take(entity)
        for entity in after:
            self.put(entity)

    def put(self, entity: Entity) -> Entity:
        """Put an entity in; one of the same name and kind that is there becomes one with it, and keeps its name."""
        entity = self._tidy(entity)
        same = self._entities.get(entity.id)
        if same is not None:
            self.take(same)
            entity = self._tidy(_merged(same, entity))
        self._entities[entity.id] = entity
        for name in (entity.name, *entity.aliases):
            self._named.setdefault(folded(name), set()).add(entity.id)
        if self._places is not None:
            for place, mention in zip(_places(entity), entity.mentions, strict=True):
                insort(self._places, place)
                self._mentions[place] = mention
        return entity

    def _occurs(self, entity: Entity) -> bool:
        """Whether any mention reads as the entity is called."""
        key = folded(entity.name)
        return any(self.read(mention) == key for mention in entity.mentions)

    def _overlapping(self, span: Span) -> list[_Place]:
        places = self._all_places()
        # Mentions do not overlap one another, so the last that starts before the span is the first to look at.
        first = max(0, bisect_left(places, (span.start,)) - 1)
        return [place for place in places[first : bisect_left(places, (span.end,))] if place[1] > span.start]

    def _all_places(self) -> list[_Place]:
        if self._places is None:
            self._mentions = {
                place: mention
                for entity in self._entities.values()
                for place, mention in zip(_places(entity), entity.mentions, strict=True)
            }
            self._places = sorted(self._mentions)
        return self._places

    def _tidy(self, entity: Entity) -> Entity:
        """The entity with its id, its mentions in order, and the names that occur."""
        mentions = tuple(sorted(entity.mentions, key=_place))
        # Most mentions read as others do, and most entities are tidy.
        read = dict.fromkeys(mention.span.cut(self._text) for mention in mentions)
        forms = dict.fromkeys(" ".join(words.split()) for words in read)
        aliases = tuple(form for form in forms if form != entity.name)
        tidy = (_id(entity.name, entity.kind), mentions, aliases)
        if tidy == (entity.id, entity.mentions, entity.aliases):
            return entity
        return replace(entity, id=tidy[0], mentions=mentions, aliases=aliases)


def of_kind(entity: Entity, kind: Kind) -> Entity:
    """The entity as one of this kind, as a person said; a person of a country's name is not known as the country."""
    mentions = tuple(one if one.kind is kind else replace(one, kind=kind) for one in entity.mentions)
    known = entity.known if kind is entity.kind or {kind, entity.kind} <= _PLACES else ""
    return replace(entity, kind=kind, mentions=mentions, confirmed=True, known=known)


def _places(entity: Entity) -> list[_Place]:
    return [(*_place(mention), entity.id) for mention in entity.mentions]


def _place(mention: Mention) -> tuple[int, int]:
    return mention.span.start, mention.span.end


def _lies_elsewhere(places: set[tuple[int, int]], mention: Mention) -> bool:
    return _place(mention) not in places


def _merged(one: Entity, other: Entity) -> Entity:
    mentions = {mention.span: mention for mention in (*one.mentions, *other.mentions)}
    return replace(
        one,
        mentions=tuple(mentions.values()),
        confirmed=one.confirmed or other.confirmed,
        known=one.known or other.known,
    )


def _order(entity: Entity) -> tuple[int, int, str]:
    return *_place(entity.mentions[0]), entity.id
