"""An article's text laid out block by block, cut where marks, names and chosen sentences begin and end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from apostil.domain.article import Role
from apostil.exporters.segments import Segment, blocks_of, by_block, segments

if TYPE_CHECKING:
    from apostil.domain.article import Article, Block
    from apostil.domain.entity import Entity, Kind
    from apostil.domain.spans import Span
    from apostil.exporters.sheet import ChosenSentence, MarkLine, Sheet


@dataclass(frozen=True, slots=True)
class Name:
    """A mention: whom it names, and whether that is a program's guess."""

    span: Span
    name: str
    kind: Kind
    guessed: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Words over which nothing changes: the marks on them, the undermost first, and the names they belong to.

    `begins` and `ends` are the marks of which these are the first and the last words to be seen.
    """

    text: str
    marks: tuple[MarkLine, ...] = ()
    names: tuple[Name, ...] = ()
    begins: tuple[MarkLine, ...] = ()
    ends: tuple[MarkLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """Runs of one sentence of the summary, or of words outside of it."""

    runs: tuple[Run, ...]
    chosen: ChosenSentence | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A block with the marks that begin in it; or, where `omitted` counts any, blocks of apparatus left out."""

    role: Role
    level: int
    groups: tuple[Group, ...]
    marks: tuple[MarkLine, ...]
    omitted: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """The rows of an article, and the marks that have no place in them."""

    rows: tuple[Row, ...]
    adrift: tuple[MarkLine, ...]


def lay_out(sheet: Sheet, entities: Iterable[Entity]) -> Layout:
    """The article of this sheet with everything laid over it; apparatus is counted instead of shown."""
    layers = _Layers(sheet, _names(entities))
    return Layout(tuple(_rows(sheet.article, layers)), layers.adrift)


def _names(entities: Iterable[Entity]) -> list[Name]:
    return [
        Name(mention.span, entity.name, mention.kind, not (entity.confirmed or mention.confirmed))
        for entity in entities
        for mention in entity.mentions
    ]


class _Layers:
    """What lies over the blocks of one article."""

    def __init__(self, sheet: Sheet, names: list[Name]) -> None:
        self.article = sheet.article
        self.marks, self.names, self.sentences = sheet.marks, names, sheet.sentences
        self._marks_of = by_block(self.article, [mark.span for mark in self.marks])
        self._names_of = by_block(self.article, [name.span for name in names])
        self._sentences_of = by_block(self.article, [sentence.span for sentence in self.sentences])
        self._home: dict[int, list[MarkLine]] = defaultdict(list)
        self._edges: dict[str, tuple[int, int]] = {}
        self.adrift = tuple(mark for mark in self.marks if not self._place(mark))

    def home(self, blocks: Iterable[int]) -> tuple[MarkLine, ...]:
        """The marks that begin in these blocks, as far as they can be seen."""
        return tuple(mark for block in blocks for mark in self._home[block])

    def groups(self, index: int) -> Iterator[Group]:
        """The words of a block, cut."""
        marks = [self.marks[one] for one in self._marks_of.get(index, ())]
        names = [self.names[one] for one in self._names_of.get(index, ())]
        sentences = [self.sentences[one] for one in self._sentences_of.get(index, ())]
        spans = [mark.span for mark in marks] + [name.span for name in names] + [one.span for one in sentences]
        first_sentence = len(marks) + len(names)

        def sentence(segment: Segment) -> int | None:
            return next((layer for layer in segment.layers if layer >= first_sentence), None)

        for chosen, pieces in groupby(segments(self.article.blocks[index].span, spans), sentence):
            runs = tuple(self._run(piece, marks, names) for piece in pieces)
            yield Group(runs, None if chosen is None else sentences[chosen - first_sentence])

    def _run(self, segment: Segment, marks: Sequence[MarkLine], names: Sequence[Name]) -> Run:
        on = tuple(marks[layer] for layer in segment.layers if layer < len(marks))
        named = [layer - len(marks) for layer in segment.layers if layer >= len(marks)]
        return Run(
            segment.span.cut(self.article.text),
            on,
            tuple(names[layer] for layer in named if layer < len(names)),
            tuple(mark for mark in on if self._edges[mark.key][0] == segment.span.start),
            tuple(mark for mark in on if self._edges[mark.key][1] == segment.span.end),
        )

    def _place(self, mark: MarkLine) -> bool:
        """Find the first and the last place of a mark that can be seen."""
        blocks = blocks_of(self.article, mark.span)
        seen = [block for block in blocks if self.article.blocks[block].role is not Role.APPARATUS]
        if seen:
            first, last = self.article.blocks[seen[0]].span, self.article.blocks[seen[-1]].span
            self._edges[mark.key] = (max(first.start, mark.span.start), min(last.end, mark.span.end))
        if blocks:
            self._home[(seen or blocks)[0]].append(mark)
        return bool(blocks)


def _rows(article: Article, layers: _Layers) -> Iterator[Row]:
    def is_apparatus(pair: tuple[int, Block]) -> bool:
        return pair[1].role is Role.APPARATUS

    for apparatus, pairs in groupby(enumerate(article.blocks), is_apparatus):
        if apparatus:
            indexes = [index for index, _ in pairs]
            yield Row(Role.APPARATUS, 0, (), layers.home(indexes), len(indexes))
            continue
        for index, block in pairs:
            yield Row(block.role, block.level, tuple(layers.groups(index)), layers.home([index]))
