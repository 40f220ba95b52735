"""What a saved web page says about itself: title, authors, outlet, day and address."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from apostil.domain.article import Metadata
from apostil.importers.page.authors import people_of
from apostil.importers.page.titles import named_by_page, without_site

if TYPE_CHECKING:
    import datetime as dt

    from lxml.html import HtmlElement

_HEAD = 4096
_STUMBLES = (TypeError, ValueError, AttributeError, LookupError, RecursionError)
"""What trafilatura raises over data about a page that has another form than it should."""
_SAVED = re.compile(
    r"<!--\s*saved from url=\(\d+\)(?P<browser>\S+?)\s*-->|<!--\s*Page saved with SingleFile\s+url:\s*(?P<file>\S+)"
)
_ADDRESS = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)


class Known(Protocol):
    """What a reader of pages found out about one, as trafilatura has it."""

    title: str | None
    author: str | None
    sitename: str | None
    url: str | None


class NamedOnly:
    """What is known of a page that nothing was found out about: the title it gives itself."""

    def __init__(self, tree: HtmlElement) -> None:
        self.title: str | None = next((" ".join((title.text or "").split()) for title in tree.iter("title")), None)
        self.author: str | None = None
        self.sitename: str | None = None
        self.url: str | None = None


def known_of(tree: HtmlElement) -> Known:
    """What trafilatura finds out about a page, without what is of no use here: its day, categories and licence."""
    from trafilatura import metadata

    known = metadata.examine_meta(tree)
    if known.author and " " not in known.author:
        known.author = None
    with suppress(*_STUMBLES):
        known = metadata.extract_meta_json(tree, known)
    if not known.title:
        found = metadata.extract_title(tree) or ""
        known.title = named_by_page(found, tree) or found
    known.author = known.author or metadata.extract_author(tree)
    known.url = known.url or metadata.extract_url(tree)
    known.sitename = known.sitename or metadata.extract_sitename(tree)
    known.title = without_site(known.title or "", known.sitename or "", known.url or "", tree)
    known.clean_and_trim()
    return known


def metadata_of(known: Known, page: str, published: dt.date | None) -> Metadata:
    """The page's metadata; where it names no address, the one from which a browser saved it."""
    address = known.url or saved_from(page)
    return Metadata(
        title=known.title or "",
        authors=people_of(known.author or "", published),
        outlet=_outlet(known.sitename or "") or _host(address),
        published=published,
        address=address,
    )


def saved_from(page: str) -> str:
    """The address that a browser or SingleFile wrote into the page when it was saved; empty where there is none."""
    found = _SAVED.search(page[:_HEAD])
    address = (found["browser"] or found["file"]) if found else ""
    return address if _ADDRESS.fullmatch(address) else ""


def _outlet(name: str) -> str:
    """The name of a site: without the mark of an account, and with a capital where it is no address."""
    name = name.lstrip("@")
    return name.title() if name and "." not in name and not name[0].isupper() else name


def _host(address: str) -> str:
    from urllib.parse import urlsplit

    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
