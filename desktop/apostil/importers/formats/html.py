"""Saved web pages: the article in them, without what stands around it."""

from __future__ import annotations

import logging
import re
from contextlib import contextmanager
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from lxml import etree

from apostil.domain.article import Article, Metadata, Piece, Role, compose
from apostil.domain.errors import UnreadableFileError
from apostil.importers.decoding import decode, is_binary
from apostil.importers.extractor import named
from apostil.importers.forms import words
from apostil.importers.lexicon import folded
from apostil.importers.markup import pieces_of
from apostil.importers.metadata import completed
from apostil.importers.page.blocks import blocks_of
from apostil.importers.page.body import article_of, everything_of, running_text
from apostil.importers.page.dates import published_on
from apostil.importers.page.headline import headed, headline_of
from apostil.importers.page.metadata import NamedOnly, known_of, metadata_of
from apostil.importers.page.tree import tree_of
from apostil.importers.registry import Format
from apostil.importers.structure import assigned

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement

    from apostil.importers.page.blocks import Blocks

_SUFFIXES = (".html", ".htm", ".xhtml")
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_FEWEST_WORDS = 3
_NO_WORDS_ALONE = frozenset({Role.HEADLINE, Role.HEADING, Role.APPARATUS})
_MOST_TAGS = 100_000
_PROGRAMS = {"script", "style"}
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
        blocks = blocks_of(tree)
        metadata = _metadata(page, tree, blocks)
        headline = headline_of(tree, metadata.title)
        pieces = assigned(headed(article_of(blocks, _chosen(page, tree, blocks)), headline), headings=False)
        _check(pieces, _NO_ARTICLE)
        return compose(pieces, completed(metadata, pieces), named("trafilatura"))


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
        metadata = _metadata(page, tree, blocks)
        pieces = _with_headline(everything_of(blocks), headline_of(tree, metadata.title))
        _check(pieces, _NO_WORDS)
        return compose(pieces, completed(metadata, pieces), named("trafilatura"))


def _with_headline(pieces: Sequence[Piece], headline: str) -> tuple[Piece, ...]:
    """The pieces with the headline as such where it stands, even in a box around the article."""
    same = [index for index, piece in enumerate(pieces) if headline and folded(piece.text) == folded(headline)]
    # The words of a headline stand in menus as well.
    at = min(same, key=lambda index: pieces[index].role is not Role.HEADING, default=-1)
    found = {at: Piece(pieces[at].text, Role.HEADLINE, 1)} if same else {}
    return tuple(found.get(index, piece) for index, piece in enumerate(pieces))


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
    except (RecursionError, etree.LxmlError) as error:
        raise UnreadableFileError(_TANGLED) from error


def _tree(page: str, otherwise: str) -> HtmlElement:
    tree = tree_of(page)
    if tree is None:
        raise UnreadableFileError(otherwise)
    return tree


def _chosen(page: str, tree: HtmlElement, blocks: Blocks) -> tuple[Piece, ...]:
    """What trafilatura takes for the article.

    Its second opinions are not asked for, since judging the page's blocks replaces them: neither by other extractors
    (`fast`), nor by weighing what it found with the whole page, which it does where its focus is "balanced". Nor is it
    asked at all about a page of so many elements that it would need minutes.
    """
    import trafilatura
    from trafilatura.settings import DEFAULT_CONFIG, Extractor

    if _is_vast(page):
        return running_text(blocks)
    options = Extractor(config=DEFAULT_CONFIG, output_format="txt", fast=True, comments=False, tables=True)
    options.focus = "first opinion"
    found = trafilatura.bare_extraction(tree, options=options)
    return () if found is None or isinstance(found, dict) or found.body is None else pieces_of(found.body)


def _metadata(page: str, tree: HtmlElement, blocks: Blocks) -> Metadata:
    known = NamedOnly(tree) if _is_vast(page) else known_of(tree)
    return metadata_of(known, page, published_on(tree, blocks.found, partial(_guess, page, tree, known.url)))


def _guess(page: str, tree: HtmlElement, address: str | None) -> str | None:
    """The day that htmldate takes for that of publication."""
    import htmldate

    if _is_vast(page) or tree.tag in _PROGRAMS:  # which it would want to cut off from what they stand in
        return None
    return htmldate.find_date(tree, original_date=True, extensive_search=False, url=address)


def _is_vast(page: str) -> bool:
    return page.count("<") > _MOST_TAGS


def _check(pieces: Sequence[Piece], otherwise: str) -> None:
    """Refuse a page that holds nothing but headings and notices."""
    if sum(len(words(piece.text)) for piece in pieces if piece.role not in _NO_WORDS_ALONE) < _FEWEST_WORDS:
        raise UnreadableFileError(otherwise)


FORMAT = Format("saved web page", "text/html", _SUFFIXES, _recognises, read_page, order=1, whole=read_whole)
