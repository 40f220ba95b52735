"""Applies a reader's corrections to the entities that were found.

Corrections are applied in their order, each to what the ones before it left; the same one once more changes nothing.
They go by folded names:
an entity is meant by its canonical name, or by another of its names as long as no one has confirmed the entity,
so that a correction still holds when a later analysis has made its name an alias.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from apostil.domain.article import Role
from apostil.domain.entity import Entity, Kind, MarkedEntity, Mention, NotAnEntity, OtherKind, SameAs, entity_id, fold
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from apostil.domain.article import Article
    from apostil.domain.entity import Correction

_folded = lru_cache(maxsize=1 << 16)(fold)


def corrected(article: Article, entities: Sequence[Entity], corrections: Iterable[Correction]) -> tuple[Entity, ...]:
    """The entities as their reader corrected them, in the order of their first mentions."""
    found = _Corrected(article, entities)
    for correction in corrections:
        match correction:
            case OtherKind(name, kind):
                found.change_kind(name, kind)
            case NotAnEntity(name, span):
                found.remove(name, span)
            case SameAs(name, canonical):
                found.join(name, canonical)
            case MarkedEntity(name, kind):
                found.mark(name, kind)
    return found.entities()


def occurrences(article: Article, words: str) -> Iterator[Span]:
    """Where these words stand in the article as whole words, each within one block, outside its apparatus.

    Capitals and accents count; the kinds of apostrophes and of spaces do not.
    """
    words = words.strip()
    if not words:
        return
    text = article.text
    blocks = iter(article.blocks)
    block = next(blocks, None)
    for match in re.finditer(_pattern(words), text):
        while block is not None and block.span.end <= match.start():
            block = next(blocks, None)
        if block is None or block.role is Role.APPARATUS or match.end() > block.span.end:
            continue
        span = Span(match.start(), match.end())
        if _is_whole(text, span):
            yield span


def _pattern(words: str) -> str:
    parts = (re.sub(r"['’ʼ]", "['’ʼ]", re.escape(part)) for part in words.split())
    return r"\s+".join(parts)


def _is_whole(text: str, span: Span) -> bool:
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    begins = not (_is_word(before) and _is_word(text[span.start]))
    return begins and not (_is_word(after) and _is_word(text[span.end - 1]))


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


class _Corrected:
    """The entities while they are being corrected, by id."""

    def __init__(self, article: Article, entities: Sequence[Entity]) -> None:
        self._article = article
        self._entities: dict[str, Entity] = {}
        self._named: dict[str, set[str]] = {}
        self._places: list[tuple[int, int, str]] | None = None
        for entity in entities:
            self._put(entity)

    def entities(self) -> tuple[Entity, ...]:
        return tuple(sorted(self._entities.values(), key=lambda entity: (entity.mentions[0].span, entity.id)))

    def change_kind(self, name: str, kind: Kind) -> None:
        for entity in self._meant(name):
            self._take(entity)
            self._put(_of_kind(entity, kind))

    def remove(self, name: str, span: Span | None) -> None:
        key = _folded(name)
        for entity in self._going_by(name):
            if span is None and _folded(entity.name) == key:
                self._take(entity)
            elif span is None:
                self._keep(entity, lambda mention: _folded(mention.span.cut(self._article.text)) != key)
            else:
                self._keep(entity, lambda mention: not mention.span.overlaps(span))

    def join(self, name: str, canonical: str) -> None:
        targets = self._going_by(canonical)
        sources = [entity for entity in self._going_by(name) if entity not in targets]
        if not sources:
            return
        # Where nothing goes by the second name any more, the entity takes it all the same.
        target = targets[0] if targets else replace(sources[0], name=canonical.strip())
        for entity in (*sources, *targets[:1]):
            self._take(entity)
        mentions = {
            mention.span: replace(mention, kind=target.kind) for entity in sources for mention in entity.mentions
        } | {mention.span: mention for mention in target.mentions}
        self._put(replace(target, mentions=tuple(mentions.values()), confirmed=True))

    def mark(self, name: str, kind: Kind) -> None:
        longer = self._confirmed_longer_than(len(name.strip()))
        spans = [span for span in occurrences(self._article, name) if not (longer and _overlaps_any(span, longer))]
        going = self._going_by(name)
        entity = going[0] if going else Entity("", " ".join(name.split()), kind, ())
        if not going or entity in self._meant(name):
            entity = _of_kind(entity, kind)
        if going:
            self._take(going[0])
        for other in {place[2] for span in spans for place in self._overlapping(span)}:
            self._keep(self._entities[other], lambda mention: not _overlaps_any(mention.span, spans))
        kept = tuple(mention for mention in entity.mentions if not _overlaps_any(mention.span, spans))
        marked = tuple(Mention(span, entity.kind, 1.0, confirmed=True) for span in spans)
        if kept or marked:
            self._put(replace(entity, mentions=(*kept, *marked), confirmed=True))

    def _going_by(self, name: str) -> list[Entity]:
        """The entities that have this name, those whose canonical one it is first."""
        key = _folded(name)
        found = [self._entities[number] for number in self._named.get(key, ())]
        return sorted(found, key=lambda entity: (_folded(entity.name) != key, entity.mentions[0].span, entity.id))

    def _meant(self, name: str) -> list[Entity]:
        """The entities that a correction of this name's kind is about."""
        key = _folded(name)
        return [entity for entity in self._going_by(name) if _folded(entity.name) == key or not entity.confirmed]

    def _confirmed_longer_than(self, length: int) -> list[Span]:
        """What its reader marked, where it is longer: these words inside of it stay a part of it."""
        return sorted(
            mention.span
            for entity in self._entities.values()
            if entity.confirmed
            for mention in entity.mentions
            if mention.confirmed and len(mention.span) > length
        )

    def _overlapping(self, span: Span) -> list[tuple[int, int, str]]:
        """The mentions that share a character with this span."""
        places = self._all_places()
        # Mentions do not overlap one another, so the last that starts before the span is the first to look at.
        first = max(0, bisect_left(places, (span.start,)) - 1)
        return [place for place in places[first : bisect_left(places, (span.end,))] if place[1] > span.start]

    def _all_places(self) -> list[tuple[int, int, str]]:
        if self._places is None:
            self._places = sorted(
                (mention.span.start, mention.span.end, entity.id)
                for entity in self._entities.values()
                for mention in entity.mentions
            )
        return self._places

    def _keep(self, entity: Entity, wanted: Callable[[Mention], bool]) -> None:
        mentions = tuple(mention for mention in entity.mentions if wanted(mention))
        if len(mentions) == len(entity.mentions):
            return
        self._take(entity)
        if mentions:
            self._put(replace(entity, mentions=mentions))

    def _take(self, entity: Entity) -> None:
        del self._entities[entity.id]
        for name in (entity.name, *entity.aliases):
            self._named.get(_folded(name), set()).discard(entity.id)
        if self._places is not None:
            for mention in entity.mentions:
                place = (mention.span.start, mention.span.end, entity.id)
                index = bisect_left(self._places, place)
                if self._places[index : index + 1] == [place]:
                    del self._places[index]

    def _put(self, entity: Entity) -> None:
        entity = _tidy(entity, self._article.text)
        same = self._entities.get(entity.id)
        if same is not None:
            self._take(same)
            entity = _tidy(_merged(same, entity), self._article.text)
        self._entities[entity.id] = entity
        for name in (entity.name, *entity.aliases):
            self._named.setdefault(_folded(name), set()).add(entity.id)
        if self._places is not None:
            for mention in entity.mentions:
                insort(self._places, (mention.span.start, mention.span.end, entity.id))


def _of_kind(entity: Entity, kind: Kind) -> Entity:
    mentions = tuple(replace(mention, kind=kind) for mention in entity.mentions)
    return replace(entity, kind=kind, mentions=mentions, confirmed=True)


def _merged(one: Entity, other: Entity) -> Entity:
    mentions = {mention.span: mention for mention in (*one.mentions, *other.mentions)}
    return replace(one, mentions=tuple(mentions.values()), confirmed=one.confirmed or other.confirmed)


def _tidy(entity: Entity, text: str) -> Entity:
    """The entity with its id, its mentions in order, and the names that occur."""
    mentions = tuple(sorted(entity.mentions, key=lambda mention: mention.span))
    forms = dict.fromkeys(" ".join(mention.span.cut(text).split()) for mention in mentions)
    aliases = tuple(form for form in forms if form != entity.name)
    return replace(entity, id=entity_id(entity.name, entity.kind), mentions=mentions, aliases=aliases)


def _overlaps_any(span: Span, others: list[Span]) -> bool:
    index = bisect_right(others, span)
    return any(span.overlaps(other) for other in others[max(0, index - 1) : index + 1])
