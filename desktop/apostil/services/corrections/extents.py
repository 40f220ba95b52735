"""Where a name could begin and end: word by word, within its block."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apostil.domain.spans import Span

if TYPE_CHECKING:
    from apostil.domain.article import Article

_WORD = re.compile(r"\w+(?:[.'’\-‐‑&/]\w+)*")
"""A word as a name has it, with what holds it together; an elided article goes as a word of its own, see `_words`."""

_ELISION = re.compile(r"(?<=\w)['’]")


def moved(article: Article, span: Span, *, start: bool, forward: bool) -> Span:
    """The span with its start, or its end, one word on or back; as it is where there is no word to take or to leave."""
    words = _words(article, span)
    if start:
        places = [word.start for word in words if word.start < span.end]
        return Span(_next(places, span.start, forward=forward), span.end)
    places = [word.end for word in words if word.end > span.start]
    return Span(span.start, _next(places, span.end, forward=forward))


def _next(places: list[int], here: int, *, forward: bool) -> int:
    if forward:
        return min((place for place in places if place > here), default=here)
    return max((place for place in places if place < here), default=here)


def _words(article: Article, span: Span) -> list[Span]:
    """The words of the block that a span lies in; `l’` is one, and what follows it is another."""
    block = article.blocks[article.block_at(span.start)].span
    found: list[Span] = []
    for match in _WORD.finditer(article.text, block.start, block.end):
        begin = match.start()
        for elision in _ELISION.finditer(match.group()):
            cut = match.start() + elision.end()
            found.append(Span(begin, cut))
            begin = cut
        found.append(Span(begin, match.end()))
    return found
