"""Where the caret goes: by character, word, sentence and block, over the text alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QTextBoundaryFinder

from apostil.domain.spans import Span
from apostil.ui.reader.offsets import Units

if TYPE_CHECKING:
    from collections.abc import Sequence

_ELISION = r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu)['’](?=\w)"
_WORD = re.compile(rf"\b{_ELISION}|\w+(?:['’\-‐‑]\w+)*", re.IGNORECASE)
_LETTER = re.compile(r"\w")
_WINDOW = 200
"""Characters that are looked at to find a boundary."""


@dataclass(frozen=True, slots=True)
class Stops:
    """The spans of a text in which the caret can stand, in order."""

    text: str
    spans: Sequence[Span]

    def index(self, position: int) -> int:
        """The span that holds this position, or the last one before it."""
        return max(0, bisect_right(self.spans, position, key=lambda span: span.start) - 1)

    def snap(self, position: int) -> int:
        """The nearest position at which the caret can stand."""
        if not self.spans:
            return 0
        index = self.index(position)
        span = self.spans[index]
        if span.start <= position <= span.end:
            return position
        if position < span.start or index + 1 == len(self.spans):
            return span.start if position < span.start else span.end
        after = self.spans[index + 1].start
        return span.end if position - span.end <= after - position else after

    def character(self, position: int, *, forward: bool) -> int:
        """One character on, as a reader counts them."""
        span = self.spans[self.index(position)]
        if forward:
            if position >= span.end:
                return self._next(position)
            return min(span.end, position + _character_after(self.text[position : min(span.end, position + _WINDOW)]))
        if position <= span.start:
            return self._previous(position)
        return max(span.start, position - _character_before(self.text[max(span.start, position - _WINDOW) : position]))

    def word(self, position: int, *, forward: bool) -> int:
        """The start of the next word, or of the one before."""
        span = self.spans[self.index(position)]
        if forward:
            starts = (m.start() for m in _WORD.finditer(self.text, position, span.end) if m.start() > position)
            found = next(starts, span.end)
            return self._next(position) if position >= span.end else found
        if position <= span.start:
            return self._previous(position)
        window = max(span.start, position - _WINDOW)
        return max((m.start() for m in _WORD.finditer(self.text, window, position)), default=window)

    def word_end(self, position: int, *, forward: bool) -> int:
        """The end of the next word, or of the one before this position."""
        if not forward:
            start = self.word(self.word(position, forward=False), forward=False)
        else:
            found = _LETTER.search(self.text, position, self.whole().end)
            start = found.start() if found else position
        return word_at(self.text, start, self.spans[self.index(start)]).end

    def block(self, position: int, *, forward: bool) -> int:
        """The start of the next block, or of this one, or of the one before."""
        index = self.index(position)
        if forward:
            return self.spans[index + 1].start if index + 1 < len(self.spans) else self.spans[index].end
        if position > self.spans[index].start:
            return self.spans[index].start
        return self.spans[max(0, index - 1)].start

    def whole(self) -> Span:
        """Everything from the first stop to the last."""
        return Span(self.spans[0].start, self.spans[-1].end)

    def _next(self, position: int) -> int:
        index = self.index(position) + 1
        return self.spans[index].start if index < len(self.spans) else position

    def _previous(self, position: int) -> int:
        index = self.index(position) - 1
        return self.spans[index].end if index >= 0 else position


def _character_after(words: str) -> int:
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, words)
    return max(1, Units(words).position(max(0, finder.toNextBoundary())))


def _character_before(words: str) -> int:
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, words)
    finder.toEnd()
    return max(1, len(words) - Units(words).position(max(0, finder.toPreviousBoundary())))


def word_at(text: str, position: int, within: Span) -> Span:
    """The word at this position, without what is elided before it; the character where there is no word."""
    start = max(within.start, position - _WINDOW)
    stop = min(within.end, position + _WINDOW)
    for match in _WORD.finditer(text, start, stop):
        if match.start() <= position < match.end() or position == match.end() == within.end:
            return Span(match.start(), match.end())
        if match.start() > position:
            break
    return Span(min(position, within.end), min(position + 1, within.end))


def whole_words(text: str, anchor: int, caret: int) -> tuple[int, int]:
    """Both ends of a selection moved out to the ends of the words they lie in, and in from the spaces beside them.

    Within one word they stay.
    """
    start, end = min(anchor, caret), max(anchor, caret)
    if start == end or end <= _around(text, start).end:
        return anchor, caret
    start, end = _around(text, start).start, _around(text, end, before=True).end
    words = text[start:end]
    start, end = end - len(words.lstrip()), start + len(words.rstrip())
    if start >= end:
        return anchor, caret
    return (start, end) if anchor < caret else (end, start)


def whole_word_end(text: str, origin: int, position: int, *, start: bool) -> int:
    """The place of a mark's end, dragged here from its origin, moved out to the end of the word that it would cut.

    Within the word that it began in it stays.
    """
    if position == origin or min(position, origin) >= _around(text, max(position, origin), before=True).start:
        return position
    return _around(text, position).start if start else _around(text, position, before=True).end


def _around(text: str, position: int, *, before: bool = False) -> Span:
    """The word after this position, or around it, or with `before` the one that ends here; else the bare place."""
    inner = position - 1 if before else position
    word = word_at(text, max(0, inner), Span(0, len(text)))
    is_word = _LETTER.match(text, word.start) is not None and word.start <= position <= word.end
    return word if is_word else Span(position, position)


def sentence_at(sentences: Sequence[Span], position: int) -> int | None:
    """The index of the sentence that holds this position, or of the last one that starts before it."""
    index = bisect_right(sentences, position, key=lambda span: span.start) - 1
    return index if index >= 0 else None


def step_sentence(sentences: Sequence[Span], selection: Span, *, forward: bool) -> Span | None:
    """The sentence to select next: the one around the selection first, then its neighbour."""
    if not sentences:
        return None
    index = sentence_at(sentences, selection.start)
    if index is None:
        return sentences[0]
    current = sentences[index]
    if selection == current:
        index += 1 if forward else -1
        return sentences[min(max(index, 0), len(sentences) - 1)]
    if selection.start >= current.end and forward:
        return sentences[min(index + 1, len(sentences) - 1)]
    return current
