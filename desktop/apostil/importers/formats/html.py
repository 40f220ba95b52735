"""Saved web pages: the article in them, without what stands around it."""

from __future__ import annotations

import datetime as dt
import logging
import re
from contextlib import contextmanager
from pathlib import PurePath
from typing import TYPE_CHECKING

from apostil.domain.article import Article, Metadata, Piece, Role, compose
from apostil.domain.errors import UnreadableFileError
from apostil.importers.decoding import decode, is_binary
from apostil.importers.extractor import named
from apostil.importers.forms import words
from apostil.importers.markup import pieces_of
from apostil.importers.metadata import completed
from apostil.importers.page_blocks import blocks_of
from apostil.importers.page_body import article_of, everything_of
from apostil.importers.page_dates import published_on
from apostil.importers.page_headline import headed, headline_of
from apostil.importers.page_metadata import metadata_of
from apostil.importers.registry import Format
from apostil.importers.structure import assigned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement
    from trafilatura.settings import Document

_SUFFIXES = (".html", ".htm", ".xhtml")
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_FEWEST_WORDS = 3
_TALKATIVE = ("trafilatura", "htmldate")
_NO_ARTICLE = (
    "No article was found in this page: it holds menus, links or a program, and no running text. "
    "Copy the article's text in your browser and paste it."
)
_NO_WORDS = "There are no words in this page: it holds pictures or a program, and nothing to read."
_TANGLED = "This page is nested too deeply to be read. Copy the article's text in your browser and paste it."


def _recognises(data: bytes, name: str) -> bool:
    head = data[:4096]
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        head = head.replace(b"\x00", b"")[2:]
    if _PAGE.match(head):
        return True
    return PurePath(name).suffix.lower() in _SUFFIXES and not is_binary(data)


def read_page(data: bytes | str, name: str) -> Article:
    """The article on a web page, given as the bytes of a file or as text that is decoded already.

    Raises:
        UnreadableFileError: where the page holds no article, or cannot be taken apart.
    """
    del name
    page = data if isinstance(data, str) else decode(data)
    with _quiet(), _untangled():
        tree = _tree(page, _NO_ARTICLE)
        found = _extracted(tree)
        if found is None or found.body is None:
            raise UnreadableFileError(_NO_ARTICLE)
        blocks = blocks_of(tree)
        pieces = article_of(blocks, pieces_of(found.body))
        _check(pieces, _NO_ARTICLE)
        published = published_on(tree, blocks.found, _date(found.date))
        return _article(pieces, tree, metadata_of(found, page, published))


def read_whole(data: bytes | str, name: str) -> Article:
    """Everything on a web page, in its order: menus and notices as apparatus.

    Raises:
        UnreadableFileError: where there are no words on the page, or it cannot be taken apart.
    """
    del name
    page = data if isinstance(data, str) else decode(data)
    with _quiet(), _untangled():
        tree = _tree(page, _NO_WORDS)
        blocks = blocks_of(tree)
        pieces = everything_of(blocks)
        _check(pieces, _NO_WORDS)
        found = _extracted(tree)
        published = published_on(tree, blocks.found, _date(found.date) if found else None)
        metadata = metadata_of(found, page, published) if found else Metadata(published=published)
        return compose(pieces, completed(metadata, pieces), named("trafilatura"))


@contextmanager
def _quiet() -> Iterator[None]:
    """Nothing is logged about pages without an article: the reader is told in a sentence."""
    loggers = [logging.getLogger(name) for name in _TALKATIVE]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


@contextmanager
def _untangled() -> Iterator[None]:
    try:
        yield
    except RecursionError as error:
        raise UnreadableFileError(_TANGLED) from error


def _tree(page: str, otherwise: str) -> HtmlElement:
    import trafilatura

    tree = trafilatura.load_html(page)
    if tree is None:
        raise UnreadableFileError(otherwise)
    return tree


def _extracted(tree: HtmlElement) -> Document | None:
    """What trafilatura takes for the article, without its second opinions, which judging the page's blocks replaces."""
    import trafilatura

    found = trafilatura.bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        include_tables=True,
        fast=True,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    return None if isinstance(found, dict) else found


def _check(pieces: Sequence[Piece], otherwise: str) -> None:
    """Refuse a page without a single line of words."""
    if not any(piece.role is not Role.HEADING and len(words(piece.text)) >= _FEWEST_WORDS for piece in pieces):
        raise UnreadableFileError(otherwise)


def _article(pieces: Sequence[Piece], tree: HtmlElement, metadata: Metadata) -> Article:
    pieces = assigned(headed(pieces, headline_of(tree, metadata.title)), headings=False)
    return compose(pieces, completed(metadata, pieces), named("trafilatura"))


def _date(day: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(day) if day else None
    except ValueError:
        return None


FORMAT = Format("saved web page", "text/html", _SUFFIXES, _recognises, read_page, order=1, whole=read_whole)
