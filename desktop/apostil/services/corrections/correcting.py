"""Taking a reader's corrections of the entities that were found: each as the edit that makes it, as far as it reaches.

A correction of a mention, an entity or an article is one of the article; one of the library holds in every article of
it; one that holds always is an entry of the glossary. The more particular word comes later, and wins.
"""

from __future__ import annotations

from textwrap import shorten
from typing import TYPE_CHECKING

from apostil.domain import corrections
from apostil.domain.edits import CorrectionsEdit, GlossaryEdit, LibraryCorrectionsEdit
from apostil.domain.entity import (
    Confirmed,
    Kind,
    MarkedEntity,
    NotAnEntity,
    OtherExtent,
    OtherKind,
    Renamed,
    SameAs,
    Scope,
    Split,
    fold,
)
from apostil.domain.glossary import GlossaryEntry, plain, together

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.domain.article import Article, ArticleId
    from apostil.domain.entity import Correction, Entity
    from apostil.domain.spans import Span
    from apostil.store.library import Library

Correcting = CorrectionsEdit | LibraryCorrectionsEdit | GlossaryEdit
"""What a correction becomes, by its scope."""

_WHERE = {
    Scope.MENTION: "",
    Scope.ENTITY: "",
    Scope.ARTICLE: " in the article",
    Scope.LIBRARY: " in the library",
    Scope.ALWAYS: " always",
}


def corrected(article: Article, found: tuple[Entity, ...], made: tuple[Correction, ...]) -> tuple[Entity, ...]:
    """The entities with their reader's corrections applied, in order."""
    return corrections.corrected(article, found, made) if made else found


def entities_of(library: Library, article_id: ArticleId) -> tuple[Entity, ...]:
    """The entities of an article after everything that is in force; none where it was not analysed yet."""
    analysis = library.analysis(article_id)
    if analysis is None:
        return ()
    return corrected(library.article(article_id), analysis.entities, library.effective(article_id))


def other_kind(
    library: Library,
    article_id: ArticleId,
    name: str,
    kind: Kind,
    scope: Scope = Scope.ENTITY,
    span: Span | None = None,
) -> Correcting:
    """What goes by this name is of this kind: a mention, the entity, or these words wherever they stand."""
    label = f"Change kind of {_whom(name, scope)} to {_called(kind)}"
    if scope is Scope.MENTION:
        return _edit(library, article_id, label, [OtherKind(name, kind, _there(span))], scope)
    if scope is Scope.ENTITY:
        return _edit(library, article_id, label, [OtherKind(name, kind)], scope)
    return _edit(library, article_id, label, [MarkedEntity(name, kind)], scope, [GlossaryEntry(name, kind)])


def confirm(
    library: Library,
    article_id: ArticleId,
    name: str,
    kind: Kind,
    scope: Scope = Scope.ENTITY,
    span: Span | None = None,
) -> Correcting:
    """What was guessed for this name is right."""
    label = f"Confirm {_whom(name, scope)} as {_called(kind)}"
    if scope is Scope.MENTION:
        return _edit(library, article_id, label, [Confirmed(name, _there(span), kind)], scope)
    if scope is Scope.ENTITY:
        return _edit(library, article_id, label, [Confirmed(name, None, kind)], scope)
    return _edit(library, article_id, label, [MarkedEntity(name, kind)], scope, [GlossaryEntry(name, kind)])


def not_an_entity(
    library: Library, article_id: ArticleId, name: str, span: Span | None = None, scope: Scope | None = None
) -> Correcting:
    """Nothing under this name is an entity; of a mention, where a span and no other scope is given."""
    scope = scope or (Scope.ENTITY if span is None else Scope.MENTION)
    label = f"Remove {_whom(name, scope)}" if scope is Scope.MENTION else f"Remove entity {name}"
    if scope is Scope.MENTION:
        return _edit(library, article_id, label, [NotAnEntity(name, _there(span))], scope)
    if scope is Scope.ENTITY:
        return _edit(library, article_id, label, [NotAnEntity(name)], scope)
    return _edit(library, article_id, label, [NotAnEntity(name, everywhere=True)], scope, [GlossaryEntry(name, None)])


def other_extent(
    library: Library,
    article_id: ArticleId,
    name: str,
    words: str,
    scope: Scope = Scope.ARTICLE,
    span: Span | None = None,
) -> Correcting:
    """What is found as `name` should be `words`, which stand in it or around it."""
    words = plain(words)
    label = f"Change words of {_whom(name, scope)} to {_short(words)}"
    said = OtherExtent(name, words, _there(span) if scope is Scope.MENTION else None)
    entries: list[GlossaryEntry] = []
    if scope is Scope.ALWAYS:
        # What is cut must first be no name in its length.
        cut = [GlossaryEntry(name, None)] if len(words) < len(name) else []
        entries = [*cut, GlossaryEntry(words, _kind_of(library, article_id, name))]
    return _edit(library, article_id, label, [said], scope, entries)


def same_as(
    library: Library,
    article_id: ArticleId,
    name: str,
    canonical: str,
    scope: Scope = Scope.ENTITY,
    span: Span | None = None,
) -> Correcting:
    """The entity of the first name is that of the second."""
    said = SameAs(name, canonical, _there(span) if scope is Scope.MENTION else None)
    label = f"Join {_whom(name, scope)} with {canonical}"
    return _edit(library, article_id, label, [said], scope, _naming(library, article_id, name, canonical, scope))


