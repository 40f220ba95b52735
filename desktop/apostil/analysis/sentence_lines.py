"""Finds where sentences begin without a mark before them: at lines that are set as lines, and at items of a list.

A line end that came with a text stands for a paragraph's end in an address, a poem or a signature; in a text that was
broken to a width it stands for a space.
"""

from __future__ import annotations

import re

_LINE_END = re.compile(r"[^\S\n]*\n\s*")
_ITEM = re.compile(r"(?:[•⁃▪‣◦●]|[*\-–—]\s|\(?(?:\d{1,3}|[a-zA-Z])[.)]{1,2}\s)")
_GOES_ON = (",", "-", "–", "—", "(", "«", "“", "&")
_MARKER = re.compile(r"(?:(?<=\s)|\A)(?P<bullet>[•⁃▪‣◦●]\s?)?(?P<number>\d{1,3}|[a-z])(?P<form>[.)]{1,2})\s(?=\S)")


def openings(text: str) -> list[int]:
    """Where a sentence begins whatever stands before it, in order."""
    found = set(_lines(text)) if "\n" in text else set()
    found.update(_items(text))
    return sorted(found - {0})


def _lines(text: str) -> list[int]:
    """Where lines begin that are lines for a reason."""
    breaks = [found for found in _LINE_END.finditer(text) if found.start() > 0 and found.end() < len(text)]
    small = sum(text[end.end()].islower() for end in breaks)
    is_broken = small * 3 > len(breaks)
    return [end.end() for end in breaks if _is_line(text, end, is_broken=is_broken)]


def _is_line(text: str, end: re.Match[str], *, is_broken: bool) -> bool:
    if _ITEM.match(text, end.end()):
        return True
    goes_on = text[end.end()].islower() or text[end.start() - 1] in _GOES_ON
    return not is_broken and not goes_on


def _items(text: str) -> list[int]:
    """Where the items of a list begin that stands in one line: a text opens with the first, and they count up."""
    first = _MARKER.match(text)
    if first is None:
        return []
    places, value = [], _value(first)
    for found in _MARKER.finditer(text, first.end() - 1):
        if _form(found) == _form(first) and _value(found) == value + 1:
            places.append(found.start())
            value += 1
    return places


def _form(marker: re.Match[str]) -> tuple[str | None, str, bool]:
    """What the markers of one list have in common."""
    return marker["bullet"], marker["form"], marker["number"].isdigit()


def _value(marker: re.Match[str]) -> int:
    number = marker["number"]
    return int(number) if number.isdigit() else ord(number) - ord("a") + 1
