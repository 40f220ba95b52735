"""Finds words in an article: its own are gone over once, for however many names are looked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from apostil.domain.article import Role
from apostil.domain.entity import fold
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apostil.domain.article import Article, Block

_TOKEN = re.compile(r"\w+")
_APOSTROPHES = str.maketrans("’ʼ", "''")
_SHORTEST_IN_CAPITALS = 4
"""In capitals, shorter words look like acronyms, and mean what they say."""


def occurrences(article: Article, words: str) -> tuple[Span, ...]:
    """Where these words stand in the article as whole words, each within one block, outside its apparatus.

    Capitals and accents count, but for blocks all in capitals; the kinds of apostrophes and of spaces do not.
    """
    return words_of(article).occurrences(words)


@lru_cache(maxsize=2)
def words_of(article: Article) -> Words:
    """The words of an article; those of the last two are kept, since corrections come one after the other."""
    return Words(article)


@dataclass(frozen=True, slots=True)
class _Sought:
    """Words as they are looked for: their tokens, and all of it with plain apostrophes and spaces."""

    plain: str
    tokens: tuple[str, ...]
    folded: str
    folded_tokens: tuple[str, ...]

    @property
    def begins_and_ends_with_words(self) -> bool:
        """Whether no punctuation stands before the first token or behind the last one."""
        return self.plain.startswith(self.tokens[0]) and self.plain.endswith(self.tokens[-1])


class Words:
    """The words of an article by their places, outside its apparatus."""

    def __init__(self, article: Article) -> None:
        self._text = article.text
        self._blocks = [block for block in article.blocks if block.role is not Role.APPARATUS]
        self._tokens: list[str] = []
        self._starts: list[int] = []
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        # Those of blocks all in capitals once more, folded, by the same numbers.
        self._capitals: dict[int, str] = {}
        self._in_capitals: defaultdict[str, list[int]] = defaultdict(list)
        for block in self._blocks:
            self._add(block)

    def occurrences(self, words: str) -> tuple[Span, ...]:
        """Where these words stand, none upon another, as `occurrences` says."""
        sought = _sought(words)
        if not sought.tokens or not sought.begins_and_ends_with_words:
            return tuple(self._searched(sought.plain))
        exact = self._exact(sought)
        if not self._capitals or len(sought.plain) < _SHORTEST_IN_CAPITALS:
            return tuple(exact)
        return tuple(_apart(sorted({*exact, *self._shouted(sought)})))

    def may_have(self, words: str) -> bool:
        """Whether it is worth looking for these words: one that they cannot do without is there."""
        longest, first_folded = _telling(words)
        return not longest or longest in self._places or first_folded in self._in_capitals

    def is_inside(self, span: Span) -> bool:
        """Whether these are words within one block, outside the apparatus."""
        index = bisect_right(self._blocks, span.start, key=lambda block: block.span.start) - 1
        words = span.cut(self._text)
        return index >= 0 and self._blocks[index].span.covers(span) and bool(words) and words == words.strip()

    def _add(self, block: Block) -> None:
        first = len(self._tokens)
        found = list(_TOKEN.finditer(self._text, block.span.start, block.span.end))
        tokens = [match.group() for match in found]
        for number, token in enumerate(tokens, first):
            self._places[token].append(number)
        if block.span.cut(self._text).isupper():
            for number, token in enumerate(tokens, first):
                self._capitals[number] = fold(token)
                self._in_capitals[self._capitals[number]].append(number)
        # Nothing reads on over the end of a block.
        self._tokens += [*tokens, ""]
        self._starts += [*(match.start() for match in found), block.span.end]

    def _exact(self, sought: _Sought) -> Iterator[Span]:
        if not all(token in self._places for token in sought.tokens):
            return
        lists = [self._places[token] for token in sought.tokens]
        rarest = min(range(len(lists)), key=lambda index: len(lists[index]))
        count, end = len(lists), 0
        for number in lists[rarest]:
            first = number - rarest
            if first < 0 or tuple(self._tokens[first : first + count]) != sought.tokens:
                continue
            span = self._span(first, count)
            if span.start >= end and _plain(span.cut(self._text)) == sought.plain:
                yield span
                end = span.end

    def _shouted(self, sought: _Sought) -> Iterator[Span]:
        count = len(sought.folded_tokens)
        for first in self._in_capitals.get(sought.folded_tokens[0], ()):
            last = first + count - 1
            if last in self._capitals and fold((span := self._span(first, count)).cut(self._text)) == sought.folded:
                yield span

    def _span(self, first: int, count: int) -> Span:
        last = first + count - 1
        return Span(self._starts[first], self._starts[last] + len(self._tokens[last]))

    def _searched(self, plain: str) -> Iterator[Span]:
        """What begins or ends with other characters than letters, in the text itself."""
        if not plain:
            return
        for match in _pattern(plain).finditer(self._text):
            span = Span(*match.span())
            if _is_whole(self._text, span) and self.is_inside(span):
                yield span


@lru_cache(maxsize=1 << 15)
def _sought(words: str) -> _Sought:
    plain, folded = _plain(words), fold(words)
    return _Sought(plain, tuple(_TOKEN.findall(plain)), folded, tuple(_TOKEN.findall(folded)) or ("",))


@lru_cache(maxsize=1 << 15)
def _telling(words: str) -> tuple[str, str]:
    """The longest token of these words, and the first one folded; none where they are no whole tokens."""
    sought = _sought(words)
    if not sought.tokens or not sought.begins_and_ends_with_words:
        return "", ""
    return max(sought.tokens, key=len), sought.folded_tokens[0]


@lru_cache(maxsize=1 << 10)
def _pattern(plain: str) -> re.Pattern[str]:
    parts = (re.escape(part).replace("'", "['’ʼ]") for part in plain.split())
    return re.compile(r"\s+".join(parts))


def _plain(words: str) -> str:
    """Words with one kind of apostrophe, and of space."""
    return " ".join(words.translate(_APOSTROPHES).split())


def _apart(spans: list[Span]) -> Iterator[Span]:
    """Those of sorted spans that do not lie upon one before them."""
    end = 0
    for span in spans:
        if span.start >= end:
            yield span
            end = span.end


def _is_whole(text: str, span: Span) -> bool:
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    begins = not (_is_word(before) and _is_word(text[span.start]))
    return begins and not (_is_word(after) and _is_word(text[span.end - 1]))


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"
