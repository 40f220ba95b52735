"""Web pages that lie in one file with what belongs to them: which part is the page, and where it was."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from apostil.domain.article import Article

_FRAMES = re.compile(r"<frameset[\s>]", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_LOOKED_AT = 64 * 1024
PAGES = frozenset({"text/html", "application/xhtml+xml"})
"""The media types of web pages."""


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page, decoded, with the address and the title that are noted beside it."""

    markup: str
    address: str = ""
    title: str = ""


def main_page(pages: Sequence[SavedPage]) -> SavedPage:
    """The page to read: the first one, or the one with most words where the first only divides the window into frames.

    Raises:
        ValueError: where there is no page.
    """
    first, *others = pages
    if not others or not _FRAMES.search(first.markup[:_LOOKED_AT]):
        return first
    fullest = max(others, key=lambda page: len(_TAG.sub("", page.markup)))
    return replace(fullest, address=first.address or fullest.address, title=first.title or fullest.title)


def article_on(page: SavedPage, name: str, read: Callable[[str, str], Article]) -> Article:
    """The article that a reader of web pages finds, with the address and title noted where the page names none.

    Raises:
        UnreadableFileError: where it finds none.
    """
    article = read(page.markup, name)
    known, address = article.metadata, web_address(page.address)
    outlet = known.outlet or (urlsplit(address).hostname or "").removeprefix("www.")
    return replace(
        article,
        metadata=replace(
            known, address=known.address or address, title=known.title or page.title.strip(), outlet=outlet
        ),
    )


def web_address(words: str) -> str:
    """The words, where they are an address on the web; nothing for one of a file or of a part."""
    words = "".join(words.split())
    try:
        parts = urlsplit(words)
        known = parts.scheme in {"http", "https"} and parts.hostname
    except ValueError:
        return ""
    return words if known else ""
