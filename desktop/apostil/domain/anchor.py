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
