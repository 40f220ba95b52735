"""What a saved web page says about itself: title, authors, outlet, day and address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from apostil.domain.article import Metadata
from apostil.importers.metadata import authors_of

if TYPE_CHECKING:
    import datetime as dt

    from lxml.html import HtmlElement

_HEAD = 4096
_SAVED = re.compile(
    r"<!--\s*saved from url=\(\d+\)(?P<browser>\S+?)\s*-->|<!--\s*Page saved with SingleFile\s+url:\s*(?P<file>\S+)"
)
_ADDRESS = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)


class Known(Protocol):
    """What a reader of pages found out about one, as trafilatura has it."""

    title: str | None
    author: str | None
    sitename: str | None
    hostname: str | None
    url: str | None
    date: str | None


class NamedOnly:
    """What is known of a page that nothing was found out about: the title it gives itself."""

    def __init__(self, tree: HtmlElement) -> None:
        self.title: str | None = next((" ".join((title.text or "").split()) for title in tree.iter("title")), None)
        self.author: str | None = None
        self.sitename: str | None = None
        self.hostname: str | None = None
        self.url: str | None = None
        self.date: str | None = None


def metadata_of(known: Known, page: str, published: dt.date | None) -> Metadata:
    """The page's metadata; where it names no address, the one from which a browser saved it."""
    address = known.url or saved_from(page)
    return Metadata(
        title=known.title or "",
        authors=authors_of(known.author or ""),
        outlet=known.sitename or known.hostname or _host(address),
        published=published,
        address=address,
    )


def saved_from(page: str) -> str:
    """The address that a browser or SingleFile wrote into the page when it was saved; empty where there is none."""
    found = _SAVED.search(page[:_HEAD])
    address = (found["browser"] or found["file"]) if found else ""
    return address if _ADDRESS.fullmatch(address) else ""


def _host(address: str) -> str:
    from urllib.parse import urlsplit

    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
