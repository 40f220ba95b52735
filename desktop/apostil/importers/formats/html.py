"""Saved web pages: the article in them, without what stands around it."""

from __future__ import annotations

import datetime as dt
import logging
import re
from contextlib import contextmanager
from pathlib import PurePath
from typing import TYPE_CHECKING, Protocol

from apostil.domain.article import Article, Metadata, Piece, Role, compose
from apostil.domain.errors import UnreadableFileError
from apostil.importers.decoding import decode, is_binary
from apostil.importers.extractor import named
from apostil.importers.forms import words
from apostil.importers.lexicon import folded
from apostil.importers.markup import pieces_of
from apostil.importers.metadata import authors_of, completed
from apostil.importers.registry import Format
from apostil.importers.structure import assigned

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from trafilatura.settings import Document

_SUFFIXES = (".html", ".htm", ".xhtml")
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_TOP = 8
_FEWEST_WORDS = 3
_TALKATIVE = ("trafilatura", "htmldate")
_NO_ARTICLE = (
    "No article was found in this page: it holds menus, links or a program, and no running text. "
    "Copy the article's text in your browser and paste it."
)
_TANGLED = "This page is nested too deeply to be read. Copy the article's text in your browser and paste it."


class _Heading(Protocol):
    def itertext(self) -> Iterable[str]: ...


class _Tree(Protocol):
    """What is needed of a parsed page, as lxml has it."""

    def iter(self, tag: str) -> Iterator[_Heading]: ...


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
    with _quiet():
        return _extracted(data if isinstance(data, str) else decode(data))


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


def _extracted(page: str) -> Article:
    import trafilatura

    try:
        tree = trafilatura.load_html(page)
        if tree is None:
            raise UnreadableFileError(_NO_ARTICLE)
        found = trafilatura.bare_extraction(
            tree,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
        if found is None or isinstance(found, dict) or found.body is None:
            raise UnreadableFileError(_NO_ARTICLE)
        return _article(found, tree)
    except RecursionError as error:
        raise UnreadableFileError(_TANGLED) from error


def _article(found: Document, tree: _Tree) -> Article:
    pieces = pieces_of(found.body)
    if not any(piece.role is not Role.HEADING and len(words(piece.text)) >= _FEWEST_WORDS for piece in pieces):
        raise UnreadableFileError(_NO_ARTICLE)
    metadata = _metadata(found)
    pieces = assigned(_headed(pieces, _headline(tree, metadata.title)), headings=False)
    return compose(pieces, completed(metadata, pieces), named("trafilatura"))


def _metadata(found: Document) -> Metadata:
    return Metadata(
        title=found.title or "",
        authors=authors_of(found.author or ""),
        outlet=found.sitename or found.hostname or "",
        published=_date(found.date),
        address=found.url or "",
    )


def _date(day: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(day) if day else None
    except ValueError:
        return None


def _headline(tree: _Tree, title: str) -> str:
    """The page's one first-level heading, or the one that its title names, or the title."""
    headings = [" ".join(" ".join(heading.itertext()).split()) for heading in tree.iter("h1")]
    headings = [heading for heading in headings if heading]
    named = [heading for heading in headings if folded(heading) in folded(title) or folded(title) in folded(heading)]
    if title and named:
        return named[0]
    return title or (headings[0] if len(headings) == 1 else "")


def _headed(pieces: tuple[Piece, ...], headline: str) -> tuple[Piece, ...]:
    """The pieces with the headline on top: where it stands already, or put there."""
    for index, piece in enumerate(pieces[:_TOP]):
        if headline and folded(piece.text) == folded(headline):
            rest = (*pieces[:index], *pieces[index + 1 :])
            return (Piece(piece.text, Role.HEADLINE, 1), *rest)
    return (Piece(headline, Role.HEADLINE, 1), *pieces) if headline else pieces


FORMAT = Format("saved web page", "text/html", _SUFFIXES, _recognises, read_page, order=1)
