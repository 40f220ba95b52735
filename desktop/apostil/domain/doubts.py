"""How sure a program is of what it found, and what is left when a reader wants to see the surer half only."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apostil.domain.entity import Entity, Mention


def is_guess(entity: Entity, mention: Mention) -> bool:
    """Whether nobody stands behind this mention but a program."""
    return not (entity.confirmed or mention.confirmed)


def sure_enough(entities: Iterable[Entity], least: float) -> tuple[Entity, ...]:
    """The entities with their mentions that a person confirmed, or that a program is at least so sure of.

    What has no such mention is not among them.
    """
    if least <= 0:
        return tuple(entities)
    return tuple(one for entity in entities if (one := _trimmed(entity, least)).mentions)


def count_mentions(entities: Iterable[Entity]) -> int:
    """How many mentions these entities have together."""
    return sum(len(entity.mentions) for entity in entities)


def _trimmed(entity: Entity, least: float) -> Entity:
    kept = tuple(one for one in entity.mentions if one.confidence >= least or not is_guess(entity, one))
    return entity if len(kept) == len(entity.mentions) else replace(entity, mentions=kept)
