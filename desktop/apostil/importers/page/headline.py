"""The headline of a web page, and its place on top of the article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from apostil.domain.article import Piece, Role
from apostil.importers.lexicon import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_TOP = 8


class _Heading(Protocol):
    def itertext(self) -> Iterable[str]: ...


class Tree(Protocol):
    """What is needed of a parsed page, as lxml has it."""

    def iter(self, tag: str) -> Iterator[_Heading]:
        """The elements of this name."""
        ...


def headline_of(tree: Tree, title: str) -> str:
    """The page's one first-level heading, or the one that its title names, or the title."""
    headings = [" ".join(" ".join(heading.itertext()).split()) for heading in tree.iter("h1")]
    headings = [heading for heading in headings if heading]
    named = [heading for heading in headings if folded(heading) in folded(title) or folded(title) in folded(heading)]
    if title and named:
        return named[0]
    return title or (headings[0] if len(headings) == 1 else "")


def headed(pieces: Sequence[Piece], headline: str) -> tuple[Piece, ...]:
    """The pieces with the headline on top: where it stands already, or put there."""
    for index, piece in enumerate(pieces[:_TOP]):
        if headline and folded(piece.text) == folded(headline):
            rest = (*pieces[:index], *pieces[index + 1 :])
            return (Piece(piece.text, Role.HEADLINE, 1), *rest)
    return (Piece(headline, Role.HEADLINE, 1), *pieces) if headline else tuple(pieces)
