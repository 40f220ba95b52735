"""What an element of a web page is for, as far as its name, class and id tell."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from apostil.importers.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.html import HtmlElement


class Hint(IntEnum):
    """What stands in an element: nothing that can be told, or something of a kind."""

    NONE = 0
    APART = 1
    """Menus, share buttons, other articles, notices: around the article."""
    ASIDE = 2
    """A box that may belong to the article or not."""
    HIDDEN = 3
    """Nothing that anybody sees."""
    FIGURE = 4
    CAPTION = 5
    STANDFIRST = 6


_TAGS = {
    "nav": Hint.APART,
    "menu": Hint.APART,
    "footer": Hint.APART,
    "form": Hint.APART,
    "dialog": Hint.APART,
    "button": Hint.APART,
    "aside": Hint.ASIDE,
    "figure": Hint.FIGURE,
    "figcaption": Hint.CAPTION,
}
_PAGE = frozenset({"html", "body", "main", "article"})
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LONGEST = 400
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LETTERS = re.compile(r"[^\W_]+")
_ANCHOR = 4
"""Hyphens in an id from which it may be a heading's words; those of boxes around an article have fewer."""
_ROLES = {
    "navigation": Hint.APART,
    "complementary": Hint.ASIDE,
    "contentinfo": Hint.APART,
    "search": Hint.APART,
    "dialog": Hint.APART,
    "menu": Hint.APART,
}


def hint_of(tag: str, element: HtmlElement) -> Hint:
    """What the element's tag, class, id, role and style say about what stands in it."""
    if tag in _PAGE:
        return Hint.NONE
    if tag == "footer" and _speaks(element):
        return Hint.NONE
    said = element.items()
    if not said:
        return _TAGS.get(tag, Hint.NONE)
    hint = _said_by(tag, tuple(said))
    if hint is Hint.APART and tag not in _TAGS and _is_anchor(element, element.get("id") or ""):
        return _named((element.get("class") or "")[:_LONGEST])
    return hint


def _speaks(footer: HtmlElement) -> bool:
    """Whether a footer is that of a quotation, and names who said it."""
    around = footer.getparent()
    return around is not None and around.tag == "blockquote"


@lru_cache(maxsize=4096)  # a page says the same of many elements
def _said_by(tag: str, attributes: tuple[tuple[str, str], ...]) -> Hint:
    said = dict(attributes)
    if "hidden" in said or said.get("aria-hidden") == "true" or _UNSEEN.search(said.get("style", "")):
        return Hint.HIDDEN
    if tag in _TAGS:
        return _TAGS[tag]
    names = f"{said.get('class', '')} {said.get('id', '')}"
    return _ROLES.get(said.get("role", "")) or _named(names[:_LONGEST])


def _is_anchor(element: HtmlElement, name: str) -> bool:
    """Whether an id only repeats the heading inside, for links to lead there: sharing-the-costs-of-a-bridge."""
    if name.count("-") < _ANCHOR or len(name) > _LONGEST:
        return False
    heading = next(element.iter(*_HEADINGS), None)
    said = "" if heading is None else "".join(_LETTERS.findall("".join(heading.itertext()).lower()))
    return said == "".join(_LETTERS.findall(name.lower()))


@lru_cache(maxsize=4096)
def _named(names: str) -> Hint:
    """What the words in an element's class and id say."""
    known = _known()
    for name in names.split():
        parts = [part.lower() for part in _PARTS.findall(name)]
        pairs = [f"{first}-{second}" for first, second in pairwise(parts)]
        hint = next((known[word] for word in (*pairs, *parts) if word in known), None)
        if hint is not None:
            return hint
    return Hint.NONE


@cache
def _known() -> Mapping[str, Hint]:
    listed = lexicon("page")
    kinds = {"apart": Hint.APART, "hidden": Hint.HIDDEN, "caption": Hint.CAPTION, "standfirst": Hint.STANDFIRST}
    return {word: hint for section, hint in kinds.items() for word in listed[section]}
