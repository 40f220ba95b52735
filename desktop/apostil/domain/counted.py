"""A figure with what it counts, as its text has it: `1,200 visitors`, `12 nouveaux navires`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING

from apostil import assets
from apostil.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_GAP = r"[ \u00a0\u202f\u2009]"
_WORD = r"[^\W\d_]+(?:[-’'‑][^\W\d_]+)*"
_BEHIND = re.compile(rf"(?:{_GAP}(?:of|de){_GAP}|{_GAP}d[’']|{_GAP})(?P<words>{_WORD}(?:{_GAP}{_WORD}){{0,2}})")
_SINGLE = re.compile(_WORD)
_FAR = 80
"""Characters behind a figure in which its noun stands."""

_OPEN = re.compile(
    r"(?:\d|(?:^|[^\w])(?:thousands?|hundred|dozen|millions?|billions?|trillions?|mille|milliers|milliards?))\Z",
    re.IGNORECASE,
)
"""How a figure ends that does not say what it counts."""

_CURRENCY = re.compile(r"[^\d\s]{0,4}[$£€¥₹₽₩₦₺]|(?:USD|EUR|GBP|CHF|JPY|CNY|FCFA|Rs)")


def counted(text: str, figure: Span) -> Span:
    """The figure with the noun that it counts; alone where it has its unit, or where no noun stands behind it."""
    said = figure.cut(text)
    if not _OPEN.search(said) or _CURRENCY.match(said):
        return figure
    behind = _BEHIND.match(text, figure.end, figure.end + _FAR)
    if behind is None:
        return figure
    end = _noun_end(_SINGLE.finditer(text, *behind.span("words")))
    return Span(figure.start, end) if end else figure


def _noun_end(words: Iterable[re.Match[str]]) -> int:
    """Where the first of these words ends that looks like the plural of a noun; 0 where none does."""
    lists = _lists()
    for word in words:
        said = word[0].casefold()
        if said in lists["never"]:
            return 0
        if said in lists["plurals"] or (said not in lists["before"] and _ends_like_a_plural(said)):
            return word.end()
    return 0


def _ends_like_a_plural(word: str) -> bool:
    return len(word) > 3 and word[-1] in "sx" and not word.endswith(("ss", "us", "is"))


@cache
def _lists() -> dict[str, frozenset[str]]:
    found = tomllib.loads(assets.read_text("lexicons/counted.toml"))
    return {name: frozenset(re.split(r"[,\s]+", words.strip())) for name, words in found.items()}
