"""Applies corrections to entities, one after the other."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from apostil.domain.corrections.held import Held, folded, of_kind
from apostil.domain.corrections.words import words_of
from apostil.domain.entity import (
    Confirmed,
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
    entity_id,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from apostil.domain.article import Article
    from apostil.domain.corrections.words import Words
    from apostil.domain.entity import Correction
    from apostil.domain.spans import Span


def corrected(
    article: Article, entities: Sequence[Entity], corrections: Iterable[Correction], words: Words | None = None
) -> tuple[Entity, ...]:
    """The entities as their reader corrected them, in the order of their first mentions.

    `words` are those of the article, where somebody has gone over them already.
    """
    found = _Corrected(article, entities, words)
    for correction in corrections:
        if getattr(correction, "span", None) is not None:
            found.apply_there(correction)
        elif found.concerns(correction):
            found.apply(correction)
    return found.held.entities()


class _Corrected:
    """The entities of an article while corrections are applied to them."""

    def __init__(self, article: Article, entities: Sequence[Entity], words: Words | None) -> None:
        self._article = article
        self._given_words = words
        self.held = Held(article.text, entities)

    @cached_property
    def _words(self) -> Words:
        return self._given_words or words_of(self._article)

    def concerns(self, correction: Correction) -> bool:
        """Whether anything here may go by what a correction speaks of; of a long glossary, nearly nothing does."""
        if self.held.knows(correction.name):
            return True
        return isinstance(correction, MarkedEntity) and self._words.may_have(correction.name)

    def apply(self, correction: Correction) -> None:
        """Apply a correction to all that goes by its name."""
        match correction:
            case MarkedEntity(name, kind):
                self._mark(name, kind)
            case OtherKind(name, kind):
                self._change_kind(name, kind)
            case NotAnEntity(name, _, True):
                self._forbid(name)
            case NotAnEntity(name):
                self._remove(name)
            case OtherExtent(name, words):
                self._extend(name, words)
            case SameAs(name, canonical, _, known):
                self._join(name, canonical, known)
            case Split(name, own):
                self._split(name, own)
            case Renamed(name, canonical):
                self._rename(name, canonical)
            case Confirmed(name, _, kind):
                self._confirm(name, kind)

    def apply_there(self, correction: Correction) -> None:
        """Apply a correction to the one mention that it is about."""
        match correction:
            case MarkedEntity(name, kind, span) | Confirmed(name, span, Kind() as kind) if span:
                self._mark_there(span, kind, name)
            case OtherKind(_, kind, span) if span:
                self._mark_there(span, kind, span.cut(self._article.text))
            case NotAnEntity(name, span) if span:
                self._remove_there(name, span)
            case OtherExtent(name, words, span) if span:
                self._extend_there(words, span)
            case SameAs(name, canonical, span) | Split(name, canonical, span) if span:
                self._move_there(span, name, canonical, join=isinstance(correction, SameAs))
            case Confirmed(_, span) if span:
                self._confirm_there(span)

    # All that goes by a name

    def _change_kind(self, name: str, kind: Kind) -> None:
        meant = self.held.meant(name)
        right = [of_kind(entity, kind) for entity in meant]
        self.held.change(meant, right)
        if kind is Kind.PERSON:
            self._lead_to_full_names({entity_id(entity.name, kind) for entity in right})

    def _lead_to_full_names(self, ids: Iterable[str]) -> None:
        """Let what turned out to be a person be the only one whose given name or surname it is."""
        for entity in self.held.with_ids(ids):
            fuller = self.held.fuller(entity)
            if len(fuller) == 1:
                mentions = tuple(map(_confirmed, entity.mentions))
                self.held.take(entity)
                self.held.change(fuller, [replace(one, mentions=(*one.mentions, *mentions)) for one in fuller])

    def _confirm(self, name: str, kind: Kind | None) -> None:
        meant = self.held.meant(name)
        right = [of_kind(entity, kind or entity.kind) for entity in meant]
        self.held.change(meant, right)
        # Where they have become one with others, these are confirmed with them.
        settled = self.held.with_ids({entity_id(entity.name, entity.kind) for entity in right})
        self.held.change(settled, [replace(one, mentions=tuple(map(_confirmed, one.mentions))) for one in settled])

    def _rename(self, name: str, canonical: str) -> None:
        canonical = " ".join(canonical.split())
        called = self.held.called(name) if canonical else []
        # What has this name already becomes one with it, and is spelt like it.
        ids = {entity_id(canonical, entity.kind) for entity in called}
        namesakes = [one for one in self.held.going_by(canonical) if one.id in ids and one not in called]
        renamed = [replace(entity, name=canonical, confirmed=True) for entity in (*namesakes, *called)]
        self.held.change((*namesakes, *called), renamed)

    def _remove(self, name: str) -> None:
        key = folded(name)
        for entity in self.held.going_by(name):
            if folded(entity.name) == key:
                self.held.take(entity)
            else:
                self.held.keep(entity, lambda mention: self.held.read(mention) != key)

    def _forbid(self, name: str) -> None:
        forbidden = self._words.occurrences(name)
        self.held.clear([span for span in forbidden for _, mention in self.held.at(span) if mention.span == span])

    def _mark(self, name: str, kind: Kind) -> None:
        spans = [span for span in self._words.occurrences(name) if not self._is_in_longer(span)]
        key = folded(name)
        going = self.held.going_by(name)
        entity = next((one for one in going if folded(one.name) == key), None)
        if entity is None and not spans:
            return
        # Another name of what is of this kind stays that; of what is not, these words are something else.
        others = [one for one in going if one.kind is kind and one is not entity]
        if entity is None and len(others) == 1:
            entity = others.pop()
        left = self._settle(others, spans)
        if entity or left:
            self._put_at(of_kind(entity or Entity("", " ".join(name.split()), kind, ()), kind), left)

    def _settle(self, entities: Iterable[Entity], spans: Sequence[Span]) -> list[Span]:
        """Mark those of these places that entities have already, each as its own; the others are left."""
        left = set(spans)
        for entity in entities:
            own = [mention.span for mention in entity.mentions if mention.span in left]
            left.difference_update(own)
            if own:
                self._put_at(of_kind(entity, entity.kind), own)
        return sorted(left)

    def _extend(self, name: str, words: str) -> None:
        key = folded(name)
        for span in self._words.occurrences(words):
            found = self.held.at(span)
            read_so = [pair for pair in found if self.held.read(pair[1]) == key and pair[1].span != span]
            if read_so and not any(_is_longer(one, span) and one != read_so[0][1] for _, one in found):
                self._set_extent(*read_so[0], span, words)

    def _join(self, name: str, canonical: str, known: str = "") -> None:
        key = folded(name)
        targets = self.held.going_by(canonical)
        called = self.held.called(name)
        sources = [entity for entity in self.held.going_by(name) if entity not in targets]
        whole = [entity for entity in sources if entity in called]
        moved = [
            mention
            for entity in sources
            for mention in entity.mentions
            if entity in whole or self.held.read(mention) == key
        ]
        if not moved:
            return
        # Where nothing goes by the second name any more, the entity takes it all the same.
        name = " ".join(canonical.split())
        target = Entity("", name, sources[0].kind, (), known=known or (whole[0].known if whole else ""))
        self._move(sources, moved, targets[0] if targets else target)

    def _split(self, name: str, own: str) -> None:
        key, own = folded(name), " ".join(own.split())
        for entity in self.held.going_by(name) if own else ():
            if folded(entity.name) == folded(own):
                continue
            moved = [one for one in entity.mentions if key in {folded(entity.name), self.held.read(one)}]
            self._move([entity], moved, Entity("", own, entity.kind, ()))

    # One mention

    def _mark_there(self, span: Span, kind: Kind, name: str) -> None:
        if not self._words.is_inside(span):
            return
        going = self._going_by(name, kind)
        # What goes by this name just there stays what it is, though another may as well.
        chosen = [entity for entity, mention in self.held.at(span) if mention.span == span and entity in going]
        chosen = chosen or [entity for entity in going if folded(entity.name) == folded(name)]
        if not chosen:
            self.held.clear([span])
            chosen = self._going_by(name, kind)
        new = Entity("", " ".join(name.split()), kind, (), confirmed=True)
        self._put_at((*chosen, new)[0], [span])

    def _going_by(self, name: str, kind: Kind) -> list[Entity]:
        return [entity for entity in self.held.going_by(name) if entity.kind is kind]

    def _remove_there(self, name: str, span: Span) -> None:
        going = {entity.id for entity in self.held.going_by(name)}
        found = self.held.at(span)
        self.held.clear([mention.span for entity, mention in found if entity.id in going or span.covers(mention.span)])

    def _extend_there(self, words: str, span: Span) -> None:
        places = [place for place in self._words.occurrences(words) if place.overlaps(span)]
        found = self.held.at(span)
        if places and found:
            place = next((place for place in places if place.covers(span)), places[0])
            entity, mention = found[0]
            self._set_extent(entity, mention, place, words)

    def _move_there(self, span: Span, name: str, canonical: str, *, join: bool) -> None:
        """Make the mention there one of what is called so; where none was found there, it is as what goes by `name`."""
        found, going = self.held.at(span), self.held.going_by(name)
        canonical = " ".join(canonical.split())
        if not canonical or not (found or (going and self._words.is_inside(span))):
            return
        kind = found[0][0].kind if found else going[0].kind
        targets = [one for one in self.held.going_by(canonical) if join or folded(one.name) == folded(canonical)]
        holder = found[0][0] if found else None
        if holder in targets:
            self._confirm_there(span)
            return
        target = targets[0] if targets else Entity("", canonical, kind, (), confirmed=True)
        self._put_at(target, [found[0][1].span if found else span])

    def _confirm_there(self, span: Span) -> None:
        for entity, mention in self.held.at(span)[:1]:
            mentions = tuple(_confirmed(one) if one == mention else one for one in entity.mentions)
            self.held.change([entity], [replace(entity, mentions=mentions)])

    # What they are made of

    def _is_in_longer(self, span: Span) -> bool:
        """Whether these words are a part of a longer mention, or share some with a longer one that a person marked."""
        return any(
            _is_longer(mention, span) or (mention.span != span and mention.span.covers(span))
            for _, mention in self.held.at(span)
        )

    def _put_at(self, entity: Entity, spans: Sequence[Span]) -> None:
        """Make mentions of this entity at these places, where nothing else is any more."""
        if entity.id:
            self.held.take(entity)
        kept = tuple(mention for mention in entity.mentions if not _overlaps_any(mention.span, spans))
        self.held.clear(spans)
        marked = tuple(Mention(span, entity.kind, 1.0, confirmed=True) for span in spans)
        self.held.put(replace(entity, mentions=(*kept, *marked)))

    def _move(self, sources: Sequence[Entity], moved: Sequence[Mention], target: Entity) -> None:
        """Make mentions of some entities those of another one, which may not be there yet."""
        spans = {mention.span for mention in moved}
        for entity in sources:
            self.held.keep(entity, lambda mention: mention.span not in spans)
        mentions = tuple(replace(mention, kind=target.kind) for mention in moved)
        self.held.put(replace(target, mentions=(*target.mentions, *mentions), confirmed=True))

    def _set_extent(self, entity: Entity, mention: Mention, span: Span, words: str) -> None:
        """Let a mention read these words.

        It stays with its entity, unless that is called what it read before and is found so elsewhere too.
        """
        read, name = self.held.read(mention), " ".join(words.split())
        if folded(entity.name) == read and mention.span != span:
            others = (one for one in entity.mentions if not one.span.overlaps(span))
            if any(self.held.read(one) == read for one in others):
                entity = Entity("", name, entity.kind, ())
            else:
                self.held.take(entity)
                entity = self.held.put(replace(entity, name=name))
        self._put_at(entity, [span])


def _is_longer(mention: Mention, span: Span) -> bool:
    """Whether a person marked more words here."""
    return mention.confirmed and len(mention.span) > len(span)


def _confirmed(mention: Mention) -> Mention:
    return mention if mention.confirmed else replace(mention, confirmed=True)


def _overlaps_any(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span shares a character with one of several that are in order and do not overlap."""
    index = bisect_right(others, span)
    return any(span.overlaps(other) for other in others[max(0, index - 1) : index + 1])
