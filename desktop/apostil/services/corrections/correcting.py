"""Taking a reader's corrections of the entities that were found: each as the edit that makes it, as far as it reaches.

A correction of a mention, an entity or an article is one of the article; one of the library holds in every article of
it; one that holds always is an entry of the glossary. The more particular word comes later, and wins.
"""

from __future__ import annotations

from dataclasses import dataclass
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

WIDE = frozenset({Scope.ARTICLE, Scope.LIBRARY, Scope.ALWAYS})
"""The scopes that go by words, whichever entity these are of."""

_WHERE = {
    Scope.MENTION: "",
    Scope.ENTITY: "",
    Scope.ARTICLE: " in the article",
    Scope.LIBRARY: " in the library",
    Scope.ALWAYS: " always",
}


@dataclass(frozen=True, slots=True)
class About:
    """What a correction is about: the name in this article, as far as the scope reaches.

    None: as far as the operation usually does. `span` is where the name stands, for a correction of that place.
    """

    library: Library
    article_id: ArticleId
    name: str
    scope: Scope | None = None
    span: Span | None = None

    def reach(self, usual: Scope) -> Scope:
        """How far a correction reaches that usually reaches so far."""
        return self.scope or usual

    def place(self, scope: Scope) -> Span | None:
        """The one place that a correction of this scope is of, if it is of one mention.

        Raises:
            ValueError: where that place was not given.
        """
        if scope is not Scope.MENTION:
            return None
        if self.span is None:
            raise ValueError("a correction of one mention says where that is")
        return self.span


def corrected(article: Article, found: tuple[Entity, ...], made: tuple[Correction, ...]) -> tuple[Entity, ...]:
    """The entities with their reader's corrections applied, in order."""
    return corrections.corrected(article, found, made) if made else found


def entities_of(library: Library, article_id: ArticleId) -> tuple[Entity, ...]:
    """The entities of an article after everything that is in force; none where it was not analysed yet."""
    analysis = library.analysis(article_id)
    if analysis is None:
        return ()
    return corrected(library.article(article_id), analysis.entities, library.effective(article_id))


def other_kind(about: About, kind: Kind) -> Correcting:
    """What goes by this name is of this kind: a mention, the entity, or these words wherever they stand."""
    name, scope = about.name, about.reach(Scope.ENTITY)
    label = f"Change kind of {_whom(name, scope)} to {_called(kind)}"
    said = MarkedEntity(name, kind) if scope in WIDE else OtherKind(name, kind, about.place(scope))
    return _edit(about, scope, label, [said], [GlossaryEntry(name, kind)])


def confirm(about: About, kind: Kind) -> Correcting:
    """What was guessed for this name is right."""
    name, scope = about.name, about.reach(Scope.ENTITY)
    label = f"Confirm {_whom(name, scope)} as {_called(kind)}"
    said = MarkedEntity(name, kind) if scope in WIDE else Confirmed(name, about.place(scope), kind)
    return _edit(about, scope, label, [said], [GlossaryEntry(name, kind)])


def not_an_entity(about: About) -> Correcting:
    """Nothing under this name is an entity; where a span is given, usually that mention alone is none."""
    name, scope = about.name, about.reach(Scope.ENTITY if about.span is None else Scope.MENTION)
    label = f"Remove {_whom(name, scope)}" if scope is Scope.MENTION else f"Remove entity {name}"
    said = NotAnEntity(name, about.place(scope), everywhere=scope in WIDE)
    return _edit(about, scope, label, [said], [GlossaryEntry(name, None)])


def other_extent(about: About, words: str) -> Correcting:
    """What is found as this name should be `words`, which stand in it or around it."""
    name, scope, words = about.name, about.reach(Scope.ARTICLE), plain(words)
    label = f"Change words of {_whom(name, scope)} to {_short(words)}"
    entries: list[GlossaryEntry] = []
    if scope is Scope.ALWAYS:
        # What is cut must first be no name in its length.
        cut = [GlossaryEntry(name, None)] if len(words) < len(name) else []
        entries = [*cut, GlossaryEntry(words, _kind_of(about))]
    return _edit(about, scope, label, [OtherExtent(name, words, about.place(scope))], entries)


