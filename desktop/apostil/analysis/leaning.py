"""Tells which sentences lean on the one before them: by how they open, as an answer, or inside of a quotation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apostil.analysis.auto.quoting import begun_quoted
from apostil.analysis.opening_rules import rules_of
from apostil.analysis.openings import opening
from apostil.domain.article import Role
from apostil.domain.leaning import Lean, Leaning
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.analysis.auto.reading import Line
    from apostil.domain.article import Article

SHORT = 8
"""An answer of so many words or fewer says little without its question."""

_QUESTION = re.compile(r"[?？؟][\s\"'”»’)\]?？؟!！…]*\Z")
_MARKS = re.compile(r"[\s\"'«“„‘(\[–—-]*")
_SPEAKER = re.compile(rf"[^\W\d_][\w.’' \u00a0\u202f-]{{0,30}}:\s{_MARKS.pattern}")
_DASHES = ("–", "—", "-")
_WORD = re.compile(r"\w+(?:[-’'‑]\w+)*")
_FAR = 20
"""Characters at the end of a sentence in which a question mark is looked for."""


def leanings(
    article: Article, sentences: Sequence[Span], lines: Sequence[Line], language: str
) -> tuple[Leaning | None, ...]:
    """How each sentence leans on what stands before it; None where it stands by itself.

    Args:
        article: what they are sentences of.
        sentences: those that are looked at, in order.
        lines: the same sentences, as they are read.
        language: the language of the article.
    """
    text, begun = article.text, begun_quoted(lines)
    return tuple(
        _opened(text, sentence, language)
        or _answered_heading(article, sentence, language)
        or (_answer(text, sentences[place - 1], sentence, language) if place else None)
        or (Leaning(Lean.QUOTATION, Span(sentence.start, sentence.start)) if begun[place] else None)
        for place, sentence in enumerate(sentences)
    )


def _opened(text: str, sentence: Span, language: str) -> Leaning | None:
    """With words that point back, or with what happened, or was decided, in what was said before it."""
    rules = rules_of(language)
    deed = rules.deed.match(text, sentence.start, sentence.end) if rules else None
    return _by(opening(text, sentence.start, language) or _words(deed))


def _answered_heading(article: Article, sentence: Span, language: str) -> Leaning | None:
    """The heading right above a sentence that answers it; None where there is none, or it asks nothing."""
    place = article.block_at(sentence.start)
    heading = article.blocks[place - 1] if place > 0 else None
    if heading is None or heading.role is not Role.HEADING or sentence.start != article.blocks[place].span.start:
        return None
    return Leaning(Lean.HEADING, heading.span) if _answer(article.text, heading.span, sentence, language) else None


def _answer(text: str, before: Span, sentence: Span, language: str) -> Leaning | None:
    """With what a sentence answers the question before it: all of a short one, or how it opens; None otherwise."""
    if not _asks(text, before) or _asks(text, sentence):
        return None
    start, is_anothers = _turn(text, sentence, language)
    between = text[before.end : sentence.start]
    if between.strip() or not (is_anothers or "\n" in between):
        return None
    if 0 < len(_WORD.findall(text, start, sentence.end)) <= SHORT:
        return Leaning(Lean.ANSWER, Span(start, sentence.end))
    return _by(_agreeing(text, start, sentence.end, language))


def _turn(text: str, sentence: Span, language: str) -> tuple[int, bool]:
    """Where what is said begins, and whether a name or a dash before it says that it is another one who speaks."""
    marks = _MARKS.match(text, sentence.start, sentence.end)
    start = marks.end() if marks else sentence.start
    is_anothers = text.startswith(_DASHES, sentence.start)
    if _agreeing(text, start, sentence.end, language):  # `Yes: he will` begins with no name
        return start, is_anothers
    speaker = _SPEAKER.match(text, start, sentence.end)
    return (speaker.end(), True) if speaker else (start, is_anothers)


def _agreeing(text: str, start: int, end: int, language: str) -> Span | None:
    """The words there that agree or disagree with what was asked."""
    rules = rules_of(language)
    return _words(rules.answer.match(text, start, end) if rules else None)


def _words(found: re.Match[str] | None) -> Span | None:
    return Span(*found.span("words")) if found else None


def _by(opening_words: Span | None) -> Leaning | None:
    return Leaning(Lean.OPENING, opening_words) if opening_words else None


def _asks(text: str, sentence: Span) -> bool:
    return _QUESTION.search(text, max(sentence.start, sentence.end - _FAR), sentence.end) is not None