def split(
    library: Library,
    article_id: ArticleId,
    name: str,
    own: str,
    scope: Scope = Scope.ENTITY,
    span: Span | None = None,
) -> Correcting:
    """What goes by this name, beside others of its entity, is an entity of its own."""
    said = Split(name, plain(own), _there(span) if scope is Scope.MENTION else None)
    label = f"Split {_whom(name, scope)} off as {plain(own)}"
    return _edit(library, article_id, label, [said], scope, _naming(library, article_id, name, own, scope))


def rename(
    library: Library, article_id: ArticleId, name: str, canonical: str, scope: Scope = Scope.ENTITY
) -> Correcting:
    """The entity of the first name is called by the second."""
    label = f"Rename {name} to {plain(canonical)}"
    said = Renamed(name, plain(canonical))
    return _edit(library, article_id, label, [said], scope, _naming(library, article_id, name, canonical, scope))


def mark_entity(
    library: Library,
    article_id: ArticleId,
    words: str,
    kind: Kind,
    scope: Scope = Scope.ARTICLE,
    span: Span | None = None,
) -> Correcting:
    """Every occurrence of these words names an entity of this kind; of a mention, those at the span alone.

    Where they stand in a longer name, that stays, but at the span: there a person has seen it.
    """
    words = plain(words)
    label, entry = f"Mark {_short(words)} as {_called(kind)}", GlossaryEntry(words, kind)
    if scope is Scope.MENTION:
        return _edit(library, article_id, label, [MarkedEntity(words, kind, _there(span))], scope)
    here = [MarkedEntity(words, kind, span)] if span and _is_in_longer(library, article_id, span) else []
    # That every occurrence in an article is marked is what has always been offered, and needs no word.
    where = "" if scope is Scope.ARTICLE else _WHERE[scope]
    return _edit(library, article_id, label, [MarkedEntity(words, kind), *here], scope, [entry], where)


def _whom(name: str, scope: Scope) -> str:
    return f"a mention of {name}" if scope is Scope.MENTION else name


def _called(kind: Kind) -> str:
    """What the interface calls a kind."""
    return {Kind.ORGANIZATION: "organisation", Kind.LOCATION: "place"}.get(kind, str(kind))


def _short(words: str) -> str:
    return shorten(words, 40, placeholder="…")


def _there(span: Span | None) -> Span:
    if span is None:
        raise ValueError("a correction of one mention says where that is")
    return span


def _naming(library: Library, article_id: ArticleId, name: str, canonical: str, scope: Scope) -> list[GlossaryEntry]:
    """The entry that gives a name its canonical one, where that is to hold always."""
    if scope is not Scope.ALWAYS:
        return []
    return [GlossaryEntry(name, _kind_of(library, article_id, name), canonical=plain(canonical))]


def _is_in_longer(library: Library, article_id: ArticleId, span: Span) -> bool:
    mentions = (mention.span for entity in entities_of(library, article_id) for mention in entity.mentions)
    return any(mention != span and mention.covers(span) for mention in mentions)


def _kind_of(library: Library, article_id: ArticleId, name: str) -> Kind:
    """What goes by this name in the article, by its canonical name first."""
    key = fold(name)
    found = entities_of(library, article_id)
    named = [entity.kind for entity in found if fold(entity.name) == key]
    named += [entity.kind for entity in found if key in map(fold, entity.aliases)]
    return named[0] if named else Kind.PERSON


def _edit(
    library: Library,
    article_id: ArticleId,
    label: str,
    said: Sequence[Correction],
    scope: Scope,
    entries: Sequence[GlossaryEntry] = (),
    where: str | None = None,
) -> Correcting:
    label += _WHERE[scope] if where is None else where
    if scope is Scope.ALWAYS:
        listed = library.glossary().entries
        return GlossaryEdit(label, listed, together(listed, entries))
    if scope is Scope.LIBRARY:
        rules = library.rules()
        return LibraryCorrectionsEdit(label, rules, _later(rules, said))
    before = library.corrections(article_id)
    return CorrectionsEdit(label, article_id, before, _later(before, said))


def _later(before: tuple[Correction, ...], said: Sequence[Correction]) -> tuple[Correction, ...]:
    """Corrections with these after them, without those that they make pointless."""
    kept = tuple(one for one in before if not any(_replaces(later, one) for later in said))
    return (*kept, *said)


def _replaces(later: Correction, earlier: Correction) -> bool:
    """Whether the later correction makes the earlier one pointless: the same, or another word on the same question."""
    question = _question(later)
    return later == earlier or (question is not None and question == _question(earlier))


def _question(correction: Correction) -> tuple[str, object] | None:
    """What a correction gives the one answer to, if it does."""
    span = getattr(correction, "span", None)
    match correction:
        case Confirmed(_, _, None):
            return None
        case OtherKind(name) | MarkedEntity(name) | NotAnEntity(name) | Confirmed(name) if span:
            return "what is there", span
        case OtherKind(name) | Confirmed(name):
            return "of which kind it is", fold(name)
        case MarkedEntity(name) | NotAnEntity(name, None, True):
            return "what these words name", plain(name)
    # Who it is, and what it reads, are questions of their own.
    return (type(correction).__name__, span) if span else None
