"""Makes an article ready to be written down, in a worker process, so that the window's process only has to write."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from apostil.domain.article import Article, Block, Role
from apostil.domain.provenance import Choice, fingerprint
from apostil.store import search
from apostil.store.encoding import CountedBlock, dump_blocks, roles_key

if TYPE_CHECKING:
    from apostil.domain.article import Source


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article with everything that is counted, folded and hashed of it before it is written. It can be pickled.

    The article itself is needed for its text and metadata alone: `blocks` are its blocks as they are written.
    """

    article: Article
    blocks: str
    words: int
    roles: str
    index: search.Indexed
    text_sha256: str
    sketch: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article on its way into a library, with the source that it came from.

    `source.imported` is when it was extracted. `part` names it where the source holds several articles. `anew` asks
    for another version where the source has given one already.
    """

    source: Source
    data: bytes
    prepared: Prepared
    choice: Choice = Choice.ARTICLE
    part: str = ""
    anew: bool = False


def prepare(article: Article) -> Prepared:
    """Everything about an article that takes a moment to find out."""
    from apostil.store.shingles import prose_of, sketch

    blocks = counted(article)
    return Prepared(
        article=article,
        blocks=dump_blocks(blocks),
        words=total(blocks),
        roles=roles_key(block.role for block in article.blocks),
        index=search.indexed(article.text),
        text_sha256=fingerprint(article.text),
        sketch=sketch(prose_of(article.text, own_words(article))),
    )


def own_words(article: Article) -> list[tuple[int, int]]:
    """Where the blocks of the article lie that are no apparatus."""
    return [(block.span.start, block.span.end) for block in article.blocks if block.role is not Role.APPARATUS]


def counted(article: Article) -> tuple[CountedBlock, ...]:
    """An article's blocks with their numbers of words."""
    return tuple((block, _words(article, block)) for block in article.blocks)


def total(blocks: tuple[CountedBlock, ...]) -> int:
    """The number of words outside the apparatus."""
    return sum(words for block, words in blocks if block.role is not Role.APPARATUS)


def _words(article: Article, block: Block) -> int:
    # Counted as if it were no apparatus, so that it need not be counted again when its role changes.
    span = replace(block.span, start=0, end=len(block.span))
    return Article(block.span.cut(article.text), (Block(span, Role.PARAGRAPH),)).word_count
