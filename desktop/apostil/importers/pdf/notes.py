"""Tells the footnotes of a PDF's pages from its text: small print at the foot of a column that opens with a mark."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from apostil.importers import forms
from apostil.importers.pdf.raised import marks_in

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from apostil.importers.pdf.lines import Line

_MARK = re.compile(r"(?:\(?(\d{1,3})\)?[.)]?(?:\s(?=\w)|(?=[^\s\d.,:%]))|[*†‡§¶]{1,3}\s?(?=[^\s]))")
_SMALL = 0.93
_GLUED = re.compile(r"\d{1,2}(?=[^\W\d_][^\W\d_]+)")
_APART = 0.5
"""The white space above footnotes in the letters of the text, in their sizes."""
_LOWER = 0.4
"""Footnotes begin below this share of the height that a page's lines take."""


@dataclass(frozen=True, slots=True)
class Parted:
    """The lines of a text without its footnotes, and the lines of each footnote."""

    text: list[Line]
    notes: list[list[Line]]


def parted(lines: Sequence[Line], size: float) -> Parted:
    """Take the footnotes out of lines in reading order, whose letters usually have this size."""
    text: list[Line] = []
    notes: list[list[Line]] = []
    for _, page in groupby(lines, key=lambda line: line.page):
        _part(list(page), size, text, notes)
    return Parted(text, notes)


def _part(page: list[Line], size: float, text: list[Line], notes: list[list[Line]]) -> None:
    top, bottom = min(line.top for line in page), max(line.bottom for line in page)
    marks = {mark for line in page for mark in marks_in(line.text)}
    limit = top + (bottom - top) * _LOWER
    lowest = max((line.bottom for line in page if line.size >= size * _SMALL), default=bottom)
    for _, column in groupby(page, key=lambda line: line.column):
        lines = list(column)
        start = _start(lines, size, limit)
        if not _is_begun(lines[start:], notes, lowest):
            start = _marked(lines, marks, limit)
        text.extend(lines[:start])
        for line in lines[start:]:
            if not notes or _is_mark(line, notes[-1]):
                notes.append([])
            notes[-1].append(line)


def _start(lines: Sequence[Line], size: float, limit: float) -> int:
    """Where the small print at the end of a column begins."""
    start = len(lines)
    while start > 0 and lines[start - 1].size < size * _SMALL and lines[start - 1].top > limit:
        start -= 1
    return start


def _marked(lines: Sequence[Line], marks: Container[int], limit: float) -> int:
    """Where lines at the end of a column open with a number that stands raised in the text, whatever their size."""
    for index, line in enumerate(lines):
        number = _opening(line)
        if line.top <= limit or number is None or line.is_row or forms.is_numbered(line.text):
            continue
        is_apart = not index or line.top - lines[index - 1].bottom > line.size * _APART
        if (is_apart and number in marks) or _is_glued_run(lines[index:], number):
            return index
    return len(lines)


def _is_glued_run(lines: Sequence[Line], number: int) -> bool:
    """Whether two lines open with numbers that follow one another, without a space before the words."""
    glued = [line for line in lines if _GLUED.match(line.text)]
    return len(glued) > 1 and glued[0] is lines[0] and _opening(glued[1]) == number + 1


def _opening(line: Line) -> int | None:
    """The number of the footnote that a line opens, if it reads so."""
    found = _MARK.match(line.text)
    return int(found[1]) if found and found[1] else None


def _is_begun(lines: Sequence[Line], notes: Sequence[Sequence[Line]], lowest: float) -> bool:
    """Whether small print is footnotes: it opens with a mark, or goes on with one from the page before."""
    if not lines:
        return False
    if _MARK.match(lines[0].text):
        return True
    last = notes[-1][-1] if notes else None
    if last is None or last.size != lines[0].size or lines[0].top < lowest:
        return False
    return last.page in {lines[0].page, lines[0].page - 1} and not last.text.rstrip().endswith((".", "!", "?"))


def _is_mark(line: Line, note: Sequence[Line]) -> bool:
    """Whether a line begins the next footnote: with a sign, or with a number after that of the one before."""
    found = _MARK.match(line.text)
    if not found:
        return False
    before = _MARK.match(note[0].text)
    if not found[1] or not before or not before[1]:
        return True
    return int(found[1]) == int(before[1]) + 1 or (int(found[1]) == 1 and line.page > note[-1].page)
