"""What stands below what on the page: a row for each block, each fold and the line of facts."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from apostil.domain.article import Article, Role
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_BETWEEN = "\u2002·\u2002"
SLICE = 3000
"""Characters that are laid out at once; a longer block becomes several rows."""


class RowKind(Enum):
    """What a row shows: words of the article, or words about it."""

    TEXT = "text"
    FOLDED = "folded"
    LINKS = "links"
    FACTS = "facts"


class Link(Enum):
    """What a click on one of our own words does."""

    SHOW = "show"
    FOLD = "fold"
    TAKE_BACK = "take back"


class Row(NamedTuple):
    """A part of the page; a tuple, for there can be a hundred thousand of them.

    `span` are the positions it answers for, `blocks` the indexes of what it holds.
    `first` and `last` tell whether a row opens and closes its block: a giant block has many rows.
    """

    kind: RowKind
    span: Span
    role: Role
    blocks: range
    first: bool = True
    last: bool = True


@dataclass(frozen=True, slots=True)
class Words:
    """What a row says; `links` are the `[start, end)` places in it that can be clicked."""

    text: str
    links: tuple[tuple[Link, int, int], ...] = ()


def rows_of(article: Article, shown: frozenset[int], facts: str) -> tuple[Row, ...]:
    """The rows of an article; `shown` are block indexes: an apparatus run with one of them is not folded."""
    rows: list[Row] = []
    for apparatus, group in groupby(range(len(article.blocks)), key=lambda i: article.blocks[i].role is Role.APPARATUS):
        indexes = list(group)
        run = range(indexes[0], indexes[-1] + 1)
        rows.extend(_apparatus(article, run, not shown.isdisjoint(run)) if apparatus else _texts(article, run))
    if facts:
        rows.insert(_place_of_facts(rows), Row(RowKind.FACTS, Span(0, 0), Role.BYLINE, range(0)))
    return tuple(rows)


def _place_of_facts(rows: list[Row]) -> int:
    place = 0
    while place < len(rows) and rows[place].role is Role.HEADLINE:
        place += 1
    return place


def _apparatus(article: Article, run: range, shown: bool) -> Iterator[Row]:
    whole = Span(article.blocks[run.start].span.start, article.blocks[run.stop - 1].span.end)
    if not shown:
        yield Row(RowKind.FOLDED, whole, Role.APPARATUS, run)
        return
    yield Row(RowKind.LINKS, Span(whole.start, whole.start), Role.APPARATUS, run)
    yield from _texts(article, run)


def _texts(article: Article, run: range) -> Iterator[Row]:
    for index in run:
        block = article.blocks[index]
        one = range(index, index + 1)
        if len(block.span) <= SLICE:
            yield Row(RowKind.TEXT, block.span, block.role, one)
            continue
        for span in slices(article.text, block.span):
            first, last = span.start == block.span.start, span.end == block.span.end
            yield Row(RowKind.TEXT, span, block.role, one, first, last)


def slices(text: str, span: Span, size: int = SLICE) -> Iterator[Span]:
    """The span in parts of at most so many characters, cut behind a line end, a sentence or a space."""
    start = span.start
    while span.end - start > size:
        end = _cut(text, start, start + size)
        yield Span(start, end)
        start = end
    yield Span(start, span.end)


def _cut(text: str, start: int, end: int) -> int:
    for mark in ("\n", ". ", " "):
        found = text.rfind(mark, (start + end) // 2, end)
        if found >= 0:
            return min(found + len(mark), end)
    return end


def words_of(text: str, row: Row, facts: str) -> Words:
    """What this row says, with Qt's own sign for a line end within a block."""
    if row.kind is RowKind.TEXT:
        return Words(row.span.cut(text).replace("\n", "\u2028"))
    if row.kind is RowKind.FACTS:
        return Words(facts)
    return _fold_words(row)


def _fold_words(row: Row) -> Words:
    folded = row.kind is RowKind.FOLDED
    count = len(row.blocks)
    opening = _count(count, folded) + (" – " if folded else _BETWEEN)
    actions = (Link.SHOW,) if folded else (Link.FOLD, Link.TAKE_BACK)
    text = opening
    links: list[tuple[Link, int, int]] = []
    for action in actions:
        if links:
            text += _BETWEEN
        links.append((action, len(text), len(text) + len(_label(action))))
        text += _label(action)
    return Words(text, tuple(links))


def _count(count: int, folded: bool) -> str:
    if folded:
        one, many = _tr("1 teaser folded"), _tr("{count} teasers folded")
    else:
        one, many = _tr("1 teaser"), _tr("{count} teasers")
    return (one if count == 1 else many).format(count=count)


def _label(action: Link) -> str:
    return {
        Link.SHOW: _tr("show"),
        Link.FOLD: _tr("fold"),
        Link.TAKE_BACK: _tr("take back into the article"),
    }[action]


def _tr(words: str) -> str:
    return QCoreApplication.translate("Reader", words)
