"""Plain text falls into blocks: by blank lines, by lines, and by lines that were broken to a width."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from apostil.importers import forms
from apostil.importers.hyphens import Hyphens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

QUOTE = "> "
"""What stands before a block that was quoted line by line, as in mails."""

_LINE_END = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_QUOTED = re.compile(r"(?:>[ \t]?){1,20}")
_GAP = re.compile(r"\S(?: {3,}|\t)(?=\S)")
_WIDE_GAP = re.compile(r"\S(?: {6,}|\t)\S|\|.*\|")
_CODE = re.compile(
    r"[{}]\s*\Z|[)\]\"'];\s*\Z|\A\s*(?:#include\b|def\s\w+\(|class\s\w+[:(]|return\b.*;|</?\w[^<>]*>\Z)|[=!<>]=|\w\(\)"
)
_WIDEST = 110
_NARROWEST = 30
_SLACK = 0.85
"""A line counts as full when the next word would have made it longer than this share of the width."""
_FEWEST = 3
"""Breaks that show a width; where there are fewer, the lines must be long, and each go on in lower case."""
_LONG = 50
_FULL, _AMID = 0.5, 0.3
"""The shares of the breaks in a broken text that are at full lines, and that go on in lower case."""
_INDENT = 2
_BULLETS = frozenset("•*‣▪◦●·")


def lines_of(text: str) -> list[str]:
    """The lines of a text, however its lines end."""
    return _LINE_END.split(text)


def split(text: str) -> tuple[str, ...]:
    """The blocks of a plain text, in order, every word of it in one of them.

    Blank lines separate blocks where there are any, line ends where there are none; lines that were broken to a
    width are put together again, and so are the words that were divided there. A block that was quoted line by line
    opens with one mark of quotation.
    """
    groups = tuple(_groups(lines_of(text)))
    width = _width_of(groups)
    if not width.columns:
        return tuple(group.mark + line.strip() for group in groups for line in group.lines)
    return tuple(group.mark + block for group in groups for block in _blocks(group.lines, width))


@dataclass(frozen=True, slots=True)
class _Group:
    """Lines without a blank one between them, and what stood before each of them."""

    lines: list[str]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class _Width:
    """How wide the lines of a text were allowed to be; 0 where they end with their paragraph."""

    columns: int = 0
    indent: int = 0
    hyphens: Hyphens = field(default_factory=Hyphens)

    def fills(self, line: str, following: str) -> bool:
        """Whether a line ended because the next word had no room left."""
        return bool(self.columns) and len(line) + 1 + _first_word(following) > self.columns * _SLACK

    def is_indented(self, line: str) -> bool:
        """Whether a line stands further right than most."""
        return _indent(line) >= self.indent + _INDENT


def _first_word(line: str) -> int:
    """The length of the first word."""
    start = _indent(line)
    end = line.find(" ", start)
    return (len(line) if end < 0 else end) - start


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _groups(lines: Iterable[str]) -> Iterator[_Group]:
    for is_quoted, run in groupby(lines, key=lambda line: line.startswith(">")):
        quoted = list(run)
        if is_quoted and len(quoted) > 1:
            for depth, inner in groupby(map(_unquoted, quoted), key=lambda pair: pair[0]):
                yield from _parted((line for _, line in inner), QUOTE if depth else "")
        else:
            yield from _parted(quoted, "")


def _unquoted(line: str) -> tuple[int, str]:
    """How often a line is quoted, and the line."""
    found = _QUOTED.match(line)
    return (found[0].count(">"), line[found.end() :]) if found else (0, line)


def _parted(lines: Iterable[str], mark: str) -> Iterator[_Group]:
    for is_blank, run in groupby(lines, key=lambda line: not line.strip()):
        if not is_blank:
            yield _Group([line.rstrip() for line in run], mark)


def _width_of(groups: Sequence[_Group]) -> _Width:
    """The width that most line breaks inside the groups agree on, if they do."""
    broken = [pair for group in groups for pair in pairwise(group.lines) if not _is_set(pair[0])]
    if not broken:
        return _Width()
    lengths = sorted(len(line) for line, _ in broken)
    columns = lengths[min(int(len(lengths) * 0.9), len(lengths) - 1)]
    if not _NARROWEST <= columns <= _WIDEST or _is_wider(groups, columns * 1.5):
        return _Width()
    width = _Width(columns)
    full = sum(width.fills(line, following) for line, following in broken)
    amid = sum(following.lstrip()[:1].islower() for _, following in broken)
    few = len(broken) < _FEWEST
    if few and (columns < _LONG or min(full, amid) < len(broken)):
        return _Width()
    if full < len(broken) * _FULL or amid < len(broken) * _AMID:
        return _Width()
    lines = (line for group in groups for line in group.lines)
    return _Width(columns, _usual_indent(groups), Hyphens.of([*_bare(broken)], lines))


def _is_wider(groups: Sequence[_Group], columns: float) -> bool:
    """Whether more than a few lines are longer than this; addresses and tables cannot be broken."""
    lines = [line for group in groups for line in group.lines]
    longer = sum(len(line) > columns and " " in line.strip() and not _is_set(line) for line in lines)
    return longer * 50 > len(lines)


def _usual_indent(groups: Sequence[_Group]) -> int:
    counted = Counter(_indent(line) for group in groups for line in group.lines)
    return counted.most_common(1)[0][0]


def _bare(pairs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    return ((line, following.strip()) for line, following in pairs)


def _blocks(lines: Sequence[str], width: _Width) -> Iterator[str]:
    block = [lines[0]]
    for line, following in pairwise(lines):
        if not _goes_on(block, line, following, width):
            yield _joined(block, width.hyphens)
            block = []
        block.append(following)
    yield _joined(block, width.hyphens)


def _goes_on(block: Sequence[str], line: str, following: str, width: _Width) -> bool:
    """Whether the block with this last line goes on in the following line."""
    if not (width.fills(line, following) or _is_divided(line, following)) or _is_set(line) or _is_set(following):
        return False
    is_item = forms.is_list_item(block[0].strip())
    if _opens_item(line, following, within=is_item) and not (is_item and _indent(following) > _indent(block[0])):
        return False
    if is_item:
        return True
    if width.is_indented(following):
        return _indent(line) >= _indent(following)
    return len(block) < _FEWEST - 1 or not all(map(width.is_indented, block[-2:]))


def _is_divided(line: str, following: str) -> bool:
    """Whether a line ends within a word, whatever room was left in it."""
    return line[-1:] == "-" and line[-2:-1].isalpha() and following.lstrip()[:1].islower()


def _opens_item(line: str, following: str, *, within: bool) -> bool:
    """Whether a line opens an item of a list, and does not just happen to begin with a dash or a number."""
    words = following.strip()
    return forms.is_list_item(words) and (within or forms.ends_sentence(line) or words[0] in _BULLETS)


def _is_set(line: str) -> bool:
    """Whether a line was set as it is: a row of a table, or a line of a program."""
    return bool(_WIDE_GAP.search(line)) or len(_GAP.findall(line)) > 1 or bool(_CODE.search(line))


def _joined(lines: Sequence[str], hyphens: Hyphens) -> str:
    if len(lines) == 1:
        return lines[0].strip()
    words = lines[0].strip()
    parts: list[str] = []
    for line in lines[1:]:
        joint = hyphens.joined(words, line.strip())
        cut = len(joint) - len(line.strip())
        parts.append(joint[:cut])
        words = line.strip()
    return "".join((*parts, words))