def same_as(about: About, canonical: str) -> Correcting:
    """The entity of this name is that of the other one."""
    name, scope = about.name, about.reach(Scope.ENTITY)
    label = f"Join {_whom(name, scope)} with {canonical}"
    said = SameAs(name, canonical, about.place(scope))
    return _edit(about, scope, label, [said], _naming(about, scope, canonical))


def split(about: About, own: str) -> Correcting:
    """What goes by this name, beside others of its entity, is an entity of its own."""
    name, scope = about.name, about.reach(Scope.ENTITY)
    label = f"Split {_whom(name, scope)} off as {plain(own)}"
    said = Split(name, plain(own), about.place(scope))
    return _edit(about, scope, label, [said], _naming(about, scope, own))


def rename(about: About, canonical: str) -> Correcting:
    """The entity of this name is called by the other one."""
    name, scope = about.name, about.reach(Scope.ENTITY)
    label = f"Rename {name} to {plain(canonical)}"
    return _edit(about, scope, label, [Renamed(name, plain(canonical))], _naming(about, scope, canonical))


def mark_entity(about: About, kind: Kind) -> Correcting:
    """Every occurrence of these words names an entity of this kind; of a mention, those at the span alone.

    Where they stand in a longer name, that stays, but at the span: there a person has seen it.
    """
    words, scope, span = plain(about.name), about.reach(Scope.ARTICLE), about.span
    said = [MarkedEntity(words, kind, about.place(scope))]
    if scope is not Scope.MENTION and span and _is_in_longer(about, span):
        said.append(MarkedEntity(words, kind, span))
    # That every occurrence in an article is marked is what has always been offered, and needs no word.
    where = "" if scope is Scope.ARTICLE else _WHERE[scope]
    label = f"Mark {_short(words)} as {_called(kind)}"
    return _edit(about, scope, label, said, [GlossaryEntry(words, kind)], where)


def _whom(name: str, scope: Scope) -> str:
    return f"a mention of {name}" if scope is Scope.MENTION else name


def _called(kind: Kind) -> str:
    """What the interface calls a kind."""
    return {Kind.ORGANIZATION: "organisation", Kind.LOCATION: "place"}.get(kind, str(kind))


def _short(words: str) -> str:
    return shorten(words, 40, placeholder="…")


def _naming(about: About, scope: Scope, canonical: str) -> list[GlossaryEntry]:
    """The entry that gives a name its canonical one, where that is to hold always."""
    if scope is not Scope.ALWAYS:
        return []
    return [GlossaryEntry(about.name, _kind_of(about), canonical=plain(canonical))]


def _is_in_longer(about: About, span: Span) -> bool:
    found = entities_of(about.library, about.article_id)
    mentions = (mention.span for entity in found for mention in entity.mentions)
    return any(mention != span and mention.covers(span) for mention in mentions)


def _kind_of(about: About) -> Kind:
    """What goes by this name in the article, by its canonical name first."""
    key = fold(about.name)
    found = entities_of(about.library, about.article_id)
    named = [entity.kind for entity in found if fold(entity.name) == key]
    named += [entity.kind for entity in found if key in map(fold, entity.aliases)]
    return named[0] if named else Kind.PERSON


def _edit(
    about: About,
    scope: Scope,
    label: str,
    said: Sequence[Correction],
    entries: Sequence[GlossaryEntry] = (),
    where: str | None = None,
) -> Correcting:
    library = about.library
    label += _WHERE[scope] if where is None else where
    if scope is Scope.ALWAYS:
        listed = library.glossary().entries
        return GlossaryEdit(label, listed, together(listed, entries))
    if scope is Scope.LIBRARY:
        rules = library.rules()
        return LibraryCorrectionsEdit(label, rules, _later(rules, said))
    before = library.corrections(about.article_id)
    return CorrectionsEdit(label, about.article_id, before, _later(before, said))


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
