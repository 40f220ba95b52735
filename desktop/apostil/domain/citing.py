"""Says where words stand in a way that can be cited: page, time and paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apostil.domain.article import Article, Block
    from apostil.domain.place import Place
    from apostil.domain.spans import Span

FIXED = "\u00a0"
"""The space that does not break."""


def cited(article: Article, span: Span) -> str:
    """Page, time and paragraphs of these words, as “p. 3, ¶ 12”; empty where none of them is known."""
    return ", ".join(filter(None, (source_place(article, span), paragraphs(article, span))))


def paragraphs(article: Article, span: Span) -> str:
    """The number of the paragraph, or of the first and the last; empty where the first block has none."""
    first, last = article.paragraph_number(span.start), article.paragraph_number(_last(span))
    return f"¶{FIXED}{_range(first, last)}" if first else ""


def source_place(article: Article, span: Span) -> str:
    """The page of the source, or the moment of the recording, where these words stand; empty where it has neither."""
    if not article.blocks:
        return ""
    first, last = (article.blocks[article.block_at(end)] for end in (span.start, _last(span)))
    if first.place.page:
        return _pages(_pages_in(first, span)[0], _pages_in(last, span)[1])
    return moment(first.place.times[0]) if first.place.times else ""


def place_label(place: Place) -> str:
    """The page or the time at which a block begins, for a margin; empty where it has neither."""
    if place.page:
        return _pages(place.page, place.page)
    return moment(place.times[0]) if place.times else ""


def moment(seconds: float) -> str:
    """A moment of a recording in hours, minutes and seconds."""
    whole = max(0, int(seconds))
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}"


def page_count(article: Article) -> int:
    """The number of the last page that holds something of the article; 0 where there are no pages."""
    return max((box.page for block in article.blocks for box in block.place.boxes), default=0)


def _pages_in(block: Block, span: Span) -> tuple[int, int]:
    """The first and the last page of those of these words that stand in the block."""
    start = max(span.start, block.span.start)
    return block.place.pages(start - block.span.start, min(span.end, block.span.end) - block.span.start)


def _pages(first: int, last: int) -> str:
    return f"pp.{FIXED}{first}–{last}" if last > first else f"p.{FIXED}{first}"


def _range(first: int, last: int) -> str:
    return f"{first}–{last}" if last > first else str(first)


def _last(span: Span) -> int:
    return max(span.start, span.end - 1)
