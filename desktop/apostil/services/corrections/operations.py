"""What a person can say of a name, how far it can reach, and the edit that it becomes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from apostil.domain.entity import Kind, Scope
from apostil.domain.glossary import plain
from apostil.services.corrections import correcting

if TYPE_CHECKING:
    from collections.abc import Callable

    from apostil.domain.article import ArticleId
    from apostil.domain.entity import Entity
    from apostil.domain.spans import Span
    from apostil.services.corrections.correcting import Correcting
    from apostil.services.corrections.previewing import Preview
    from apostil.store.library import Library


class Operation(StrEnum):
    """The ways to correct a name."""

    CONFIRM = "confirm"
    KIND = "kind"
    EXTENT = "extent"
    NO_NAME = "no name"
    SAME_AS = "same as"
    SPLIT = "split"
    RENAME = "rename"
    MARK = "mark"


_ALL = tuple(Scope)
_BY_WORDS = (Scope.MENTION, Scope.ARTICLE, Scope.LIBRARY, Scope.ALWAYS)
_SCOPES = {
    Operation.CONFIRM: _ALL,
    Operation.KIND: _ALL,
    Operation.EXTENT: _BY_WORDS,
    Operation.NO_NAME: _ALL,
    Operation.SAME_AS: _ALL,
    Operation.SPLIT: _BY_WORDS,
    Operation.RENAME: (Scope.ENTITY, Scope.LIBRARY, Scope.ALWAYS),
    Operation.MARK: _BY_WORDS,
}


@dataclass(frozen=True, slots=True)
class Subject:
    """What is to be corrected: an entity, or one mention of it at `span`, or words that are none yet.

    `words` are those of the mention, and `names` all that the entity goes by, these first.
    """

    article: ArticleId
    name: str
    kind: Kind
    words: str
    names: tuple[str, ...]
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """A correction as a person wants it.

    `words` are those that a wide scope goes by, `text` is the new name or the new extent.
    """

    operation: Operation
    subject: Subject
    scope: Scope
    words: str
    kind: Kind
    text: str = ""


def subject_of(article: ArticleId, text: str, entity: Entity, span: Span | None = None) -> Subject:
    """An entity of this article to be corrected, or one mention of it."""
    words = plain(span.cut(text)) if span else entity.name
    names = tuple(dict.fromkeys((words, entity.name, *entity.aliases)))
    return Subject(article, entity.name, entity.kind, words, names, span)


def selection_of(article: ArticleId, text: str, span: Span) -> Subject:
    """Words that are to be marked."""
    span = span.trimmed(text)
    words = plain(span.cut(text))
    return Subject(article, words, Kind.PERSON, words, (words,), span)


def scopes(operation: Operation, subject: Subject) -> tuple[Scope, ...]:
    """How far an operation can reach, the narrowest first."""
    return tuple(scope for scope in _SCOPES[operation] if subject.span or scope is not Scope.MENTION)


def usual_scope(operation: Operation, subject: Subject) -> Scope:
    """How far an operation reaches unless a person says otherwise."""
    possible = scopes(operation, subject)
    if operation in {Operation.EXTENT, Operation.SPLIT}:
        return possible[0]
    return Scope.ENTITY if Scope.ENTITY in possible else Scope.ARTICLE


def wish(operation: Operation, subject: Subject) -> Wish:
    """An operation as it is proposed first."""
    text = subject.name if operation is Operation.RENAME else subject.words
    return Wish(operation, subject, usual_scope(operation, subject), subject.words, subject.kind, text)


def is_complete(wanted: Wish) -> bool:
    """Whether all that an operation needs to know is said, and is not what is so already."""
    text = plain(wanted.text)
    match wanted.operation:
        case Operation.EXTENT:
            return bool(text) and text != wanted.subject.words
        case Operation.RENAME | Operation.SAME_AS:
            return bool(text) and text != wanted.subject.name
        case Operation.SPLIT:
            return bool(text)
        case Operation.CONFIRM | Operation.KIND | Operation.NO_NAME | Operation.MARK:
            return any(char.isalnum() for char in wanted.words)


def edit_of(library: Library, wanted: Wish) -> Correcting:
    """The edit that makes a wish true."""
    named = wanted.subject
    about = correcting.About(library, named.article, _name(wanted), wanted.scope, named.span)
    return _MAKERS[wanted.operation](about, wanted)


def _name(wanted: Wish) -> str:
    """What a wish goes by: the words that are read or to be marked, those of a wide scope, else the entity."""
    match wanted.operation:
        case Operation.EXTENT | Operation.MARK:
            return wanted.subject.words
        case Operation.RENAME:
            return wanted.subject.name
        case _:
            return wanted.words if wanted.scope in correcting.WIDE else wanted.subject.name


_MAKERS: dict[Operation, Callable[[correcting.About, Wish], Correcting]] = {
    Operation.CONFIRM: lambda about, wish: correcting.confirm(about, wish.kind),
    Operation.KIND: lambda about, wish: correcting.other_kind(about, wish.kind),
    Operation.EXTENT: lambda about, wish: correcting.other_extent(about, wish.text),
    Operation.NO_NAME: lambda about, _: correcting.not_an_entity(about),
    Operation.SAME_AS: lambda about, wish: correcting.same_as(about, wish.text),
    Operation.SPLIT: lambda about, wish: correcting.split(about, wish.text),
    Operation.RENAME: lambda about, wish: correcting.rename(about, wish.text),
    Operation.MARK: lambda about, wish: correcting.mark_entity(about, wish.kind),
}
"""How each operation becomes an edit."""


def counted(library: Library, wanted: Wish, stopped: Callable[[], bool]) -> tuple[Correcting, Preview]:
    """The edit that makes a wish true, and what it would change. For a background thread.

    Raises:
        CancelledError: as soon as it has `stopped`.
    """
    from apostil.services.corrections import previewing

    edit = edit_of(library, wanted)
    return edit, previewing.preview(library, wanted.subject.article, edit, stopped)


def here(wanted: Wish) -> Wish:
    """The same wish about the one mention alone."""
    return replace(wanted, scope=Scope.MENTION)
