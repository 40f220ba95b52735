"""Plain text falls into blocks: by blank lines, by lines, and by lines that were broken to a width."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from apostil.importers import forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_LINE_END = re.compile(r"\r\n?|[\n\x0b\x0c\x85\u2028\u2029]")
_WIDEST = 110
_NARROWEST = 30
_SLACK = 0.85
"""A line counts as full when the next word would have made it longer than this share of the width."""


def lines_of(text: str) -> list[str]:
    """The lines of a text, however its lines end."""
    return _LINE_END.split(text)


def split(text: str) -> tuple[str, ...]:
    """The blocks of a plain text, in order, every word of it in one of them.

    Blank lines separate blocks where there are any, line ends where there are none; lines that were broken to a
    width are put together again.
    """
    groups = tuple(_groups(lines_of(text)))
    width = _width_of(groups)
    return tuple(block for group in groups for block in _blocks(group, width))


@dataclass(frozen=True, slots=True)
class _Width:
    """How wide the lines of a text were allowed to be; 0 where they end with their paragraph."""

    columns: int

    def fills(self, line: str, following: str) -> bool:
        """Whether a line ended because the next word had no room left."""
        word = following.split(maxsplit=1)[0]
        return bool(self.columns) and len(line) + 1 + len(word) > self.columns * _SLACK


def _groups(lines: Iterable[str]) -> Iterator[list[str]]:
    group: list[str] = []
    for line in lines:
        if line.strip():
            group.append(line.rstrip())
        elif group:
            yield group
            group = []
    if group:
        yield group


def _width_of(groups: Sequence[Sequence[str]]) -> _Width:
    """The width that most line breaks inside the groups agree on, if they do."""
    broken = [pair for group in groups for pair in pairwise(group)]
    lengths = sorted(len(line) for line, _ in broken)
    if len(broken) < 3:
        return _Width(0)
    columns = lengths[int(len(lengths) * 0.9)]
    if not _NARROWEST <= columns <= _WIDEST or max(len(line) for group in groups for line in group) > columns * 1.5:
        return _Width(0)
    width = _Width(columns)
    full = sum(width.fills(line, following) for line, following in broken)
    amid = sum(following.lstrip()[:1].islower() for _, following in broken)
    return width if full >= len(broken) * 0.6 and amid >= len(broken) * 0.3 else _Width(0)


def _blocks(group: Sequence[str], width: _Width) -> Iterator[str]:
    block = [group[0].strip()]
    for line, following in pairwise(group):
        if width.fills(line, following) and not forms.is_list_item(following.strip()):
            block += [_joint(line, following), following.strip()]
        else:
            yield "".join(block)
            block = [following.strip()]
    yield "".join(block)


def _joint(line: str, following: str) -> str:
    """What stands between two lines: a space, or nothing where a word was broken at its hyphen, which it keeps."""
    hyphenated = line.endswith("-") and line[-2:-1].isalpha() and following.lstrip()[:1].isalpha()
    return "" if hyphenated else " "
