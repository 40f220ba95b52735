"""What finds an annotation's place again: position, exact quotation, and the words around it."""

from __future__ import annotations

from dataclasses import dataclass

from apostil.domain.spans import Span

CONTEXT = 32
"""Code points of prefix and suffix, as Hypothesis's clients keep them."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A span with its quotation and its context."""

    span: Span
    exact: str
    prefix: str = ""
    suffix: str = ""


def anchor_at(text: str, span: Span) -> Anchor:
    """The anchor of a span of this text."""
    return Anchor(
        span,
        span.cut(text),
        text[max(0, span.start - CONTEXT) : span.start],
        text[span.end : span.end + CONTEXT],
    )


def locate(anchor: Anchor, text: str) -> Span | None:
    """The place of the anchor in this text: where it was, or the exact quotation with the most of its context.

    Of several places with equally much context the nearest to the old one wins. None where the quotation is
    nowhere to be found.
    """
    if anchor.exact and anchor.span.cut(text) == anchor.exact:
        return anchor.span
    places = _occurrences(text, anchor.exact)
    if not places:
        return None
    best = max(places, key=lambda start: (_context(anchor, text, start), -abs(start - anchor.span.start)))
    return Span(best, best + len(anchor.exact))


def _occurrences(text: str, words: str) -> list[int]:
    places = []
    start = text.find(words) if words else -1
    while start >= 0:
        places.append(start)
        start = text.find(words, start + 1)
    return places


def _context(anchor: Anchor, text: str, start: int) -> int:
    end = start + len(anchor.exact)
    before = text[max(0, start - len(anchor.prefix)) : start]
    after = text[end : end + len(anchor.suffix)]
    return _common(anchor.prefix[::-1], before[::-1]) + _common(anchor.suffix, after)


def _common(one: str, other: str) -> int:
    for index, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return index
    return min(len(one), len(other))
