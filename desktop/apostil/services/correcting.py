"""Taking a reader's corrections of the entities that were found."""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from apostil.domain import corrections
from apostil.domain.edits import CorrectionsEdit
from apostil.domain.entity import Kind, MarkedEntity, NotAnEntity, OtherKind, SameAs, fold

if TYPE_CHECKING:
    from apostil.domain.article import Article, ArticleId
    from apostil.domain.entity import Correction, Entity
    from apostil.domain.spans import Span
    from apostil.store.library import Library


def corrected(article: Article, found: tuple[Entity, ...], made: tuple[Correction, ...]) -> tuple[Entity, ...]:
    """The entities with their reader's corrections applied, in order; fast enough for the window's thread."""
    return corrections.corrected(article, found, made) if made else found


def other_kind(library: Library, article_id: ArticleId, name: str, kind: Kind) -> CorrectionsEdit:
    """Every mention under this name is of this kind."""
    return _edit(library, article_id, f"Change kind of {name} to {_called(kind)}", OtherKind(name, kind))


def confirm(library: Library, article_id: ArticleId, name: str, kind: Kind) -> CorrectionsEdit:
    """The kind that was guessed for this name is right."""
    return _edit(library, article_id, f"Confirm {name} as {_called(kind)}", OtherKind(name, kind))


def not_an_entity(library: Library, article_id: ArticleId, name: str, span: Span | None = None) -> CorrectionsEdit:
    """Nothing under this name is an entity; with a span, only the mention there is none."""
    label = f"Remove entity {name}" if span is None else f"Remove a mention of {name}"
    return _edit(library, article_id, label, NotAnEntity(name, span))


def same_as(library: Library, article_id: ArticleId, name: str, canonical: str) -> CorrectionsEdit:
    """The entity of the first name is that of the second."""
    return _edit(library, article_id, f"Join {name} with {canonical}", SameAs(name, canonical))


def mark_entity(library: Library, article_id: ArticleId, words: str, kind: Kind) -> CorrectionsEdit:
    """Every occurrence of these words names an entity of this kind."""
    words = " ".join(words.split())
    return _edit(
        library, article_id, f"Mark {shorten(words, 40, placeholder='…')} as {_called(kind)}", MarkedEntity(words, kind)
    )


def _called(kind: Kind) -> str:
    """What the interface calls a kind."""
    return {Kind.ORGANIZATION: "organisation", Kind.LOCATION: "place"}.get(kind, str(kind))


def _edit(library: Library, article_id: ArticleId, label: str, correction: Correction) -> CorrectionsEdit:
    before = library.corrections(article_id)
    kept = tuple(earlier for earlier in before if not _replaces(correction, earlier))
    return CorrectionsEdit(label, article_id, before, (*kept, correction))


def _replaces(later: Correction, earlier: Correction) -> bool:
    """Whether the later correction makes the earlier one pointless: the same of the same name, or another kind."""
    if isinstance(later, OtherKind) and isinstance(earlier, OtherKind):
        return fold(later.name) == fold(earlier.name)
    return later == earlier
