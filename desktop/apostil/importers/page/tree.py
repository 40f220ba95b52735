"""The markup of a web page becomes a tree, without what no article needs and within what a tree may hold."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from apostil.domain.errors import UnreadableFileError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement, HTMLParser

_HEAVY = 500_000
"""Characters from which a page is lightened: it holds pictures, styles or programs."""
_LARGEST = 20_000_000
_MOST_TAGS = 1_500_000
_UNREAD = re.compile(r"<(?P<tag>style|script|svg)\b(?P<said>[^<>]*)>", re.IGNORECASE)
_ENDS = {tag: re.compile(rf"</{tag}\s*>", re.IGNORECASE) for tag in ("style", "script", "svg")}
_EMBEDDED = re.compile(r"data:[a-z]+/[^\"'\s<>)]{200,}", re.IGNORECASE)
_LONGEST_DATA = 2_000_000
_TOO_LARGE = (
    "This page holds more words and markup than Apostil can take apart at once. "
    "Save the article alone, or copy its text in your browser and paste it."
)


def tree_of(page: str) -> HtmlElement | None:
    """The tree of a page; None where there is none to be made of it.

    Pictures, styles and programs inside a large page are left out before it is taken apart.

    Raises:
        UnreadableFileError: where the page is larger than a tree may be.
    """
    if len(page) > _HEAVY:
        page = lightened(page)
        if len(page) > _LARGEST or page.count("<") > _MOST_TAGS:
            raise UnreadableFileError(_TOO_LARGE)
    return _parsed(page)


def _parsed(page: str) -> HtmlElement | None:
    """The tree that trafilatura would make of a page, by its own rules, of elements that cost less to look at."""
    from trafilatura import utils

    head = page[:50].lower()
    page = utils.repair_faulty_html(page, head)
    tree = _tree(page)
    if tree is None or len(tree) < 1:
        tree = _tree(page.encode("utf-8", "surrogatepass"))
    return None if tree is None or (len(tree) < 2 and utils.is_dubious_html(head)) else tree


def _tree(page: str | bytes) -> HtmlElement | None:
    from lxml import etree, html

    try:
        return html.fromstring(page, parser=_parser())
    except (ValueError, AssertionError, etree.LxmlError):  # nothing in it, or text that names another encoding
        return None


@cache
def _parser() -> HTMLParser:
    """A parser of web pages that gives elements their class by their kind alone.

    lxml's own asks for the class of each by its name, in Python, every time that one is looked at.
    """
    from lxml import etree, html

    parser = html.HTMLParser(
        collect_ids=False, default_doctype=False, encoding="utf-8", remove_comments=True, remove_pis=True
    )
    classes = etree.ElementDefaultClassLookup(
        element=html.HtmlElement,
        comment=html.HtmlComment,
        pi=html.HtmlProcessingInstruction,
        entity=html.HtmlEntity,
    )
    parser.set_element_class_lookup(classes)
    return parser


def lightened(page: str) -> str:
    """The page without its styles, programs and embedded pictures; data about the page stays."""
    return _EMBEDDED.sub("data:,", "".join(_read_parts(page)))


def _read_parts(page: str) -> Iterator[str]:
    """What stands between the elements that hold no words; one that does not end is left where it is."""
    place = 0
    while found := _UNREAD.search(page, place):
        tag = found["tag"].lower()
        end = _ENDS[tag].search(page, found.end())
        if end is None:
            break
        if "ld+json" in found["said"] and end.end() - found.start() <= _LONGEST_DATA:
            yield page[place : end.end()]
        else:
            yield page[place : found.start()]
        place = end.end()
    yield page[place:]
