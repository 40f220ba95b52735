"""Books in the EPUB format, whole or chapter by chapter."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from apostil.domain.article import Article, Piece, Role, compose
from apostil.domain.errors import UnreadableFileError
from apostil.importers import archives
from apostil.importers.book.chapters import Book, headed
from apostil.importers.book.package import BROKEN, is_book, package_of
from apostil.importers.book.pages import documents_of
from apostil.importers.extractor import named
from apostil.importers.lexicon import folded
from apostil.importers.metadata import completed, with_plausible_language
from apostil.importers.registry import Format
from apostil.importers.structure import assigned

if TYPE_CHECKING:
    import zipfile
    from collections.abc import Iterator, Sequence

    from apostil.domain.article import Metadata
    from apostil.importers.book.package import Item, Package

_LOCKED = (
    "This e-book is locked by its shop (DRM): its pages can only be read in the shop's own program. "
    "Ask the publisher for a copy without the lock, or copy the passage that you need."
)
_PICTURES = (
    "This e-book holds pictures of pages and no running text, as picture books and scanned books do. "
    "Open it in the program that you read books with, or look for an edition with text."
)
_SUFFIX = ".epub"
_TOP = 6
_LONGEST_ARTICLE = 40_000
"""Up to so many characters, a book is one article, with its byline and date at the top."""
_PLACEHOLDER = re.compile(r"(?:document|untitled|sans titre|sans nom|unknown|unbenannt)[ _-]?\d{0,3}", re.IGNORECASE)
_SECTION = re.compile(r"Section \d{1,3}")
"""What a program calls the parts of a text that names none."""


def _recognises(data: bytes, name: str) -> bool:
    named = PurePath(name).suffix.lower() == _SUFFIX
    return is_book(data) or (named and data.startswith(archives.SIGNATURE))


def _read(data: bytes, _name: str) -> Article:
    package, book = _opened(data)
    pieces = book.pieces()
    metadata = _believed(package.metadata, pieces)
    if not metadata.title:
        pieces = tuple(piece for piece in pieces if not _SECTION.fullmatch(piece.text))
    pieces = _with_title(pieces, metadata.title)
    if sum(len(piece.text) for piece in pieces) <= _LONGEST_ARTICLE:
        pieces = assigned(pieces, headings=not any(piece.role is Role.HEADING for piece in pieces))
    return compose(pieces, completed(metadata, pieces), _extractor())


def _believed(metadata: Metadata, pieces: Sequence[Piece]) -> Metadata:
    """What a book says of itself without what programs fill in by themselves: a title, and their own language."""
    title = "" if _PLACEHOLDER.fullmatch(metadata.title.strip()) else metadata.title
    return with_plausible_language(replace(metadata, title=title), pieces)


def _chapters(data: bytes, _name: str) -> tuple[Article, ...]:
    package, book = _opened(data)
    known = replace(package.metadata, outlet=package.metadata.title or package.metadata.outlet)
    articles = []
    for chapter in book.chapters():
        pieces = headed(chapter)
        metadata = replace(known, title=_title(chapter.title, known.title))
        articles.append(compose(pieces, completed(metadata, pieces), _extractor()))
    return tuple(articles)


def _title(chapter: str, book: str) -> str:
    """The title of a chapter; one that is a number alone says which book it counts in."""
    if any(char.isalpha() for char in chapter):
        return chapter
    return ", ".join(part for part in (book, chapter) if part)


def _opened(data: bytes) -> tuple[Package, Book]:
    archive = archives.opened(data, BROKEN)
    package = package_of(archive)
    if any(item.member in package.locked for item in package.items):
        raise UnreadableFileError(_LOCKED)
    documents = documents_of(tuple(_pages(archive, package.items)))
    if not any(piece.role is not Role.APPARATUS for document in documents for piece in document.pieces):
        pictured = package.is_fixed or any(document.has_pictures for document in documents)
        raise UnreadableFileError(_PICTURES if pictured else BROKEN)
    return package, Book(documents, package.contents)


def _pages(archive: zipfile.ZipFile, items: Sequence[Item]) -> Iterator[tuple[Item, bytes]]:
    """The documents that are there and can be unpacked; a book that lacks some is still worth reading."""
    for item in items:
        try:
            yield item, archives.part(archive, item.member, BROKEN)
        except UnreadableFileError as error:
            if error.message != BROKEN:
                raise


def _with_title(pieces: tuple[Piece, ...], title: str) -> tuple[Piece, ...]:
    """The pieces with the book's title on top: where it stands already, or put there."""
    if not title:
        return pieces
    for index, piece in enumerate(pieces[:_TOP]):
        if folded(piece.text) == folded(title):
            pieces = (*pieces[:index], *pieces[index + 1 :])
            break
    return (Piece(title, Role.HEADLINE, 1), *pieces)


def _extractor() -> str:
    return named("lxml")


FORMAT = Format("e-book", "application/epub+zip", (_SUFFIX,), _recognises, _read, chapters=_chapters)
