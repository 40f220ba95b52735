"""The runs of an article's text that names are looked for in: its blocks without the apparatus."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apostil.domain.article import Role

if TYPE_CHECKING:
    from apostil.domain.article import Article


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of one block, where it starts in the article, and its role."""

    text: str
    start: int
    role: Role


def passages(article: Article) -> tuple[Passage, ...]:
    """The blocks that are not apparatus, in order."""
    return tuple(
        Passage(block.span.cut(article.text), block.span.start, block.role)
        for block in article.blocks
        if block.role is not Role.APPARATUS
    )
