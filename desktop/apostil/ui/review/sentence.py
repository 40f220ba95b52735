"""The sentence around a name that is looked at, as rich text with the name marked."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from apostil.ui.theme import Tone

if TYPE_CHECKING:
    from apostil.domain.spans import Span
    from apostil.ui.theme import Theme

CONTEXT = 160
"""Characters of a long sentence that are shown on either side of the name."""


def marked_sentence(text: str, sentence: Span, span: Span, theme: Theme) -> str:
    """The sentence with the name at this span marked, cut where it is long."""
    start = max(min(sentence.start, span.start), span.start - CONTEXT)
    end = min(max(sentence.end, span.end), span.end + CONTEXT)
    before, name, after = (escape(text[a:b]) for a, b in ((start, span.start), (span.start, span.end), (span.end, end)))
    more = "…" if start > sentence.start else ""
    rest = "…" if end < sentence.end else ""
    color, tint = theme.color(Tone.INK).name(), theme.color(Tone.LINE).name()
    return f'{more}{before}<b style="color: {color}; background: {tint}">&nbsp;{name}&nbsp;</b>{after}{rest}'
