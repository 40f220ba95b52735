"""Splits the prose of an article into sentences.

Every mark that may end a sentence is looked at once, with a little of what stands around it, so that the time it
takes grows with the text alone; `sentence_ends` decides. Where lines are set as lines, they end sentences too.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from apostil.analysis.language import language_within
from apostil.analysis.learned import learned
from apostil.analysis.sentence_ends import Ends, Mark, ends
from apostil.analysis.sentence_lines import openings
from apostil.domain.entity import fold
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apostil.domain.article import Article

_PLAIN = (("\u00a0", " "), ("\u202f", " "), ("\u2009", " "), ("’", "'"), ("ʼ", "'"))
"""Spaces that do not break, and curved apostrophes; each keeps its length. (`str.translate` takes far longer.)"""

_CLOSING = r"[\"'”»)\]}]"
_SMILE = r"[:;=]['-]?[()DPp](?=\s|\Z)"
_NOTE = r"\s?\[(?:\d{1,3}|[^\W\d_][\w ]{1,30})\]"
_MARK = re.compile(
    rf"""(?:
    (?P<run>[.?!…]++(?:[ ]\.(?=\s|{_CLOSING}|\Z))*+)
    (?P<closing>(?:{_CLOSING}++|“(?=\s|\Z)|{_NOTE}|\s++(?={_CLOSING}++(?:[\s.,;:!?…]|\Z)))*+(?:\s?{_SMILE})?)
    | (?<!\S)(?P<row>{_SMILE}|[*=~]{{3,}}+(?=\s|\Z)|_{{10,}}+(?=\s|\Z)|(?:https?://|www\.)[^\s<>"]*[\w/=])
    )
    (?P<gap>\s*+)""",
    re.VERBOSE,
)
_AHEAD, _BACK = 40, 60
"""Characters that are looked at on either side of a mark."""

_BETWEEN = " \t\n([{«“\"'‘’–—-*•,;:%&/.?!…"
_OWN_PERIOD = re.compile(r"\.(?: \.){3}")
_LETTER = re.compile(r"[^\W\d_]")


def split(article: Article, language: str) -> tuple[Span, ...]:
    """The sentences of the article in order: trimmed spans, each inside one prose block.

    Together they hold every character of prose that is not white space. An English block in a French article is
    split as English, and the other way round.
    """
    texts = [(block.span.start, block.span.cut(article.text)) for block in article.blocks if block.role.is_prose]
    return tuple(
        Span(offset + start, offset + end)
        for offset, text in texts
        for start, end in split_text(text, language_within(text, language))
    )


def split_text(text: str, language: str) -> tuple[tuple[int, int], ...]:
    """The starts and ends of the sentences of one block's text."""
    plain = text
    for typographic, straight in _PLAIN:
        plain = plain.replace(typographic, straight)
    rules = ends(language)
    places = [0, *openings(plain), len(plain)]
    return tuple(
        (offset + start, offset + end)
        for offset, stop in pairwise(places)
        for start, end in _trimmed(plain[offset:stop], rules)
    )


def _trimmed(text: str, rules: Ends) -> Iterator[tuple[int, int]]:
    """The sentences of a text without lines of its own, without the white space around them."""
    start = 0
    for end in _ended(text, rules):
        sentence = text[start:end]
        if kept := sentence.strip():
            first = start + len(sentence) - len(sentence.lstrip())
            yield first, first + len(kept)
        start = end


def _ended(text: str, rules: Ends) -> Iterator[int]:
    """Where sentences end, the last of them with the text."""
    start, quotes, counted = 0, 0, 0
    letter = _LETTER.search(text)
    is_casual = letter is not None and letter[0].islower()
    for found in _MARK.finditer(text):
        if found.end() == len(text):
            break
        quotes, counted = quotes + text.count('"', counted, found.start()), found.start()
        mark, end = _mark(text, found, start, quotes, is_casual=is_casual)
        is_spaced = end < found.end() or found["gap"] != ""
        if rules.at(mark) if is_spaced else rules.without_space(mark):
            if _OWN_PERIOD.fullmatch(mark.run) and not mark.head[-1:].isspace():
                end = found.start() + 1
            yield end
            start = end
            is_casual = is_casual or mark.following[:1].islower()
    yield len(text)


def _mark(text: str, found: re.Match[str], start: int, quotes: int, *, is_casual: bool) -> tuple[Mark, int]:
    """The mark with what stands around it, and where it ends with what it closes."""
    closing = _closed(found["closing"] or "", quotes)
    if closing == '"' and quotes % 2 == 0 and not found["gap"] and text[found.end()].isalnum():
        closing = ""
    end = (found.end("run") if found["run"] else found.end("row")) + len(closing)
    head = text[max(start, found.start() - _BACK) : found.start()]
    ahead = text[end : end + _AHEAD].lstrip()
    following = ahead.lstrip(_BETWEEN)
    return Mark(
        run=found["run"] or found["row"],
        head=head.lstrip() if found.start() - start <= _BACK else head,
        closing=closing,
        opening=ahead[: len(ahead) - len(following)],
        following=following,
        is_first=found.start() - start <= _BACK,
        is_casual=is_casual,
    ), end


def _closed(closing: str, quotes: int) -> str:
    """The closing marks as far as the first straight quotation mark that must open, with so many before them."""
    place = closing.find(' "')
    while place >= 0 and (quotes + closing.count('"', 0, place)) % 2:
        place = closing.find(' "', place + 1)
    return closing if place < 0 else closing[:place]


@cache
def lower_case_words(language: str) -> frozenset[str]:
    """The words that Punkt's corpus of a language had in small letters, folded: a capital makes no name of them."""
    return frozenset(map(fold, learned(language).small_words()))
