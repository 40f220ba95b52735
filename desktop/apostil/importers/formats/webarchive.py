"""Web pages as Safari saves them with all that belongs to them (webarchive)."""

from __future__ import annotations

import plistlib
import struct
from pathlib import PurePath
from typing import TYPE_CHECKING
from xml.parsers.expat import ExpatError

from apostil.domain.errors import UnreadableFileError
from apostil.importers.decoding import decode
from apostil.importers.formats import text
from apostil.importers.formats.html import read_page, read_whole
from apostil.importers.page.saved import PAGES, SavedPage, article_on, main_page
from apostil.importers.registry import Format

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from apostil.domain.article import Article

_SUFFIXES = (".webarchive",)
_BINARY = b"bplist00"
_HEAD = 4096
_MAIN = b"WebMainResource"
_BROKEN = (
    "This web archive is damaged: its parts cannot be taken apart. "
    "Save the page again, or copy the article's text in Safari and paste it."
)
_NO_PAGE = (
    "This web archive holds no page, but a picture or another file. "
    "Save that file itself, or copy the article's text in Safari and paste it."
)
_DAMAGES = (
    plistlib.InvalidFileException,
    ExpatError,
    struct.error,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OverflowError,
    RecursionError,
)
_DEEPEST = 20


def _recognises(data: bytes, name: str) -> bool:
    listed = data.startswith(_BINARY) or b"<plist" in data[:_HEAD]
    return listed and (PurePath(name).suffix.lower() in _SUFFIXES or _MAIN in data)


def _read(data: bytes, name: str) -> Article:
    return _read_with(read_page, data, name)


def _read_whole(data: bytes, name: str) -> Article:
    return _read_with(lambda markup, page: read_whole(markup.encode("utf-8", "replace"), page), data, name)


def _read_with(reader: Callable[[str, str], Article], data: bytes, name: str) -> Article:
    try:
        archive = plistlib.loads(data)
    except _DAMAGES as error:
        raise UnreadableFileError(_BROKEN) from error
    main = archive.get("WebMainResource") if isinstance(archive, dict) else None
    if not isinstance(main, dict) or not isinstance(main.get("WebResourceData"), bytes):
        raise UnreadableFileError(_BROKEN)
    kind = main.get("WebResourceMIMEType", "text/html")
    if kind == "text/plain":
        return text.read_text(_page(main).markup)
    if kind not in PAGES:
        raise UnreadableFileError(_NO_PAGE)
    return article_on(main_page([_page(resource) for resource in _resources(archive)]), name, reader)


def _resources(archive: dict[str, object], depth: int = 0) -> Iterator[dict[str, object]]:
    """The main resource, and those of the frames on it."""
    main = archive.get("WebMainResource")
    if isinstance(main, dict) and main.get("WebResourceMIMEType", "text/html") in PAGES:
        yield main
    frames = archive.get("WebSubframeArchives")
    if isinstance(frames, list) and depth < _DEEPEST:
        for frame in frames:
            if isinstance(frame, dict):
                yield from _resources(frame, depth + 1)


def _page(resource: dict[str, object]) -> SavedPage:
    content = resource.get("WebResourceData")
    stated, address = (str(resource.get(f"WebResource{key}") or "") for key in ("TextEncodingName", "URL"))
    return SavedPage(decode(content if isinstance(content, bytes) else b"", stated), address)


FORMAT = Format("Safari web archive", "application/x-webarchive", _SUFFIXES, _recognises, _read, whole=_read_whole)
