"""How much of each sentence stands inside quotation marks, also where a quotation goes on over several sentences."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from apostil.analysis.auto.reading import Line

LONGEST = 6
"""A quotation goes on over so many sentences at most: where more stand in one, its end was forgotten."""

_APOSTROPHE = r"(?:s|t|m|d|n|re|ve|ll|em|til|tis|twas|cause|round)\b|\d0s\b"
_END = re.compile(r"(?<=[\w.,;:!?…)%])['’](?!\w)|(?<=[.,;:!?…]\s)['’](?=\s|$)")
_MARK = re.compile(
    rf"""(?P<opening>[«“„‟]|``|(?<!\S)"(?=\S)) | (?P<closing>[»”]|''|(?<=\S)"(?=[\s.,;:!?…)]|$)) | (?P<either>")
    | (?P<single>(?<![\w.,;:!?…'’)])(?:['‘]|`\s?)(?!{_APOSTROPHE})(?=[\w£$€…(])) | (?P<end>{_END.pattern})""",
    re.VERBOSE | re.IGNORECASE,
)


def quoted_shares(lines: Sequence[Line]) -> tuple[float, ...]:
    """The share of each sentence's characters that is quoted; a quotation ends with its block at the latest."""
    return tuple(quoted / max(1, len(line.text)) for line, (quoted, _) in zip(lines, _walked(lines), strict=True))


def begun_quoted(lines: Sequence[Line]) -> tuple[bool, ...]:
    """Whether each sentence begins inside of a quotation that one before it in its block began."""
    return tuple(begun for _, begun in _walked(lines))


def _walked(lines: Iterable[Line]) -> Iterator[tuple[int, bool]]:
    """How many characters of each sentence are quoted, and whether it begins inside of a quotation."""
    inside, block, held = "", -1, 0
    for line in lines:
        if line.block != block or held == LONGEST:
            inside, block, held = "", line.block, 0
        begun = bool(inside)
        quoted, inside = _quoted(line.text, inside)
        held = held + 1 if inside else 0
        yield quoted, begun


def _quoted(text: str, inside: str) -> tuple[int, str]:
    """How many characters are quoted, and which kind of quotation goes on, if any."""
    count = last = 0
    for mark in _MARK.finditer(text):
        count += (mark.start() - last) * bool(inside)
        last = mark.end()
        inside = _behind(mark, inside)
    return count + (len(text) - last) * bool(inside), inside


def _behind(mark: re.Match[str], inside: str) -> str:
    """Which kind of quotation the words behind a mark stand in.

    Single marks are apostrophes too: they open one where it ends in the same sentence, or where the sentence begins.
    """
    match mark.lastgroup:
        case "opening":
            return "double"
        case "closing":
            return ""
        case "either":
            return "" if inside else "double"
        case "single" if not inside and (not mark.start() or _END.search(mark.string, mark.end())):
            return "single"
        case "end" if inside == "single":
            return ""
    return inside
