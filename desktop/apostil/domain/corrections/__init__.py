"""Applies what a reader says of entities to those that were found.

Corrections are applied in their order, each to what the ones before it left; the same one once more changes nothing.
They go by folded names:
an entity is meant by its canonical name; or by another of its names as long as no one has confirmed the entity, or its
canonical name does not stand in the article at all, so that a correction still holds when a later analysis, or a word
that reaches further, has made its name an alias.
"""

from __future__ import annotations

from apostil.domain.corrections.applying import corrected
from apostil.domain.corrections.words import occurrences, words_of

__all__ = ["corrected", "occurrences", "words_of"]
