"""Compares two copies of an article sentence by sentence, as plain data; in a worker, since both have to be split."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING

from apostil.domain.article import Role
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from apostil.domain.article import Article, Block

ALIKE = 0.5
"""From this likeness on, of 1, one sentence is a changed form of another, and not a new one in its place."""
MOST_PAIRS = 250_000
"""Of more pairs of sentences in one place, only those that are about as far along are compared."""

_TOKEN = re.compile(r"\w+|[^\w\s]")


class Change(StrEnum):
    """What became of a sentence."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence in both copies, or in one of them; where it is changed, the words that are different in each."""

    change: Change
    older: Span | None = None
    newer: Span | None = None
    older_words: tuple[Span, ...] = ()
    newer_words: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """The sentences of both copies in the order of the newer one, those that are gone where they were."""

    lines: tuple[Line, ...]

    def count(self, change: Change) -> int:
        """How many sentences this happened to."""
        return sum(line.change is change for line in self.lines)


def compare(
    older: Article,
    newer: Article,
    older_sentences: Sequence[Span] | None = None,
    newer_sentences: Sequence[Span] | None = None,
) -> Comparison:
    """What is the same in two copies and what is not, outside their apparatus.

    Sentences that are known from an analysis need not be looked for again. Kinds of spaces make no difference.
    """
    before = _Side.of(older, older_sentences)
    after = _Side.of(newer, newer_sentences)
    return Comparison(tuple(_lines(before, after)))


@dataclass(frozen=True, slots=True)
class _Side:
    """One copy: its text, its sentences, and their words with single spaces."""

    text: str
    spans: tuple[Span, ...]
    words: tuple[str, ...]

    @classmethod
    def of(cls, article: Article, sentences: Sequence[Span] | None) -> _Side:
        if sentences is None:
            from apostil.services.analysing import sentences_of

            sentences = sentences_of(article)
        spans = tuple(_units(article, sentences))
        return cls(article.text, spans, tuple(" ".join(span.cut(article.text).split()) for span in spans))


def _units(article: Article, sentences: Iterable[Span]) -> Iterator[Span]:
    """The sentences of the prose, and every other block as one."""
    inside: dict[int, list[Span]] = defaultdict(list)
    for span in sentences:
        inside[article.block_at(span.start)].append(span)
    for index, block in enumerate(article.blocks):
        if block.role is not Role.APPARATUS:
            yield from _of_block(block, inside[index])


def _of_block(block: Block, sentences: list[Span]) -> list[Span]:
    return sentences if block.role.is_prose and sentences else [block.span]


def _lines(before: _Side, after: _Side) -> Iterator[Line]:
    codes = SequenceMatcher(None, before.words, after.words, autojunk=False).get_opcodes()
    moved = _moved(before, after, codes)
    gone = set(moved.values())
    for tag, first, last, start, end in codes:
        if tag == "equal":
            for old, new in zip(range(first, last), range(start, end), strict=True):
                yield Line(Change.SAME, before.spans[old], after.spans[new])
        else:
            old_ones = [old for old in range(first, last) if old not in gone]
            yield from _changed(before, after, old_ones, range(start, end), moved)


def _moved(before: _Side, after: _Side, codes: Sequence[tuple[str, int, int, int, int]]) -> dict[int, int]:
    """The numbers of sentences that stand elsewhere in the newer copy, with those that they had."""
    away: dict[str, list[int]] = defaultdict(list)
    for tag, first, last, _, _ in codes:
        for old in range(first, last) if tag != "equal" else ():
            away[before.words[old]].append(old)
    found = {}
    for tag, _, _, start, end in codes:
        for new in range(start, end) if tag != "equal" else ():
            if away.get(after.words[new]):
                found[new] = away[after.words[new]].pop(0)
    return found


def _changed(
    before: _Side, after: _Side, old_ones: Sequence[int], new_ones: Sequence[int], moved: dict[int, int]
) -> Iterator[Line]:
    """What became of some sentences in whose place others stand now."""
    pairs = _pairs(before, after, old_ones, [new for new in new_ones if new not in moved])
    paired = set(pairs.values())
    waiting = list(old_ones)
    for new in new_ones:
        while waiting and waiting[0] not in paired:
            yield Line(Change.REMOVED, before.spans[waiting.pop(0)])
        if new in pairs:
            yield _changed_line(before, after, waiting.pop(0), new)
        elif new in moved:
            yield Line(Change.MOVED, before.spans[moved[new]], after.spans[new])
        else:
            yield Line(Change.ADDED, None, after.spans[new])
    yield from (Line(Change.REMOVED, before.spans[old]) for old in waiting)


def _pairs(before: _Side, after: _Side, old_ones: Sequence[int], new_ones: Sequence[int]) -> dict[int, int]:
    """The sentences that are changed forms of each other, in their order, so that together they are the most alike."""
    best = [[0.0] * (len(new_ones) + 1) for _ in range(len(old_ones) + 1)]
    like = _likenesses(before, after, old_ones, new_ones)
    for row in range(len(old_ones) - 1, -1, -1):
        for column in range(len(new_ones) - 1, -1, -1):
            paired = like.get((row, column), 0.0)
            with_pair = paired + best[row + 1][column + 1] if paired else 0.0
            best[row][column] = max(with_pair, best[row + 1][column], best[row][column + 1])
    found, row, column = {}, 0, 0
    while row < len(old_ones) and column < len(new_ones):
        if best[row][column] == best[row + 1][column]:
            row += 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            found[new_ones[column]] = old_ones[row]
            row, column = row + 1, column + 1
    return found


def _likenesses(
    before: _Side, after: _Side, old_ones: Sequence[int], new_ones: Sequence[int]
) -> dict[tuple[int, int], float]:
    from rapidfuzz.distance import Indel

    reach = max(1, MOST_PAIRS // max(1, len(old_ones)))
    found = {}
    for row, old in enumerate(old_ones):
        middle = row * len(new_ones) // len(old_ones)
        for column in range(max(0, middle - reach), min(len(new_ones), middle + reach)):
            likeness = Indel.normalized_similarity(before.words[old], after.words[new_ones[column]], score_cutoff=ALIKE)
            if likeness:
                found[row, column] = float(likeness)
    return found


def _changed_line(before: _Side, after: _Side, old: int, new: int) -> Line:
    one, other = _tokens(before.text, before.spans[old]), _tokens(after.text, after.spans[new])
    old_words, new_words = [span.cut(before.text) for span in one], [span.cut(after.text) for span in other]
    matcher = SequenceMatcher(None, old_words, new_words, autojunk=False)
    codes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    removed = tuple(Span(one[first].start, one[last - 1].end) for _, first, last, _, _ in codes if last > first)
    added = tuple(Span(other[start].start, other[end - 1].end) for _, _, _, start, end in codes if end > start)
    return Line(Change.CHANGED, before.spans[old], after.spans[new], removed, added)


def _tokens(text: str, span: Span) -> list[Span]:
    return [Span(*match.span()) for match in _TOKEN.finditer(text, span.start, span.end)]
