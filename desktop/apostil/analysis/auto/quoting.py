"""How much of each sentence stands inside quotation marks, also where a quotation goes on over several sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apostil.analysis.auto.reading import Line

_OPENING = frozenset("«“„‟")
_CLOSING = frozenset("»”")


def quoted_shares(lines: Sequence[Line]) -> tuple[float, ...]:
    """The share of each sentence's characters that is quoted; a quotation ends with its block at the latest."""
    shares = []
    inside, block = False, -1
    for line in lines:
        if line.block != block:
            inside, block = False, line.block
        quoted, inside = _quoted(line.text, inside)
        shares.append(quoted / max(1, len(line.text)))
    return tuple(shares)


def _quoted(text: str, inside: bool) -> tuple[int, bool]:
    """How many characters are quoted, and whether the quotation goes on."""
    count = 0
    for character in text:
        if character in _OPENING:
            inside = True
        elif character in _CLOSING:
            inside = False
        elif character == '"':
            inside = not inside
        else:
            count += inside
    return count, inside
