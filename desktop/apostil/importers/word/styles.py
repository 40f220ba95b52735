"""The styles of word processors, by the names that they have in every language's version of the program."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apostil.domain.article import Role

if TYPE_CHECKING:
    from collections.abc import Callable

_HEADING = re.compile(r"(?:heading|überschrift|titre|título|titolo) ?([1-9])", re.IGNORECASE)
_ROLES = {
    "title": (Role.HEADING, 1),
    "subtitle": (Role.STANDFIRST, 0),
    "quote": (Role.QUOTATION, 0),
    "intense quote": (Role.QUOTATION, 0),
    "quotations": (Role.QUOTATION, 0),
    "block text": (Role.QUOTATION, 0),
    "caption": (Role.CAPTION, 0),
    "illustration": (Role.CAPTION, 0),
    "table": (Role.CAPTION, 0),
    "figure": (Role.CAPTION, 0),
    "drawing": (Role.CAPTION, 0),
}
_STARTS = (
    ("toc ", Role.APPARATUS),
    ("toc heading", Role.APPARATUS),
    ("contents ", Role.APPARATUS),
    ("table of figures", Role.APPARATUS),
    ("list bullet", Role.LIST_ITEM),
    ("list number", Role.LIST_ITEM),
    ("list paragraph", Role.PARAGRAPH),
)


def role_of(name: str) -> tuple[Role, int] | None:
    """The role and level that a style's name stands for; None for a style that says nothing about them."""
    plain = " ".join(name.replace("_20_", " ").split()).casefold()
    heading = _HEADING.fullmatch(plain)
    if heading:
        return Role.HEADING, min(int(heading[1]), 6)
    if plain in _ROLES:
        return _ROLES[plain]
    return next(((role, 0) for start, role in _STARTS if plain.startswith(start)), None)


def inherited(
    style: str, meaning: Callable[[str], tuple[Role, int] | None], parent: Callable[[str], str]
) -> tuple[Role, int]:
    """The role of a style: its own, or that of the nearest style that it is based on."""
    seen: set[str] = set()
    while style and style not in seen:
        found = meaning(style)
        if found:
            return found
        seen.add(style)
        style = parent(style)
    return Role.PARAGRAPH, 0
